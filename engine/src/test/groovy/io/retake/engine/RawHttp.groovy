package io.retake.engine

/** Sends text as it is, which no HTTP client would. */
class RawHttp {
    /** The whole answer; empty where the connection closes without a word. */
    static String answer(int port, String sent) {
        new Socket('127.0.0.1', port).withCloseable { socket ->
            socket.soTimeout = 60_000
            try {
                socket.outputStream.write(sent.getBytes('ISO-8859-1'))
                socket.shutdownOutput()
                return new String(socket.inputStream.readAllBytes(), 'ISO-8859-1')
            } catch (SocketException ignored) {
                return ''
            }
        }
    }

    /** The answer's status; 0 without an answer. */
    static int status(int port, String sent) {
        def line = answer(port, sent) =~ /^HTTP\/\S+ (\d{3})/
        line ? line[0][1] as int : 0
    }
}
