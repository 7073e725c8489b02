package io.retake.engine.process;

import java.util.List;
import java.util.OptionalInt;

/** A child process failed, ran out of time, or could not be started. */
public final class ProcessFailure extends MediaException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> command;
    private final transient OptionalInt exitCode;
    private final String stderr;
    private final boolean outOfMemory;

    ProcessFailure(String message, List<String> command, OptionalInt exitCode, String stderr, boolean outOfMemory) {
        super(message);
        this.command = List.copyOf(command);
        this.exitCode = exitCode;
        this.stderr = stderr;
        this.outOfMemory = outOfMemory;
    }

    /** Returns the command as it was started, argument by argument. */
    public List<String> command() {
        return command;
    }

    /** The exit code; empty when it did not end by itself. */
    public OptionalInt exitCode() {
        return exitCode;
    }

    /** Returns the end of its stderr. */
    public String stderr() {
        return stderr;
    }

    /** Whether it failed because it wanted more memory than it may take. */
    public boolean outOfMemory() {
        return outOfMemory;
    }
}
