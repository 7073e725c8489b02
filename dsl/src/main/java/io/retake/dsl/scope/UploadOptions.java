package io.retake.dsl.scope;

import io.retake.core.vocabulary.Suggestion;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.util.List;
import java.util.Map;

/** Reads the options of {@code upload}: {@code place: false}. */
public final class UploadOptions {
    public static final String PLACE = "place";
    public static final String EXAMPLE = ScriptMessages.text("upload.example");

    private UploadOptions() {}

    /**
     * Returns whether the files go on the timeline.
     *
     * @throws DslException when there is another option, or its value is neither true nor false
     */
    public static boolean place(Map<String, ?> options) {
        for (String name : options.keySet()) {
            if (!name.equals(PLACE)) {
                throw new DslException(unknown(name), EXAMPLE);
            }
        }
        if (options.isEmpty()) {
            return true;
        }
        Object value = options.get(PLACE);
        if (!(value instanceof Boolean place)) {
            throw new DslException(wrong(String.valueOf(value)), EXAMPLE);
        }
        return place;
    }

    public static String unknown(String name) {
        return ScriptMessages.text(
                "upload.unknown-option",
                name,
                Suggestion.of(name, List.of(PLACE))
                        .map(s -> ScriptMessages.text("meant.plain", s))
                        .orElse(""));
    }

    public static String wrong(String value) {
        return ScriptMessages.text("upload.wrong-place", value);
    }
}
