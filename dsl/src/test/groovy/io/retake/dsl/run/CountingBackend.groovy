package io.retake.dsl.run

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import groovy.transform.CompileStatic
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors

/**
 * A backend after the protocol that counts what it is paid for, and goes on with what it was asked whether or not anybody
 * waits for it. A timeline is the list of what was done in its session, and a film is that list as text: a wrong film can
 * be read.
 */
@CompileStatic
class CountingBackend implements AutoCloseable {
    final List<String> messages = new CopyOnWriteArrayList<>()
    /** How long it takes, in milliseconds, for what it is asked. */
    volatile Closure<Integer> delay = { String what -> 0 }
    private final Map<String, List<String>> sessions = new ConcurrentHashMap<>()
    private final Map<String, List<Map<String, String>>> media = new ConcurrentHashMap<>()
    private final Map<String, String> films = new ConcurrentHashMap<>()
    private final Map<String, Integer> looks = new ConcurrentHashMap<>()
    private final ObjectMapper json = new ObjectMapper()
    private final HttpServer server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    private final ExecutorService threads = Executors.newCachedThreadPool()

    CountingBackend() {
        server.executor = threads
        server.createContext('/') { HttpExchange exchange ->
            try {
                answer(exchange)
            } catch (IOException gone) {
                // The one who asked was killed.
            } finally {
                exchange.close()
            }
        }
        server.start()
    }

    URI getUrl() {
        URI.create("http://127.0.0.1:${server.address.port}")
    }

    private void answer(HttpExchange exchange) {
        String path = exchange.requestURI.path
        byte[] body = exchange.requestBody.readAllBytes()
        String id = path.substring(path.lastIndexOf('/') + 1)
        if (path == '/api/auth/anonymous-token') {
            data(exchange, [token: 'nmv_usr_x', user_id: 'anon_x', expires_at: '2099-01-01T00:00:00Z', credits: 100])
        } else if (path.startsWith('/api/tasks/')) {
            String session = UUID.randomUUID().toString()
            sessions[session] = new CopyOnWriteArrayList<String>()
            media[session] = new CopyOnWriteArrayList<Map<String, String>>()
            data(exchange, [task_id: "t-$session".toString(), session_id: session])
        } else if (path == '/run_sse') {
            message(exchange, json.readTree(body))
        } else if (path.startsWith('/api/upload-video/')) {
            upload(exchange, id, new String(body, 'ISO-8859-1'))
        } else if (path.startsWith('/api/state/')) {
            String session = path.split('/')[5]
            data(exchange, [state: [draft: draft(session), video_infos: media[session], generated_media: [], video_analyses: []]])
        } else if (path == '/api/render/proxy/lambda') {
            JsonNode asked = json.readTree(body)
            films[asked.path('id').asText()] = asked.path('draft').path('done').collect { JsonNode it -> it.asText() }.join('\n')
            answer(exchange, [success: true, data: [id: asked.path('id').asText(), status: 'pending', progress: 5, pollAfterMs: 5]])
        } else if (!films.containsKey(path.split('/')[-1]) && !path.endsWith('/download')) {
            // Killed between writing the render's id down and submitting it: it never came here.
            answer(exchange, [success: false, error: 'no such render'], 404)
        } else if (path.endsWith('/download')) {
            byte[] film = films[path.split('/')[4]].getBytes('UTF-8')
            exchange.sendResponseHeaders(200, film.length)
            exchange.responseBody.write(film)
        } else {
            boolean done = looks.merge(id, 1) { Integer a, Integer b -> a + b } > 3
            answer(exchange, [success: true, data: [id: id, status: done ? 'completed' : 'processing', progress: done ? 100 : 40, pollAfterMs: 20,
                outputUrl: "$url/api/render/proxy/$id/download".toString()]])
        }
    }

    private Map<String, ?> draft(String session) {
        List<String> done = sessions[session]
        done.empty ? [:] : [t: [[tt: 0, sg: [[s: 0, d: 8000, m: [title: 'a']]]]], d: 8000, m: [title: 'x'], done: done]
    }

    private void message(HttpExchange exchange, JsonNode asked) {
        String text = asked.path('new_message').path('parts').path(0).path('text').asText()
        messages << text
        Thread.sleep(delay.call(text) as int)
        sessions[asked.path('session_id').asText()] << text
        exchange.responseHeaders.add('Content-Type', 'text/event-stream')
        exchange.sendResponseHeaders(200, 0)
        exchange.responseBody.write("data: {\"type\":\"text\",\"content\":\"Done.\"}\n\n".getBytes('UTF-8'))
    }

    private void upload(HttpExchange exchange, String session, String body) {
        String name = (body =~ /filename="([^"]+)"/).with { it.find() ? it.group(1) : 'unnamed' }
        Thread.sleep(delay.call(name) as int)
        sessions[session] << "upload $name".toString()
        Map<String, ?> file = [filename: name, file_type: 'video', cdn_url: "http://x/$name".toString(), duration: 8, width: 640, height: 360, fps: 30, hash: name]
        media[session] << (file as Map<String, String>)
        data(exchange, [files: [file], session_state_applied: true])
    }

    private void data(HttpExchange exchange, Map<String, ?> data) {
        answer(exchange, [code: 0, data: data])
    }

    private void answer(HttpExchange exchange, Map<String, ?> whole, int status = 200) {
        byte[] bytes = json.writeValueAsBytes(whole)
        exchange.responseHeaders.add('Content-Type', 'application/json')
        exchange.sendResponseHeaders(status, bytes.length)
        exchange.responseBody.write(bytes)
    }

    @Override
    void close() {
        server.stop(0)
        threads.shutdownNow()
    }
}
