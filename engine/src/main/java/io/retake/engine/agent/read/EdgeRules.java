package io.retake.engine.agent.read;

import io.retake.core.edit.arrange.Trim;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rules for the start and the end as things that are moved: "trim the start to 3 seconds and the end to 55 seconds".
 * With "from" it is a range.
 */
final class EdgeRules {
    private static final Pattern START = Pattern.compile("(?:the )?(?:start|beginning)\\b.*+");
    private static final Pattern END = Pattern.compile("(?:the )?end\\b.*+");

    private EdgeRules() {}

    static Optional<Reading> read(Slots slots) {
        List<Token> stretches = slots.all(Kind.STRETCH);
        boolean asked = slots.has(Kind.TRIM, Kind.CUT, Kind.LIGHT) && slots.only(Kind.STRETCH, Kind.TRIM, Kind.CUT);
        if (!asked || stretches.isEmpty() || !stretches.stream().allMatch(t -> isEdge(slots, t))) {
            return Optional.empty();
        }
        Stretch last = stretches.get(stretches.size() - 1).as(Stretch.class);
        boolean ends = last.from().equals(Moment.END);
        if (stretches.size() == 1) {
            return ends
                    ? Reading.of(new Trim(Moment.START, last.to(), Target.EVERYTHING))
                    : Reading.problem("cut.start-to", last.to().text());
        }
        Stretch first = stretches.get(0).as(Stretch.class);
        return stretches.size() == 2 && ends && first.from().equals(Moment.START) && isBefore(first.to(), last.to())
                ? Reading.of(new Trim(first.to(), last.to(), Target.EVERYTHING))
                : Optional.empty();
    }

    private static boolean isEdge(Slots slots, Token stretch) {
        String words = slots.words(stretch).toLowerCase(Locale.ROOT);
        Stretch range = stretch.as(Stretch.class);
        return (START.matcher(words).matches() && range.from().equals(Moment.START))
                || (END.matcher(words).matches() && range.from().equals(Moment.END));
    }

    private static boolean isBefore(Moment first, Moment last) {
        return first instanceof Moment.At from
                && last instanceof Moment.At to
                && from.offset().compareTo(to.offset()) < 0;
    }
}
