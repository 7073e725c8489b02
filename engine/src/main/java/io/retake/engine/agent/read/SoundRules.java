package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.core.edit.sound.Mute;
import io.retake.core.edit.sound.Volume;
import io.retake.core.edit.value.Level;
import io.retake.core.edit.value.Target;
import java.util.List;
import java.util.Optional;

/**
 * Rules for the level of the sound. Relative amounts ("louder", "half the volume", "by 6 dB") refer to the current
 * level.
 */
final class SoundRules {
    private SoundRules() {}

    static Optional<Reading> mute(Slots slots) {
        boolean silenced = slots.has(Kind.STRETCH, Kind.TARGET)
                && slots.words(slots.tokens().get(0)).equalsIgnoreCase("silence");
        boolean asked =
                slots.has(Kind.MUTE) || silenced || (slots.has(Kind.REMOVE) && slots.has(Kind.SOUND, Kind.ORIGINAL));
        boolean only = slots.only(
                        Kind.MUTE, Kind.SOUND, Kind.ORIGINAL, Kind.MUSIC, Kind.STRETCH, Kind.TARGET, Kind.FILE)
                || (silenced
                        && slots.all(Kind.SILENCE).size() == 1
                        && slots.only(Kind.SILENCE, Kind.STRETCH, Kind.TARGET))
                || (!slots.has(Kind.MUTE, Kind.MUSIC)
                        && slots.only(Kind.REMOVE, Kind.SOUND, Kind.ORIGINAL, Kind.STRETCH, Kind.TARGET, Kind.FILE));
        boolean musicOfClip = slots.has(Kind.MUSIC) && slots.has(Kind.TARGET, Kind.FILE);
        if (!asked || !only || musicOfClip || slots.severalStretches()) {
            return Optional.empty();
        }
        return Reading.of(heard(slots).stream()
                .<Edit>map(on -> new Mute(slots.from(), slots.to(), on))
                .toList());
    }

    private static List<Target> heard(Slots slots) {
        if (slots.has(Kind.MUSIC)) {
            return List.of(new Target.Layer(Target.TrackKind.MUSIC));
        }
        if (slots.isAboutMusic()
                && slots.has(Kind.VOLUME, Kind.LOUDER, Kind.QUIETER)
                && !slots.has(Kind.SOUND, Kind.ORIGINAL)) {
            return List.of(new Target.Layer(Target.TrackKind.MUSIC));
        }
        return slots.has(Kind.ORIGINAL) && !slots.has(Kind.TARGET, Kind.FILE)
                ? List.of(new Target.Layer(Target.TrackKind.VIDEO))
                : slots.targets();
    }

    static Optional<Reading> volume(Slots slots) {
        boolean heard = slots.has(Kind.VOLUME, Kind.SOUND, Kind.MUSIC, Kind.ORIGINAL)
                || (slots.has(Kind.PRONOUN) && heard(slots).get(0).equals(new Target.Layer(Target.TrackKind.MUSIC)));
        boolean asked = heard || slots.has(Kind.LOUDER, Kind.QUIETER);
        boolean only = slots.only(
                Kind.VOLUME,
                Kind.SOUND,
                Kind.MUSIC,
                Kind.ORIGINAL,
                Kind.LOUDER,
                Kind.QUIETER,
                Kind.INCREASE,
                Kind.DECREASE,
                Kind.BIGGER,
                Kind.SMALLER,
                Kind.LITTLE,
                Kind.MUCH,
                Kind.PERCENT,
                Kind.DECIBEL,
                Kind.FACTOR,
                Kind.HALF,
                Kind.BACKGROUND,
                Kind.CUT,
                Kind.STRETCH,
                Kind.TARGET,
                Kind.FILE);
        // "The background" alone may be music, noise, or the part of the picture behind a person.
        boolean unclear = slots.has(Kind.BACKGROUND) && !slots.has(Kind.MUSIC) && !slots.isAboutMusic();
        boolean turned = slots.isTurned(Kind.QUIETER, Kind.LOUDER);
        // "Cut the volume" lowers it, "cut the music" may remove it.
        boolean cuts = slots.has(Kind.CUT)
                && !slots.has(Kind.VOLUME, Kind.PERCENT, Kind.DECIBEL, Kind.FACTOR, Kind.HALF, Kind.DECREASE);
        if (!asked
                || cuts
                || !only
                || unclear
                || turned
                || slots.severalStretches()
                || (slots.has(Kind.MUSIC) && slots.has(Kind.TARGET))) {
            return Optional.empty();
        }
        List<Target> targets = heard(slots);
        double now = slots.surroundings().gain(targets.get(0));
        if (Double.isNaN(now) && !level(slots, 1).equals(level(slots, 0.5))) {
            return Reading.problem("reader.levels-differ");
        }
        Optional<Level> level = level(slots, now);
        return level.flatMap(l -> Reading.of(targets.stream()
                .<Edit>map(on -> new Volume(l, slots.from(), slots.to(), on))
                .toList()));
    }

