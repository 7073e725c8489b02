package io.retake.core.sse

/** Gives its bytes out in pieces cut at the given places, as a network may. */
class CutStream extends InputStream {
    private final byte[] bytes
    private final List<Integer> cuts
    private int position

    CutStream(byte[] bytes, List<Integer> cuts) {
        this.bytes = bytes
        this.cuts = cuts
    }

    int read() { throw new UnsupportedOperationException('read pieces') }

    @Override
    int read(byte[] target, int offset, int length) {
        if (position == bytes.length) {
            return -1
        }
        int end = cuts.find { it > position } ?: bytes.length
        int count = Math.min(length, Math.min(end, bytes.length) - position)
        System.arraycopy(bytes, position, target, offset, count)
        position += count
        return count
    }
}
