package io.retake.engine.media.check;

import io.retake.engine.phrase.EngineMessages;
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
        map.put("PK\u0003\u0004", "not-media.zip");
        map.put("PK\u0005\u0006", "not-media.zip");
        map.put("%PDF-", "not-media.pdf");
        map.put("Rar!\u001a\u0007", "not-media.rar");
        map.put("7z\u00bc\u00af'\u001c", "not-media.seven-zip");
        map.put("\u001f\u008b", "not-media.gzip");
        map.put("BZh", "not-media.bzip");
        map.put("\u00fd7zXZ\0", "not-media.xz");
        map.put("(\u00b5/\u00fd", "not-media.zstandard");
        map.put("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "not-media.office");
        map.put("\u007fELF", "not-media.program");
        map.put("MZ\u0090\0", "not-media.program");
        map.put("\u00ca\u00fe\u00ba\u00be", "not-media.program");
        map.put("SQLite format 3\0", "not-media.database");
        map.put("8BPS\0\u0001", "not-media.photoshop");
        return map;
    }

    static void check(Bytes bytes, String name) throws IOException, FileRefused {
        String wanted = wanted(name);
        String head = bytes.text(0, HEAD);
        for (Map.Entry<String, String> beginning : BEGINNINGS.entrySet()) {
            if (head.startsWith(beginning.getKey())) {
                throw not(wanted, beginning.getValue());
            }
        }
        if (head.length() > 262 && head.startsWith("ustar", 257)) {
            throw not(wanted, "not-media.tar");
        }
        if (isZeros(bytes, head)) {
            throw not(wanted, "not-media.zeros");
        }
        String text = text(bytes.upTo(0, HEAD));
        if (!text.isEmpty()) {
            throw not(wanted, kind(text));
        }
    }

    private static FileRefused not(String wanted, String what) {
        return new FileRefused(EngineMessages.text(wanted, EngineMessages.text(what)));
    }

    private static String wanted(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return PICTURES.contains(ending)
                ? "not-media.no-picture"
                : SOUNDS.contains(ending) ? "not-media.no-sound" : "not-media.no-video";
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
            return "not-media.html";
        }
        if (start.startsWith("<svg") || (start.startsWith("<?xml") && start.contains("<svg"))) {
            return "not-media.svg";
        }
        if (start.startsWith("#extm3u")
                || start.startsWith("ffconcat")
                || start.startsWith("<mpd")
                || start.contains("<mpd")) {
            return "not-media.playlist";
        }
        return start.startsWith("<?xml")
                ? "not-media.xml"
                : start.startsWith("{") || start.startsWith("[") ? "not-media.json" : "not-media.text";
    }
}
