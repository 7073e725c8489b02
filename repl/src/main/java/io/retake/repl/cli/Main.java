package io.retake.repl.cli;

/** Where the process begins, and the only place that ends it. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(CommandLineTool.run(Surroundings.ofThisProcess(), arguments));
    }
}
