package io.retake.engine.render.timeline;

import io.retake.core.draft.Blend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the transitions between clips. */
public final class Blends {
    private Blends() {}

    /** The shots, with a shot of both clips wherever one becomes the other. */
    static List<Shot> in(List<Shot> shots, FrameClock clock) {
        List<Shot> result = new ArrayList<>();
        Shot previous = null;
        for (Shot shot : shots) {
            long frames = frames(shot, previous, clock);
            if (frames > 0 && previous != null) {
                result.add(new Shot(shot.start(), frames, shot.clip(), previous.clip()));
            }
            if (frames < shot.frames()) {
                result.add(new Shot(shot.start() + frames, shot.frames() - frames, shot.clip()));
            }
            previous = shot;
        }
        return result;
    }

    private static long frames(Shot shot, @Nullable Shot previous, FrameClock clock) {
        Clip clip = shot.clip();
        if (clip == null || previous == null || previous.clip() == null || shot.start() != clip.start()) {
            return 0;
        }
        return Math.min(frames(previous.clip(), clip, clock), shot.frames());
    }

    /** Returns the number of frames that show both; 0 at a cut or a gap. */
    public static long frames(Clip before, Clip clip, FrameClock clock) {
        Optional<Blend> blend = clip.segment().blend();
        if (blend.isEmpty() || before.end() <= clip.start()) {
            return 0;
        }
        long overlap = Math.min(before.end() - clip.start(), clip.end() - clip.start());
        long wanted = Math.max(1, clock.frame(blend.get().duration()));
        return overlap <= wanted + 1 ? overlap : wanted;
    }

    /** Returns the {@code xfade} name of the transition into a clip. */
    public static String filter(Clip clip) {
        return clip.segment()
                .blend()
                .map(blend -> switch (blend.kind()) {
                    case WIPE -> "wipeleft";
                    case SLIDE -> "slideleft";
                    case CROSSFADE, DIP_TO_BLACK, DIP_TO_WHITE -> "fade";
                })
                .orElse("fade");
    }

    /** Returns the color that the transition dips to; empty where both clips are visible together. */
    public static Optional<String> through(Clip clip) {
        return clip.segment().blend().flatMap(blend -> switch (blend.kind()) {
            case DIP_TO_BLACK -> Optional.of("black");
            case DIP_TO_WHITE -> Optional.of("white");
            case CROSSFADE, WIPE, SLIDE -> Optional.empty();
        });
    }
}
