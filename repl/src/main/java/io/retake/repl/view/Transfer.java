package io.retake.repl.view;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a transfer or a render.
 *
 * @param what the activity, capitalized: {@code Uploading}
 * @param name the file's name, without control characters
 * @param fraction the progress, 0 to 1
 * @param total the total amount, if known
 * @param measure the unit of the amount
 */
record Transfer(String what, String name, double fraction, OptionalLong total, ProgressUnit measure) {
    Transfer {
        fraction = Math.max(0, Math.min(1, fraction));
    }

    boolean continues(@Nullable Transfer before) {
        return before != null && before.what.equals(what) && before.name.equals(name) && before.fraction <= fraction;
    }
}
