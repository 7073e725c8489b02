package io.retake.engine

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit
import okhttp3.ConnectionPool
import okhttp3.MediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody

/** Plain HTTP as protocol.md describes it, with nothing of our own client in it. */
class Wire implements AutoCloseable {
    static final MediaType JSON = MediaType.get('application/json')
    private static final ObjectMapper MAPPER = new ObjectMapper()

    static Map<String, Object> parse(String json) { MAPPER.readValue(json, Map) }

    final URI url
    String token
    Map<String, String> headers = [
        'X-Skill-Source': 'retake', 'X-Skill-Version': '0.1.0', 'X-Skill-Platform': 'unknown']
    final OkHttpClient http = new OkHttpClient.Builder()
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
        .retryOnConnectionFailure(false)
        .readTimeout(Duration.ofSeconds(60))
        .build()

    Wire(URI url, String token = null) {
        this.url = url
        this.token = token
    }

    /** A response. */
    static class Answer {
        int status
        Map<String, String> headers
        byte[] bytes

        String getText() { new String(bytes, 'UTF-8') }
        JsonNode getJson() { MAPPER.readTree(bytes) }
        JsonNode getData() { json.path('data') }
        Integer getCode() { json.path('code').isNumber() ? json.path('code').asInt() : null }
        List<String> getEvents() { text.split('\n\n').findAll { it.startsWith('data:') }.collect { it.substring(5).trim() } }
    }

    Answer call(String method, String path, Object body = null, Map<String, String> more = [:]) {
        RequestBody sent = body instanceof RequestBody ? body
            : body instanceof String ? RequestBody.create(body.getBytes('UTF-8'), JSON)
            : body != null ? RequestBody.create(MAPPER.writeValueAsBytes(body), JSON)
            : method in ['GET', 'HEAD'] ? null : RequestBody.create(new byte[0], null)
        def request = new Request.Builder().url(url.toString() + path).method(method, sent)
        headers.each { name, value -> request.header(name, value) }
        if (token) {
            request.header('Authorization', 'Bearer ' + token)
        }
        more.each { name, value -> value == null ? request.removeHeader(name) : request.header(name, value) }
        http.newCall(request.build()).execute().withCloseable { response ->
            new Answer(
                status: response.code(),
                headers: response.headers().collectEntries { [it.first.toLowerCase(), it.second] },
                bytes: response.body().bytes())
        }
    }

    Answer get(String path, Map<String, String> more = [:]) { call('GET', path, null, more) }
    Answer post(String path, Object body = null, Map<String, String> more = [:]) { call('POST', path, body, more) }

    static Wire anonymous(URI url, UUID client = UUID.randomUUID()) {
        def wire = new Wire(url)
        wire.token = wire.post('/api/auth/anonymous-token', null, ['X-Client-Id': client.toString()]).data.path('token').asText()
        wire
    }

    String session() {
        post('/api/tasks/me/with-session/nemo_agent', [task_name: 'project', language: 'en']).data.path('session_id').asText()
    }

    Answer say(String session, String text) {
        post('/run_sse', [app_name: 'nemo_agent', user_id: 'me', session_id: session,
            new_message: [parts: [[text: text]]]], [Accept: 'text/event-stream'])
    }

    JsonNode state(String session) {
        get("/api/state/nemo_agent/me/$session/latest").data.path('state')
    }

    /** Exports these files, after a sentence if one is given; the caller deletes the file. */
    Path exported(List<Path> media, String sentence = null) {
        def session = session()
        media.each {
            assert post("/api/upload-video/nemo_agent/me/$session", [urls: [it.toUri().toString()], source_type: 'url']).code == 0
        }
        if (sentence) {
            assert say(session, sentence).status == 200
        }
        def id = UUID.randomUUID().toString()
        assert post('/api/render/proxy/lambda', [id: id, sessionId: session, draft: state(session).path('draft'), output: [format: 'mp4', quality: 'high']]).status == 200
        def status = ''
        while (status !in ['completed', 'failed']) {
            def now = get("/api/render/proxy/lambda/$id").data
            status = now.path('status').asText()
            Thread.sleep(now.path('pollAfterMs').asInt(10))
        }
        assert status == 'completed'
        Files.write(Files.createTempFile('exported', '.mp4'), get("/api/render/proxy/$id/download").bytes)
    }

    @Override
    void close() {
        http.connectionPool().evictAll()
        http.dispatcher().executorService().shutdown()
    }
}
