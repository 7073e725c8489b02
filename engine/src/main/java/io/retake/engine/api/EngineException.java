package io.retake.engine.api;

/**
 * The root of everything the engine throws. The message is for users: what was wrong, where, what was found, and
 * what to do next.
 */
public class EngineException extends RuntimeException {
    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
