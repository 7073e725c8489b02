package io.retake.engine.render.graph;

import io.retake.core.Sha256;
import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.filter.Chain;
import io.retake.engine.filter.ColorCorrection;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.FilterGraph;
import io.retake.engine.filter.OpenChain;
import io.retake.engine.filter.Pad;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.render.text.Face;
import io.retake.engine.render.timeline.Container;
import io.retake.engine.render.timeline.MediaInput;
import io.retake.engine.render.timeline.Output;
import io.retake.engine.render.timeline.RenderException;
import io.retake.engine.render.timeline.RenderTimeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One FFmpeg run as a plan: a pure function of scene, output and measured corrections.
 *
 * @param inputs each input's arguments, -i included
 * @param filters the whole filter graph; its ends are {@link #PICTURE} and {@link #SOUND}, where it has them
 * @param texts files that the graph reads, by name in the working folder
 * @param faces fonts that the graph reads, by their file names
 * @param tables colour tables that the graph reads, by name in the working folder
 * @param feeds the last of the inputs, which are enlarged on their way
 */
public record Graph(
        List<List<String>> inputs,
        FilterGraph filters,
        boolean picture,
        boolean sound,
        Map<String, String> texts,
        Set<Face> faces,
        Map<String, Path> tables,
        List<Feed> feeds) {
    /** The finished picture. */
    public static final Pad.Link PICTURE = Pad.link("v");

    /** The finished sound. */
    public static final Pad.Link SOUND = Pad.link("a");

    /** PNG is RGB. */
    private static final List<Filter> PNG = List.of(
            still().with("matrix", "gbr").with("range", "full"),
            Filter.of("format", "gbrp"),
            Filter.of("format", "rgb24"));

    /** JPEG is full range and, without saying so, BT.601. */
    private static final List<Filter> JPEG =
            List.of(still().with("matrix", "170m").with("range", "full"), Filter.of("format", "yuvj420p"));

    /** The end of the sound's chains that leaves the sound as it is. */
    private static final List<Filter> HEARD = List.of(Filter.of("anull"));

    /** The end of the sound's chains that prints the running loudness (EBU R128). */
    private static final List<Filter> MEASURED = List.of(
            Filter.of("ebur128").with("metadata", 1).with("framelog", "quiet"),
            Filter.of("ametadata")
                    .with("mode", "print")
                    .with("key", "lavfi.r128.I")
                    .with("file", "-"));

    private static Filter still() {
        return Filter.of("zscale").with("matrixin", "709").with("rangein", "limited");
    }

    public static Graph plan(RenderTimeline scene, Output output, RenderFindings findings) {
        return plan(scene, output, findings, HEARD);
    }

    private static Graph plan(RenderTimeline scene, Output output, RenderFindings findings, List<Filter> soundEnd) {
        boolean picture = output.container().hasPicture();
        boolean sound = output.container().hasSound() && scene.isHeard();
        if (!picture && !sound) {
            throw new RenderException(
                    EngineMessages.text("export.no-sound", output.container().extension()));
        }
        MediaInputs reels = MediaInputs.of(scene, picture, sound);
        int threads = RenderMemory.isAlone(reels.all()) ? 1 : 0;
        List<List<String>> inputs = new ArrayList<>();
        reels.all().forEach(reel -> inputs.add(opened(reel, threads)));
        List<Feed> feeds = new ArrayList<>();
        List<Chain> chains = new ArrayList<>();
        List<Pad.Link> ends = new ArrayList<>();
        TitleGraph titles = TitleGraph.of(scene);
        CaptionGraph captions = CaptionGraph.of(scene);
        if (picture) {
            PictureGraph graph = new PictureGraph(scene, reels, findings, inputs);
            chains.addAll(graph.chains());
            feeds.addAll(graph.feeds());
            OpenChain film = new Overlays(scene, reels).on(PictureGraph.JOINED).then(titles.filters());
            OpenChain tagged = captions.on(film).then(Filter.of("format", "yuv420p"), CanvasFilters.BT709);
            chains.addAll(ending(tagged, output, scene).to(PICTURE));
            ends.add(PICTURE);
        }
        if (sound) {
            chains.addAll(new SoundGraph(scene, reels, findings).chains());
            chains.addAll(OpenChain.from(SoundGraph.MIX).then(soundEnd).to(SOUND));
            ends.add(SOUND);
        }
        for (int i = 0; i < feeds.size(); i++) {
            inputs.add(feeds.get(i).arguments(Feed.socket(i), scene.clock().fps()));
        }
        FilterGraph filters = new FilterGraph(chains, ends);
        Map<String, Path> used = new LinkedHashMap<>();
        findings.tables().forEach((hash, file) -> used.put(tableName(hash), file));
        Map<String, String> texts = new LinkedHashMap<>(titles.texts());
        texts.putAll(captions.texts());
        Set<Face> faces = EnumSet.noneOf(Face.class);
        faces.addAll(titles.faces());
        faces.addAll(captions.faces());
        return picture
                ? new Graph(inputs, filters, true, sound, texts, faces, used, feeds)
                : new Graph(inputs, filters, false, true, Map.of(), Set.of(), Map.of(), List.of());
    }

    private static List<String> opened(MediaInput reel, int threads) {
        return SafeInput.of(reel.source().file())
                .arguments(reel.options(threads).toArray(String[]::new));
    }

    public static Graph plan(RenderTimeline scene, Output output, Map<String, ColorCorrection> corrections) {
        return plan(scene, output, new RenderFindings(corrections, Map.of(), Map.of(), SpeechCleaning.NETWORK, 0));
    }

    /** Plans a run of the sound alone that prints its running loudness. */
    public static Graph listening(RenderTimeline scene, SpeechCleaning cleaning, double decibels) {
        return plan(scene, Output.of(Container.WAV), RenderFindings.none(cleaning, decibels), MEASURED);
    }

    /** Returns the name of a color table in the working folder: unique, and safe in a filter graph whatever the hash says. */
    static String tableName(String hash) {
        return "table" + Sha256.hex(hash) + ".cube";
    }

    /** Returns the film as its container has it. */
    private static OpenChain ending(OpenChain film, Output output, RenderTimeline scene) {
        Container container = output.container();
        if (container.isStill()) {
            return film.then(
                            Filter.of("trim").with("start_frame", scene.frames() - 1 - scene.origin()),
                            Filter.of("setpts", "PTS-STARTPTS"))
                    .then(container == Container.PNG ? PNG : JPEG);
        }
        return container == Container.GIF ? withPalettes(film) : film;
    }

    /** A palette for each picture: one for all would mean to keep all of them in memory first. */
    private static OpenChain withPalettes(OpenChain film) {
        Pad.Link seen = Pad.link("ga");
        Pad.Link shown = Pad.link("gb");
        Pad.Link palettes = Pad.link("gp");
        return OpenChain.from(shown, palettes)
                .after(film.then(Filter.of("split")).to(seen, shown))
                .after(OpenChain.from(seen)
                        .then(Filter.of("palettegen").with("stats_mode", "single"))
                        .to(palettes))
                .then(Filter.of("paletteuse").with("new", 1).with("dither", "bayer"));
    }
}
