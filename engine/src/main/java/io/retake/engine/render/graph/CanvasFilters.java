package io.retake.engine.render.graph;

import io.retake.engine.filter.Filter;
import io.retake.engine.filter.FilterNumbers;
import io.retake.engine.filter.OpenChain;
import io.retake.engine.render.timeline.FrameClock;
import io.retake.engine.render.timeline.MediaInput;
import io.retake.engine.render.timeline.RenderTimeline;
import java.util.List;

/** Filters of pictures at the canvas's size and the export's rate, where no effect declares them. */
final class CanvasFilters {
    /** Tags a picture with the colors of the canvas. */
    static final Filter BT709 = Filter.of("setparams")
            .with("range", "tv")
            .with("color_primaries", "bt709")
            .with("color_trc", "bt709")
            .with("colorspace", "bt709");

    private CanvasFilters() {}

    /**
     * Returns the filters that bring an input to its speed and the export's rate. Never nothing comes out: a still, or a
     * film at a hundred times its speed, may end within a frame.
     */
    static List<Filter> paced(MediaInput reel, FrameClock clock) {
        Filter rate =
                Filter.of("fps", clock.fps().toString()).with("start_time", 0).with("eof_action", "pass");
        return reel.speed() == 1
                ? List.of(rate)
                : List.of(
                        Filter.of("settb", "AVTB"),
                        Filter.of("setpts", "PTS/" + FilterNumbers.number(reel.speed())),
                        rate);
    }

    /** Returns the filters that put frames at whole multiples of a frame's length, whatever joined them. */
    static List<Filter> regular(FrameClock clock, long first) {
        return List.of(
                Filter.of("settb", clock.frameTime()),
                Filter.of("setpts", first == 0 ? "N" : "N+" + first),
                Filter.of("fps", clock.fps().toString()));
    }

    /** Returns the filter that plays so many pictures one after the other. */
    static Filter concat(long count) {
        return Filter.of("concat").with("n", count).with("v", 1).with("a", 0);
    }

    /** Returns the filters that hold the last picture: a medium may end a frame early. */
    static List<Filter> standing(long frames) {
        return List.of(
                Filter.of("tpad").with("stop_mode", "clone").with("stop", -1),
                Filter.of("trim").with("end_frame", frames));
    }

    /** Returns the filters that turn one picture into another. */
    static List<Filter> blend(String kind, FrameClock clock, long frames) {
        return List.of(
                Filter.of("xfade")
                        .with("transition", kind)
                        .with("offset", 0)
                        .with("duration", FilterNumbers.number(clock.seconds(frames))),
                Filter.of("trim").with("end_frame", frames),
                Filter.of("format", "yuv420p"),
                BT709);
    }

    /** Returns a source of pictures of one color. */
    static OpenChain plain(String color, RenderTimeline scene, long frames) {
        return OpenChain.from()
                .then(
                        Filter.of("color")
                                .with("c", color)
                                .with(
                                        "s",
                                        scene.canvas().width() + "x"
                                                + scene.canvas().height())
                                .with("r", scene.clock().fps().toString()),
                        Filter.of("format", "yuv420p"),
                        Filter.of("setsar", 1),
                        BT709,
                        Filter.of("trim").with("end_frame", frames));
    }
}
