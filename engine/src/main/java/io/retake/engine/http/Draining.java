package io.retake.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * Reads on what nobody wants, within bounds: a client that is still sending when the connection closes sees a broken
 * pipe in place of the answer (RFC 9112, 9.6).
 */
final class Draining {
    private static final long MOST = 2L << 30;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private Draining() {}

    static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long end = System.nanoTime() + PATIENCE;
        long total = 0;
        int read = 0;
        while (read >= 0 && total < MOST && System.nanoTime() < end) {
            total += read;
            read = in.read(buffer);
        }
    }
}
