package io.retake.engine.process;

import io.retake.engine.api.EngineException;

/** Something is wrong with a media file, or with FFmpeg. The message names the file and the next step. */
public class MediaException extends EngineException {
    public MediaException(String message) {
        super(message);
    }

    public MediaException(String message, Throwable cause) {
        super(message, cause);
    }
}
