package io.retake.engine.timeline;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.edit.value.Fit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Puts footage at the end of the video track. */
public record Placement(Asset footage, List<Asset> media) {
    /** The default length of a still, as editing programs have it. */
    static final Duration STILL = Duration.ofSeconds(5);

    private static final int MOST_STILL_SIDE = 3840;
    private static final double FPS_OF_STILLS = 30;

    /**
     * Places footage as its upload does: videos play one after the other; pictures do where there is no video, and wait
     * beside video until an edit uses them.
     */
    Draft uploadedTo(Draft draft) {
        boolean hasVideo = Timelines.video(draft).segments().stream().anyMatch(this::isVideo);
        boolean still = footage.kind() == Asset.AssetKind.IMAGE;
        if (!footage.isVisual() || (still && hasVideo)) {
            return draft;
        }
        Draft placed = on(draft, true);
        return still ? placed : UploadedClips.withoutStills(placed, media);
    }

    /** Places footage as an edit does. */
    public Draft on(Draft draft) {
        return on(draft, false);
    }

    private Draft on(Draft draft, boolean uploaded) {
        Draft framed = setsFrame(draft) ? framed(draft) : draft;
        Track track = Timelines.video(framed);
        List<Segment> segments = new ArrayList<>(track.segments());
        String id = SegmentIds.of(framed).next();
        Segment clip = Segment.ofMedia(id, footage.name(), footage.hash(), track.end(), length(footage));
        segments.add(uploaded ? clip.withUploaded(true) : clip);
        return Timelines.settled(Timelines.withVideo(framed, segments), media);
    }

    /** Returns the length on the timeline. */
    public static Duration length(Asset footage) {
        return footage.kind() == Asset.AssetKind.IMAGE ? STILL : footage.duration();
    }

    /** The first picture sets the frame, and the first video does even after stills. */
    private boolean setsFrame(Draft draft) {
        boolean video = footage.kind() == Asset.AssetKind.VIDEO;
        return draft.canvas().isEmpty()
                || (video && Timelines.video(draft).segments().stream().noneMatch(this::isVideo));
    }

    private boolean isVideo(Segment segment) {
        return media.stream()
                .anyMatch(f -> f.kind() == Asset.AssetKind.VIDEO
                        && segment.media().filter(f.hash()::equals).isPresent());
    }

    private Draft framed(Draft draft) {
        boolean still = footage.kind() == Asset.AssetKind.IMAGE;
        double most = still ? MOST_STILL_SIDE : CanvasSide.MOST;
        double shrink = Math.min(1, most / Math.max(footage.width(), footage.height()));
        Canvas canvas = new Canvas(
                CanvasSide.of(footage.width() * shrink), CanvasSide.of(footage.height() * shrink), Fit.PAD, false);
        return draft.withCanvas(canvas).withFps(still || footage.fps() <= 0 ? FPS_OF_STILLS : footage.fps());
    }
}
