package io.retake.dsl.parameter;

import java.util.List;
import java.util.Optional;

/**
 * What a script says about itself, known without running it. Immutable.
 *
 * @param script what it is called
 * @param text the doc comment at its head, without the comment signs; may be empty
 * @param skill the system that it is, for {@code X-Skill-Source}; empty for none
 * @param parameters what can be given to it, in order of declaration
 */
public record Description(String script, String text, Optional<String> skill, List<Parameter> parameters) {
    /** Copies the list. */
    public Description {
        parameters = List.copyOf(parameters);
    }
}
