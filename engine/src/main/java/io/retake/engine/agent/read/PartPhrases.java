package io.retake.engine.agent.read;

import io.retake.core.edit.value.Target;
import io.retake.engine.agent.read.Phrases.Found;
import java.util.List;
import java.util.Optional;

/** Parses references to clips and scenes: in digits, in words, counted from the end, several at once. */
final class PartPhrases {
    /**
     * The last scene, before scenes have been detected; a {@link Reader} has them detected first and then knows its
     * number.
     */
    static final Target.Scene LAST_SCENE = new Target.Scene(Integer.MAX_VALUE);

    private static final int LAST = -1;
    private static final int MOST_AT_ONCE = 20;

    private final List<Token> tokens;
    private final Surroundings surroundings;

    PartPhrases(List<Token> tokens, Surroundings surroundings) {
        this.tokens = tokens;
        this.surroundings = surroundings;
    }

    /** A position among clips or scenes, {@link #LAST} for the last, and the index after it. */
    private record Ordinal(int number, int next) {}

    /** Parses clip 2, the second scene, the last clip, the 1st and the 3rd clip, the first two clips, 第二个片段, 第二段. */
    Optional<Found<Token>> read(int at, List<Token> before) {
        if (isAll(at)) {
            int next = isPiece(at + 1) ? at + 2 : past(at + 1) + 1;
            return Optional.of(new Found<>(token(Kind.CLIP, "all", at, next), next));
        }
        return several(at, before)
                .or(() -> numbered(at, Kind.CLIP))
                .or(() -> numbered(at, Kind.SCENE))
                .or(() -> another(at, before))
                .or(() -> ordinal(at).flatMap(o -> named(o, at).or(() -> ofSameKind(o, at, before))));
    }

    private boolean at(int index, Kind... kinds) {
        return index < tokens.size() && tokens.get(index).is(kinds);
    }

    private boolean isWord(int index, String value) {
        return at(index, Kind.FILLER) && tokens.get(index).value().equals(value);
    }

    private int past(int index) {
        int next = index;
        while (at(next, Kind.FILLER, Kind.ARTICLE)) {
            next++;
        }
        return next;
    }

    /** Returns whether the token is 段, which means a clip after a number and nothing elsewhere. */
    private boolean isPiece(int at) {
        return isWord(at, "piece");
    }

    private Token token(Kind kind, Object value, int from, int next) {
        return new Token(
                kind, value, tokens.get(from).start(), tokens.get(next - 1).end());
    }

    private Optional<Found<Token>> found(Kind kind, double number, int from, int next) {
        return number == (int) number && number >= 1
                ? Optional.of(new Found<>(token(Kind.TARGET, target(kind, (int) number), from, next), next))
                : Optional.empty();
    }

    private static Target target(Kind kind, int number) {
        return kind == Kind.CLIP ? new Target.Clip(number) : new Target.Scene(number);
    }

    /** Returns whether "the two clips" begins here and there are two. */
    private boolean isAll(int at) {
        boolean both = at(at, Kind.DEICTIC) && tokens.get(at).value().equals("both") && surroundings.clips() == 2;
        boolean counted = both
                || (at(at, Kind.NUMBER)
                        && surroundings.clips() > 1
                        && tokens.get(at).number() == surroundings.clips());
        boolean ordinal = at > 0 && at(at - 1, Kind.ORDINAL, Kind.FIRST, Kind.LAST);
        int noun = past(at + 1);
        return counted && !ordinal && (isPiece(at + 1) || (at(noun, Kind.CLIP) && !at(noun + 1, Kind.NUMBER)));
    }

    private Optional<Found<Token>> numbered(int at, Kind kind) {
        int number = past(at + 1);
        boolean counts = at(number + 1, Kind.UNIT, Kind.PERCENT_SIGN, Kind.LINES_SIGN, Kind.PARTS_OF);
        return at(at, kind) && at(number, Kind.NUMBER) && !counts
                ? found(kind, tokens.get(number).number(), at, number + 1)
                : Optional.empty();
    }

    /** Parses the 3 of "clips 1 and 3". */
    private Optional<Found<Token>> another(int at, List<Token> before) {
        boolean amount = at(
                at + 1,
                Kind.UNIT,
                Kind.TIMES,
                Kind.PERCENT_SIGN,
                Kind.LINES_SIGN,
                Kind.K_SIGN,
                Kind.PARTS_OF,
                Kind.DECIBEL_SIGN,
                Kind.DEGREES_SIGN,
                Kind.LUFS_SIGN,
                Kind.FPS,
                Kind.STEP,
                Kind.BY,
                Kind.DASH,
                Kind.RATIO_SIGN);
        int size = before.size();
        boolean joined = size > 1
                && before.get(size - 1).is(Kind.AND, Kind.COMMA)
                && before.get(size - 2).is(Kind.TARGET)
                && before.get(size - 2).value() instanceof Target.Piece;
        if (!at(at, Kind.NUMBER) || amount || !joined || noun(at + 1).isPresent()) {
            return Optional.empty();
        }
        Kind kind = before.get(size - 2).value() instanceof Target.Clip ? Kind.CLIP : Kind.SCENE;
        double number = tokens.get(at).number();
        boolean there = number <= (kind == Kind.CLIP ? surroundings.clips() : MOST_AT_ONCE);
        return there ? found(kind, number, at, at + 1) : Optional.empty();
    }

