package io.retake.engine.http;

import io.retake.core.draft.Draft;
import io.retake.engine.process.CancelSignal;
import io.retake.engine.render.timeline.Output;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * A render to do.
 *
 * @param files the paths of the timeline's media, by hash
 * @param names their names, by hash
 * @param target in the engine's temporary folder, with the format's extension
 * @param progress receives percent, 0 to 100
 */
record RenderWork(
        Draft draft,
        Output output,
        Map<String, Path> files,
        Map<String, String> names,
        Path target,
        DoubleConsumer progress,
        CancelSignal cancel) {}
