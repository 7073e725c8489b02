package io.retake.engine.render;

import io.retake.engine.api.EngineException;
import io.retake.engine.phrase.EngineMessages;

/**
 * FFmpeg reported success, but the export isn't as requested. Never leaves this package: {@link Renderer} says whose
 * fault it is.
 */
final class Discarded extends EngineException {
    private static final long serialVersionUID = 1L;

    /** @param found what the export is, after "The export" */
    Discarded(String found) {
        super(EngineMessages.text("export.discarded", found));
    }
}
