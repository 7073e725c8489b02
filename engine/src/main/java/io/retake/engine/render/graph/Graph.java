package io.retake.engine.render.graph;

import io.retake.core.Sha256;
import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.filter.ColorCorrection;
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
 * @param filter the whole filter graph; its ends are {@code [v]} and {@code [a]}
 * @param texts files that the graph reads, by name in the working folder
 * @param faces fonts that the graph reads, by their file names
 * @param tables colour tables that the graph reads, by name in the working folder
 * @param feeds the last of the inputs, which are enlarged on their way
 */
public record Graph(
        List<List<String>> inputs,
        String filter,
        boolean picture,
        boolean sound,
        Map<String, String> texts,
        Set<Face> faces,
        Map<String, Path> tables,
        List<Feed> feeds) {
    static final String BT709 = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709";

    /** The end of the sound's chains that leaves the sound as it is. */
    private static final String HEARD = "anull";

    /** The end of the sound's chains that prints the running loudness (EBU R128). */
    private static final String MEASURED =
            "ebur128=metadata=1:framelog=quiet,ametadata=mode=print:key=lavfi.r128.I:file=-";

    public static Graph plan(RenderTimeline scene, Output output, RenderFindings findings) {
        return plan(scene, output, findings, HEARD);
    }

    private static Graph plan(RenderTimeline scene, Output output, RenderFindings findings, String soundEnd) {
        boolean picture = output.container().hasPicture();
        boolean sound = output.container().hasSound() && scene.isHeard();
        if (!picture && !sound) {
            throw new RenderException("This timeline has no sound, so there is nothing to write as "
                    + output.container().extension() + ". Export it as mp4.");
        }
        MediaInputs reels = MediaInputs.of(scene, picture, sound);
        int threads = RenderMemory.isAlone(reels.all()) ? 1 : 0;
        List<List<String>> inputs = new ArrayList<>();
        reels.all().forEach(reel -> inputs.add(opened(reel, threads)));
        List<Feed> feeds = new ArrayList<>();
        List<String> chains = new ArrayList<>();
        TitleGraph titles = TitleGraph.of(scene);
        CaptionGraph captions = CaptionGraph.of(scene);
        if (picture) {
            PictureGraph graph = new PictureGraph(scene, reels, findings, inputs);
            chains.addAll(graph.chains());
            feeds.addAll(graph.feeds());
            Overlays overlays = new Overlays(scene, reels);
            chains.addAll(overlays.chains("[joined]"));
            chains.addAll(captions.chains(overlays.end() + titles.filters()));
            chains.add(captions.end() + "format=yuv420p," + BT709 + ending(output, scene) + "[v]");
        }
        if (sound) {
            chains.addAll(new SoundGraph(scene, reels, findings).chains());
            chains.add("[sound]" + soundEnd + "[a]");
        }
        for (int i = 0; i < feeds.size(); i++) {
            inputs.add(feeds.get(i).arguments(Feed.socket(i), scene.clock().fps()));
        }
        String filter = String.join(";\n", chains);
        Map<String, Path> used = new LinkedHashMap<>();
        findings.tables().forEach((hash, file) -> used.put(tableName(hash), file));
        Map<String, String> texts = new LinkedHashMap<>(titles.texts());
        texts.putAll(captions.texts());
        Set<Face> faces = EnumSet.noneOf(Face.class);
        faces.addAll(titles.faces());
        faces.addAll(captions.faces());
        return picture
                ? new Graph(inputs, filter, true, sound, texts, faces, used, feeds)
                : new Graph(inputs, filter, false, true, Map.of(), Set.of(), Map.of(), List.of());
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

    /** A palette for each picture: one for all would mean to keep all of them in memory first. */
    private static String ending(Output output, RenderTimeline scene) {
        if (output.container().isStill()) {
            // JPEG is full range and, without saying so, BT.601; PNG is RGB.
            String format = output.container() == Container.PNG
                    ? "zscale=matrixin=709:rangein=limited:matrix=gbr:range=full,format=gbrp,format=rgb24"
                    : "zscale=matrixin=709:rangein=limited:matrix=170m:range=full,format=yuvj420p";
            return ",trim=start_frame=" + (scene.frames() - 1 - scene.origin()) + ",setpts=PTS-STARTPTS," + format;
        }
        return output.container() == Container.GIF
                ? ",split[ga][gb];\n[ga]palettegen=stats_mode=single[gp];\n[gb][gp]paletteuse=new=1:dither=bayer"
                : "";
    }
}
