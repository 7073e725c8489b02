package io.retake.engine.render.graph;

import io.retake.engine.media.MemoryNeed;
import io.retake.engine.process.Memory;
import io.retake.engine.render.timeline.MediaInput;
import io.retake.engine.render.timeline.RenderTimeline;
import java.util.List;

/** Estimates the memory of a graph. */
public final class RenderMemory {
    /** The most inputs with multithreaded decoders: more of them would only take memory. */
    private static final int FEW_INPUTS = 4;

    private RenderMemory() {}

    /** Returns whether each input is decoded by one thread. */
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
