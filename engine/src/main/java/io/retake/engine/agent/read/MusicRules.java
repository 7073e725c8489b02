package io.retake.engine.agent.read;

import io.retake.core.edit.sound.Music;
import io.retake.core.edit.value.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rules that put music under the timeline: a named file, or the only song of the session. */
final class MusicRules {
    private static final Level USUAL = new Level.Percent(35);
    private static final Set<String> UNDER = Set.of("under", "underneath", "below", "behind");

    private MusicRules() {}

    static Optional<Reading> read(Slots slots) {
        boolean music = slots.has(Kind.MUSIC, Kind.BACKGROUND);
        Optional<String> file = file(slots, music);
        boolean asked = file.isPresent()
                ? music || slots.has(Kind.ADD, Kind.LIGHT)
                : slots.has(Kind.MUSIC) && (slots.has(Kind.ADD) || isPutUnder(slots));
        boolean only = slots.only(
                        Kind.MUSIC,
                        Kind.ADD,
                        Kind.BACKGROUND,
                        Kind.FILE,
                        Kind.QUOTED,
                        Kind.PERCENT,
                        Kind.DECIBEL,
                        Kind.VOLUME,
                        Kind.DUCK,
                        Kind.SOUND)
                || (slots.hasAll(Kind.DUCK, Kind.DECREASE) && isLaid(slots))
                || (isLevelOfIt(slots) && isLaid(slots));
        int levels = slots.all(Kind.PERCENT, Kind.DECIBEL).size();
        boolean one = slots.all(Kind.FILE, Kind.QUOTED).size() <= 1 && levels <= 1;
        if (!asked || !only || !one || (file.isEmpty() && slots.has(Kind.QUOTED, Kind.FILE))) {
            return Optional.empty();
        }
        return file.isPresent() ? laid(slots, file.get()) : onlySong(slots);
    }

    /** Returns whether a clause puts a song under the footage: "put my song under it". */
    private static boolean isPutUnder(Slots slots) {
        return slots.has(Kind.LIGHT)
                && slots.all(Kind.GLUE).stream()
                        .map(t -> slots.words(t).toLowerCase(Locale.ROOT))
                        .anyMatch(w -> UNDER.contains(w) || (w.equals("on") && slots.has(Kind.PRONOUN)));
    }

    /** Returns whether a clause sets the level of the new music ("… and lower it to 20 %"), not a relative one. */
    private static boolean isLevelOfIt(Slots slots) {
        return slots.has(Kind.DECREASE, Kind.QUIETER, Kind.SMALLER)
                && slots.has(Kind.PRONOUN)
                && slots.one(Kind.PERCENT, Kind.DECIBEL)
                        .filter(level -> slots.follows(level, Kind.TO, Kind.AT))
                        .isPresent();
    }

    /**
     * Returns whether a clause has only words for adding music and lowering it; "… and lower it when someone talks"
     * means ducking.
     */
    private static boolean isLaid(Slots slots) {
        return slots.only(
                Kind.MUSIC,
                Kind.ADD,
                Kind.BACKGROUND,
                Kind.FILE,
                Kind.QUOTED,
                Kind.PERCENT,
                Kind.DECIBEL,
                Kind.VOLUME,
                Kind.DUCK,
                Kind.SOUND,
                Kind.DECREASE,
                Kind.QUIETER,
                Kind.SMALLER);
    }

    private static Optional<Reading> onlySong(Slots slots) {
        List<String> songs = slots.surroundings().songs();
        return songs.size() == 1
                ? laid(slots, songs.get(0))
                : songs.isEmpty()
                        ? Reading.problem("music.none-in-session")
                        : Reading.problem("music.which", String.join(", ", songs), songs.get(0));
    }

    private static Optional<Reading> laid(Slots slots, String file) {
        Level level =
                slots.one(Kind.PERCENT, Kind.DECIBEL).map(MusicRules::level).orElse(USUAL);
        return Reading.of(new Music(file, level, slots.has(Kind.DUCK)));
    }

    private static Level level(Token token) {
        return token.is(Kind.DECIBEL) ? new Level.Decibel(token.number()) : new Level.Percent(token.number());
    }

    /** Returns the named file; a video's name means its sound only if the clause mentions music. */
    private static Optional<String> file(Slots slots, boolean music) {
        Optional<Token> token = slots.one(Kind.FILE, Kind.QUOTED);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        String name = token.get().text();
        String small = name.toLowerCase(Locale.ROOT);
        boolean sounds = List.of(".mp3", ".wav", ".m4a", ".aac").stream().anyMatch(small::endsWith);
        boolean song = slots.surroundings().songs().stream()
                .map(s -> s.toLowerCase(Locale.ROOT))
                .anyMatch(s -> s.equals(small) || s.startsWith(small + "."));
        return sounds || song || music ? Optional.of(name) : Optional.empty();
    }
}
