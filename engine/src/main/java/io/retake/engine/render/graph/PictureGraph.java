package io.retake.engine.render.graph;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Effect;
import io.retake.core.edit.value.UpscaleMethod;
import io.retake.engine.effect.DeinterlaceEffect;
import io.retake.engine.effect.EffectKinds;
import io.retake.engine.effect.EffectList;
import io.retake.engine.effect.StabilizeEffect;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.FilterNumbers;
import io.retake.engine.filter.PictureStretch;
import io.retake.engine.filter.SourcePicture;
import io.retake.engine.media.MediaKind;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.render.timeline.Blends;
import io.retake.engine.render.timeline.Clip;
import io.retake.engine.render.timeline.FrameClock;
import io.retake.engine.render.timeline.MediaInput;
import io.retake.engine.render.timeline.RenderTimeline;
import io.retake.engine.render.timeline.Shot;
import io.retake.engine.upscale.UpscalableFootage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the picture's part of the graph: every input to the canvas, cut into shots, joined, and finished. */
final class PictureGraph {
    private final RenderTimeline scene;
    private final MediaInputs reels;
    private final RenderFindings findings;
    private final List<String> chains = new ArrayList<>();
    private final Map<Integer, List<Use>> uses = new TreeMap<>();
    private final List<String> finish = new ArrayList<>();
    private final List<List<String>> inputs;
    private final List<Feed> feeds = new ArrayList<>();
    private int links;

    /** @param inputs how each reel is opened */
    PictureGraph(RenderTimeline scene, MediaInputs reels, RenderFindings findings, List<List<String>> inputs) {
        this.inputs = List.copyOf(inputs);
        this.scene = scene;
        this.reels = reels;
        this.findings = findings;
    }

    /** A range of an input, in its frames, that goes to a link. */
    private record Use(String link, Clip clip, long first, long frames) {
        SplitTree.Branch branch() {
            return new SplitTree.Branch(link, first, first + frames);
        }
    }

