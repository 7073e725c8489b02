package io.retake.engine.media.check;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** Random access to the bytes of a file. Reads ahead, since most reads are of adjacent bytes. */
final class Bytes {
    private static final int AHEAD = 64 << 10;

    private final Optional<FileChannel> channel;
    private final long size;
    private byte[] block = {};
    private long from;

    Bytes(FileChannel channel) throws IOException {
        this.channel = Optional.of(channel);
        this.size = channel.size();
    }

    /** Wraps bytes in memory. */
    Bytes(byte[] all) {
        channel = Optional.empty();
        size = all.length;
        block = all;
    }

    long size() {
        return size;
    }

    boolean has(long place, long count) {
        return place >= 0 && count >= 0 && count <= size - place;
    }

    /** Returns so many bytes, or fewer at the end of the file. */
    byte[] upTo(long place, int count) throws IOException {
        return at(place, (int) Math.max(0, Math.min(count, size - place)));
    }

    /** @throws EOFException when the file ends before them */
    byte[] at(long place, int count) throws IOException {
        if (!has(place, count)) {
            throw new EOFException();
        }
        if (place < from || place + count > from + block.length) {
            fill(place, Math.max(count, AHEAD));
        }
        int begin = (int) (place - from);
        return Arrays.copyOfRange(block, begin, begin + count);
    }

    private void fill(long place, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(count, size - place));
        FileChannel file = channel.orElseThrow();
        while (bytes.hasRemaining() && file.read(bytes, place + bytes.position()) >= 0) {
            // A channel may give less than was asked for.
        }
        block = Arrays.copyOf(bytes.array(), bytes.position());
        from = place;
        if (block.length < bytes.capacity()) {
            throw new EOFException();
        }
    }

    int unsignedByte(long place) throws IOException {
        return at(place, 1)[0] & 0xff;
    }

    /** Returns four bytes as a big-endian number. */
    long big32(long place) throws IOException {
        return number(at(place, 4), true);
    }

    /** Returns four bytes as a little-endian number. */
    long little32(long place) throws IOException {
        return number(at(place, 4), false);
    }

    int big16(long place) throws IOException {
        return (int) number(at(place, 2), true);
    }

    int little16(long place) throws IOException {
        return (int) number(at(place, 2), false);
    }

    static long number(byte[] bytes, boolean big) {
        long number = 0;
        for (int i = 0; i < bytes.length; i++) {
            number = (number << 8) | (bytes[big ? i : bytes.length - 1 - i] & 0xff);
        }
        return number;
    }

    /** Returns bytes as Latin-1 text. */
    String text(long place, int count) throws IOException {
        return new String(upTo(place, count), StandardCharsets.ISO_8859_1);
    }

    /** Returns the CRC-32 of a range. */
    long checksum(long place, long count) throws IOException {
        CRC32 crc = new CRC32();
        for (long at = place; at < place + count; at += AHEAD) {
            crc.update(at(at, (int) Math.min(AHEAD, place + count - at)));
        }
        return crc.getValue();
    }
}
