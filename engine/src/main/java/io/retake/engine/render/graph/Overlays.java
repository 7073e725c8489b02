package io.retake.engine.render.graph;

import io.retake.core.edit.value.Position;
import io.retake.engine.effect.DeinterlaceEffect;
import io.retake.engine.effect.OpacityEffect;
import io.retake.engine.filter.Chain;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.OpenChain;
import io.retake.engine.filter.Pad;
import io.retake.engine.filter.SourcePicture;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.render.timeline.Clip;
import io.retake.engine.render.timeline.MediaInput;
import io.retake.engine.render.timeline.RenderTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Composites overlays, with their transparency, over the joined picture. */
final class Overlays {
    /** The default width: a quarter of the picture's. */
    private static final double WIDTH = 25;

    private static final double MARGIN = 0.04;
    private static final Pattern TRANSPARENT =
            Pattern.compile("(rgba|bgra|argb|abgr|ya8|ya16|pal8|gbrap|yuva|rgba64).*");

    private final RenderTimeline scene;
    private final MediaInputs reels;

    Overlays(RenderTimeline scene, MediaInputs reels) {
        this.scene = scene;
        this.reels = reels;
    }

    /** Returns a chain of the joined picture with the overlays on it. */
    OpenChain on(Pad.Link joined) {
        List<Chain> chains = new ArrayList<>();
        Pad.Link end = joined;
        for (int i = 0; i < scene.overlays().size(); i++) {
            Clip clip = scene.overlays().get(i);
            long last = Math.min(clip.end(), scene.frames());
            long first = scene.isStill() ? last - 1 : clip.start();
            Pad.Link over = Pad.link("o" + i);
            Pad.Link next = Pad.link("l" + i);
            Filter overlay = placed(Filter.of("overlay"), clip.segment().position())
                    .with("format", "yuv420")
                    .with("eof_action", "pass")
                    .withQuoted(
                            "enable",
                            "between(n," + (first - scene.origin()) + "," + (last - 1 - scene.origin()) + ")");
            chains.addAll(film(clip, first, last - first, "o" + i).to(over));
            chains.addAll(
                    OpenChain.from(end, over).then(overlay, CanvasFilters.BT709).to(next));
            end = next;
        }
        return OpenChain.from(end).after(chains);
    }

    private OpenChain film(Clip clip, long start, long frames, String label) {
        int index = reels.indexOf(clip);
        MediaInput reel = reels.all().get(index);
        VideoInfo footage = reel.source().info().video().orElseThrow();
        SourcePicture treatment = SourceFilters.of(footage, clip.effects());
        OpenChain source = OpenChain.from(Pad.stream(index, "V:0"))
                .then(DeinterlaceEffect.fields(footage, clip.effects()))
                .then(CanvasFilters.paced(reel, scene.clock()))
                .then(cut(clip, reel, start, frames));
        return treatment
                .after(source, label)
                .then(sized(clip, treatment.video()))
                .then(OpacityEffect.transparent(clip.effects()))
                .then(
                        Filter.of("setpts", "PTS-STARTPTS"),
                        Filter.of("tpad").with("stop_mode", "clone").with("stop", -1),
                        Filter.of("trim").with("end_frame", frames),
                        Filter.of("setpts", "N+" + start));
    }

    private List<Filter> cut(Clip clip, MediaInput reel, long start, long frames) {
        if (clip.isStill()) {
            return List.of();
        }
        long wanted = Math.round(reel.offset(clip.in()) * scene.clock().fps().value()) + start - clip.start();
        long first = Math.max(0, Math.min(wanted, reel.lastFrame(scene.clock())));
        return List.of(Filter.of("trim").with("start_pts", first).with("end_pts", first + frames));
    }

    private List<Filter> sized(Clip clip, VideoInfo video) {
        double width = scene.canvas().width() * clip.segment().widthPercent().orElse(WIDTH) / 100;
        double height = width * video.height() / Math.max(1, video.width());
        boolean seeThrough = TRANSPARENT.matcher(video.pixelFormat()).matches();
        return List.of(
                Filter.of("scale")
                        .with("w", even(width))
                        .with("h", even(height))
                        .with("flags", "lanczos")
                        .with("out_color_matrix", "bt709")
                        .with("out_range", "tv"),
                Filter.of("format", seeThrough ? "yuva420p" : "yuv420p"),
                Filter.of("setsar", 1));
    }

    private static Filter placed(Filter overlay, Position position) {
        String left = "W*" + MARGIN;
        String right = "W-w-W*" + MARGIN;
        String top = "H*" + MARGIN;
        String bottom = "H-h-H*" + MARGIN;
        String middle = "(W-w)/2";
        return switch (position) {
            case CENTER -> at(overlay, middle, "(H-h)/2");
            case TOP -> at(overlay, middle, top);
            case BOTTOM -> at(overlay, middle, bottom);
            case LOWER_THIRD -> at(overlay, left, "H*0.86-h");
            case TOP_LEFT -> at(overlay, left, top);
            case TOP_RIGHT -> at(overlay, right, top);
            case BOTTOM_LEFT -> at(overlay, left, bottom);
            case BOTTOM_RIGHT -> at(overlay, right, bottom);
        };
    }

    private static Filter at(Filter overlay, String x, String y) {
        return overlay.withQuoted("x", x).withQuoted("y", y);
    }

    private static int even(double side) {
        return Math.max(2, 2 * (int) Math.round(side / 2));
    }
}
