package io.retake.repl.shell;

import java.util.List;

/** {@code /java}: JShell, in this process. */
final class JavaCommands {
    private JavaCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                                JavaMode.NAME,
                                "[SNIPPET]",
                                "Run a Java snippet in JShell, with session, timeline, client, retake and evaluator; without one, switch to Java",
                                JavaCommands::java)
                        .such("/" + JavaMode.NAME + " timeline.duration()"),
                Command.of("exit", "", "Leave Java mode, or quit", JavaCommands::exit));
    }

    private static void java(ShellContext desk, String snippet) {
        if (snippet.isEmpty()) {
            desk.jshell.toggle();
        } else {
            desk.jshell.evaluate(snippet);
        }
    }

    private static void exit(ShellContext desk, String none) {
        if (!desk.jshell.leave()) {
            desk.leaving = true;
        }
    }
}
