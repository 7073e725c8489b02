package io.retake.engine.render.graph;

import io.retake.core.edit.value.Position;
import io.retake.engine.effect.DeinterlaceEffect;
import io.retake.engine.filter.FilterNumbers;
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
    private String end = "";

    Overlays(RenderTimeline scene, MediaInputs reels) {
        this.scene = scene;
        this.reels = reels;
    }

    /** Returns the chains from a link to {@link #end}. */
    List<String> chains(String from) {
        List<String> chains = new ArrayList<>();
        end = from;
        for (int i = 0; i < scene.overlays().size(); i++) {
            Clip clip = scene.overlays().get(i);
            long last = Math.min(clip.end(), scene.frames());
            long first = scene.isStill() ? last - 1 : clip.start();
            String over = "[o" + i + "]";
            String next = "[l" + i + "]";
            chains.add(film(clip, first, last - first) + over);
            chains.add(end + over + "overlay=" + place(clip.segment().position())
                    + ":format=yuv420:eof_action=pass:enable='between(n," + (first - scene.origin()) + ","
                    + (last - 1 - scene.origin()) + ")',"
                    + Graph.BT709 + next);
            end = next;
        }
        return chains;
    }

    String end() {
        return end;
    }

    private String film(Clip clip, long start, long frames) {
        int index = reels.indexOf(clip);
        MediaInput reel = reels.all().get(index);
        VideoInfo footage = reel.source().info().video().orElseThrow();
        SourcePicture treatment = SourceFilters.of(footage, clip.effects());
        String pace = reel.speed() == 1 ? "" : "settb=AVTB,setpts=PTS/" + FilterNumbers.number(reel.speed()) + ",";
        long wanted = Math.round(reel.offset(clip.in()) * scene.clock().fps().value()) + start - clip.start();
        long first = clip.isStill() ? 0 : Math.max(0, Math.min(wanted, reel.lastFrame(scene.clock())));
        String cut = clip.isStill() ? "" : "trim=start_pts=" + first + ":end_pts=" + (first + frames) + ",";
        return "[" + index + ":V:0]" + PictureFilters.after(DeinterlaceEffect.fields(footage, clip.effects())) + pace
                + PictureGraph.rated(scene.clock()) + "," + cut + PictureFilters.after(treatment.filters())
                + sized(clip, treatment.video())
                + ",setpts=PTS-STARTPTS,tpad=stop_mode=clone:stop=-1,trim=end_frame=" + frames + ",setpts=N+"
                + start;
    }

    private String sized(Clip clip, VideoInfo video) {
        double width = scene.canvas().width() * clip.segment().widthPercent().orElse(WIDTH) / 100;
        double height = width * video.height() / Math.max(1, video.width());
        boolean seeThrough = TRANSPARENT.matcher(video.pixelFormat()).matches();
        return "scale=w=" + even(width) + ":h=" + even(height)
                + ":flags=lanczos:out_color_matrix=bt709:out_range=tv,format="
                + (seeThrough ? "yuva420p" : "yuv420p") + ",setsar=1";
    }

    private static String place(Position position) {
        String left = "W*" + MARGIN;
        String right = "W-w-W*" + MARGIN;
        String top = "H*" + MARGIN;
        String bottom = "H-h-H*" + MARGIN;
        String middle = "(W-w)/2";
        return switch (position) {
            case CENTER -> at(middle, "(H-h)/2");
            case TOP -> at(middle, top);
            case BOTTOM -> at(middle, bottom);
            case LOWER_THIRD -> at(left, "H*0.86-h");
            case TOP_LEFT -> at(left, top);
            case TOP_RIGHT -> at(right, top);
            case BOTTOM_LEFT -> at(left, bottom);
            case BOTTOM_RIGHT -> at(right, bottom);
        };
    }

    private static String at(String x, String y) {
        return "x='" + x + "':y='" + y + "'";
    }

    private static int even(double side) {
        return Math.max(2, 2 * (int) Math.round(side / 2));
    }
}
