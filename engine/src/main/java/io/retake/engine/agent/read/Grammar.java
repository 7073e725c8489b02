package io.retake.engine.agent.read;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Parses a clause. A rule takes a clause only when every word of it has a place in the rule, so the order of the
 * rules seldom matters: the ones with the most particular words come first.
 */
final class Grammar {
    private static final List<Function<Slots, Optional<Reading>>> RULES = List.of(
            UndoRules::read,
            VersionRules::redo,
            VersionRules::checkpoint,
            VersionRules::restore,
            BatchRules::read,
            TaskRules::read,
            FaultRules::read,
            AudioRules::replace,
            AudioRules::match,
            CaptionRules::read,
            ColorRules::table,
            PictureRules::overlay,
            ClipRules::file,
            MusicRules::read,
            TitleRules::lowerThird,
            TitleRules::read,
            AudioRules::auto,
            Grammar::beyond,
            AudioRules::fade,
            AudioRules::loudness,
            AudioRules::silence,
            AudioRules::jumps,
            AudioRules::diagnose,
            AudioRules::sync,
            AudioRules::lag,
            PictureRules::crop,
            PictureRules::rotate,
            PictureRules::flip,
            PictureRules::zoom,
            PictureRules::fps,
            PictureRules::noise,
            PictureRules::sharpen,
            PictureRules::deinterlace,
            PictureRules::stabilize,
            EffectPhrases::read,
            ClipRules::scenes,
            ClipRules::split,
            OrderRules::swap,
            OrderRules::reorder,
            OrderRules::move,
            ClipRules::repeat,
            ClipRules::reverse,
            ClipRules::freeze,
            ClipRules::transition,
            FadeRules::read,
            SoundRules::mute,
            SpeedRules::read,
            SoundRules::volume,
            FrameRules::size,
            FrameRules::shape,
            ColorRules::auto,
            ColorRules::gray,
            ColorRules::grade,
            CutRules::read);

    private Grammar() {}

    /** Returns whether a clause only describes something and requests nothing. */
    static boolean isRemark(Slots slots) {
        return slots.has(Kind.TOO) && !slots.has(Kind.NOT);
    }

    /** Parses a clause; empty if no rule understands it. */
    static Optional<Reading> read(Slots slots) {
        if (isRemark(slots)) {
            return Reading.problem("grammar.description");
        }
        Optional<Slots> padded = FrameRules.uncropped(slots);
        if (padded.isPresent()) {
            return read(padded.get());
        }
        if (slots.has(Kind.NOT, Kind.TOO)) {
            return Reading.limit("grammar.negation");
        }
        if (slots.has(Kind.CONDITION)) {
            return Reading.limit("grammar.condition");
        }
        // "What's wrong with it?" is answered by a diagnosis, which changes nothing.
        if (slots.has(Kind.QUESTION) && !slots.has(Kind.DIAGNOSE)) {
            return Reading.problem("grammar.question", slots.surroundings().summary());
        }
        try {
            return RULES.stream()
                    .map(rule -> rule.apply(slots))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .or(() -> whichPart(slots));
        } catch (IllegalArgumentException e) {
            return Reading.problem("grammar.impossible", String.valueOf(e.getMessage()));
        }
    }

    /** Reports a reference that only somebody who sees the cursor could resolve: "mute the next clip". */
    private static Optional<Reading> whichPart(Slots slots) {
        return slots.all(Kind.DEICTIC).stream()
                .filter(t -> List.of("part", "clip", "place").contains(t.text()))
                .findFirst()
                .flatMap(t -> Reading.limit("grammar.unclear-part", slots.words(t)));
    }

    private static Optional<Reading> beyond(Slots slots) {
        return slots.all(Kind.UNSUPPORTED, Kind.CAPTIONS, Kind.LUT).stream()
                .findFirst()
                .map(Grammar::beyond);
    }

    /** Captions and looks can be changed in more ways than this grammar reads. */
    private static Reading beyond(Token token) {
        boolean limit = token.is(Kind.CAPTIONS, Kind.LUT);
        String what = token.is(Kind.CAPTIONS) ? "captions" : token.is(Kind.LUT) ? "lut" : token.text();
        return new Reading(List.of(), Optional.of(Beyond.phrase(what)), Optional.empty(), limit);
    }
}
