package io.retake.engine.render.graph;

import io.retake.engine.media.MemoryNeed;
import io.retake.engine.process.Memory;
import io.retake.engine.render.timeline.MediaInput;
import io.retake.engine.render.timeline.RenderTimeline;
import java.util.List;

/** How much memory a graph may take. */
public final class RenderMemory {
    /** Many decoders with many threads each would only hold memory. */
    private static final int FEW_INPUTS = 4;

    private RenderMemory() {}

    /** Whether each input is decoded by one thread. */
    static boolean isAlone(List<MediaInput> reels) {
        return reels.size() > FEW_INPUTS;
    }

    public static Memory of(RenderTimeline scene, Graph graph) {
        List<MediaInput> reels =
                MediaInputs.of(scene, graph.picture(), graph.sound()).all();
        long pixels =
                graph.picture() ? (long) scene.canvas().width() * scene.canvas().height() : 0;
        return MemoryNeed.rendering(
                pixels, reels.stream().map(reel -> reel.source().info()).toList(), isAlone(reels));
    }
}
