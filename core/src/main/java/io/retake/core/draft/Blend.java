package io.retake.core.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.value.TransitionKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A transition from one segment to the next: {@code tr} on the later one, with its kind {@code k} and duration {@code
 * d} in ms.
 *
 * @param kind the kind of transition
 * @param duration the overlap: the later segment starts that much before the earlier one ends
 */
public record Blend(TransitionKind kind, Duration duration) {

    /** Checks that the duration is positive. */
    public Blend {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("a transition takes some time");
        }
    }

    ObjectNode json() {
        return JsonTrees.object().put("k", kind.name().toLowerCase(Locale.ROOT)).put("d", duration.toMillis());
    }

    static Optional<Blend> of(ObjectNode json) {
        String word = JsonTrees.text(json, "k").orElse("");
        long ms = JsonTrees.whole(json, "d", 0);
        return Arrays.stream(TransitionKind.values())
                .filter(k -> ms > 0 && ms <= Shape.LONGEST_MS && k.name().equalsIgnoreCase(word))
                .findFirst()
                .map(k -> new Blend(k, Duration.ofMillis(ms)));
    }
}
