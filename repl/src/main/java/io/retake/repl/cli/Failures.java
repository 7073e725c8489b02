package io.retake.repl.cli;

import io.retake.core.RetakeException;
import io.retake.core.protocol.TerminalText;
import io.retake.dsl.language.InvalidScript;
import io.retake.engine.EngineException;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;

/** How a command that failed says so: what was wrong and the next step, no stack trace unless it was asked for. */
final class Failures {
    static final String TRACE = "--trace";

    private Failures() {}

    /** The command failed while it ran. Returns the exit code. */
    static int show(Surroundings around, Exception failure, boolean trace) {
        if (failure instanceof InvalidScript wrong) {
            new ProblemReport(around, false).show(around.err(), around.screen().errTheme(), wrong.problems());
            return ExitCode.WRONG.number();
        }
        if (failure instanceof CommandFailure known) {
            say(around, String.valueOf(known.getMessage()), known.advice());
        } else if (failure instanceof RetakeException known) {
            say(around, String.valueOf(known.getMessage()), known.advice());
        } else if (failure instanceof EngineException known) {
            say(around, String.valueOf(known.getMessage()), "");
        } else {
            say(around, "unexpected: " + failure, "This is a fault in Retake; --trace shows where.");
        }
        if (trace) {
            failure.printStackTrace(around.err());
        }
        return (failure instanceof CommandFailure known ? known.exitCode() : ExitCode.FAILED).number();
    }

    static void say(Surroundings around, String message, String advice) {
        Theme theme = around.screen().errTheme();
        around.err().println(theme.paint(Role.BAD, "error: ") + TerminalText.clean(message));
        if (!advice.isBlank()) {
            TerminalText.clean(advice).lines().forEach(line -> around.err().println("  " + line));
        }
    }
}
