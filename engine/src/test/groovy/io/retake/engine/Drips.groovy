package io.retake.engine

import java.util.concurrent.CopyOnWriteArrayList

/** Raw connections that send some text at once and then a little now and then; what came back is kept. */
class Drips implements AutoCloseable {
    /** The answer to each connection that ended; empty where it was just closed. */
    final List<String> ended = new CopyOnWriteArrayList<>()
    private final List<Socket> sockets = new CopyOnWriteArrayList<>()
    private final List<Thread> threads = []

    /** @param drip sent ten times a second; null for a client that doesn't read either */
    void open(int port, int count, String text, String drip) {
        def opened = (1..count).collect { new Socket('127.0.0.1', port) }
        sockets.addAll(opened)
        opened.each { socket ->
            // One that is refused at once may be closed by now.
            try {
                socket.outputStream.write(text.getBytes('ISO-8859-1'))
            } catch (IOException ignored) {
                ended << ''
            }
            if (drip != null) {
                threads << Thread.startDaemon('drip') { sendBit(socket, drip) }
            }
        }
        if (drip == null && count == 1) {
            threads << Thread.startDaemon('drip') { ended << read(opened[0]) }
        }
    }

    private void sendBit(Socket socket, String bit) {
        socket.soTimeout = 100
        def said = new ByteArrayOutputStream()
        try {
            while (true) {
                try {
                    int next = socket.inputStream.read()
                    if (next < 0) {
                        break
                    }
                    said.write(next)
                    socket.inputStream.available().times { said.write(socket.inputStream.read()) }
                } catch (SocketTimeoutException ignored) {
                    if (said.size() == 0) {
                        socket.outputStream.write(bit.bytes)
                    }
                }
            }
        } catch (IOException ignored) {
            // Reset: the other side has closed it while we sent.
        }
        ended << said.toString('UTF-8')
    }

    private static String read(Socket socket) {
        try {
            new String(socket.inputStream.readAllBytes(), 'UTF-8')
        } catch (IOException ignored) {
            ''
        }
    }

    /** How many the other side has closed. */
    int closed() {
        sockets.count { socket ->
            try {
                socket.soTimeout = 1
                byte[] some = new byte[4096]
                int n = socket.inputStream.read(some)
                while (n > 0) {
                    n = socket.inputStream.read(some)
                }
                return n < 0
            } catch (SocketTimeoutException ignored) {
                return false
            } catch (IOException ignored) {
                return true
            }
        } as int
    }

    @Override
    void close() {
        sockets*.close()
        threads*.join(5000)
    }
}
