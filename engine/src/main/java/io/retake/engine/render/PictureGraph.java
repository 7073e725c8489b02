package io.retake.engine.render;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Effect;
import io.retake.core.edit.value.Strength;
import io.retake.core.edit.value.UpscaleMethod;
import io.retake.engine.measure.CameraPath;
import io.retake.engine.media.MediaKind;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.upscale.UpscalableFootage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the picture's part of the graph: every input to the canvas, cut into shots, joined, and finished. */
final class PictureGraph {
    private final Scene scene;
    private final Reels reels;
    private final Findings findings;
    private final List<String> chains = new ArrayList<>();
    private final Map<Integer, List<Use>> uses = new TreeMap<>();
    private final List<String> finish = new ArrayList<>();
    private final List<List<String>> inputs;
    private final List<Feed> feeds = new ArrayList<>();
    private int links;

    /** @param inputs how each reel is opened */
    PictureGraph(Scene scene, Reels reels, Findings findings, List<List<String>> inputs) {
        this.inputs = List.copyOf(inputs);
        this.scene = scene;
        this.reels = reels;
        this.findings = findings;
    }

    /** A stretch of a reel, in its frames, that goes to a link. */
    private record Use(String link, Clip clip, long first, long frames) {
        Fan.Branch branch() {
            return new Fan.Branch(link, first, first + frames);
        }
    }

    /** The chains; the joined picture is at {@code [joined]}. */
    List<String> chains() {
        StringBuilder join = new StringBuilder();
        for (int i = 0; i < scene.shots().size(); i++) {
            shot(i, scene.shots().get(i));
            join.append("[s").append(i).append(']');
        }
        uses.forEach(this::reel);
        chains.addAll(finish);
        int count = scene.shots().size();
        String joined = count == 1 ? "null" : "concat=n=" + count + ":v=1:a=0";
        chains.add(join + joined + regular(scene.origin()) + wholeEffects() + "[joined]");
        return chains;
    }

    /** Frames at whole multiples of a frame's length, whatever joined them. */
    private String regular() {
        return regular(0);
    }

    private String regular(long first) {
        String number = first == 0 ? "N" : "N+" + first;
        return ",settb=" + frameTime() + ",setpts=" + number + ",fps="
                + scene.clock().fps();
    }

    private void reel(int index, List<Use> shown) {
        Reel reel = reels.all().get(index);
        VideoInfo video = reel.source().info().video().orElseThrow();
        List<Effect> effects = shown.get(0).clip().effects();
        Treatment treatment = Treatment.of(video, effects);
        String steady = steadied(reel, video, effects, shown);
        Optional<UpscaleMethod> method = network(reel, treatment.video());
        // Raw pictures have no times: those that are fed are counted, so none is dropped.
        String dropped = steady.isEmpty() && method.isEmpty() ? selected(shown) : "";
        String treated = Treatment.deinterlaced(video, effects) + paced(reel) + dropped + held(shown) + "," + steady
                + treatment.filters();
        String source = method.isEmpty()
                ? "[" + index + ":V:0]" + treated
                : fed(index, treated, treatment.video(), shown, method.get() == UpscaleMethod.NEURAL);
        VideoInfo seen = method.isEmpty() ? treatment.video() : Framing.twice(treatment.video());
        chains.addAll(Fan.pictures(
                source + new Framing(seen, scene.canvas(), "r" + index).chain(),
                shown.stream().map(Use::branch).toList(),
                "r" + index));
    }

    /** The inputs that are enlarged on their way, in the order in which they come after the others. */
    List<Feed> feeds() {
        return feeds;
    }

    private Optional<UpscaleMethod> network(Reel reel, VideoInfo video) {
        Canvas canvas = scene.canvas();
        boolean gains = reel.source().info().kind() == MediaKind.VIDEO
                && Framing.isStandardRange(video)
                && UpscalableFootage.is(video.width(), video.height(), canvas.width(), canvas.height());
        return scene.draft().effects().stream()
                .filter(effect -> gains && effect instanceof Effect.Upscaled)
                .map(effect -> ((Effect.Upscaled) effect).method())
                .reduce((one, other) -> other);
    }

