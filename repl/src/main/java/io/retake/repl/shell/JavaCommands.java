package io.retake.repl.shell;

import java.util.List;

/** {@code /java}: run Java in JShell, in this process. */
final class JavaCommands {
    private JavaCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                                JavaMode.NAME,
                                "[SNIPPET]",
                                "Run a Java snippet in JShell, with session, timeline, client, retake and evaluator; without one, switch to Java",
                                (shell, snippet) -> java(shell.javaMode(), snippet))
                        .such("/" + JavaMode.NAME + " timeline.duration()"),
                Command.of(
                        "exit", "", "Leave Java mode, or quit", (shell, none) -> exit(shell.javaMode(), shell::leave)));
    }

    private static void java(JavaMode mode, String snippet) {
        if (snippet.isEmpty()) {
            mode.toggle();
        } else {
            mode.evaluate(snippet);
        }
    }

    private static void exit(JavaMode mode, Runnable quit) {
        if (!mode.leave()) {
            quit.run();
        }
    }
}
