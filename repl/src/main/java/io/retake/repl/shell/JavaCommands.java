package io.retake.repl.shell;

import java.util.List;

/** {@code /java}: JShell, in this process. */
final class JavaCommands {
    private JavaCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                                JavaDesk.NAME,
                                "[SNIPPET]",
                                "Does Java by JShell, with session, timeline, client, retake and evaluator; alone, for all lines.",
                                JavaCommands::java)
                        .such("/" + JavaDesk.NAME + " timeline.duration()"),
                Command.of("exit", "", "Ends Java, or leaves.", JavaCommands::exit));
    }

    private static void java(Desk desk, String snippet) {
        if (snippet.isEmpty()) {
            desk.jshell.toggle();
        } else {
            desk.jshell.evaluate(snippet);
        }
    }

    private static void exit(Desk desk, String none) {
        if (!desk.jshell.leave()) {
            desk.leaving = true;
        }
    }
}
