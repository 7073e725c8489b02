package io.retake.repl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The usual {@code retake run SCRIPT [--name value]...}, read by hand: picocli's classes are older than what the JVM
 * takes into an archive, and loading them costs as much as all the rest of the start. What it isn't sure of it leaves
 * to picocli; a specification holds that both read the same.
 */
final class QuickRun {
    private boolean json;
    private boolean quiet;
    private boolean trace;
    private boolean resume;
    private boolean lenient;
    private Optional<String> backend = Optional.empty();
    private final List<String> parameters = new ArrayList<>();

    private QuickRun() {}

    /** What was asked for; empty when it is not a plain run. */
    static Optional<RunRequest> parse(String... arguments) {
        if (arguments.length < 2 || !arguments[0].equals("run") || arguments[1].startsWith("-")) {
            return Optional.empty();
        }
        return new QuickRun().read(arguments);
    }

    private Optional<RunRequest> read(String... arguments) {
        for (int i = 2; i < arguments.length; i++) {
            String word = arguments[i];
            if (option(word)) {
                continue;
            }
            if (word.startsWith("--backend=")) {
                backend = Optional.of(word.substring("--backend=".length()));
            } else if (!word.startsWith("--") || unclear(word) || i + 1 >= arguments.length) {
                return Optional.empty();
            } else if (arguments[i + 1].startsWith("-")) {
                return Optional.empty();
            } else if (word.equals("--backend")) {
                backend = Optional.of(arguments[++i]);
            } else {
                parameters.add(word);
                parameters.add(arguments[++i]);
            }
        }
        return Optional.of(new RunRequest(
                arguments[1], ScriptParameters.parse(parameters), backend, json, quiet, trace, resume, lenient));
    }

    private boolean option(String word) {
        switch (word) {
            case "--json" -> json = true;
            case "--quiet", "-q" -> quiet = true;
            case Failures.TRACE -> trace = true;
            case "--resume" -> resume = true;
            case RootCommand.LENIENT -> lenient = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean unclear(String word) {
        return word.equals("--") || word.equals("--help") || word.indexOf('=') >= 0;
    }
}
