package io.retake.engine.render.timeline;

import io.retake.engine.api.EngineException;

/** A timeline can't be rendered as asked; the message says why and what to change. */
public final class RenderException extends EngineException {
    private static final long serialVersionUID = 1L;

    public RenderException(String message) {
        super(message);
    }

    public RenderException(String message, Throwable cause) {
        super(message, cause);
    }
}
