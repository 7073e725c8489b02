package io.retake.engine.render;

import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.render.timeline.Output;
import io.retake.engine.render.timeline.RenderException;
import java.time.Duration;
import java.util.Optional;

/**
 * Bits a second that keep an export under a number of bytes.
 *
 * @param picture empty to go by quality
 * @param sound empty for the container's own
 */
record Rates(Optional<Long> mostBytes, Optional<Long> picture, Optional<Long> sound) {
    private static final long LEAST_PICTURE = 20_000;
    private static final long LEAST_SOUND = 24_000;
    private static final long MOST_SOUND = 192_000;

    /** The share of the size for streams; the rest is for headers and the overshoot of rate control. */
    private static final double ROOM = 0.95;

    static Rates of(Output output, Duration length, boolean heard) {
        if (output.mostBytes().isEmpty()) {
            return new Rates(Optional.empty(), Optional.empty(), Optional.empty());
        }
        long most = output.mostBytes().get();
        double seconds = Math.max(0.1, length.toNanos() / 1e9);
        double all = (most - 4000) * 8 * ROOM / seconds;
        boolean seen = output.container().hasPicture();
        double share = !heard || !output.container().hasSound() ? 0 : seen ? 0.15 * all : all;
        long sound = share == 0 ? 0 : (long) Math.max(LEAST_SOUND, Math.min(MOST_SOUND, share));
        double picture = all - sound;
        if (seen ? picture < LEAST_PICTURE : all < LEAST_SOUND) {
            throw new RenderException(EngineMessages.text(
                    "export.bytes-too-few", Math.round(seconds), most, Math.max(0, Math.round(all / 1000))));
        }
        // A higher rate gains nothing.
        long rate = (long) Math.min(50_000_000, picture);
        return new Rates(
                Optional.of(most),
                seen ? Optional.of(rate) : Optional.empty(),
                sound == 0 ? Optional.empty() : Optional.of(sound));
    }

    boolean missed(long bytes) {
        return mostBytes.filter(most -> bytes > most).isPresent();
    }

    /** Returns rates for a second try: lower by the excess of the first, and a little more. */
    Rates lower(long bytes) {
        double factor = 0.92 * mostBytes.orElse(bytes) / bytes;
        return new Rates(
                mostBytes,
                picture.map(rate -> (long) (rate * factor)),
                picture.isPresent() ? sound : sound.map(rate -> (long) (rate * factor)));
    }

    void check(long bytes) {
        if (missed(bytes)) {
            throw new RenderException(EngineMessages.text("export.bytes-exceeded", bytes, mostBytes.orElse(0L)));
        }
    }
}
