package io.retake.repl.cli;

import org.jspecify.annotations.Nullable;

/** An expected failure of a command: its exit code, the message, and the next step to take. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ExitCode exitCode;
    private final String advice;

    CommandFailure(ExitCode exitCode, @Nullable String message, String advice, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.advice = advice;
    }

    ExitCode exitCode() {
        return exitCode;
    }

    String advice() {
        return advice;
    }
}
