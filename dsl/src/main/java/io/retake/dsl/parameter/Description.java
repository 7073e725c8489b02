package io.retake.dsl.parameter;

import java.util.List;
import java.util.Optional;

/**
 * A script's description, known without running it. Immutable.
 *
 * @param script the name of the script
 * @param text the doc comment at its head, without the comment signs; may be empty
 * @param skill the system name, for {@code X-Skill-Source}; empty for none
 * @param parameters its parameters, in order of declaration
 */
public record Description(String script, String text, Optional<String> skill, List<Parameter> parameters) {
    /** Copies the list. */
    public Description {
        parameters = List.copyOf(parameters);
    }
}
