package io.retake.engine.render;

import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import java.time.Duration;
import java.util.List;

/**
 * A media segment with its medium, on the frame grid of the export.
 *
 * @param start the frame on the timeline where it begins
 * @param end the frame after its last
 */
record Clip(Segment segment, Source source, long start, long end) {

    List<Effect> effects() {
        return segment.effects();
    }

    boolean isStill() {
        return source.info().kind() == io.retake.engine.media.MediaKind.IMAGE;
    }

    boolean hasPicture() {
        return source.info().video().isPresent();
    }

    boolean isHeard() {
        return source.info().hasSound() && segment.gain() > 0;
    }

    /** Where it begins in its medium; never past the last picture, which is then held. */
    Duration in() {
        if (isStill()) {
            return Duration.ZERO;
        }
        Duration last = source.info().duration().minusMillis(1);
        return segment.loops() || segment.in().compareTo(last) < 0 ? segment.in() : last;
    }

    /** What it uses of its medium, in the medium's time. */
    Duration reach() {
        return Duration.ofNanos((long) (segment.duration().toNanos() * segment.speed()));
    }
}
