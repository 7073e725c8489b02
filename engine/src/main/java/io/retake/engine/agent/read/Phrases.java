package io.retake.engine.agent.read;

import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Ratio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins words and numbers into phrases: lengths, moments, ranges, sizes, amounts, clips. Reads from left to right and
 * takes the longest phrase at each position. For one use, in one thread.
 */
final class Phrases {
    private static final int MOST_OF_RATIO = 100;

    private final List<Token> tokens;
    private final TimePhrases times;
    private final PartPhrases parts;
    private final List<Token> phrases = new ArrayList<>();

    private Phrases(List<Token> tokens, Surroundings surroundings) {
        this.tokens = tokens;
        this.times = new TimePhrases(tokens);
        this.parts = new PartPhrases(tokens, surroundings);
    }

    static List<Token> of(List<Token> tokens, Surroundings surroundings) {
        return new Phrases(tokens, surroundings).read();
    }

    /** A phrase and the index after it. */
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
        return parts.read(at, phrases)
                .or(() -> amount(at))
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
            case RATIO_SIGN, BY -> pair(at, amount.value());
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

    /** Parses a factor. 1.5倍速 is factor and verb in one word, so the second half stays a token. */
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

    /** 9 by 16, 9比16, 1920 by 1080: small numbers are an aspect ratio, large ones a size. */
    private Optional<Found<Token>> pair(int at, double width) {
        int second = at + 2;
        boolean counts = at(second + 1, Kind.PERCENT_SIGN, Kind.TIMES, Kind.UNIT, Kind.DECIBEL_SIGN);
        if (!at(second, Kind.NUMBER) || counts) {
            return Optional.empty();
        }
        double height = tokens.get(second).number();
        boolean whole = width == (int) width && height == (int) height && width >= 1 && height >= 1;
        if (whole && width < MOST_OF_RATIO && height < MOST_OF_RATIO) {
            return found(Kind.RATIO, new Ratio((int) width, (int) height), at, second + 1);
        }
        return whole && width >= MOST_OF_RATIO && height >= MOST_OF_RATIO && width <= 8192 && height <= 8192
                ? found(Kind.SIZE, new FrameSize.Pixels((int) width, (int) height), at, second + 1)
                : Optional.empty();
    }

    private Optional<Found<Token>> lines(int at, double count) {
        return count == (int) count && count >= 16 && count <= 4320
                ? found(Kind.SIZE, new FrameSize.Lines((int) count), at, at + 2)
                : Optional.empty();
    }

    private Optional<Found<Token>> stretch(int at) {
        return times.stretch(at).flatMap(s -> found(Kind.STRETCH, s.value(), at, s.next()));
    }

    /** Parses "at 0:05" and "at 0:05 for 3 seconds". */
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

    /** Parses a length, but leaves a clock time that may be an aspect ratio: 9:16. */
    private Optional<Found<Token>> length(int at) {
        if (at(at, Kind.CLOCK, Kind.FILLER)) {
            return Optional.empty();
        }
        return times.length(at).flatMap(l -> found(Kind.LENGTH, l.value(), at, l.next()));
    }
}
