package io.retake.repl.view.picture;

import io.retake.core.RetakeException;
import org.jspecify.annotations.Nullable;

/** Reports a picture that can't be shown. */
public final class PictureException extends RetakeException {
    private static final long serialVersionUID = 1L;

    PictureException(String message, @Nullable Throwable cause) {
        super(message, "", cause);
    }
}
