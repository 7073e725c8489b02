package io.retake.repl.arguments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parsed arguments of a run.
 *
 * @param script the file or recipe as given; empty if none was
 * @param parameters the script's own, by name: a text, a list of texts, or {@code NoValue.GIVEN} for a name without a
 *     value
 * @param backend the value of {@code --backend}, if given
 * @param options the flags that are on
 */
public record RunRequest(
        Optional<String> script, Map<String, Object> parameters, Optional<String> backend, Set<RunOption> options) {
    /** Copies the collections and keeps the order of the parameters. */
    public RunRequest {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        options = Set.copyOf(options);
    }

    /** Whether a flag is on. */
    public boolean has(RunOption option) {
        return options.contains(option);
    }
}
