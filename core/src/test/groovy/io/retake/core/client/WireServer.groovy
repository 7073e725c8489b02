package io.retake.core.client

import java.nio.charset.StandardCharsets
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList

/** A server on a bare socket, so that it can misbehave in every way, and that counts what reaches it. */
class WireServer implements Closeable {
    private static final int KEPT = 1 << 20
    final List<Received> requests = new CopyOnWriteArrayList<>()
    final List<Throwable> problems = new CopyOnWriteArrayList<>()
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName('127.0.0.1'))
    private final Map<String, Closure> routes = new ConcurrentHashMap<>()
    private final Set<Socket> open = ConcurrentHashMap.newKeySet()
    private final Thread acceptor

    WireServer() {
        acceptor = Thread.startDaemon('wire-server') {
            try {
                while (true) {
                    Socket connection = socket.accept()
                    open.add(connection)
                    Thread.startDaemon('wire-server') { serve(connection) }
                }
            } catch (SocketException closed) {
                return
            }
        }
    }

    URI getUrl() { URI.create("http://127.0.0.1:$socket.localPort") }

    /** Sets the handler of "POST /path"; the closure receives the exchange. */
    WireServer on(String methodAndPath, Closure handler) {
        routes[methodAndPath] = handler
        this
    }

    /** Answers one after the other; the last stays. */
    WireServer onEach(String methodAndPath, Closure... handlers) {
        def left = handlers.toList()
        on(methodAndPath) { exchange ->
            def next
            synchronized (left) { next = left.size() > 1 ? left.remove(0) : left[0] }
            next(exchange)
        }
    }

    List<Received> received(String methodAndPath) { requests.findAll { it.line == methodAndPath } }

    int count(String methodAndPath) { received(methodAndPath).size() }

    int getOpenConnections() { open.size() }

    /** Refuses new connections from now on; open ones continue. */
    void listenNoMore() {
        socket.close()
        acceptor.join(2000)
    }

    @Override
    void close() {
        socket.close()
        open.each { it.close() }
        acceptor.join(2000)
    }

    private void serve(Socket connection) {
        try {
            InputStream input = new BufferedInputStream(connection.inputStream, 65536)
            while (true) {
                Received request = Received.read(input, KEPT)
                if (request == null) {
                    return
                }
                requests.add(request)
                def exchange = new Exchange(request, connection)
                def handler = routes[request.line]
                handler == null ? exchange.json(404, '{"code":0,"message":"no route"}') : handler(exchange)
                if (exchange.last) {
                    return
                }
            }
        } catch (IOException gone) {
            return
        } catch (Throwable problem) {
            problems.add(problem)
        } finally {
            connection.close()
            open.remove(connection)
        }
    }

    static class Received {
        String line
        String target
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER)
        byte[] bytes = []
        long length

        String getText() { new String(bytes, StandardCharsets.UTF_8) }

        static Received read(InputStream input, int kept) {
            String start = readLine(input)
            if (start == null || start.isEmpty()) {
                return null
            }
            def parts = start.split(' ')
            def request = new Received(target: parts[1], line: parts[0] + ' ' + parts[1].split('[?]')[0])
            for (String header = readLine(input); header; header = readLine(input)) {
                def (name, value) = header.split(': *', 2)
                request.headers[name] = value
            }
            request.readBody(input, kept)
            request
        }

        private void readBody(InputStream input, int kept) {
            long wanted = (headers['Content-Length'] ?: '0') as long
            def buffer = new byte[65536]
            def start = new ByteArrayOutputStream()
            while (length < wanted) {
                int read = input.read(buffer, 0, (int) Math.min(buffer.length, wanted - length))
                if (read < 0) {
                    break
                }
                if (start.size() < kept) {
                    start.write(buffer, 0, read)
                }
                length += read
            }
            bytes = start.toByteArray()
        }

        private static String readLine(InputStream input) {
            def line = new ByteArrayOutputStream()
            int next = input.read()
            if (next < 0) {
                return null
            }
            while (next >= 0 && next != 10) {
                if (next != 13) {
                    line.write(next)
                }
                next = input.read()
            }
            line.toString(StandardCharsets.UTF_8)
        }
    }

    static class Exchange {
        final Received request
        final Socket connection
        boolean last

        Exchange(Received request, Socket connection) {
            this.request = request
            this.connection = connection
        }

        void json(int status = 200, String body, Map<String, String> headers = [:]) {
            answer(status, ['Content-Type': 'application/json'] + headers, body.getBytes(StandardCharsets.UTF_8))
        }

        void answer(int status, Map<String, String> headers, byte[] body) {
            raw("HTTP/1.1 $status X\r\n" + headers.collect { "$it.key: $it.value\r\n" }.join('')
                + "Content-Length: $body.length\r\n\r\n")
            bytes(body)
        }

        /** An event stream; ends by closing. */
        void events(String... data) {
            startEvents()
            data.each { event(it) }
            end()
        }

        void startEvents() {
            raw('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n')
        }

        void event(String data) { chunk("data: $data\n\n") }

        void chunk(String text) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8)
            raw(Integer.toHexString(body.length) + '\r\n')
            bytes(body)
            raw('\r\n')
        }

        void end() { raw('0\r\n\r\n') }

        void raw(String text) { bytes(text.getBytes(StandardCharsets.UTF_8)) }

        void bytes(byte[] body) {
            connection.outputStream.write(body)
            connection.outputStream.flush()
        }

        /** Closes without another word. */
        void drop() {
            last = true
            connection.close()
        }

        /** Closes with a reset. */
        void reset() {
            connection.setSoLinger(true, 0)
            drop()
        }
    }
}
