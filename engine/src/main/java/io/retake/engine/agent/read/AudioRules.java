package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.CutSilence;
import io.retake.core.edit.arrange.SmoothJumpCuts;
import io.retake.core.edit.session.Diagnose;
import io.retake.core.edit.sound.AutoSyncAudio;
import io.retake.core.edit.sound.FadeAudio;
import io.retake.core.edit.sound.Loudness;
import io.retake.core.edit.sound.ReplaceAudio;
import io.retake.core.edit.sound.SyncAudio;
import io.retake.core.edit.value.Lufs;
import io.retake.core.edit.value.Offset;
import io.retake.core.edit.value.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Rules for sound other than its level: fades of the sound alone, loudness, replacement, and synchronization. */
final class AudioRules {
    private static final Duration USUAL_PAUSE = Duration.ofMillis(500);
    private static final double USUAL_LUFS = -14;

    private AudioRules() {}

    static Optional<Reading> fade(Slots slots) {
        boolean heard =
                slots.has(Kind.SOUND, Kind.ORIGINAL, Kind.MUSIC) || (slots.has(Kind.PRONOUN) && slots.isAboutMusic());
        boolean in = slots.has(Kind.FADE_IN, Kind.FADE_BOTH) || (slots.has(Kind.FADE) && isInward(slots));
        boolean out = slots.has(Kind.FADE_OUT, Kind.FADE_BOTH) || (slots.has(Kind.FADE) && slots.has(Kind.OUT));
        boolean only = slots.only(
                Kind.FADE,
                Kind.ADD,
                Kind.FADE_IN,
                Kind.FADE_OUT,
                Kind.FADE_BOTH,
                Kind.OUT,
                Kind.SOUND,
                Kind.ORIGINAL,
                Kind.MUSIC,
                Kind.LENGTH,
                Kind.STRETCH,
                Kind.START,
                Kind.END,
                Kind.LAST,
                Kind.GRADUAL,
                Kind.TARGET,
                Kind.FILE);
        Optional<Duration> said = FadeRules.length(slots, in, out);
        if (!heard || !(in || out) || !only || FadeRules.isMisplaced(slots, in, out) || said.isEmpty()) {
            return Optional.empty();
        }
        Duration length = said.get();
        List<Target> targets =
                slots.has(Kind.MUSIC) ? List.of(new Target.Layer(Target.TrackKind.MUSIC)) : slots.targets();
        return Reading.of(targets.stream()
                .<Edit>map(on -> new FadeAudio(in ? length : Duration.ZERO, out ? length : Duration.ZERO, on))
                .toList());
    }

