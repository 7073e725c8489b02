package io.retake.engine.media.check;

import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Exif data (CIPA DC-008, after TIFF 6.0): their values together are no larger than the data they lie in. Thousands of
 * entries may name the same long value, and FFmpeg copies it for each.
 */
final class ExifCheck {
    private static final int[] SIZES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
    private static final Set<Integer> DIRECTORIES = Set.of(0x8769, 0x8825, 0xa005);
    private static final int MOST_ENTRIES = 20_000;
    private static final long ROOM = 64L << 10;

    private final Bytes bytes;
    private final long from;
    private final long length;
    private final boolean big;
    private final Deque<Long> directories = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();
    private int entries;
    private long values;

    private ExifCheck(Bytes bytes, long from, long length) throws IOException {
        this.bytes = bytes;
        this.from = from;
        this.length = length;
        this.big = bytes.text(from, 2).equals("MM");
    }

    static void check(Bytes bytes, long from, long length) throws IOException, FileRefused {
        if (length > 8 && bytes.text(from, 2).matches("II|MM")) {
            new ExifCheck(bytes, from, length).walk();
        }
    }

    private void walk() throws IOException, FileRefused {
        directories.add(number(4, 4));
        while (!directories.isEmpty()) {
            long at = directories.remove();
            if (at >= 8 && at + 2 <= length && seen.add(at)) {
                directory(at);
            }
        }
    }

    private void directory(long at) throws IOException, FileRefused {
        int count = (int) number(at, 2);
        for (int i = 0; i < count && at + 14 + 12L * i <= length; i++) {
            entry(at + 2 + 12L * i);
        }
        long next = at + 2 + 12L * count;
        if (next + 4 <= length) {
            directories.add(number(next, 4));
        }
    }

    private void entry(long at) throws IOException, FileRefused {
        int type = (int) number(at + 2, 2);
        values += number(at + 4, 4) * (type < SIZES.length ? SIZES[type] : 1);
        entries++;
        if (DIRECTORIES.contains((int) number(at, 2))) {
            directories.add(number(at + 8, 4));
        }
        if (values > 4 * length + ROOM || entries > MOST_ENTRIES) {
            throw FileRefused.swollen(EngineMessages.text("damage.exif"));
        }
    }

    private long number(long at, int count) throws IOException {
        return Bytes.number(bytes.at(from + at, count), big);
    }
}
