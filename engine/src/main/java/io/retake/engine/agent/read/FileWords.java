package io.retake.engine.agent.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the file of the session that a clause names, with or without quotes. */
final class FileWords {
    private static final List<String> SOUNDS = List.of(".mp3", ".wav", ".m4a", ".aac");
    private static final List<String> PICTURES =
            List.of(".mp4", ".mov", ".avi", ".webm", ".mkv", ".jpg", ".jpeg", ".png", ".gif", ".webp");

    private static final List<String> CAPTIONS = List.of(".srt", ".vtt");

    private FileWords() {}

    /** Returns the only named file with a picture. */
    static Optional<String> picture(Slots slots) {
        return name(slots).filter(n -> isOne(n, PICTURES) || (!isSong(slots, n) && isThere(slots, n)));
    }

    /** Returns the only named file with sound: an audio file, or a film by its name. */
    static Optional<String> sound(Slots slots) {
        return name(slots).filter(n -> isOne(n, SOUNDS) || isThere(slots, n) || isOne(n, PICTURES.subList(0, 5)));
    }

    /** Returns the only named caption file. */
    static Optional<String> captions(Slots slots) {
        return name(slots)
                .filter(n -> isOne(n, CAPTIONS)
                        || (slots.has(Kind.CAPTIONS)
                                && slots.surroundings().captions().stream().anyMatch(f -> isSame(f, n))));
    }

    /** Returns the only color table among the files that a clause names. */
    static Optional<Token> table(Slots slots) {
        List<Token> tables = slots.all(Kind.FILE, Kind.QUOTED).stream()
                .filter(t -> isOne(t.text(), List.of(".cube"))
                        || (t.is(Kind.QUOTED) && slots.has(Kind.LUT) && t.text().indexOf('.') < 0))
                .toList();
        return tables.size() == 1 ? Optional.of(tables.get(0)) : Optional.empty();
    }

    private static Optional<String> name(Slots slots) {
        return slots.one(Kind.FILE, Kind.QUOTED).map(Token::text);
    }

    private static boolean isOne(String name, List<String> endings) {
        String small = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(small::endsWith);
    }

    private static boolean isThere(Slots slots, String name) {
        return slots.surroundings().files().stream().anyMatch(f -> isSame(f, name));
    }

    private static boolean isSong(Slots slots, String name) {
        return isOne(name, SOUNDS) || slots.surroundings().songs().stream().anyMatch(f -> isSame(f, name));
    }

    private static boolean isSame(String file, String name) {
        String small = file.toLowerCase(Locale.ROOT);
        String wanted = name.toLowerCase(Locale.ROOT);
        return small.equals(wanted) || small.startsWith(wanted + ".");
    }
}