    private String fed(int index, String treated, VideoInfo video, List<Use> shown, boolean thorough) {
        feeds.add(new Feed(
                inputs.get(index),
                "[0:V:0]" + treated + Framing.toRgb(video) + "[fed]",
                video.codedWidth(),
                video.codedHeight(),
                thorough,
                shown.stream()
                        .map(use -> new Feed.Stretch(use.first(), use.frames()))
                        .toList()));
        return "[" + (inputs.size() + feeds.size() - 1) + ":v:0]settb=" + frameTime() + ",setpts=N,";
    }

    /** By the path of the whole medium, so that its pieces go together. */
    private String steadied(Reel reel, VideoInfo video, List<Effect> effects, List<Use> shown) {
        CameraPath path = findings.cameras().get(reel.source().info().hash());
        Optional<Strength> strength = effects.stream()
                .filter(Effect.Stabilize.class::isInstance)
                .map(effect -> ((Effect.Stabilize) effect).strength())
                .reduce((one, other) -> other);
        if (path == null || strength.isEmpty()) {
            return "";
        }
        long frames = shown.stream()
                .mapToLong(use -> use.first() + use.frames())
                .max()
                .orElse(0);
        String planes = video.pixelFormat().matches("(rgb|bgr|gbr|pal|argb|abgr|0rgb|0bgr).*") ? "format=gbrp," : "";
        return planes
                + path.steadied(0, path.frames(), strength.get())
                        .filter(
                                reel.firstSlot(scene.clock()),
                                frames,
                                scene.clock().fps(),
                                reel.speed())
                + ",";
    }

    private String paced(Reel reel) {
        String pace = reel.speed() == 1 ? "" : "settb=AVTB,setpts=PTS/" + Text.number(reel.speed()) + ",";
        return pace + rated(scene.clock());
    }

    /** At the export's rate, and never nothing: a still, or a film at a hundred times its speed, may end within a frame. */
    static String rated(Clock clock) {
        return "fps=" + clock.fps() + ":start_time=0:eof_action=pass";
    }

    /**
     * Where the pictures of a film end before its file says (a download that broke off), the last one stands for what is
     * missing. Only as many as may be asked for: without an end a filter that drops all of them would never end either.
     */
    private static String held(List<Use> shown) {
        long frames = shown.stream()
                .mapToLong(use -> use.first() + use.frames())
                .max()
                .orElse(0);
        return shown.get(0).clip().isStill() ? "" : ",tpad=stop_mode=clone:stop=" + frames;
    }

    /** Drops what no shot uses before it is scaled; only worth its while when there is much of it. */
    private String selected(List<Use> shown) {
        List<String> ranges = new ArrayList<>();
        long used = 0;
        long last = 0;
        for (Use use : shown) {
            if (use.clip().isStill()) {
                return "";
            }
            ranges.add("between(pts," + use.first() + "," + (use.first() + use.frames() - 1) + ")");
            used += use.frames();
            last = Math.max(last, use.first() + use.frames());
        }
        boolean much = last - used > scene.clock().fps().value() * 2;
        return much ? ",select='" + String.join("+", ranges) + "'" : "";
    }

    /** Where that frame of a clip is on its reel, in frames; never after the last picture there is, which then stands. */
    private long first(Clip clip, long from) {
        if (clip.isStill()) {
            return 0;
        }
        Reel reel = reels.all().get(reels.indexOf(clip));
        double offset = reel.offset(clip.in());
        long frame = Math.max(0, Math.round(offset * scene.clock().fps().value()) + from);
        return clip.segment().loops() ? frame : Math.min(frame, reel.lastFrame(scene.clock()));
    }

    private void shot(int index, Shot shot) {
        Clip clip = shot.clip();
        String end = "[s" + index + "]";
        if (clip == null) {
            finish.add(plain("black", shot.frames()) + end);
            return;
        }
        Clip before = shot.before();
        if (before == null) {
            finish.add(view(clip, shot) + end);
            return;
        }
        Optional<String> through = Blends.through(clip);
        if (through.isPresent() && shot.frames() > 1) {
            dip(index, shot, before, clip, through.get());
        } else {
            String a = "[x" + index + "a]";
            String b = "[x" + index + "b]";
            finish.add(view(before, shot) + regular() + a);
            finish.add(view(clip, shot) + regular() + b);
            finish.add(a + b + blend(Blends.filter(clip), shot.frames()) + end);
        }
    }

