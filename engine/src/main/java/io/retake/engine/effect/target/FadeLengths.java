package io.retake.engine.effect.target;

import io.retake.core.edit.value.Times;
import io.retake.engine.phrase.Phrase;
import java.time.Duration;

/** The lengths of fade-in and fade-out; zero for an end that doesn't fade. */
public record FadeLengths(Duration in, Duration out) {

    public boolean isNone() {
        return in.isZero() && out.isZero();
    }

    /** Returns these, with earlier ones where none is given: "fade in" and "fade out" may be said one by one. */
    public FadeLengths or(Duration earlierIn, Duration earlierOut) {
        return new FadeLengths(in.isZero() ? earlierIn : in, out.isZero() ? earlierOut : out);
    }

    /** Returns these in something that long: neither is longer than it is, and both together aren't either. */
    public FadeLengths within(Duration length) {
        Duration head = shorter(in, length);
        return new FadeLengths(head, shorter(out, length.minus(head)));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? b : a;
    }

    /** Rejects a target that is shorter than the fades. */
    public void requireRoom(EffectTarget on) {
        Duration both = in.plus(out);
        for (Duration length : on.lengths()) {
            if (both.toMillis() > length.toMillis()) {
                throw on.refused("fade.too-long", Times.writeLength(both), on.name(), Times.write(length));
            }
        }
    }

    public Phrase words() {
        if (out.isZero()) {
            return Phrase.of("fade.in", words(in));
        }
        return in.isZero() ? Phrase.of("fade.out", words(out)) : Phrase.of("fade.in-and-out", words(in), words(out));
    }

    private static Phrase words(Duration length) {
        String seconds = Times.writeLength(length);
        return new Phrase(seconds, seconds.replace(" s", " 秒"));
    }
}
