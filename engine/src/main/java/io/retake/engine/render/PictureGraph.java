package io.retake.engine.render;

import io.retake.core.draft.Effect;
import io.retake.engine.media.VideoInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the picture's part of the graph: every input to the canvas, cut into shots, joined, and finished. */
final class PictureGraph {
    private final Scene scene;
    private final Reels reels;
    private final Map<String, Correction> corrections;
    private final List<String> chains = new ArrayList<>();

    PictureGraph(Scene scene, Reels reels, Map<String, Correction> corrections) {
        this.scene = scene;
        this.reels = reels;
        this.corrections = corrections;
    }

    /** The chains; the joined picture is at {@code [joined]}. */
    List<String> chains() {
        Map<Integer, List<Integer>> byReel = new TreeMap<>();
        for (int i = 0; i < scene.shots().size(); i++) {
            Clip clip = scene.shots().get(i).clip();
            if (clip != null) {
                byReel.computeIfAbsent(reels.indexOf(clip), key -> new ArrayList<>())
                        .add(i);
            }
        }
        byReel.forEach(this::reel);
        StringBuilder join = new StringBuilder();
        for (int i = 0; i < scene.shots().size(); i++) {
            shot(i, scene.shots().get(i));
            join.append("[s").append(i).append(']');
        }
        int count = scene.shots().size();
        String joined = count == 1 ? "null" : "concat=n=" + count + ":v=1:a=0";
        chains.add(join + joined + ",settb=" + frameTime() + ",setpts=N,fps="
                + scene.clock().fps() + wholeEffects() + "[joined]");
        return chains;
    }

    private void reel(int index, List<Integer> shots) {
        Reel reel = reels.all().get(index);
        VideoInfo video = reel.source().info().video().orElseThrow();
        String pace = reel.speed() == 1 ? "" : "settb=AVTB,setpts=PTS/" + Text.number(reel.speed()) + ",";
        String split = shots.stream().map(i -> "[p" + i + "]").collect(Collectors.joining());
        chains.add("[" + index + ":V:0]" + pace + "fps=" + scene.clock().fps() + ":start_time=0" + selected(shots) + ","
                + new Framing(video, scene.canvas(), "r" + index).chain()
                + (shots.size() == 1 ? "" : ",split=" + shots.size()) + split);
    }

    /** Drops what no shot uses before it is scaled; only worth its while when there is much of it. */
    private String selected(List<Integer> shots) {
        List<String> ranges = new ArrayList<>();
        long used = 0;
        long last = 0;
        for (int index : shots) {
            Shot shot = scene.shots().get(index);
            if (shot.clip() == null || shot.clip().isStill()) {
                return "";
            }
            long first = first(shot);
            ranges.add("between(pts," + first + "," + (first + shot.frames() - 1) + ")");
            used += shot.frames();
            last = Math.max(last, first + shot.frames());
        }
        boolean much = last - used > scene.clock().fps().value() * 2;
        return much ? ",select='" + String.join("+", ranges) + "'" : "";
    }

    /** Where a shot begins on its reel, in frames. */
    private long first(Shot shot) {
        Clip clip = shot.clip();
        if (clip == null || clip.isStill()) {
            return 0;
        }
        double offset = reels.all().get(reels.indexOf(clip)).offset(clip.in());
        return Math.max(0, Math.round(offset * scene.clock().fps().value())) + shot.start() - clip.start();
    }

    private void shot(int index, Shot shot) {
        Clip clip = shot.clip();
        if (clip == null) {
            chains.add("color=c=black:s=" + scene.canvas().width() + "x"
                    + scene.canvas().height() + ":r="
                    + scene.clock().fps() + ",format=yuv420p,setsar=1," + Graph.BT709 + ",trim=end_frame="
                    + shot.frames() + "[s" + index + "]");
            return;
        }
        long first = first(shot);
        String cut = clip.isStill() ? "" : "trim=start_pts=" + first + ":end_pts=" + (first + shot.frames()) + ",";
        // A medium may end a frame early: its last picture stands.
        chains.add("[p" + index + "]" + cut + "setpts=PTS-STARTPTS" + looks(clip)
                + ",tpad=stop_mode=clone:stop=-1,trim=end_frame=" + shot.frames() + fades(shot, clip) + "[s" + index
                + "]");
    }

    private String looks(Clip clip) {
        List<Effect> effects = new ArrayList<>();
        scene.draft().effects().stream()
                .filter(Effect.AutoColor.class::isInstance)
                .forEach(effects::add);
        effects.addAll(clip.effects());
        return effects.stream()
                .distinct()
                .flatMap(effect -> look(effect, clip).stream())
                .filter(filter -> !filter.isEmpty())
                .map(filter -> "," + filter)
                .collect(Collectors.joining());
    }

    private List<String> look(Effect effect, Clip clip) {
        if (effect instanceof Effect.AutoColor) {
            return List.of(corrections
                    .getOrDefault(clip.source().info().hash(), Correction.NONE)
                    .filter());
        }
        return plainLook(effect);
    }

    private static List<String> plainLook(Effect effect) {
        if (effect instanceof Effect.Grade grade) {
            return Grading.filters(grade);
        }
        return effect instanceof Effect.Grayscale ? List.of("hue=s=0") : List.of();
    }

    private String fades(Shot shot, Clip clip) {
        StringBuilder fades = new StringBuilder();
        for (Effect effect : clip.effects()) {
            if (effect instanceof Effect.Fade fade) {
                long in = shot.start() == clip.start() ? scene.clock().frame(fade.in()) : 0;
                long out = shot.end() == clip.end() ? scene.clock().frame(fade.out()) : 0;
                fades.append(fade(in, out, shot.frames()));
            }
        }
        return fades.toString();
    }

    private String wholeEffects() {
        StringBuilder filters = new StringBuilder();
        for (Effect effect : scene.draft().effects()) {
            plainLook(effect).forEach(filter -> filters.append(',').append(filter));
            if (effect instanceof Effect.Fade fade) {
                filters.append(
                        fade(scene.clock().frame(fade.in()), scene.clock().frame(fade.out()), scene.frames()));
            }
        }
        return filters.toString();
    }

    /** A frame's length as a time base: times are then whole numbers, and setpts does not round them down. */
    private String frameTime() {
        return scene.clock().fps().denominator() + "/" + scene.clock().fps().numerator();
    }

    private static String fade(long in, long out, long frames) {
        long head = Math.min(in, frames);
        long tail = Math.min(out, frames);
        return (head > 0 ? ",fade=t=in:s=0:n=" + head : "")
                + (tail > 0 ? ",fade=t=out:s=" + (frames - tail) + ":n=" + tail : "");
    }
}
