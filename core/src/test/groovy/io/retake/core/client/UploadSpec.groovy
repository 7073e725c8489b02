package io.retake.core.client

import io.retake.core.client.http.ClientException
import io.retake.core.client.http.TokensSpec
import io.retake.core.client.transfer.Footage
import io.retake.core.client.transfer.TransferListener
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Timeout

class UploadSpec extends ClientSpecification {
    static final String UPLOAD = 'POST /api/upload-video/nemo_agent/me/ses_1'
    List<List> progress = []
    TransferListener listener = { String name, long done, long total -> progress << [name, done, total] }

    static String uploaded(String... names) {
        def files = names.collect { """{"filename":"$it","file_type":"video","cdn_url":"https://cdn/x","duration":12.5,"width":1280,"height":720,"fps":29.97,"hash":"abc"}""" }
        """{"code":0,"data":{"files":[${files.join(',')}],"session_state_applied":true}}"""
    }

    Path file(String name, int size = 200_000) {
        def path = folder.resolve(name)
        Files.write(path, (0..<size).collect { (byte) (it % 251) } as byte[])
        path
    }

    def "a file travels as one part, byte for byte, with progress"() {
        given:
        server.on(UPLOAD) { it.json(uploaded('a.mp4')) }
        def a = file('a.mp4')

        when:
        def files = client().upload(SESSION, [a], listener, none())

        then:
        files*.filename() == ['a.mp4']
        files[0].duration().toMillis() == 12500
        files[0].width() == 1280
        files[0].fps() == 29.97d
        def request = server.requests[0]
        request.headers['Content-Type'].startsWith('multipart/form-data; boundary=')
        request.headers['Authorization'] == "Bearer $TOKEN"
        def body = new String(request.bytes, StandardCharsets.ISO_8859_1)
        body.contains('Content-Disposition: form-data; name="files"; filename="a.mp4"\r\n')
        body.contains('Content-Type: video/mp4')
        body.contains(new String(Files.readAllBytes(a), StandardCharsets.ISO_8859_1))
        progress*.get(1) == progress*.get(1).sort()
        progress[-1] == ['a.mp4', 200_000L, 200_000L]
        progress.size() >= 3
    }

    def "a file name with #what stays inside its quotes"() {
        given:
        server.on(UPLOAD) { it.json(uploaded('x')) }

        when:
        client().upload(SESSION, [file(name, 10)], listener, none())

        then:
        def head = server.requests[0].text.split('\r\n\r\n')[0].split('\r\n')
        head[1] == "Content-Disposition: form-data; name=\"files\"; filename=\"$sent\""
        head.length == 3 || head.length == 4

        where:
        what              | name                          || sent
        'quotes'          | 'a"; filename="b.mp4'         || 'a%22; filename=%22b.mp4'
        'line ends'       | 'a\r\nX-Evil: 1.mp4'          || 'a%0D%0AX-Evil: 1.mp4'
        'other controls'  | 'a\u0001\tb.mp4'              || 'a__b.mp4'
        'another ending' | 'photo.JPEG'                   || 'photo.jpg'
        'capitals'        | 'CLIP.MP4'                     || 'CLIP.MP4'
        'other scripts'   | '采访 é 🎬.mp4'                 || '采访 é 🎬.mp4'
    }

    def "several files go one after the other"() {
        given:
        server.onEach(UPLOAD, { it.json(uploaded('a.mp4')) }, { it.json(uploaded('b.wav')) })

        expect:
        client().upload(SESSION, [file('a.mp4'), file('b.wav')], listener, none())*.filename() == ['a.mp4', 'b.wav']
    }

    def "#what is refused before the first byte of any file"() {
        given:
        def bad = make(folder)

        when:
        client().upload(SESSION, [file('good.mp4'), bad], listener, none())

        then:
        def problem = thrown(ClientException)
        problem.class == type
        (problem.message + problem.advice()).contains(words)
        problem.message.contains(bad.fileName.toString())
        server.requests == []

        where:
        what                   | type                            | words                      | make
        'long captions'        | ClientException.FileTooLarge    | 'At most 2 MB'             | { sparse(it.resolve('long.srt'), (2L << 20) + 1) }
        'more than 500 MB'     | ClientException.FileTooLarge    | '500 MB'                   | { sparse(it.resolve('big.mp4'), (500L << 20) + 1) }
        'an unknown type'      | ClientException.UnsupportedFile | 'mp4, mov, avi'            | { Files.write(it.resolve('a.txt'), [1] as byte[]) }
        'no type'              | ClientException.UnsupportedFile | 'mp4, mov, avi'            | { Files.write(it.resolve('mp4'), [1] as byte[]) }
        'a missing file'       | ClientException.UnreadableFile  | 'There is no file'         | { it.resolve('missing.mp4') }
        'a folder'             | ClientException.UnreadableFile  | 'not a file'               | { Files.createDirectory(it.resolve('folder.mp4')) }
        'an empty file'        | ClientException.UnreadableFile  | 'is empty'                 | { Files.createFile(it.resolve('empty.mp4')) }
    }

