package io.retake.repl.view.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.edit.value.Times;
import io.retake.repl.message.ProgramMessages;
import java.time.Duration;
import java.util.Optional;

/**
 * The visible part of a timeline. Immutable.
 *
 * @param from its start
 * @param to its end, later than the start
 */
public record Window(Duration from, Duration to) {
    private static final Duration SHORTEST = Duration.ofMillis(10);

    /** Checks the order. */
    public Window {
        if (from.isNegative() || to.compareTo(from) <= 0) {
            throw new IllegalArgumentException(
                    ProgramMessages.text("timeline.range-backward", Times.write(from), Times.write(to)));
        }
    }

    /** Returns the whole timeline. */
    public static Window whole(Draft draft) {
        Duration end = longest(draft);
        return new Window(Duration.ZERO, end.isZero() ? Duration.ofSeconds(1) : end);
    }

    /** Parses {@code 0:30-1:00}, {@code 0:30-} or {@code -1:00} for a timeline; empty if it isn't a range. */
    public static Optional<Window> read(String text, Draft draft) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            return Optional.empty();
        }
        String before = text.substring(0, dash).strip();
        String after = text.substring(dash + 1).strip();
        Window whole = whole(draft);
        Optional<Duration> from = before.isEmpty() ? Optional.of(whole.from) : Times.read(before);
        Optional<Duration> to = after.isEmpty() ? Optional.of(whole.to) : Times.read(after);
        return from.filter(f -> !f.isNegative())
                .flatMap(f -> to.filter(t -> t.compareTo(f) > 0).map(t -> new Window(f, t)));
    }

    /** Returns the visible length. */
    public Duration length() {
        return to.minus(from);
    }

    /** Zooms around the middle: factor 2 shows half as much. Never less than 10 ms, nothing before 0. */
    public Window zoomed(double factor) {
        long most = Math.round(length().toMillis() / factor);
        Duration length = most < SHORTEST.toMillis() ? SHORTEST : Duration.ofMillis(most);
        Duration middle = from.plus(length().dividedBy(2));
        return at(middle.minus(length.dividedBy(2)), length);
    }

    /** Scrolls by a share of the visible length; negative is earlier, but nothing before 0. */
    public Window scrolled(double share) {
        return at(from.plusMillis(Math.round(length().toMillis() * share)), length());
    }

    private static Window at(Duration from, Duration length) {
        Duration start = from.isNegative() ? Duration.ZERO : from;
        return new Window(start, start.plus(length));
    }

    private static Duration longest(Draft draft) {
        Duration end = draft.end();
        return draft.duration().compareTo(end) > 0 ? draft.duration() : end;
    }
}
