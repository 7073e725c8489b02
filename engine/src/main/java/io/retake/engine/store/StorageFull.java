package io.retake.engine.store;

import io.retake.engine.api.EngineException;

/** There is no room, and all that is kept is in use. */
public final class StorageFull extends EngineException {
    private static final long serialVersionUID = 1L;

    StorageFull(String message) {
        super(message);
    }
}
