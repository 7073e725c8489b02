package io.retake.engine.render.graph;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Effect;
import io.retake.core.edit.value.UpscaleMethod;
import io.retake.engine.effect.DeinterlaceEffect;
import io.retake.engine.effect.EffectKinds;
import io.retake.engine.effect.EffectList;
import io.retake.engine.effect.StabilizeEffect;
import io.retake.engine.filter.Chain;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.FilterGraph;
import io.retake.engine.filter.OpenChain;
import io.retake.engine.filter.Pad;
import io.retake.engine.filter.PictureStretch;
import io.retake.engine.filter.SourcePicture;
import io.retake.engine.media.MediaKind;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.render.timeline.Blends;
import io.retake.engine.render.timeline.Clip;
import io.retake.engine.render.timeline.MediaInput;
import io.retake.engine.render.timeline.RenderTimeline;
import io.retake.engine.render.timeline.Shot;
import io.retake.engine.upscale.UpscalableFootage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the picture's part of the graph: every input to the canvas, cut into shots, joined, and finished. */
final class PictureGraph {
    /** The picture of the joined shots. */
    static final Pad.Link JOINED = Pad.link("joined");

    private final RenderTimeline scene;
    private final MediaInputs reels;
    private final RenderFindings findings;
    private final List<Chain> chains = new ArrayList<>();
    private final Map<Integer, List<Use>> uses = new TreeMap<>();
    private final List<Chain> finish = new ArrayList<>();
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
    private record Use(Pad.Link link, Clip clip, long first, long frames) {
        SplitTree.Branch branch() {
            return new SplitTree.Branch(link, first, first + frames);
        }
    }

    /** Returns the chains; the joined picture is at {@code [joined]}. */
    List<Chain> chains() {
        List<Pad.Link> shots = new ArrayList<>();
        for (int i = 0; i < scene.shots().size(); i++) {
            Pad.Link end = Pad.link("s" + i);
            shot(i, scene.shots().get(i), end);
            shots.add(end);
        }
        uses.forEach(this::reel);
        chains.addAll(finish);
        chains.addAll(OpenChain.from(shots)
                .then(shots.size() == 1 ? Filter.of("null") : CanvasFilters.concat(shots.size()))
                .then(CanvasFilters.regular(scene.clock(), scene.origin()))
                .then(wholeEffects())
                .to(JOINED));
        return chains;
    }

