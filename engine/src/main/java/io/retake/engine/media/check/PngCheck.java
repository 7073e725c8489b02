package io.retake.engine.media.check;

import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A PNG, moving or not (W3C, Portable Network Graphics, third edition): all chunks are there and those with a picture
 * have their checksums, and its texts and profiles stay small when they are unfolded. FFmpeg unfolds them all.
 */
final class PngCheck {
    static final String HEAD = "\u0089PNG\r\n\u001a\n";

    /** These belong to the picture as well, though a reader may leave them out. A flipped bit elsewhere spoils nothing. */
    private static final Set<String> PICTURE = Set.of("tRNS", "acTL", "fcTL", "fdAT");

    private static final Set<String> TEXTS = Set.of("tEXt", "zTXt", "iTXt", "iCCP");

    /** Programs write a dozen; FFmpeg's time grows with their square. */
    private static final int MOST_TEXTS = 1000;

    /** All texts and profiles together, unfolded: a profile has up to 4 MB. */
    private static final long MOST_UNFOLDED = 16L << 20;

    private static final int MOST_CHUNKS = 500_000;

    private final Bytes bytes;
    private final long begin;
    private final boolean strict;
    private boolean picture;
    private int texts;
    private long unfolded;

    private PngCheck(Bytes bytes, long begin, boolean strict) {
        this.bytes = bytes;
        this.begin = begin;
        this.strict = strict;
    }

    static FileCheck of(Bytes bytes) throws IOException, FileRefused {
        return new PngCheck(bytes, 0, true).walked();
    }

    /** Checks only the texts and profiles of a PNG inside another file. */
    static void texts(Bytes bytes, long begin) throws IOException, FileRefused {
        new PngCheck(bytes, begin, false).walked();
    }

    private FileCheck walked() throws IOException, FileRefused {
        long at = begin + HEAD.length();
        for (int chunks = 0; chunks < MOST_CHUNKS; chunks++) {
            long length = bytes.has(at, 8) ? bytes.big32(at) : 0;
            if (!bytes.has(at, 12 + length)) {
                return cutOff();
            }
            String type = bytes.text(at + 4, 4);
            if (strict && isPicture(type) && bytes.checksum(at + 4, 4 + length) != bytes.big32(at + 8 + length)) {
                throw FileRefused.damaged(EngineMessages.text("damage.checksum", chunks));
            }
            if (TEXTS.contains(type)) {
                text(type, at + 8, length);
            } else if (type.equals("eXIf")) {
                ExifCheck.check(bytes, at + 8, length);
            } else if (type.equals("IDAT")) {
                picture = true;
            } else if (type.equals("IEND") && picture) {
                return FileCheck.still(bytes.big32(begin + HEAD.length() + 8), bytes.big32(begin + HEAD.length() + 12));
            }
            at += 12 + length;
        }
        if (strict) {
            throw FileRefused.swollen(EngineMessages.text("damage.chunks", MOST_CHUNKS));
        }
        return FileCheck.UNKNOWN;
    }

    /** A reader must know it: its name begins with a capital. */
    private static boolean isPicture(String type) {
        return type.charAt(0) < 'a' || PICTURE.contains(type);
    }

    private FileCheck cutOff() throws FileRefused {
        if (strict) {
            throw FileRefused.cutOff(EngineMessages.text("damage.no-end"));
        }
        return FileCheck.UNKNOWN;
    }

    private void text(String type, long at, long length) throws IOException, FileRefused {
        texts++;
        if (texts > MOST_TEXTS) {
            throw FileRefused.swollen(EngineMessages.text("damage.texts", MOST_TEXTS));
        }
        unfolded += switch (type) {
            case "zTXt", "iCCP" -> inflated(afterName(at, length) + 1, at + length);
            case "iTXt" -> length + international(at, length);
            default -> length;
        };
        if (unfolded > MOST_UNFOLDED) {
            throw FileRefused.swollen(EngineMessages.text("damage.texts-size", MOST_UNFOLDED >> 20));
        }
    }

    /** Returns the position after the name and the zero that ends it. */
    private long afterName(long at, long length) throws IOException {
        for (long i = at; i < at + Math.min(length, 80); i++) {
            if (bytes.unsignedByte(i) == 0) {
                return i + 1;
            }
        }
        return at + length;
    }

    /** A flag, a method, a language and a translated name come first. */
    private long international(long at, long length) throws IOException {
        long flag = afterName(at, length);
        if (flag + 2 >= at + length || bytes.unsignedByte(flag) == 0) {
            return 0;
        }
        long end = at + length;
        long language = afterName(flag + 2, end - flag - 2);
        return inflated(afterName(language, end - language), end);
    }

    /** Returns the decompressed length; stops counting beyond the limit. */
    private long inflated(long from, long end) throws IOException {
        Inflater inflater = new Inflater();
        byte[] out = new byte[64 << 10];
        long count = 0;
        try {
            for (long at = from; at < end && !inflater.finished(); at += out.length) {
                inflater.setInput(bytes.at(at, (int) Math.min(out.length, end - at)));
                int made = inflater.inflate(out);
                while (made > 0 && count <= MOST_UNFOLDED) {
                    count += made;
                    made = inflater.inflate(out);
                }
            }
        } catch (DataFormatException e) {
            // FFmpeg leaves out such a text too.
        } finally {
            inflater.end();
        }
        return count;
    }
}
