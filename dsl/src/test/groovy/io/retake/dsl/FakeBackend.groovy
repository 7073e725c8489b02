package io.retake.dsl

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger

/**
 * A backend after the protocol, by hand: it remembers what it was asked, answers each message in plain events and counts
 * it in the draft. Its renders take as long as a test says.
 */
class FakeBackend implements AutoCloseable {
    static {
        // Otherwise each answer waits for an acknowledgement that the client's system puts off for 40 ms.
        System.setProperty('sun.net.httpserver.nodelay', 'true')
    }

    final List<String> calls = new CopyOnWriteArrayList<>()
    final Map<String, List<String>> skills = new ConcurrentHashMap<>()
    final List<String> messages = new CopyOnWriteArrayList<>()
    final Map<String, List<String>> said = new ConcurrentHashMap<>()
    final Map<String, Integer> revisions = new ConcurrentHashMap<String, Integer>()
    final Map<String, Boolean> uploaded = new ConcurrentHashMap<String, Boolean>()
    final List<Map<String, Object>> outputs = new CopyOnWriteArrayList<>()
    final byte[] film = ('film' * 1000).bytes
    volatile boolean slowRenders
    volatile boolean outOfCredits
    volatile boolean deaf
    volatile boolean silent
    volatile String receipt = ''
    volatile String analyses = '[]'
    volatile Closure<?> beforeMessage = { String text -> }
    volatile Closure<?> onUpload = { String session -> }
    volatile String segment = '{"s":0,"d":8000,"m":{"title":"a"}}'
    volatile Closure<?> onMessage = { String text -> }
    volatile Closure<?> onDownload = { HttpExchange exchange -> }
    /** The reply to each message in place of "Done", as the text of one event. */
    volatile String reply
    /** Whether its stream breaks off behind that. */
    volatile boolean broken
    /** Of the answer to a message. */
    volatile int status = 200
    /** The report of its tools, as JSON, before its text. */
    volatile Closure<List<String>> tools = { String text -> [] }
    private final HttpServer server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    private final ExecutorService threads = Executors.newCachedThreadPool()
    private final AtomicInteger sessions = new AtomicInteger()

    FakeBackend() {
        server.executor = threads
        server.createContext('/') { HttpExchange exchange ->
            try {
                answer(exchange)
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
        calls << (exchange.requestMethod + ' ' + path)
        skills.computeIfAbsent(exchange.requestMethod + ' ' + path, { k -> new CopyOnWriteArrayList<String>() }) << exchange.requestHeaders.getFirst('X-Skill-Source')
        if (path == '/api/auth/anonymous-token') {
            json(exchange, '{"code":0,"data":{"token":"nmv_usr_x","user_id":"anon_x","expires_at":"2099-01-01T00:00:00Z","credits":100}}')
        } else if (path.startsWith('/api/tasks/')) {
            int number = sessions.incrementAndGet()
            String id = "s$number"
            revisions[id] = 0
            json(exchange, """{"code":0,"data":{"task_id":"t$number","session_id":"$id"}}""")
        } else if (path == '/run_sse') {
            message(exchange, new String(body, 'UTF-8'))
        } else if (path.startsWith('/api/upload-video/')) {
            onUpload.call(last(path))
            uploaded[last(path)] = true
            json(exchange, '{"code":0,"data":{"files":[{"filename":"a.mp4","file_type":"video","cdn_url":"http://x/a.mp4","duration":8,"width":640,"height":360,"fps":30,"hash":"abc"}],"session_state_applied":true}}')
        } else if (path.startsWith('/api/credits/')) {
            json(exchange, '{"code":0,"data":{"available":90,"frozen":0,"total":90}}')
        } else if (path.startsWith('/api/state/')) {
            state(exchange, path.split('/')[5])
        } else if (path == '/api/render/proxy/lambda') {
            outputs << (Map<String, Object>) new com.fasterxml.jackson.databind.ObjectMapper().readValue(body, Map).get('output')
            String id = (new String(body, 'UTF-8') =~ /"id":"([^"]+)"/)[0][1]
            json(exchange, """{"success":true,"data":{"id":"$id","status":"pending","progress":5,"pollAfterMs":5}}""")
        } else if (path.endsWith('/cancel')) {
            json(exchange, '{"success":true,"data":{"status":"cancelled"}}')
        } else if (path.endsWith('/download')) {
            onDownload.call(exchange)
            exchange.sendResponseHeaders(200, film.length)
            exchange.responseBody.write(film)
        } else if (path.startsWith('/api/render/proxy/lambda/')) {
            String id = last(path)
            json(exchange, slowRenders
                ? """{"success":true,"data":{"id":"$id","status":"processing","progress":40,"pollAfterMs":5}}"""
                : """{"success":true,"data":{"id":"$id","status":"completed","progress":100,${receipt ? '"receipt":' + receipt + ',' : ''}"outputUrl":"$url/api/render/proxy/$id/download"}}""")
        } else {
            exchange.sendResponseHeaders(404, -1)
        }
    }

    private void message(HttpExchange exchange, String body) {
        String text = ((List<String>) (body =~ /"text":"((?:[^"\\]|\\.)*)"/)[0])[1]
        String session = ((List<String>) (body =~ /"session_id":"([^"]+)"/)[0])[1]
        if (outOfCredits) {
            json(exchange, '{"code":2001,"message":"out of credits"}')
            return
        }
        messages << text
        beforeMessage.call(text)
        said.computeIfAbsent(session, { k -> new CopyOnWriteArrayList<String>() }) << text
        if (!deaf) {
            revisions[session] = revisions[session] + 1
        }
        onMessage.call(text)
        if (status != 200) {
            byte[] page = 'Internal Server Error'.bytes
            exchange.sendResponseHeaders(status, page.length)
            exchange.responseBody.write(page)
            return
        }
        exchange.responseHeaders.add('Content-Type', 'text/event-stream')
        String events = tools.call(text).collect { "data: $it\n\n" }.join('')
        if (!silent) {
            events += "data: {\"type\":\"text\",\"content\":\"${reply ?: "Done: ${text}."}\"}\n\n"
        }
        byte[] said = events.getBytes('UTF-8')
        exchange.sendResponseHeaders(200, broken ? said.length + 100 : 0)
        exchange.responseBody.write(said)
        exchange.responseBody.flush()
    }

    private void state(HttpExchange exchange, String session) {
        if (!revisions.containsKey(session)) {
            json(exchange, '{"code":1002,"message":"no such session"}')
            return
        }
        String segments = uploaded[session] ? segment : ''
        json(exchange, """{"code":0,"data":{"state":{"draft":{"t":[{"tt":0,"sg":[$segments]}],"d":8000,"m":{"title":"x"},"rev":${revisions[session]}},"video_infos":[],"generated_media":[],"video_analyses":$analyses}}}""")
    }

    private static String last(String path) {
        path.substring(path.lastIndexOf('/') + 1)
    }

    private static void json(HttpExchange exchange, String json) {
        byte[] bytes = json.getBytes('UTF-8')
        exchange.responseHeaders.add('Content-Type', 'application/json')
        exchange.sendResponseHeaders(200, bytes.length)
        exchange.responseBody.write(bytes)
    }

    int count(String call) {
        calls.count { String c -> c.startsWith(call) } as int
    }

    @Override
    void close() {
        server.stop(0)
        threads.shutdownNow()
    }
}
