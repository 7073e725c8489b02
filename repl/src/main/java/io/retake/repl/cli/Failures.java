package io.retake.repl.cli;

import io.retake.core.FileNames;
import io.retake.core.RetakeException;
import io.retake.core.protocol.TerminalText;
import io.retake.dsl.language.InvalidScript;
import io.retake.dsl.language.Problem;
import io.retake.engine.EngineException;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.nio.file.InvalidPathException;
import java.util.List;

/** How a command that failed says so: what was wrong and the next step, no stack trace unless it was asked for. */
final class Failures {
    static final String TRACE = "--trace";

    private Failures() {}

    /** The command failed while it ran. Returns the exit code. */
    static int show(Surroundings around, Exception failure, boolean trace, boolean json) {
        int code = failure instanceof CommandFailure known
                ? known.exitCode().number()
                : failure instanceof InvalidScript ? ExitCode.WRONG.number() : ExitCode.FAILED.number();
        if (failure instanceof InvalidScript wrong) {
            new ProblemReport(around, json).show(around.err(), around.screen().errTheme(), wrong.problems());
            return code;
        }
        String message = message(failure);
        String advice = advice(failure);
        if (json) {
            Problem problem = new Problem("", 0, 0, message, advice, "");
            new ProblemReport(around, true).show(around.err(), around.screen().errTheme(), List.of(problem));
        } else {
            say(around, message, advice);
        }
        if (trace) {
            failure.printStackTrace(around.err());
        }
        return code;
    }

    private static String message(Exception failure) {
        if (failure instanceof InvalidPathException name) {
            return FileNames.problem(name).getMessage();
        }
        boolean known = failure instanceof CommandFailure
                || failure instanceof RetakeException
                || failure instanceof EngineException;
        return known ? String.valueOf(failure.getMessage()) : "unexpected: " + failure;
    }

    private static String advice(Exception failure) {
        if (failure instanceof CommandFailure known) {
            return known.advice();
        }
        if (failure instanceof RetakeException known) {
            return known.advice();
        }
        if (failure instanceof InvalidPathException name) {
            return FileNames.problem(name).advice();
        }
        return failure instanceof EngineException ? "" : "This is a fault in Retake; --trace shows where.";
    }

    /** The command line is wrong. */
    static int wrong(Surroundings around, String message, String advice, boolean json) {
        return show(around, new CommandFailure(ExitCode.WRONG, message, advice, null), false, json);
    }

    static void say(Surroundings around, String message, String advice) {
        Theme theme = around.screen().errTheme();
        around.err().println(theme.paint(Role.BAD, "error: ") + TerminalText.clean(message));
        if (!advice.isBlank()) {
            TerminalText.clean(advice).lines().forEach(line -> around.err().println("  " + line));
        }
    }
}
