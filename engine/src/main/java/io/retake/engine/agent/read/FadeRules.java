package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.core.edit.picture.Fade;
import io.retake.core.edit.value.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Rules for fades; the default length is one second. */
final class FadeRules {
    private static final Duration USUAL = Duration.ofSeconds(1);

    private FadeRules() {}

    static Optional<Reading> read(Slots slots) {
        boolean in = slots.has(Kind.FADE_IN, Kind.FADE_BOTH);
        boolean out = slots.has(Kind.FADE_OUT, Kind.FADE_BOTH);
        boolean only = slots.only(
                Kind.ADD,
                Kind.FADE_IN,
                Kind.FADE_OUT,
                Kind.FADE_BOTH,
                Kind.BOTH,
                Kind.LENGTH,
                Kind.STRETCH,
                Kind.START,
                Kind.END,
                Kind.LAST,
                Kind.LONG,
                Kind.GRADUAL,
                Kind.TARGET,
                Kind.FILE);
        if ((!in && !out)
                || !only
                || isMisplaced(slots, in, out)
                || (slots.has(Kind.GRADUAL) && slots.isAboutMusic())) {
            return Optional.empty();
        }
        return length(slots, in, out)
                .flatMap(length -> Reading.of(slots.targets().stream()
                        .<Edit>map(on -> new Fade(in ? length : Duration.ZERO, out ? length : Duration.ZERO, on))
                        .toList()));
    }

    /** Returns whether a clause requests a fade-in at the end or a fade-out at the start. */
    static boolean isMisplaced(Slots slots, boolean in, boolean out) {
        return (in && !out && slots.has(Kind.END, Kind.LAST)) || (out && !in && slots.has(Kind.START));
    }

    static Optional<Duration> length(Slots slots, boolean in, boolean out) {
        List<Token> lengths = slots.all(Kind.LENGTH, Kind.STRETCH);
        if (lengths.isEmpty()) {
            return Optional.of(USUAL);
        }
        if (lengths.size() > 1 || (in && out && slots.all(Kind.FADE_BOTH).isEmpty())) {
            return Optional.empty();
        }
        return lengths.get(0).is(Kind.LENGTH)
                ? Optional.of(lengths.get(0).as(Duration.class))
                : edge(lengths.get(0).as(Stretch.class), in, out);
    }

    /** Returns the length in "fade in during the first 2 seconds", "fade out the last 3". */
    private static Optional<Duration> edge(Stretch stretch, boolean in, boolean out) {
        if (in && !out && stretch.from().equals(Moment.START) && stretch.to() instanceof Moment.At to) {
            return Optional.of(to.offset());
        }
        return out && !in && stretch.to().equals(Moment.END) && stretch.from() instanceof Moment.BeforeEnd from
                ? Optional.of(from.offset())
                : Optional.empty();
    }
}
