package io.retake.repl

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger

/**
 * A backend that pauses where a test needs it: in the middle of an upload, a render or a download. Its responses are
 * handwritten, after the protocol.
 */
class FakeBackend implements AutoCloseable {
    static final SIZE = 8_000_000
    private final threads = Executors.newCachedThreadPool()
    private final server = HttpServer.create(new InetSocketAddress(0), 0)
    /** The host of its address; 127.0.0.2 counts as another machine. */
    String host = '127.0.0.1'
    /** The call in which it pauses while this is set: upload, message, render, download, or none. */
    volatile String holdIn = ''
    volatile int exportStatus = 200
    /** The reply to each message. */
    volatile String reply = 'It is done.'
    final requests = new java.util.concurrent.atomic.AtomicInteger()
    final reached = new CompletableFuture<String>()
    final released = new CountDownLatch(1)
    final cancelled = new CompletableFuture<String>()
    final messages = new AtomicInteger()

    FakeBackend() {
        server.executor = threads
        server.createContext('/') { exchange -> answer(exchange) }
        server.start()
    }

    String getUrl() {
        "http://$host:${server.address.port}"
    }

    private void answer(HttpExchange exchange) {
        requests.incrementAndGet()
        try {
            def path = exchange.requestURI.path
            if (path.startsWith('/api/upload-video/')) {
                hold('upload') { exchange.requestBody.readNBytes(SIZE.intdiv(2)) }
                exchange.requestBody.readAllBytes()
                json(exchange, '{"code":0,"data":{"files":[{"filename":"a.mp4","file_type":"video","cdn_url":"x","duration":10,"width":640,"height":360,"fps":30,"hash":"abc"}],"session_state_applied":true}}')
                return
            }
            exchange.requestBody.readAllBytes()
            if (path == '/api/auth/anonymous-token') {
                json(exchange, '{"code":0,"data":{"token":"nmv_usr_1","user_id":"anon_1","expires_at":"2036-01-01T00:00:00Z","credits":100}}')
            } else if (path.endsWith('/with-session/nemo_agent')) {
                json(exchange, '{"code":0,"data":{"task_id":"t1","session_id":"s1"}}')
            } else if (path == '/run_sse') {
                messages.incrementAndGet()
                hold('message') {}
                exchange.responseHeaders.add('Content-Type', 'text/event-stream')
                exchange.sendResponseHeaders(200, 0)
                exchange.responseBody.write("data: {\"type\":\"text\",\"content\":\"$reply\"}\n\n".bytes)
            } else if (path.startsWith('/api/state/')) {
                json(exchange, '{"code":0,"data":{"state":{"draft":{"t":[{"tt":0,"sg":[{"s":0,"d":10000,"m":{"title":"a"}}]}],"d":10000,"m":{"title":"x"},"rev":' + messages + '}}}}')
            } else if (path.endsWith('/cancel')) {
                cancelled.complete(path)
                json(exchange, '{"success":true}')
            } else if (path == '/api/render/proxy/lambda') {
                exportStatus == 200 ? json(exchange, '{"success":true,"data":{"id":"r1","status":"pending","progress":5,"pollAfterMs":20}}') : json(exchange, '{"code":402,"message":"not in this plan"}', exportStatus)
            } else if (path.startsWith('/api/render/proxy/lambda/')) {
                def done = holdIn != 'render' || released.count == 0
                if (!done) reached.complete('render')
                json(exchange, done ? """{"success":true,"data":{"id":"r1","status":"completed","progress":100,"outputUrl":"$url/out.mp4"}}""" : '{"success":true,"data":{"id":"r1","status":"processing","progress":40,"pollAfterMs":20}}')
            } else if (path == '/out.mp4') {
                exchange.sendResponseHeaders(200, SIZE)
                exchange.responseBody.write(new byte[SIZE.intdiv(2)])
                exchange.responseBody.flush()
                hold('download') {}
                exchange.responseBody.write(new byte[SIZE.intdiv(2)])
            } else {
                json(exchange, '{"code":404,"message":"no such thing"}', 404)
            }
        } catch (IOException clientIsGone) {
            // as it may be, in a test of interruption
        } finally {
            exchange.close()
        }
    }

    private void hold(String call, Closure before) {
        if (holdIn == call) {
            before()
            reached.complete(call)
            while (holdIn == call && !released.await(20, TimeUnit.MILLISECONDS)) {
                continue
            }
        }
    }

    private static void json(HttpExchange exchange, String text, int status = 200) {
        def bytes = text.bytes
        exchange.responseHeaders.add('Content-Type', 'application/json')
        exchange.sendResponseHeaders(status, bytes.length)
        exchange.responseBody.write(bytes)
    }

    void close() {
        released.countDown()
        server.stop(0)
        threads.shutdownNow()
    }
}
