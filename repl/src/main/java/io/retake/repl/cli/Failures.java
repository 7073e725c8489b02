package io.retake.repl.cli;

import io.retake.core.RetakeException;
import io.retake.core.protocol.TerminalText;
import io.retake.engine.EngineException;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** How a command that failed says so: what was wrong and the next step, no stack trace unless it was asked for. */
final class Failures {
    static final String TRACE = "--trace";

    private Failures() {}

    /** The command line is wrong. */
    static int show(Surroundings around, ParameterException wrong) {
        say(around, wrong.getMessage(), advice(wrong));
        return ExitCode.WRONG.number();
    }

    /** The command failed while it ran. */
    static int show(Surroundings around, Exception failure, ParseResult parsed) {
        if (failure instanceof CommandFailure known) {
            say(around, known.getMessage(), known.advice());
        } else if (failure instanceof RetakeException known) {
            say(around, known.getMessage(), known.advice());
        } else if (failure instanceof EngineException known) {
            say(around, known.getMessage(), "");
        } else {
            say(around, "unexpected: " + failure, "This is a fault in Retake; --trace shows where.");
        }
        if (wantsTrace(parsed)) {
            failure.printStackTrace(around.err());
        }
        return (failure instanceof CommandFailure known ? known.exitCode() : ExitCode.FAILED).number();
    }

    private static String advice(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String near = wrong instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream().limit(3).collect(Collectors.joining(", "))
                : "";
        String help = "'" + command.getCommandSpec().qualifiedName() + " --help' lists what there is.";
        return near.isEmpty() ? help : "Did you mean " + near + "? " + help;
    }

    private static void say(Surroundings around, String message, String advice) {
        Theme theme = around.screen().errTheme();
        around.err()
                .println(theme.paint(Role.BAD, "error: ")
                        + TerminalText.clean(Optional.ofNullable(message).orElse("no reason given")));
        if (!advice.isBlank()) {
            TerminalText.clean(advice).lines().forEach(line -> around.err().println("  " + line));
        }
    }

    private static boolean wantsTrace(ParseResult parsed) {
        return parsed.asCommandLineList().stream()
                .anyMatch(line -> line.getParseResult().hasMatchedOption(TRACE));
    }
}
