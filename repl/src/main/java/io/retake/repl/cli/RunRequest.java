package io.retake.repl.cli;

import java.util.Map;
import java.util.Optional;

/**
 * What {@code retake run} was asked for.
 *
 * @param script the file, as it was given
 * @param parameters the script's own, by name, as texts
 * @param backend the one that was named, if any
 * @param json events as JSON instead of text
 * @param quiet results and failures only
 * @param trace where in the program a failure came from
 * @param resume take up what an interrupted run had done
 * @param lenient go on behind an edit that was not wholly done
 */
record RunRequest(
        String script,
        Map<String, String> parameters,
        Optional<String> backend,
        boolean json,
        boolean quiet,
        boolean trace,
        boolean resume,
        boolean lenient) {
    RunRequest {
        parameters = Map.copyOf(parameters);
    }
}
