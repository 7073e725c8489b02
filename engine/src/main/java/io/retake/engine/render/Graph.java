package io.retake.engine.render;

import io.retake.engine.media.SafeInput;
import java.util.ArrayList;
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
 */
record Graph(
        List<List<String>> inputs,
        String filter,
        boolean picture,
        boolean sound,
        Map<String, String> texts,
        Set<Face> faces) {
    static final String BT709 = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709";

    static Graph plan(Scene scene, Output output, Map<String, Correction> corrections) {
        boolean picture = output.container().hasPicture();
        boolean sound = output.container().hasSound() && scene.isHeard();
        if (!picture && !sound) {
            throw new RenderException("This timeline has no sound, so there is nothing to write as "
                    + output.container().extension() + ". Export it as mp4.");
        }
        Reels reels = Reels.of(scene, picture, sound);
        List<String> chains = new ArrayList<>();
        Titles titles = Titles.of(scene);
        if (picture) {
            chains.addAll(new PictureGraph(scene, reels, corrections).chains());
            chains.add("[joined]" + titles.filters() + "format=yuv420p," + BT709 + ending(output) + "[v]");
        }
        if (sound) {
            chains.addAll(new SoundGraph(scene, reels).chains());
            chains.add("[sound]anull[a]");
        }
        // Many decoders with many threads each would only hold memory.
        int threads = reels.all().size() > 4 ? 1 : 0;
        List<List<String>> inputs = reels.all().stream()
                .map(reel -> SafeInput.of(reel.source().file())
                        .arguments(reel.options(threads).toArray(String[]::new)))
                .toList();
        String filter = String.join(";\n", chains);
        return picture
                ? new Graph(inputs, filter, true, sound, titles.texts(), titles.faces())
                : new Graph(inputs, filter, false, true, Map.of(), Set.of());
    }

    /** A palette for each picture: one for all would mean to keep all of them in memory first. */
    private static String ending(Output output) {
        return output.container() == Container.GIF
                ? ",split[ga][gb];[ga]palettegen=stats_mode=single[gp];[gb][gp]paletteuse=new=1:dither=bayer"
                : "";
    }
}