    /** Returns whether "in" belongs to "fade in", as in "fade the sound in", and not to "in clip 2". */
    private static boolean isInward(Slots slots) {
        List<Token> tokens = slots.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            boolean in =
                    tokens.get(i).is(Kind.GLUE) && slots.words(tokens.get(i)).equalsIgnoreCase("in");
            if (in && !(i + 1 < tokens.size() && tokens.get(i + 1).is(Kind.TARGET, Kind.FILE, Kind.STRETCH))) {
                return true;
            }
        }
        return false;
    }

    static Optional<Reading> loudness(Slots slots) {
        List<Token> numbers = slots.all(Kind.NUMBER);
        boolean asked = slots.has(Kind.NORMALIZE) || (slots.has(Kind.LUFS_SIGN) && numbers.size() == 1);
        boolean only = slots.only(
                Kind.NORMALIZE, Kind.ADD, Kind.LUFS_SIGN, Kind.NUMBER, Kind.VOLUME, Kind.SOUND, Kind.FIX, Kind.FAULT);
        if (!asked || !only || numbers.size() > 1 || numbers.isEmpty() == slots.has(Kind.LUFS_SIGN)) {
            return Optional.empty();
        }
        return Reading.of(new Loudness(
                new Lufs(numbers.isEmpty() ? USUAL_LUFS : numbers.get(0).number())));
    }

    static Optional<Reading> replace(Slots slots) {
        Optional<String> file = FileWords.sound(slots);
        boolean heard = slots.has(Kind.SOUND, Kind.ORIGINAL);
        boolean instead =
                slots.all(Kind.REPLACE).stream().anyMatch(t -> slots.words(t).contains(" "));
        boolean other = slots.has(Kind.REPLACE, Kind.SWAP)
                || slots.one(Kind.FILE, Kind.QUOTED)
                        .filter(f -> slots.follows(f, Kind.TO))
                        .isPresent();
        boolean only = slots.only(Kind.FILE, Kind.QUOTED, Kind.REPLACE, Kind.SWAP, Kind.SOUND, Kind.ORIGINAL);
        return file.isPresent() && only && (instead || (heard && other))
                ? Reading.of(new ReplaceAudio(file.get()))
                : Optional.empty();
    }

    static Optional<Reading> silence(Slots slots) {
        boolean cuts = slots.has(Kind.REMOVE, Kind.CUT, Kind.TRIM)
                || slots.all(Kind.SILENCE).stream().anyMatch(t -> t.value().equals("cut"));
        boolean only = slots.only(
                Kind.SILENCE,
                Kind.MUTE,
                Kind.JUDGED,
                Kind.REMOVE,
                Kind.CUT,
                Kind.TRIM,
                Kind.LONGER,
                Kind.LENGTH,
                Kind.TARGET,
                Kind.FILE);
        List<Token> lengths = slots.all(Kind.LENGTH);
        // 静音超过一秒的地方 are silences too.
        boolean mute = slots.has(Kind.MUTE);
        boolean named = mute ? slots.has(Kind.LONGER) && !lengths.isEmpty() : slots.has(Kind.SILENCE);
        if (!named || !cuts || !only || lengths.size() > 1) {
            return Optional.empty();
        }
        Duration longer = lengths.isEmpty() ? USUAL_PAUSE : lengths.get(0).as(Duration.class);
        return Reading.of(slots.targets().stream()
                .<Edit>map(on -> new CutSilence(longer, on))
                .toList());
    }

    static Optional<Reading> jumps(Slots slots) {
        boolean asked = slots.has(Kind.JUMPCUTS) && slots.has(Kind.SMOOTH, Kind.FIX, Kind.REMOVE);
        return asked
                        && slots.only(
                                Kind.JUMPCUTS,
                                Kind.JUDGED,
                                Kind.SMOOTH,
                                Kind.LITTLE,
                                Kind.FIX,
                                Kind.REMOVE,
                                Kind.TARGET,
                                Kind.FILE)
                ? Reading.of(
                        slots.targets().stream().<Edit>map(SmoothJumpCuts::new).toList())
                : Optional.empty();
    }

    /** Parses "sync the sound automatically", "fix the audio sync". */
    static Optional<Reading> auto(Slots slots) {
        boolean said = slots.all(Kind.SYNC).stream().anyMatch(t -> t.value().equals("auto"));
        List<Token> wrong = slots.all(Kind.UNSUPPORTED);
        boolean off = !wrong.isEmpty()
                && (slots.has(Kind.FIX) || !slots.has(Kind.LIGHT, Kind.ADD))
                && wrong.stream().allMatch(t -> t.text().equals("sync"));
        boolean asked = said || off || slots.hasAll(Kind.SYNC, Kind.SOUND, Kind.FIX);
        return asked
                        && slots.only(Kind.SYNC, Kind.SOUND, Kind.ORIGINAL, Kind.FIX, Kind.UNSUPPORTED, Kind.TARGET)
                        && (off || wrong.isEmpty())
                ? Reading.of(
                        slots.targets().stream().<Edit>map(AutoSyncAudio::new).toList())
                : Optional.empty();
    }

    static Optional<Reading> diagnose(Slots slots) {
        return slots.has(Kind.DIAGNOSE) && slots.only(Kind.DIAGNOSE, Kind.QUESTION, Kind.TARGET, Kind.FILE)
                ? Reading.of(slots.targets().stream().<Edit>map(Diagnose::new).toList())
                : Optional.empty();
    }

    /** Parses a synchronization to another recording of the same sound. */
    static Optional<Reading> match(Slots slots) {
        Optional<String> file = FileWords.sound(slots);
        boolean only = slots.only(Kind.SYNC, Kind.SOUND, Kind.ORIGINAL, Kind.FILE, Kind.QUOTED, Kind.TARGET);
        boolean one = slots.all(Kind.TARGET).size() <= 1;
        Target on = slots.one(Kind.TARGET).map(t -> t.as(Target.class)).orElse(Target.EVERYTHING);
        return slots.has(Kind.SYNC) && file.isPresent() && only && one
                ? Reading.of(new SyncAudio(new Offset(Duration.ZERO), file.get(), on))
                : Optional.empty();
    }

    /** Parses "the sound is 200 ms late": the fault implies the correction. */
    static Optional<Reading> lag(Slots slots) {
        Optional<Token> lag = slots.one(Kind.LAG);
        Optional<Token> length = slots.one(Kind.LENGTH);
        boolean only = slots.only(
                        Kind.LAG,
                        Kind.DELAY,
                        Kind.EARLIER,
                        Kind.SOUND,
                        Kind.ORIGINAL,
                        Kind.SYNC,
                        Kind.FIX,
                        Kind.LENGTH,
                        Kind.TARGET)
                && !slots.has(Kind.LIGHT, Kind.ADD);
        if (lag.isEmpty() || length.isEmpty() || !only) {
            return Optional.empty();
        }
        String way = lag.get().text();
        boolean bare = way.length() == 1;
        boolean heard = slots.one(Kind.SOUND, Kind.ORIGINAL)
                .filter(t -> t.start() < lag.get().start())
                .isPresent();
        if (bare && !heard) {
            return Optional.empty();
        }
        Duration time = length.get().as(Duration.class);
        Offset offset = new Offset(way.startsWith("-") ? time.negated() : time);
        // "It is early, delay it" states the same correction twice.
        boolean contrary = slots.has(offset.later().isNegative() ? Kind.DELAY : Kind.EARLIER);
        return time.isZero() || contrary
                ? Optional.empty()
                : Reading.of(slots.targets().stream()
                        .<Edit>map(on -> new SyncAudio(offset, "", on))
                        .toList());
    }

    static Optional<Reading> sync(Slots slots) {
        boolean only = slots.only(
                Kind.SYNC,
                Kind.SHIFT,
                Kind.DELAY,
                Kind.EARLIER,
                Kind.SOUND,
                Kind.ORIGINAL,
                Kind.LENGTH,
                Kind.NUMBER,
                Kind.UNIT,
                Kind.TARGET);
        boolean asked = slots.has(Kind.SYNC, Kind.SHIFT, Kind.DELAY, Kind.EARLIER);
        if (!asked
                || !only
                || !slots.has(Kind.SOUND, Kind.ORIGINAL)
                || (slots.has(Kind.DELAY) && slots.has(Kind.EARLIER))) {
            return Optional.empty();
        }
        Optional<Duration> time = time(slots);
        if (time.isEmpty() || time.get().isZero()) {
            return Optional.empty();
        }
        boolean backwards = slots.has(Kind.EARLIER);
        if (time.get().isNegative() && slots.has(Kind.DELAY, Kind.EARLIER)) {
            return Optional.empty();
        }
        Offset offset = new Offset(backwards ? time.get().negated() : time.get());
        return Reading.of(slots.targets().stream()
                .<Edit>map(on -> new SyncAudio(offset, "", on))
                .toList());
    }

    /** Returns a length, which may have a minus before it; no other rule accepts a negative one. */
    static Optional<Duration> time(Slots slots) {
        Optional<Token> length = slots.one(Kind.LENGTH);
        if (length.isPresent()) {
            return slots.has(Kind.NUMBER, Kind.UNIT) ? Optional.empty() : length.map(t -> t.as(Duration.class));
        }
        Optional<Token> number = slots.one(Kind.NUMBER);
        Optional<Token> unit = slots.one(Kind.UNIT);
        if (number.isEmpty() || unit.isEmpty() || !slots.follows(unit.get(), Kind.NUMBER)) {
            return Optional.empty();
        }
        double ms = number.get().number() * TimePhrases.unitMs(unit.get());
        return Optional.of(Duration.ofMillis(Math.round(ms)));
    }
}