    /** All the way to a colour, then all the way from it: {@code xfade}'s own dips never get there. */
    private void dip(int index, Shot shot, Clip before, Clip clip, String color) {
        long half = shot.frames() / 2;
        Shot first = new Shot(shot.start(), half, before);
        Shot second = new Shot(shot.start() + half, shot.frames() - half, clip);
        String x = "[x" + index;
        finish.add(view(before, first) + regular() + x + "a]");
        finish.add(plain(color, first.frames()) + regular() + x + "b]");
        finish.add(x + "a]" + x + "b]" + blend("fade", first.frames()) + x + "c]");
        finish.add(plain(color, second.frames()) + regular() + x + "d]");
        finish.add(view(clip, second) + regular() + x + "e]");
        finish.add(x + "d]" + x + "e]" + blend("fade", second.frames()) + x + "f]");
        finish.add(x + "c]" + x + "f]concat=n=2:v=1:a=0" + regular() + "[s" + index + "]");
    }

    private String blend(String kind, long frames) {
        return "xfade=transition=" + kind + ":offset=0:duration="
                + Text.number(scene.clock().seconds(frames)) + ",trim=end_frame=" + frames + ",format=yuv420p,"
                + Graph.BT709;
    }

    private String plain(String color, long frames) {
        return "color=c=" + color + ":s=" + scene.canvas().width() + "x"
                + scene.canvas().height() + ":r="
                + scene.clock().fps() + ",format=yuv420p,setsar=1," + Graph.BT709 + ",trim=end_frame=" + frames;
    }

    /** What a clip shows during a shot: exactly as many frames. */
    private String view(Clip clip, Shot shot) {
        long from = shot.start() - clip.start();
        String frames = clip.isBackwards() ? backwards(clip, from, shot.frames()) : forwards(clip, from, shot.frames());
        return frames + looks(clip, from) + standing(shot.frames()) + fades(shot, clip);
    }

    /** A medium may end a frame early: its last picture stands. */
    private static String standing(long frames) {
        return ",tpad=stop_mode=clone:stop=-1,trim=end_frame=" + frames;
    }

    private String forwards(Clip clip, long from, long frames) {
        if (clip.isStill()) {
            return use(clip, 0, 1) + "setpts=PTS-STARTPTS";
        }
        boolean frozen = clip.segment().frozen();
        long first = first(clip, frozen ? 0 : from);
        long count = frozen ? 1 : frames;
        return use(clip, first, count) + "trim=start_pts=" + first + ":end_pts=" + (first + count)
                + ",setpts=PTS-STARTPTS";
    }

    private String backwards(Clip clip, long from, long frames) {
        List<String> parts = new ArrayList<>();
        for (Clip piece : scene.read(clip)) {
            long begin = Math.max(from, piece.start() - clip.start());
            long end = Math.min(from + frames, piece.end() - clip.start());
            if (begin < end) {
                long first = first(piece, piece.end() - clip.start() - end);
                String part = "[y" + links + "]";
                finish.add(use(piece, first, end - begin) + "trim=start_pts=" + first + ":end_pts="
                        + (first + end - begin) + ",setpts=PTS-STARTPTS" + standing(end - begin) + ",reverse" + part);
                parts.add(part);
            }
        }
        return String.join("", parts) + "concat=n=" + parts.size() + ":v=1:a=0" + regular();
    }

    private String use(Clip clip, long first, long frames) {
        String link = "[p" + links++ + "]";
        uses.computeIfAbsent(reels.indexOf(clip), key -> new ArrayList<>()).add(new Use(link, clip, first, frames));
        return link;
    }

    private String looks(Clip clip, long from) {
        List<Effect> effects = new ArrayList<>();
        scene.draft().effects().stream()
                .filter(Effect.AutoColor.class::isInstance)
                .forEach(effects::add);
        effects.addAll(clip.effects());
        return effects.stream()
                .distinct()
                .flatMap(effect -> look(effect, clip, from).stream())
                .filter(filter -> !filter.isEmpty())
                .map(filter -> "," + filter)
                .collect(Collectors.joining());
    }

