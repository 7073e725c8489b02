package io.retake.engine.media.check;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Recognizes files that are something else than their names say, and names what they are. */
final class NotMedia {
    private static final int HEAD = 4096;

    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "webp");
    private static final Set<String> SOUNDS = Set.of("mp3", "wav", "m4a", "aac");

    /** Magic numbers by which files begin; the longest of a kind first. */
    private static final Map<String, String> BEGINNINGS = beginnings();

    private NotMedia() {}

    private static Map<String, String> beginnings() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("PK\u0003\u0004", "begins like a ZIP archive");
        map.put("PK\u0005\u0006", "begins like a ZIP archive");
        map.put("%PDF-", "is a PDF document");
        map.put("Rar!\u001a\u0007", "begins like a RAR archive");
        map.put("7z\u00bc\u00af'\u001c", "begins like a 7z archive");
        map.put("\u001f\u008b", "begins like a gzip archive");
        map.put("BZh", "begins like a bzip2 archive");
        map.put("\u00fd7zXZ\0", "begins like an xz archive");
        map.put("(\u00b5/\u00fd", "begins like a Zstandard archive");
        map.put("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "begins like an old Office document");
        map.put("\u007fELF", "is a program");
        map.put("MZ\u0090\0", "is a program");
        map.put("\u00ca\u00fe\u00ba\u00be", "is a program");
        map.put("SQLite format 3\0", "is a database");
        map.put("8BPS\0\u0001", "is a Photoshop document");
        return map;
    }

    static void check(Bytes bytes, String name) throws IOException, FileRefused {
        String wanted = wanted(name);
        String head = bytes.text(0, HEAD);
        for (Map.Entry<String, String> beginning : BEGINNINGS.entrySet()) {
            if (head.startsWith(beginning.getKey())) {
                throw not(wanted, "it " + beginning.getValue());
            }
        }
        if (head.length() > 262 && head.startsWith("ustar", 257)) {
            throw not(wanted, "it begins like a tar archive");
        }
        if (isZeros(bytes, head)) {
            throw not(wanted, "it contains only zeros. The copy or download was never filled in");
        }
        String text = text(bytes.upTo(0, HEAD));
        if (!text.isEmpty()) {
            throw not(wanted, "it is " + kind(text));
        }
    }

    private static FileRefused not(String wanted, String what) {
        return new FileRefused("is not " + wanted + ": " + what + ". Check that it is the right file.");
    }

    private static String wanted(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return PICTURES.contains(ending) ? "a picture" : SOUNDS.contains(ending) ? "a sound" : "a video";
    }

    /** Returns whether the file holds only zeros; reads all of it, unless another byte comes first. */
    private static boolean isZeros(Bytes bytes, String head) throws IOException {
        if (!head.chars().allMatch(c -> c == 0)) {
            return false;
        }
        int step = 64 << 10;
        for (long at = 0; at < bytes.size(); at += step) {
            for (byte b : bytes.upTo(at, step)) {
                if (b != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * The beginning, when it is text of whatever encoding; empty when it is not: hardly any bytes but letters' do
     * without controls.
     */
    private static String text(byte[] head) {
        String text = new String(head, charset(head));
        boolean readable = text.chars().allMatch(c -> (c >= ' ' && c != 0x7f) || "\n\r\t\f\u001b".indexOf(c) >= 0);
        return readable ? text : "";
    }

    private static Charset charset(byte[] head) {
        int mark = head.length > 2 ? ((head[0] & 0xff) << 8) | (head[1] & 0xff) : 0;
        // This one reads the mark, and leaves it out.
        return mark == 0xfffe || mark == 0xfeff ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
    }

    private static String kind(String text) {
        String start = text.stripLeading().replace("\u00ef\u00bb\u00bf", "").toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head")) {
            return "an HTML page, such as a download gives that asks for something first";
        }
        if (start.startsWith("<svg") || (start.startsWith("<?xml") && start.contains("<svg"))) {
            return "a drawing (SVG)";
        }
        if (start.startsWith("#extm3u")
                || start.startsWith("ffconcat")
                || start.startsWith("<mpd")
                || start.contains("<mpd")) {
            return "a playlist, which only names other files";
        }
        return start.startsWith("<?xml")
                ? "XML"
                : start.startsWith("{") || start.startsWith("[") ? "JSON or other text" : "text";
    }
}