    private Optional<Ordinal> ordinal(int at) {
        if (at(at, Kind.FIRST)) {
            return Optional.of(new Ordinal(1, at + 1));
        }
        if (at(at, Kind.LAST)) {
            return Optional.of(new Ordinal(LAST, at + 1));
        }
        if (at(at, Kind.ORDINAL) && tokens.get(at).as(Integer.class) > 0) {
            return Optional.of(new Ordinal(tokens.get(at).as(Integer.class), at + 1));
        }
        if (at(at, Kind.ORDINAL) && at(at + 1, Kind.NUMBER)) {
            double number = tokens.get(at + 1).number();
            return number >= 1 && number == (int) number
                    ? Optional.of(new Ordinal((int) number, at + 2))
                    : Optional.empty();
        }
        if (at(at, Kind.FRACTION)) {
            return Optional.of(new Ordinal(tokens.get(at).as(Integer.class), at + 1));
        }
        boolean second = at(at, Kind.UNIT) && tokens.get(at).value().equals("s");
        return second ? Optional.of(new Ordinal(2, at + 1)) : Optional.empty();
    }

    /** The counted noun, clip or scene, and its position. */
    private record Noun(Kind kind, int at) {}

    private Optional<Noun> noun(int from) {
        int next = from;
        while (at(next, Kind.FILLER, Kind.ARTICLE)) {
            if (isPiece(next) && next == from) {
                return Optional.of(new Noun(Kind.CLIP, next));
            }
            // After a number, a shot is a scene.
            if (isWord(next, "shot") && !at(next + 1, Kind.CLIP)) {
                return Optional.of(new Noun(Kind.SCENE, next));
            }
            next++;
        }
        return at(next, Kind.CLIP, Kind.SCENE)
                ? Optional.of(new Noun(tokens.get(next).kind(), next))
                : Optional.empty();
    }

    private Optional<Found<Token>> named(Ordinal ordinal, int from) {
        Optional<Noun> noun = noun(ordinal.next());
        boolean lastOne = ordinal.number() == LAST && isWord(ordinal.next(), "one piece");
        if (lastOne && noun.isEmpty()) {
            return counted(ordinal, Kind.CLIP, from, ordinal.next() + 1);
        }
        return noun.isPresent()
                ? counted(ordinal, noun.get().kind(), from, noun.get().at() + 1)
                : shared(ordinal).flatMap(kind -> counted(ordinal, kind, from, ordinal.next()));
    }

    /** Returns the noun that several ordinals share, after the last of them: "the 1st and the 2nd clip". */
    private Optional<Kind> shared(Ordinal first) {
        Optional<Noun> noun = Optional.empty();
        Optional<Ordinal> last = joined(first);
        while (last.isPresent() && noun.isEmpty()) {
            noun = noun(last.get().next());
            last = joined(last.get());
        }
        return noun.map(Noun::kind);
    }

    /** Returns the ordinal that "and" or a comma joins to this one. */
    private Optional<Ordinal> joined(Ordinal ordinal) {
        int join = past(ordinal.next());
        if (!at(join, Kind.AND, Kind.COMMA, Kind.GLUE)) {
            return Optional.empty();
        }
        boolean both = at(join, Kind.COMMA) && at(join + 1, Kind.AND);
        return ordinal(past(join + (both ? 2 : 1)));
    }

    /** Parses an ordinal with the noun of an earlier one: "play the second clip, then the first one". */
    private Optional<Found<Token>> ofSameKind(Ordinal ordinal, int from, List<Token> before) {
        int one = ordinal.next();
        boolean said = at(one, Kind.NUMBER)
                && tokens.get(one).number() == 1
                && (one + 1 == tokens.size() || at(one + 1, Kind.AND, Kind.COMMA, Kind.STOP, Kind.THEN, Kind.TO));
        return before.stream()
                .filter(t -> said && t.is(Kind.TARGET) && t.value() instanceof Target.Piece)
                .reduce((earlier, later) -> later)
                .flatMap(t ->
                        counted(ordinal, t.value() instanceof Target.Clip ? Kind.CLIP : Kind.SCENE, from, one + 1));
    }

    private Optional<Found<Token>> counted(Ordinal ordinal, Kind kind, int from, int next) {
        if (ordinal.number() != LAST) {
            return found(kind, ordinal.number(), from, next);
        }
        boolean unknown = kind == Kind.SCENE && surroundings.scenes() == 0;
        int last = kind == Kind.CLIP ? Math.max(1, surroundings.clips()) : surroundings.scenes();
        return found(kind, unknown ? LAST_SCENE.number() : last, from, next);
    }

    /** Parses "the first two clips", "the last three scenes" as single references, if their total number is known. */
    private Optional<Found<Token>> several(int at, List<Token> before) {
        if (!at(at, Kind.FIRST, Kind.LAST) || !at(past(at + 1), Kind.NUMBER)) {
            return Optional.empty();
        }
        int number = past(at + 1);
        Optional<Noun> noun = noun(number + 1);
        double many = tokens.get(number).number();
        boolean first = at(at, Kind.FIRST);
        boolean single = many == 1 || many != (int) many || many < 1 || many > MOST_AT_ONCE;
        if (noun.isEmpty() || single) {
            return Optional.empty();
        }
        Kind kind = noun.get().kind();
        int there = kind == Kind.CLIP ? surroundings.clips() : surroundings.scenes();
        boolean known = there >= many || (first && kind == Kind.SCENE && there == 0);
        if (!known) {
            return Optional.empty();
        }
        int begin = first ? 1 : there - (int) many + 1;
        int next = noun.get().at() + 1;
        for (int i = 0; i < many - 1; i++) {
            before.add(token(Kind.TARGET, target(kind, begin + i), at, next));
        }
        return found(kind, begin + many - 1, at, next);
    }
}