    private void reel(int index, List<Use> shown) {
        MediaInput reel = reels.all().get(index);
        VideoInfo video = reel.source().info().video().orElseThrow();
        List<Effect> effects = shown.get(0).clip().effects();
        SourcePicture treatment = SourceFilters.of(video, effects);
        List<Filter> steady = steadied(reel, video, effects, shown);
        Optional<UpscaleMethod> method = network(reel, treatment.video());
        List<Filter> treated = new ArrayList<>(DeinterlaceEffect.fields(video, effects));
        treated.addAll(CanvasFilters.paced(reel, scene.clock()));
        // Raw pictures have no times: those that are fed are counted, so none is dropped.
        if (steady.isEmpty() && method.isEmpty()) {
            treated.addAll(selected(shown));
        }
        treated.addAll(held(shown));
        treated.addAll(steady);
        OpenChain source = method.isEmpty()
                ? treatment.after(OpenChain.from(Pad.stream(index, "V:0")).then(treated), "r" + index)
                : fed(index, treated, treatment, shown, method.get() == UpscaleMethod.NEURAL);
        VideoInfo seen = method.isEmpty() ? treatment.video() : CanvasFit.twice(treatment.video());
        chains.addAll(SplitTree.pictures(
                new CanvasFit(seen, scene.canvas(), "r" + index).fitted(source),
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

    private OpenChain fed(int index, List<Filter> treated, SourcePicture treatment, List<Use> shown, boolean thorough) {
        VideoInfo video = treatment.video();
        feeds.add(new Feed(
                inputs.get(index),
                new FilterGraph(
                        treatment
                                .after(OpenChain.from(Pad.stream(0, "V:0")).then(treated), "z")
                                .then(CanvasFit.toRgb(video))
                                .to(Pad.link("fed")),
                        List.of(Pad.link("fed"))),
                video.codedWidth(),
                video.codedHeight(),
                thorough,
                shown.stream()
                        .map(use -> new Feed.FrameRun(use.first(), use.frames()))
                        .toList()));
        return OpenChain.from(Pad.stream(inputs.size() + feeds.size() - 1, "v:0"))
                .then(Filter.of("settb", scene.clock().frameTime()), Filter.of("setpts", "N"));
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

    /**
     * Where the pictures of a film end before its file says (a download that broke off), the last one stands for what is
     * missing. Only as many as may be asked for: without an end a filter that drops all of them would never end either.
     */
    private static List<Filter> held(List<Use> shown) {
        long frames = shown.stream()
                .mapToLong(use -> use.first() + use.frames())
                .max()
                .orElse(0);
        return shown.get(0).clip().isStill()
                ? List.of()
                : List.of(Filter.of("tpad").with("stop_mode", "clone").with("stop", frames));
    }

    /**
     * Drops what no shot uses before it is scaled; only worth its while when there is much of it. Filters that look back
     * get as much of what comes before as at the start of an input.
     */
    private List<Filter> selected(List<Use> shown) {
        List<String> ranges = new ArrayList<>();
        long used = 0;
        long last = 0;
        for (Use use : shown) {
            if (use.clip().isStill()) {
                return List.of();
            }
            long lead = Math.max(0, use.first() - scene.clock().frame(MediaInput.LEAD));
            ranges.add("between(pts," + lead + "," + (use.first() + use.frames() - 1) + ")");
            used += use.frames();
            last = Math.max(last, use.first() + use.frames());
        }
        boolean much = last - used > scene.clock().fps().value() * 2;
        return much ? List.of(Filter.quoted("select", String.join("+", ranges))) : List.of();
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

    private void shot(int index, Shot shot, Pad.Link end) {
        Clip clip = shot.clip();
        if (clip == null) {
            finish.addAll(CanvasFilters.plain("black", scene, shot.frames()).to(end));
            return;
        }
        Clip before = shot.before();
        if (before == null) {
            finish.addAll(view(clip, shot).to(end));
            return;
        }
        String x = "x" + index;
        Optional<String> through = Blends.through(clip);
        if (through.isPresent() && shot.frames() > 1) {
            dip(x, shot, before, clip, through.get(), end);
        } else {
            Pad.Link a = linked(view(before, shot), x + "a");
            Pad.Link b = linked(view(clip, shot), x + "b");
            finish.addAll(OpenChain.from(a, b)
                    .then(CanvasFilters.blend(Blends.filter(clip), scene.clock(), shot.frames()))
                    .to(end));
        }
    }

    /** All the way to a colour, then all the way from it: {@code xfade}'s own dips never get there. */
    private void dip(String x, Shot shot, Clip before, Clip clip, String color, Pad.Link end) {
        long half = shot.frames() / 2;
        Shot first = new Shot(shot.start(), half, before);
        Shot second = new Shot(shot.start() + half, shot.frames() - half, clip);
        Pad.Link to = fade(
                linked(view(before, first), x + "a"),
                linked(CanvasFilters.plain(color, scene, half), x + "b"),
                half,
                Pad.link(x + "c"));
        Pad.Link from = fade(
                linked(CanvasFilters.plain(color, scene, second.frames()), x + "d"),
                linked(view(clip, second), x + "e"),
                second.frames(),
                Pad.link(x + "f"));
        finish.addAll(OpenChain.from(to, from)
                .then(CanvasFilters.concat(2))
                .then(CanvasFilters.regular(scene.clock(), 0))
                .to(end));
    }

    private Pad.Link fade(Pad.Link before, Pad.Link after, long frames, Pad.Link end) {
        finish.addAll(OpenChain.from(before, after)
                .then(CanvasFilters.blend("fade", scene.clock(), frames))
                .to(end));
        return end;
    }

    /** Ends a chain in a link, its frames counted: {@code xfade} needs the same time base on both sides. */
    private Pad.Link linked(OpenChain chain, String name) {
        Pad.Link link = Pad.link(name);
        finish.addAll(chain.then(CanvasFilters.regular(scene.clock(), 0)).to(link));
        return link;
    }

    /** Returns the chain of a clip's part in a shot: exactly as many frames as the shot has. */
    private OpenChain view(Clip clip, Shot shot) {
        long from = shot.start() - clip.start();
        OpenChain frames =
                clip.isBackwards() ? backwards(clip, from, shot.frames()) : forwards(clip, from, shot.frames());
        PictureInterval stretch = new PictureInterval(
                scene, findings, clip, clip.end() - clip.start(), from, shot.frames(), shot.before() == null);
        return frames.then(looks(clip, stretch))
                .then(CanvasFilters.standing(shot.frames()))
                .then(counted(clip, stretch));
    }

    private OpenChain forwards(Clip clip, long from, long frames) {
        if (clip.isStill()) {
            return OpenChain.from(use(clip, 0, 1)).then(Filter.of("setpts", "PTS-STARTPTS"));
        }
        boolean frozen = clip.segment().frozen();
        return cut(clip, first(clip, frozen ? 0 : from), frozen ? 1 : frames);
    }

    private OpenChain cut(Clip clip, long first, long frames) {
        return OpenChain.from(use(clip, first, frames))
                .then(
                        Filter.of("trim").with("start_pts", first).with("end_pts", first + frames),
                        Filter.of("setpts", "PTS-STARTPTS"));
    }

    private OpenChain backwards(Clip clip, long from, long frames) {
        List<Pad.Link> parts = new ArrayList<>();
        for (Clip piece : scene.read(clip)) {
            long begin = Math.max(from, piece.start() - clip.start());
            long end = Math.min(from + frames, piece.end() - clip.start());
            if (begin < end) {
                Pad.Link part = Pad.link("y" + links);
                finish.addAll(cut(piece, first(piece, piece.end() - clip.start() - end), end - begin)
                        .then(CanvasFilters.standing(end - begin))
                        .then(Filter.of("reverse"))
                        .to(part));
                parts.add(part);
            }
        }
        return OpenChain.from(parts)
                .then(CanvasFilters.concat(parts.size()))
                .then(CanvasFilters.regular(scene.clock(), 0));
    }

    private Pad.Link use(Clip clip, long first, long frames) {
        Pad.Link link = Pad.link("p" + links++);
        uses.computeIfAbsent(reels.indexOf(clip), key -> new ArrayList<>()).add(new Use(link, clip, first, frames));
        return link;
    }

    private static List<Filter> looks(Clip clip, PictureStretch stretch) {
        return clip.effects().stream()
                .distinct()
                .filter(effect -> !PictureFilters.isCounted(effect))
                .flatMap(effect -> PictureFilters.of(effect, stretch).stream())
                .toList();
    }

    private List<Filter> counted(Clip clip, PictureInterval stretch) {
        List<Filter> times = stretch.isStill()
                ? List.of(
                        Filter.of("settb", scene.clock().frameTime()),
                        Filter.of("setpts", String.valueOf(stretch.before())))
                : List.of();
        return clip.effects().stream()
                .filter(PictureFilters::isCounted)
                .flatMap(effect -> Stream.concat(times.stream(), PictureFilters.of(effect, stretch).stream()))
                .toList();
    }

    private List<Filter> wholeEffects() {
        PictureInterval stretch = new PictureInterval(
                scene, findings, null, scene.whole(), scene.origin(), scene.frames() - scene.origin(), true);
        return scene.draft().effects().stream()
                .filter(effect -> !EffectKinds.of(effect).isOnEachClip())
                .flatMap(effect -> PictureFilters.of(effect, stretch).stream())
                .toList();
    }
}
