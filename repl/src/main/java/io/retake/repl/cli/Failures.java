package io.retake.repl.cli;

import io.retake.core.protocol.TerminalText;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.problem.Problem;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.FailureText;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.util.List;

/** Reports failures of commands: the message and the next step; a stack trace only with {@code --trace}. */
final class Failures {
    static final String TRACE = "--trace";

    private Failures() {}

    /** Reports a failure of a running command. Returns the exit code. */
    static int show(ProcessEnvironment around, Exception failure, boolean trace, boolean json) {
        int code = failure instanceof CommandFailure known
                ? known.exitCode().number()
                : failure instanceof InvalidScript ? ExitCode.WRONG.number() : ExitCode.FAILED.number();
        if (failure instanceof InvalidScript wrong) {
            new ProblemReport(around, json).show(around.err(), around.screen().errTheme(), wrong.problems());
            return code;
        }
        FailureText text = failure instanceof CommandFailure known
                ? new FailureText(String.valueOf(known.getMessage()), known.advice())
                : FailureText.of(failure, ProgramMessages.text("failure.trace-hint"));
        if (json) {
            Problem problem = new Problem("", 0, 0, text.message(), text.advice(), "");
            new ProblemReport(around, true).show(around.err(), around.screen().errTheme(), List.of(problem));
        } else {
            say(around, text.message(), text.advice());
        }
        if (trace) {
            failure.printStackTrace(around.err());
        }
        return code;
    }

    /** Reports a wrong command line. Returns the exit code. */
    static int wrong(ProcessEnvironment around, String message, String advice, boolean json) {
        return show(around, new CommandFailure(ExitCode.WRONG, message, advice, null), false, json);
    }

    static void say(ProcessEnvironment around, String message, String advice) {
        Theme theme = around.screen().errTheme();
        around.err().println(theme.paint(Role.BAD, ProgramMessages.text("prefix.error")) + TerminalText.clean(message));
        if (!advice.isBlank()) {
            TerminalText.clean(advice).lines().forEach(line -> around.err().println("  " + line));
        }
    }
}
