package io.retake.repl.shell;

import io.retake.repl.message.ProgramMessages;
import java.util.List;

/** {@code /java}: run Java in JShell, in this process. */
final class JavaCommands {
    private JavaCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                                JavaMode.NAME,
                                "[SNIPPET]",
                                ProgramMessages.text("java.help"),
                                (shell, snippet) -> java(shell.javaMode(), snippet))
                        .such("/" + JavaMode.NAME + " timeline.duration()"),
                Command.of(
                        "exit",
                        "",
                        ProgramMessages.text("exit.help"),
                        (shell, none) -> exit(shell.javaMode(), shell::leave)));
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
