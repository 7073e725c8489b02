package io.retake.repl.view;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How far something that takes long has come.
 *
 * @param what what is done, as a word with a capital: {@code Uploading}
 * @param name of what; a file's name, cleaned of control characters
 * @param fraction 0 to 1
 * @param total all of it, where it is counted
 * @param measure in what it is counted
 */
record Transfer(String what, String name, double fraction, OptionalLong total, ProgressUnit measure) {
    Transfer {
        fraction = Math.max(0, Math.min(1, fraction));
    }

    boolean continues(@Nullable Transfer before) {
        return before != null && before.what.equals(what) && before.name.equals(name) && before.fraction <= fraction;
    }
}
