package io.retake.repl.cli;

/** What a command's end means to the program that started it. */
enum ExitCode {
    DONE(0),
    /** The run failed. */
    FAILED(1),
    /** The script or the command line is wrong; nothing ran. */
    WRONG(2),
    /** The backend refused: credits, plan, token. */
    REFUSED(3),
    /** Ctrl-C: 128 and the number of SIGINT, as a shell counts it. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
