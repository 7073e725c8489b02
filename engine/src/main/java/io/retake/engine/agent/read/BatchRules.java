package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.Remove;
import io.retake.core.edit.arrange.Speed;
import io.retake.core.edit.arrange.Trim;
import io.retake.core.edit.value.Factor;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Rules for follow-up requests in a session with several videos: edits of one file, and relative changes of the current
 * state.
 */
final class BatchRules {
    /** "Half of the speed", "half as fast": of the present one. */
    private static final Pattern COMPARED = Pattern.compile("(?i)\\b(?:of|as)\\b");

    /** Words that can only mean a larger size. */
    private static final Set<String> LARGER = Set.of("bigger", "larger", "huge", "big", "large");

    private BatchRules() {}

    static Optional<Reading> read(Slots slots) {
        return files(slots)
                .or(() -> whole(slots))
                .or(() -> title(slots))
                .or(() -> bareFactor(slots))
                .or(() -> pace(slots));
    }

    /** Parses "only keep c.avi", "delete a.avi and b.avi": applies to all clips of these files. */
    private static Optional<Reading> files(Slots slots) {
        boolean keep = slots.has(Kind.KEEP);
        boolean only = slots.only(Kind.FILE, Kind.KEEP, Kind.REMOVE, Kind.CUT) && !slots.has(Kind.ADD);
        if (!only || !slots.has(Kind.FILE) || keep == slots.has(Kind.REMOVE, Kind.CUT)) {
            return Optional.empty();
        }
        NavigableSet<Integer> named = new TreeSet<>();
        for (Token file : slots.all(Kind.FILE)) {
            List<Integer> clips = slots.surroundings().clipsOf(file.text());
            if (clips.isEmpty()) {
                return Optional.empty();
            }
            named.addAll(clips);
        }
        return keep ? kept(slots, named) : Reading.of(removed(slots, named));
    }

    private static Optional<Reading> kept(Slots slots, NavigableSet<Integer> named) {
        Surroundings there = slots.surroundings();
        NavigableSet<Integer> others = new TreeSet<>();
        for (int clip = 1; clip <= there.clips(); clip++) {
            if (!named.contains(clip)) {
                others.add(clip);
            }
        }
        if (others.isEmpty()) {
            return Reading.problem("batch.no-other-clips");
        }
        boolean together = named.last() - named.first() == named.size() - 1;
        return together
                ? Reading.of(new Trim(
                        there.clip(named.first()).get(0),
                        there.clip(named.last()).get(1),
                        Target.EVERYTHING))
                : Reading.of(removed(slots, others));
    }

    /** Removes the last clip first, because all positions refer to the timeline before the edit. */
    private static List<Edit> removed(Slots slots, NavigableSet<Integer> clips) {
        return clips.descendingSet().stream()
                .map(slots.surroundings()::clip)
                .<Edit>map(where -> new Remove(where.get(0), where.get(1), Target.EVERYTHING))
                .toList();
    }

    /**
     * Parses "upscale c.avi". Size and shape belong to the whole film, so a request for one of several clips must not
     * change them.
     */
    private static Optional<Reading> whole(Slots slots) {
        boolean about = slots.has(Kind.UPSCALE, Kind.RESIZE, Kind.ASPECT, Kind.SHAPE)
                || (slots.has(Kind.SIZE, Kind.RATIO) && slots.has(Kind.LIGHT));
        boolean only = slots.only(
                Kind.UPSCALE,
                Kind.RESIZE,
                Kind.SIZE,
                Kind.METHOD,
                Kind.RESOLUTION,
                Kind.ASPECT,
                Kind.SHAPE,
                Kind.RATIO,
                Kind.FIT,
                Kind.TARGET,
                Kind.FILE);
        List<Token> named = slots.all(Kind.TARGET, Kind.FILE);
        if (!about || !only || named.isEmpty() || slots.has(Kind.ADD)) {
            return Optional.empty();
        }
        if (slots.surroundings().clips() == 1 && named.stream().allMatch(t -> isOnlyClip(slots, t))) {
            List<Token> rest = slots.tokens().stream()
                    .filter(t -> !t.is(Kind.TARGET, Kind.FILE))
                    .toList();
            return FrameRules.size(slots.with(rest)).or(() -> FrameRules.shape(slots.with(rest)));
        }
        return Reading.problem(
                "batch.canvas-of-clip",
                named.get(0).is(Kind.FILE) ? named.get(0).text() : slots.words(named.get(0)));
    }

    private static boolean isOnlyClip(Slots slots, Token token) {
        return token.is(Kind.FILE)
                ? !slots.surroundings().clipsOf(token.text()).isEmpty()
                : token.value().equals(new Target.Clip(1));
    }

