package io.retake.repl.cli;

/** Exit codes of the commands. */
enum ExitCode {
    DONE(0),
    /** The run failed. */
    FAILED(1),
    /** The script or the command line is wrong; nothing ran. */
    WRONG(2),
    /** The backend refused: credits, plan, token. */
    REFUSED(3),
    /** Ctrl-C: 128 plus the number of SIGINT, as in a shell. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
