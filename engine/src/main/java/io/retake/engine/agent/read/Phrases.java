package io.retake.engine.agent.read;

import io.retake.core.edit.FrameSize;
import io.retake.core.edit.Moment;
import io.retake.core.edit.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Joins words and numbers into phrases: lengths, moments, ranges, sizes, amounts, clips. Reads from left to right, at each
 * place the phrase that takes in most. One use, one thread.
 */
final class Phrases {
    private final List<Token> tokens;
    private final Surroundings surroundings;
    private final TimePhrases times;
    private final List<Token> phrases = new ArrayList<>();

    private Phrases(List<Token> tokens, Surroundings surroundings) {
        this.tokens = tokens;
        this.surroundings = surroundings;
        this.times = new TimePhrases(tokens);
    }

    static List<Token> of(List<Token> tokens, Surroundings surroundings) {
        return new Phrases(tokens, surroundings).read();
    }

    /** A phrase and the place after it. */
    record Found<T>(T value, int next) {}

    private List<Token> read() {
        int at = 0;
        while (at < tokens.size()) {
            Optional<Found<Token>> found = phrase(at);
            if (found.isPresent()) {
                phrases.add(found.get().value());
                at = found.get().next();
            } else {
                if (!tokens.get(at).is(Kind.FILLER, Kind.ARTICLE)) {
                    phrases.add(tokens.get(at));
                }
                at++;
            }
        }
        return phrases;
    }

    private Optional<Found<Token>> phrase(int at) {
        return part(at).or(() -> amount(at))
                .or(() -> stretch(at))
                .or(() -> moment(at))
                .or(() -> length(at));
    }

    private Optional<Found<Token>> found(Kind kind, Object value, int from, int next) {
        return Optional.of(new Found<>(
                new Token(
                        kind,
                        value,
                        tokens.get(from).start(),
                        tokens.get(next - 1).end()),
                next));
    }

    private boolean at(int index, Kind... kinds) {
        return index < tokens.size() && tokens.get(index).is(kinds);
    }

    private int past(int index) {
        int next = index;
        while (at(next, Kind.FILLER, Kind.ARTICLE)) {
            next++;
        }
        return next;
    }

    /** Clip 2, the second scene, the last clip, 第二个片段, 第二段. */
    private Optional<Found<Token>> part(int at) {
        if (isAll(at)) {
            return found(Kind.CLIP, "all", at, isPiece(at + 1) ? at + 2 : past(at + 1) + 1);
        }
        if (at(at, Kind.ORDINAL) && at(at + 1, Kind.NUMBER) && isPiece(at + 2)) {
            return part(tokens.get(at + 1).number(), Target.Clip::new, at, at + 3);
        }
        if (at(at, Kind.FIRST) && tokens.get(at).value().equals("one") && isPiece(at + 1)) {
            return part(1, Target.Clip::new, at, at + 2);
        }
        return part(at, Kind.CLIP, Target.Clip::new, surroundings.clips())
                .or(() -> part(at, Kind.SCENE, Target.Scene::new, surroundings.scenes()));
    }

    private Optional<Found<Token>> part(int at, Kind kind, IntFunction<Target> target, int last) {
        if (at(at, kind) && at(past(at + 1), Kind.NUMBER)) {
            int number = past(at + 1);
            boolean counts = at(number + 1, Kind.UNIT, Kind.TIMES, Kind.PERCENT_SIGN, Kind.LINES_SIGN, Kind.PARTS_OF)
                    && !at(number + 1, Kind.TIMES);
            return counts ? Optional.empty() : part(tokens.get(number).number(), target, at, number + 1);
        }
        if (at(at, Kind.FIRST, Kind.LAST) && at(past(at + 1), kind)) {
            int number = at(at, Kind.FIRST) ? 1 : kind == Kind.CLIP ? Math.max(1, last) : last;
            return part(number, target, at, past(at + 1) + 1);
        }
        if (at(at, Kind.ORDINAL) && tokens.get(at).as(Integer.class) > 0 && at(past(at + 1), kind)) {
            return part(tokens.get(at).as(Integer.class), target, at, past(at + 1) + 1);
        }
        if (at(at, Kind.ORDINAL) && at(at + 1, Kind.NUMBER) && at(past(at + 2), kind)) {
            return part(tokens.get(at + 1).number(), target, at, past(at + 2) + 1);
        }
        boolean second = (at(at, Kind.UNIT) && tokens.get(at).value().equals("s")) || at(at, Kind.FRACTION);
        if (second && at(past(at + 1), kind)) {
            return part(at(at, Kind.UNIT) ? 2 : tokens.get(at).as(Integer.class), target, at, past(at + 1) + 1);
        }
        return Optional.empty();
    }