    /** Parses "make the title bigger". */
    private static Optional<Reading> title(Slots slots) {
        Slots known = slots.with(slots.tokens().stream()
                .map(t -> t.is(Kind.UNKNOWN) && LARGER.contains(slots.words(t).toLowerCase(Locale.ROOT))
                        ? new Token(Kind.BIGGER, "", t.start(), t.end())
                        : t)
                .toList());
        boolean sized = known.has(Kind.BIGGER, Kind.SMALLER, Kind.UPSCALE, Kind.RESIZE);
        boolean only = known.only(
                Kind.TITLE,
                Kind.BIGGER,
                Kind.SMALLER,
                Kind.UPSCALE,
                Kind.RESIZE,
                Kind.LITTLE,
                Kind.MUCH,
                Kind.RESOLUTION,
                Kind.TARGET);
        return sized && only && known.has(Kind.TITLE) ? Reading.problem("batch.title-size") : Optional.empty();
    }

    /** Parses a message that is only a factor, such as "2x". */
    private static Optional<Reading> bareFactor(Slots slots) {
        Optional<Token> factor =
                slots.one(Kind.FACTOR).filter(f -> slots.tokens().size() == 1);
        boolean alone = factor.isPresent()
                && slots.source().strip().replaceAll("(?<![.!。！])[.!。！]++$", "").length()
                        == factor.get().end() - factor.get().start();
        return alone
                ? Reading.of(new Speed(
                        new Factor(factor.get().as(Double.class)), Moment.START, Moment.END, Target.EVERYTHING))
                : Optional.empty();
    }

    /** Parses a change of speed: "a bit slower" is relative to the current speed, "to 2x" to the recording. */
    private static Optional<Reading> pace(Slots slots) {
        boolean more = (slots.has(Kind.FASTER, Kind.SLOWER, Kind.INCREASE, Kind.DECREASE) || isOfNow(slots))
                && !slots.has(Kind.SLOW_MOTION);
        boolean absolute = slots.all(Kind.FACTOR, Kind.NUMBER, Kind.PERCENT, Kind.HALF).stream()
                .anyMatch(amount -> slots.follows(amount, Kind.TO, Kind.AT));
        Optional<Reading> plain = more && !absolute ? SpeedRules.read(slots) : Optional.empty();
        if (plain.isEmpty() || plain.get().problem().isPresent()) {
            return Optional.empty();
        }
        List<Edit> edits = new ArrayList<>();
        for (Edit edit : plain.get().edits()) {
            Optional<List<Edit>> now = now((Speed) edit, slots.surroundings());
            if (now.isEmpty()) {
                return Reading.problem("batch.different-speeds");
            }
            edits.addAll(now.get());
        }
        return Reading.of(edits);
    }

    /** Returns whether half is half of the present speed: "half of that speed", "half as fast", 速度的一半. */
    private static boolean isOfNow(Slots slots) {
        Optional<Token> half = slots.one(Kind.HALF);
        boolean compared = half.filter(h -> slots.all(Kind.SPEED).stream()
                        .anyMatch(s -> s.start() > h.start()
                                && COMPARED.matcher(slots.source().substring(h.end(), s.end()))
                                        .find()))
                .isPresent();
        boolean that = slots.all(Kind.PRONOUN).stream()
                .map(slots::words)
                .anyMatch(word -> word.equalsIgnoreCase("that") || word.equalsIgnoreCase("this"));
        boolean chinese = half.filter(h -> slots.all(Kind.SPEED).stream().anyMatch(s -> s.start() < h.start()))
                .isPresent();
        return half.isPresent() && (compared || that || chinese);
    }

    /**
     * Returns the edit multiplied by the current speed; empty if a part of the timeline has clips of different speeds.
     */
    private static Optional<List<Edit>> now(Speed edit, Surroundings there) {
        List<Double> speeds = there.speeds(edit.on());
        if (speeds.stream().distinct().count() <= 1) {
            double now = speeds.isEmpty() ? 1 : speeds.get(0);
            return Optional.of(List.of(new Speed(times(edit, now), edit.range(), edit.on())));
        }
        boolean all = edit.on().equals(Target.EVERYTHING) && edit.range().isAll();
        if (!all) {
            return Optional.empty();
        }
        List<Edit> each = new ArrayList<>();
        for (int i = 0; i < speeds.size(); i++) {
            each.add(new Speed(times(edit, speeds.get(i)), Moment.START, Moment.END, new Target.Clip(i + 1)));
        }
        return Optional.of(each);
    }

    private static Factor times(Speed edit, double now) {
        return new Factor(Math.round(edit.factor().orElseThrow().value() * now * 10_000) / 10_000.0);
    }
}