    private static Optional<Level> level(Slots slots, double now) {
        boolean up = slots.has(Kind.INCREASE, Kind.LOUDER, Kind.BIGGER);
        boolean down = slots.has(Kind.DECREASE, Kind.QUIETER, Kind.SMALLER, Kind.CUT);
        List<Token> amounts = slots.all(Kind.PERCENT, Kind.DECIBEL, Kind.FACTOR, Kind.HALF);
        if (amounts.size() > 1 || (up && down)) {
            return Optional.empty();
        }
        if (amounts.isEmpty()) {
            return up || down ? Optional.of(percent(now * step(slots, up))) : Optional.empty();
        }
        Token amount = amounts.get(0);
        boolean to = slots.follows(amount, Kind.TO, Kind.AT);
        boolean relative = !to && (up || down || slots.follows(amount, Kind.BY));
        return switch (amount.kind()) {
            case HALF ->
                slots.all(Kind.QUIETER).stream().anyMatch(t -> t.start() > amount.start())
                        ? Optional.empty() // "half as quiet" has no defined level
                        : Optional.of(percent(to ? 0.5 : now * (isRaised(slots, amount) ? 1.5 : 0.5)));
            case FACTOR ->
                amount.as(Double.class) == 1 && (up || down)
                        ? Optional.of(percent(now * (up ? 2 : 0.5)))
                        : Optional.of(percent(now * (down ? 1 / amount.as(Double.class) : amount.as(Double.class))));
            case DECIBEL -> Optional.of(decibel(amount.number(), relative, down, now));
            default -> Optional.of(percent(amount.as(Amount.class), relative, down, now));
        };
    }

    /** Returns whether "half" raises the level: "up by half", 大一半, but not "half as loud". */
    private static boolean isRaised(Slots slots, Token half) {
        return slots.all(Kind.INCREASE, Kind.LOUDER, Kind.BIGGER).stream().anyMatch(t -> t.start() < half.start());
    }

    private static double step(Slots slots, boolean up) {
        if (slots.has(Kind.LITTLE)) {
            return up ? 1.25 : 0.75;
        }
        return slots.has(Kind.MUCH) ? up ? 2 : 0.25 : up ? 1.5 : 0.5;
    }

    private static Level decibel(double value, boolean relative, boolean down, double now) {
        double change = relative ? down ? -Math.abs(value) : value : value;
        return !relative || now == 1 ? new Level.Decibel(change) : percent(now * new Level.Decibel(change).gain());
    }

    private static Level percent(Amount amount, boolean relative, boolean down, double now) {
        boolean plus = amount.signed() && !relative;
        if (!relative && !plus) {
            return new Level.Percent(amount.value());
        }
        double change = amount.value() / 100 * (down && amount.value() > 0 ? -1 : 1);
        return percent(now * (1 + change));
    }

    /** Rounds to a tenth of a percent, which is finer than audible and still readable. */
    private static Level percent(double gain) {
        return new Level.Percent(Math.round(gain * 1000) / 10.0);
    }
}
