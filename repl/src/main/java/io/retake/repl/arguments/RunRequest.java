package io.retake.repl.arguments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run was asked for.
 *
 * @param script the file or the recipe, as it was given; empty when none was
 * @param parameters the script's own, by name: a text, a list of texts, or that there is no value
 * @param backend the one that was named, if any
 * @param options those that were switched on
 */
public record RunRequest(
        Optional<String> script, Map<String, Object> parameters, Optional<String> backend, Set<RunOption> options) {
    /** Copies both, in their order. */
    public RunRequest {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        options = Set.copyOf(options);
    }

    /** Whether an option was switched on. */
    public boolean has(RunOption option) {
        return options.contains(option);
    }
}
