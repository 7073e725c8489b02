package io.retake.engine.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Drains a stream and keeps the end of it: a process whose stderr isn't drained hangs. */
final class OutputTail {
    private static final int KEPT = 8 * 1024;

    private final byte[] ring = new byte[KEPT];
    private long written;

    void drain(InputStream in) throws IOException {
        byte[] block = new byte[4096];
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            add(block, n);
        }
    }

    private synchronized void add(byte[] block, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (written++ % KEPT)] = block[i];
        }
    }

    synchronized String text() {
        int length = (int) Math.min(written, KEPT);
        byte[] kept = new byte[length];
        for (int i = 0; i < length; i++) {
            kept[i] = ring[(int) ((written - length + i) % KEPT)];
        }
        return new String(kept, StandardCharsets.UTF_8).strip();
    }
}
