package io.retake.repl.cli;

/** Loads what a usual run loads, for the launcher's archive of classes. */
final class Training {
    private Training() {}

    public static void main(String[] arguments) {
        CommandLineTool.run(Surroundings.ofThisProcess(), "help");
    }
}