    /** Returns the chains; the joined picture is at {@code [joined]}. */
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
        MediaInput reel = reels.all().get(index);
        VideoInfo video = reel.source().info().video().orElseThrow();
        List<Effect> effects = shown.get(0).clip().effects();
        SourcePicture treatment = SourceFilters.of(video, effects);
        List<Filter> steady = steadied(reel, video, effects, shown);
        Optional<UpscaleMethod> method = network(reel, treatment.video());
        // Raw pictures have no times: those that are fed are counted, so none is dropped.
        String dropped = steady.isEmpty() && method.isEmpty() ? selected(shown) : "";
        String treated = PictureFilters.after(DeinterlaceEffect.fields(video, effects)) + paced(reel) + dropped
                + held(shown) + "," + PictureFilters.after(steady) + PictureFilters.after(treatment.filters());
        String source = method.isEmpty()
                ? "[" + index + ":V:0]" + treated
                : fed(index, treated, treatment.video(), shown, method.get() == UpscaleMethod.NEURAL);
        VideoInfo seen = method.isEmpty() ? treatment.video() : CanvasFit.twice(treatment.video());
        chains.addAll(SplitTree.pictures(
                source + new CanvasFit(seen, scene.canvas(), "r" + index).chain(),
                shown.stream().map(Use::branch).toList(),
                "r" + index));
    }

    /** Returns the inputs to upscale, in the order in which they come after the others. */
    List<Feed> feeds() {
        return feeds;
    }

    private Optional<UpscaleMethod> network(MediaInput reel, VideoInfo video) {
        Canvas canvas = scene.canvas();
        boolean gains = reel.source().info().kind() == MediaKind.VIDEO
                && CanvasFit.isStandardRange(video)
                && UpscalableFootage.is(video.width(), video.height(), canvas.width(), canvas.height());
        return EffectList.last(scene.draft().effects(), Effect.UpscaledFx.class)
                .filter(effect -> gains)
                .map(Effect.UpscaledFx::method);
    }

    private String fed(int index, String treated, VideoInfo video, List<Use> shown, boolean thorough) {
        feeds.add(new Feed(
                inputs.get(index),
                "[0:V:0]" + treated + CanvasFit.toRgb(video) + "[fed]",
                video.codedWidth(),
                video.codedHeight(),
                thorough,
                shown.stream()
                        .map(use -> new Feed.FrameRun(use.first(), use.frames()))
                        .toList()));
        return "[" + (inputs.size() + feeds.size() - 1) + ":v:0]settb=" + frameTime() + ",setpts=N,";
    }

    private List<Filter> steadied(MediaInput reel, VideoInfo video, List<Effect> effects, List<Use> shown) {
        return StabilizeEffect.steadied(
                effects,
                findings.cameras().get(reel.source().info().hash()),
                video,
                reel.firstSlot(scene.clock()),
                shown.stream()
                        .mapToLong(use -> use.first() + use.frames())
                        .max()
                        .orElse(0),
                scene.clock().fps(),
                reel.speed());
    }

    private String paced(MediaInput reel) {
        String pace = reel.speed() == 1 ? "" : "settb=AVTB,setpts=PTS/" + FilterNumbers.number(reel.speed()) + ",";
        return pace + rated(scene.clock());
    }

    /**
     * At the export's rate, and never nothing: a still, or a film at a hundred times its speed, may end within a frame.
     */
    static String rated(FrameClock clock) {
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

    /**
     * Where that frame of a clip is on its reel, in frames; never after the last picture there is, which then stands.
     */
    private long first(Clip clip, long from) {
        if (clip.isStill()) {
            return 0;
        }
        MediaInput reel = reels.all().get(reels.indexOf(clip));
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
                + FilterNumbers.number(scene.clock().seconds(frames)) + ",trim=end_frame=" + frames + ",format=yuv420p,"
                + Graph.BT709;
    }

    private String plain(String color, long frames) {
        return "color=c=" + color + ":s=" + scene.canvas().width() + "x"
                + scene.canvas().height() + ":r="
                + scene.clock().fps() + ",format=yuv420p,setsar=1," + Graph.BT709 + ",trim=end_frame=" + frames;
    }

    /** Writes the filters for a clip's part in a shot: exactly as many frames as the shot has. */
    private String view(Clip clip, Shot shot) {
        long from = shot.start() - clip.start();
        String frames = clip.isBackwards() ? backwards(clip, from, shot.frames()) : forwards(clip, from, shot.frames());
        PictureInterval stretch = new PictureInterval(
                scene, findings, clip, clip.end() - clip.start(), from, shot.frames(), shot.before() == null);
        return frames + looks(clip, stretch) + standing(shot.frames()) + counted(clip, stretch);
    }

    /** Holds the last picture: a medium may end a frame early. */
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

    private static String looks(Clip clip, PictureStretch stretch) {
        return clip.effects().stream()
                .distinct()
                .filter(effect -> !PictureFilters.isCounted(effect))
                .map(effect -> PictureFilters.before(PictureFilters.of(effect, stretch)))
                .collect(Collectors.joining());
    }

    private String counted(Clip clip, PictureInterval stretch) {
        String times = stretch.isStill() ? ",settb=" + frameTime() + ",setpts=" + stretch.before() : "";
        return clip.effects().stream()
                .filter(PictureFilters::isCounted)
                .map(effect -> times + PictureFilters.before(PictureFilters.of(effect, stretch)))
                .collect(Collectors.joining());
    }

    private String wholeEffects() {
        PictureInterval stretch = new PictureInterval(
                scene, findings, null, scene.whole(), scene.origin(), scene.frames() - scene.origin(), true);
        return scene.draft().effects().stream()
                .filter(effect -> !EffectKinds.of(effect).isOnEachClip())
                .map(effect -> PictureFilters.before(PictureFilters.of(effect, stretch)))
                .collect(Collectors.joining());
    }

    /** A frame's length as a time base: times are then whole numbers, and setpts does not round them down. */
    private String frameTime() {
        return scene.clock().fps().denominator() + "/" + scene.clock().fps().numerator();
    }
}