    private List<String> look(Effect effect, Clip clip, long from) {
        if (effect instanceof Effect.AutoColor) {
            return List.of(findings.corrections()
                    .getOrDefault(clip.source().info().hash(), Correction.NONE)
                    .filter());
        }
        if (effect instanceof Effect.Zoom zoom) {
            return List.of(zoomed(zoom, from, clip.end() - clip.start()));
        }
        return plainLook(effect);
    }

    /**
     * From place to place in fractions of a pixel: whole ones, as {@code zoompan} has them, are seen as a tremble.
     */
    private static String zoomed(Effect.Zoom zoom, long from, long frames) {
        String z = zoom.from() == zoom.to()
                ? Text.number(zoom.from())
                : "(" + Text.number(zoom.from()) + "+" + Text.number(zoom.to() - zoom.from()) + "*clip((on+"
                        + (from - 1) + ")/" + Math.max(1, frames - 1) + ",0,1))";
        String low = "(1-1/" + z + ")/2";
        String high = "(1+1/" + z + ")/2";
        return "perspective=x0='W*" + low + "':y0='H*" + low + "':x1='W*" + high + "':y1='H*" + low + "':x2='W*" + low
                + "':y2='H*" + high + "':x3='W*" + high + "':y3='H*" + high + "':interpolation=cubic:eval=frame";
    }

    private List<String> plainLook(Effect effect) {
        if (effect instanceof Effect.Grade grade) {
            return Grading.filters(grade);
        }
        if (effect instanceof Effect.Sharpen sharpen) {
            return List.of("cas=strength=" + crispness(sharpen.strength()) + ":planes=1");
        }
        if (effect instanceof Effect.Lut lut) {
            return List.of(
                    Grading.TO_RGB + "lut3d=file=" + table(lut.media()) + ":interp=tetrahedral" + Grading.FROM_RGB);
        }
        return effect instanceof Effect.Grayscale ? List.of("hue=s=0") : List.of();
    }

    private static String crispness(Strength strength) {
        return switch (strength) {
            case LIGHT -> "0.4";
            case MEDIUM -> "0.7";
            case STRONG -> "1";
        };
    }

    private String table(String hash) {
        if (!findings.tables().containsKey(hash)) {
            throw new RenderException(
                    "The timeline uses a colour table that is not here (" + hash + "). Upload the .cube file again.");
        }
        return Graph.tableName(hash);
    }

    private String fades(Shot shot, Clip clip) {
        StringBuilder fades = new StringBuilder();
        boolean still = scene.isStill() && shot.before() == null;
        for (Effect effect : clip.effects()) {
            if (effect instanceof Effect.Fade fade && still) {
                fades.append(",settb=" + frameTime() + ",setpts=" + (shot.start() - clip.start()))
                        .append(fadeAt(fade, clip.end() - clip.start()));
            } else if (effect instanceof Effect.Fade fade) {
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
            if (effect instanceof Effect.Zoom zoom) {
                filters.append(',').append(zoomed(zoom, scene.origin(), scene.whole()));
            }
            if (effect instanceof Effect.Fade fade && scene.isStill()) {
                filters.append(fadeAt(fade, scene.whole()));
            } else if (effect instanceof Effect.Fade fade) {
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

    /** By the frames' times in place of their count: of a still there is one frame, and it has the time it is at. */
    private String fadeAt(Effect.Fade fade, long frames) {
        long head = Math.min(scene.clock().frame(fade.in()), frames);
        long tail = Math.min(scene.clock().frame(fade.out()), frames);
        return (head > 0 ? ",fade=t=in:st=0:d=" + seconds(head) : "")
                + (tail > 0 ? ",fade=t=out:st=" + seconds(frames - tail) + ":d=" + seconds(tail) : "");
    }

    private String seconds(long frames) {
        return Text.number(scene.clock().seconds(frames));
    }

    private static String fade(long in, long out, long frames) {
        long head = Math.min(in, frames);
        long tail = Math.min(out, frames);
        return (head > 0 ? ",fade=t=in:s=0:n=" + head : "")
                + (tail > 0 ? ",fade=t=out:s=" + (frames - tail) + ":n=" + tail : "");
    }
}
