package io.retake.engine

import io.retake.engine.media.TestMedia
import java.nio.file.Files
import okhttp3.MediaType
import okhttp3.RequestBody

/** Bodies as tools send them: without a type, with a wrong one, or not to their end. */
class RequestBodySpec extends EngineSpecification {

    def "JSON is read whatever type it is said to be of: #type"() {
        given:
        def wire = anonymous(start())
        def send = { String path, String json -> wire.post(path, RequestBody.create(json.getBytes('UTF-8'), type ? MediaType.get(type) : null)) }

        when:
        def session = send('/api/tasks/me/with-session/nemo_agent', '{"task_name":"project"}').data.path('session_id').asText()

        then:
        session
        send('/run_sse', "{\"session_id\":\"$session\",\"new_message\":{\"parts\":[{\"text\":\"status\"}]}}").text.contains('Timeline')
        send("/api/upload-video/nemo_agent/me/$session", '{"urls":["https://192.0.2.1/a.mp4"]}').status in [400, 403]

        where:
        type << [null, 'application/x-www-form-urlencoded', 'text/plain; charset=utf-8', 'application/octet-stream']
    }

    def "a session is opened without a body, too"() {
        expect:
        anonymous(start()).post('/api/tasks/me/with-session/nemo_agent').code == 0
    }

    def "a film sent as the plain body is refused, with the form to send it in"() {
        given:
        def wire = anonymous(start())

        when:
        def answer = wire.post("/api/upload-video/nemo_agent/me/${wire.session()}",
            RequestBody.create(TestMedia.plain().toFile(), MediaType.get('video/mp4')))

        then:
        answer.status == 400
        answer.json.path('message').asText().contains("multipart/form-data, in parts named 'files'")
    }

    def "a body that is cut short is a 400 that says so, and changes nothing: #what #how"() {
        given:
        def engine = start()
        def wire = anonymous(engine)
        def session = wire.session()
        def body = what == 'film'
            ? ("--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.mp4\"\r\n\r\n".bytes.toList() + Files.readAllBytes(TestMedia.plain()).toList() + '\r\n--B--\r\n'.bytes.toList()) as byte[]
            : what == 'session' ? '{"task_name":"project"}'.bytes
            : "{\"session_id\":\"$session\",\"new_message\":{\"parts\":[{\"text\":\"mute\"}]}}".bytes
        def path = what == 'film' ? "/api/upload-video/nemo_agent/me/$session" : what == 'session' ? '/api/tasks/me/with-session/nemo_agent' : '/run_sse'
        def type = what == 'film' ? 'multipart/form-data; boundary=B' : 'application/json'
        def sent = body[0..<body.length.intdiv(2)] as byte[]

        when:
        def answer = raw(engine, "POST $path HTTP/1.1\r\nHost: 127.0.0.1:${engine.apiUrl().port}\r\nAuthorization: Bearer $wire.token\r\nContent-Type: $type\r\n" + header(body, sent, how), sent)

        then:
        answer.startsWith('HTTP/1.1 400 ')
        answer.contains(what == 'film' || how != 'at its announced end' ? 'cut short' : 'not a JSON object')
        wire.state(session).path('video_infos').size() == 0

        where:
        [what, how] << [['film', 'session', 'message'], ['by the connection', 'in a chunk', 'at its announced end']].combinations()
    }

    private static String header(byte[] whole, byte[] sent, String how) {
        how == 'in a chunk' ? "Transfer-Encoding: chunked\r\n\r\n${Integer.toHexString(whole.length)}\r\n"
            : "Content-Length: ${how == 'by the connection' ? whole.length : sent.length}\r\n\r\n"
    }

    private static String raw(Engine engine, String head, byte[] body) {
        new Socket('127.0.0.1', engine.apiUrl().port).withCloseable { socket ->
            socket.soTimeout = 20_000
            socket.outputStream << head
            socket.outputStream.write(body)
            socket.outputStream.flush()
            socket.shutdownOutput()
            def answer = new StringBuilder()
            def buffer = new byte[8192]
            for (int read = socket.inputStream.read(buffer); read >= 0 && !answer.contains('"message"'); read = socket.inputStream.read(buffer)) {
                answer << new String(buffer, 0, read, 'UTF-8')
            }
            answer.toString()
        }
    }
}
