package io.retake.repl.view.picture;

import java.io.EOFException;
import java.io.IOException;

/** Decodes GIF's variant of LZW: codes grow from the color size to twelve bits, and a clear code resets them. */
final class Lzw {
    private static final int MOST = 1 << 12;

    private Lzw() {}

    /**
     * Decodes the data.
     *
     * @param bits the size of a color index, 1 to 8
     * @param count the number of bytes to decode
     */
    static byte[] read(int bits, byte[] data, int count) throws IOException {
        if (bits < 1 || bits > 8) {
            throw new IOException("colours of " + bits + " bits");
        }
        int clear = 1 << bits;
        int[] before = new int[MOST];
        byte[] last = new byte[MOST];
        byte[] word = new byte[MOST + 1];
        byte[] out = new byte[count];
        int size = bits + 1;
        int next = clear + 2;
        int earlier = -1;
        int first = 0;
        int written = 0;
        int at = 0;
        while (written < count) {
            if (at + size > data.length * 8) {
                throw new EOFException();
            }
            int code = code(data, at, size);
            at += size;
            if (code == clear) {
                size = bits + 1;
                next = clear + 2;
                earlier = -1;
                continue;
            }
            if (code == clear + 1) {
                throw new EOFException();
            }
            int length = 0;
            int rest = code;
            if (code >= next) { // the code being defined: the previous word plus its own first byte
                if (code > next || earlier < 0) {
                    throw new IOException("code " + code);
                }
                word[length++] = (byte) first;
                rest = earlier;
            }
            for (; rest >= clear; rest = before[rest]) {
                word[length++] = last[rest];
            }
            first = rest;
            word[length++] = (byte) rest;
            if (earlier >= 0 && next < MOST) {
                before[next] = earlier;
                last[next++] = (byte) first;
                size += next == 1 << size && size < 12 ? 1 : 0;
            }
            earlier = code;
            while (length > 0 && written < count) {
                out[written++] = word[--length];
            }
        }
        return out;
    }

    private static int code(byte[] data, int at, int size) {
        int code = 0;
        for (int i = 0; i < size; i++) {
            int bit = at + i;
            code |= ((data[bit >> 3] >> (bit & 7)) & 1) << i;
        }
        return code;
    }
}