    /** 段 stands for a clip where it is counted; elsewhere it says nothing. */
    private boolean isPiece(int at) {
        return at(at, Kind.FILLER) && tokens.get(at).value().equals("piece");
    }

    /** "The two clips", where there are two. */
    private boolean isAll(int at) {
        boolean counted = at(at, Kind.NUMBER)
                && surroundings.clips() > 1
                && tokens.get(at).number() == surroundings.clips();
        boolean ordinal = at > 0 && at(at - 1, Kind.ORDINAL, Kind.FIRST, Kind.LAST);
        int noun = past(at + 1);
        return counted && !ordinal && (isPiece(at + 1) || (at(noun, Kind.CLIP) && !at(noun + 1, Kind.NUMBER)));
    }

    private Optional<Found<Token>> part(double number, IntFunction<Target> target, int from, int next) {
        return number == (int) number && number >= 1
                ? found(Kind.TARGET, target.apply((int) number), from, next)
                : Optional.empty();
    }

    private Optional<Found<Token>> amount(int at) {
        if (at(at, Kind.PERCENT_OF) && at(at + 1, Kind.NUMBER)) {
            return found(Kind.PERCENT, tokens.get(at + 1).value(), at, at + 2);
        }
        if (!at(at, Kind.NUMBER) || at + 1 >= tokens.size()) {
            return Optional.empty();
        }
        Amount amount = tokens.get(at).as(Amount.class);
        return switch (tokens.get(at + 1).kind()) {
            case PERCENT_SIGN -> found(Kind.PERCENT, amount, at, at + 2);
            case DECIBEL_SIGN -> found(Kind.DECIBEL, amount, at, at + 2);
            case TIMES -> factor(at, amount.value());
            case LINES_SIGN -> lines(at, amount.value());
            case TO ->
                // 三成 is 30 percent; 剪成 has no number before it.
                tokens.get(at + 1).value().equals("tenths") && amount.value() <= 10 && !at(at + 2, Kind.NUMBER)
                        ? found(Kind.PERCENT, new Amount(amount.value() * 10, false), at, at + 2)
                        : Optional.empty();
            case K_SIGN ->
                amount.value() == 4
                        ? lines(at, 2160)
                        : amount.value() == 2
                                ? lines(at, 1440)
                                : amount.value() == 8 ? lines(at, 4320) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** 1.5倍速 says in one word what is done and how much of it: the second half stays where it is. */
    private Optional<Found<Token>> factor(int at, double factor) {
        if (tokens.get(at + 1).value().equals("speed")) {
            phrases.add(new Token(
                    Kind.SPEED,
                    "",
                    tokens.get(at + 1).start(),
                    tokens.get(at + 1).end()));
        }
        return found(Kind.FACTOR, factor, at, at + 2);
    }

    private Optional<Found<Token>> lines(int at, double count) {
        return count == (int) count && count >= 16 && count <= 4320
                ? found(Kind.SIZE, new FrameSize.Lines((int) count), at, at + 2)
                : Optional.empty();
    }

    private Optional<Found<Token>> stretch(int at) {
        return times.stretch(at).flatMap(s -> found(Kind.STRETCH, s.value(), at, s.next()));
    }

    /** At 0:05, and at 0:05 for 3 seconds. */
    private Optional<Found<Token>> moment(int at) {
        if (!at(at, Kind.AT)) {
            return Optional.empty();
        }
        int number = past(at + 1);
        boolean counted = at(number, Kind.ORDINAL);
        Optional<Found<Duration>> begin = times.length(counted ? number + 1 : number);
        boolean range = begin.isPresent() && at(past(begin.get().next()), Kind.TO, Kind.DASH, Kind.THROUGH);
        if (begin.isEmpty() || (counted && range)) {
            return Optional.empty();
        }
        int next = begin.get().next();
        Duration from = begin.get().value();
        if (at(next, Kind.FOR)) {
            Optional<Found<Duration>> length = times.length(past(next + 1));
            if (length.isPresent()) {
                Moment to = Moment.at(from.plus(length.get().value()));
                return found(
                        Kind.STRETCH,
                        new Stretch(Moment.at(from), to, Stretch.Form.INTERVAL),
                        at,
                        length.get().next());
            }
        }
        return found(Kind.AT_TIME, Moment.at(from), at, next);
    }

    /** A clock time stays one where it may be a shape: 9:16. */
    private Optional<Found<Token>> length(int at) {
        if (at(at, Kind.CLOCK, Kind.FILLER)) {
            return Optional.empty();
        }
        return times.length(at).flatMap(l -> found(Kind.LENGTH, l.value(), at, l.next()));
    }
}