    static Path sparse(Path path, long size) {
        new RandomAccessFile(path.toFile(), 'rw').withCloseable { it.length = size }
        path
    }

    def "exactly 500 MB is not too large"() {
        expect:
        Footage.check(sparse(folder.resolve('a.mp4'), 500L << 20), true).bytes() == 524288000L
    }

    def "reports a file that #what while it is sent, and keeps no half of it"() {
        given:
        def a = file('a.mp4')
        def spoil = { String name, long done, long total -> if (done >= 65536 && done < 140_000) action(a) } as TransferListener
        server.on(UPLOAD) { it.json(uploaded('a.mp4')) }

        when:
        client().upload(SESSION, [a], spoil, none())

        then:
        def problem = thrown(ClientException.UnreadableFile)
        problem.message.contains('a.mp4')
        server.requests.every { it.length < 200_000 }

        where:
        what             | action
        'is cut short'   | { Path p -> new RandomAccessFile(p.toFile(), 'rw').withCloseable { it.length = 100_000 } }
        'grows'          | { Path p -> p.toFile().append('more') }
        'vanishes'       | { Path p -> Files.deleteIfExists(p) }
    }

    def "an upload whose token is rejected is sent again from its first byte"() {
        given:
        server.onEach('POST /api/auth/anonymous-token', { it.json(TokensSpec.grant('one')) }, { it.json(TokensSpec.grant('two')) })
        server.on(UPLOAD) { it.json(it.request.headers['Authorization'] == 'Bearer two' ? uploaded('a.mp4') : '{"code":1001}') }

        when:
        anonymous().upload(SESSION, [file('a.mp4')], listener, none())

        then:
        server.received(UPLOAD)*.length.unique().size() == 1
        server.count(UPLOAD) == 2
    }

    def "an upload that breaks is not repeated by itself"() {
        given:
        server.on(UPLOAD) { it.drop() }

        when:
        client().upload(SESSION, [file('a.mp4')], listener, none())

        then:
        thrown(ClientException.ConnectionLost)
        server.count(UPLOAD) == 1
    }

    def "a refusal names the formats"() {
        given:
        server.on(UPLOAD) { it.json('{"code":4001,"message":"not a video"}') }

        when:
        client().upload(SESSION, [file('a.mp4')], listener, none())

        then:
        def problem = thrown(ClientException.UnsupportedFile)
        problem.message.contains('not a video')
        problem.advice().contains('webm')
    }

    def "an answer without the file is no success"() {
        given:
        server.on(UPLOAD) { it.json('{"code":0,"data":{"files":[]}}') }

        when:
        client().upload(SESSION, [file('a.mp4')], listener, none())

        then:
        thrown(ClientException.NotAnApi)
    }

    def "files are handed over by reference where the backend is on this machine"() {
        given:
        server.on(UPLOAD) { it.json(uploaded('a b.mp4', 'c.wav')) }
        def files = [file('a b.mp4', 10), file('c.wav', 10)]

        when:
        client { it.localFiles(true) }.upload(SESSION, files, listener, none())

        then:
        server.requests.size() == 1
        server.requests[0].text == """{"urls":["${files[0].toRealPath().toUri()}","${files[1].toRealPath().toUri()}"],"source_type":"url"}"""
        progress == [['a b.mp4', 10L, 10L], ['c.wav', 10L, 10L]]
    }

    def "addresses are fetched by the backend; other schemes are refused here"() {
        given:
        server.on(UPLOAD) { it.json(uploaded('a.mp4')) }

        when:
        client().uploadUrls(SESSION, [URI.create('https://example.com/a.mp4?x=1')], none())

        then:
        server.requests[0].text == '{"urls":["https://example.com/a.mp4?x=1"],"source_type":"url"}'

        when:
        client().uploadUrls(SESSION, [URI.create('file:///etc/passwd.mp4')], none())

        then:
        thrown(ClientException.UnreadableFile)
        server.requests.size() == 1
    }

    @Timeout(60)
    def "500 MB go through a JVM with a heap of 64 MB"() {
        given:
        server.on(UPLOAD) { it.json(uploaded('a.mp4')) }
        def big = sparse(folder.resolve('a.mp4'), 500L << 20)
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def process = new ProcessBuilder(java, '-Xmx64m', '-XX:+UseSerialGC', '-cp', System.getProperty('java.class.path'),
            UploadMain.name, server.url.toString(), big.toString()).redirectErrorStream(true).start()

        when:
        def output = process.inputStream.text
        def code = process.waitFor()

        then:
        output.readLines()[-1] == '524288000 of 524288000'
        code == 0
        server.requests[0].length > 524288000L

        cleanup:
        process?.destroyForcibly()
    }
}
