package io.retake.repl.shell;

import io.retake.core.RetakeException;
import io.retake.dsl.Backend;
import io.retake.repl.view.Role;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Commands about where the work is done, and about leaving. */
final class PlaceCommands {
    private static final List<String> SHOWN =
            List.of("RETAKE_", "NEMO_", "SKILL_", "XDG_", "NO_COLOR", "CLICOLOR", "TERM", "LANG", "LC_", "COLUMNS");

    private PlaceCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                                "backend",
                                "[local|cloud|URL]",
                                "Says where the work is done, or moves it.",
                                PlaceCommands::backend)
                        .completedBy((desk, typed) -> List.of("local", "cloud")),
                Command.of("connect", "URL", "Works at another engine.", PlaceCommands::backend),
                Command.of(
                        "env",
                        "",
                        "The environment variables that matter here; secrets are hidden.",
                        PlaceCommands::env),
                Command.of("doctor", "", "What works here, what does not, and why.", (desk, none) -> desk.doctor()),
                Command.of("quit", "", "Leaves.", (desk, none) -> desk.leaving = true));
    }

    private static void backend(Desk desk, String name) {
        if (name.isEmpty()) {
            desk.say(desk.evaluator().backend() + ": " + desk.evaluator().privacy());
            return;
        }
        Backend chosen;
        try {
            chosen = Backend.named(name);
        } catch (RetakeException none) {
            throw new CommandProblem(String.valueOf(none.getMessage()), none.advice());
        }
        if (!desk.jobs.running().isEmpty()) {
            throw new CommandProblem("work is going on behind", "/wait for it, or /cancel it");
        }
        desk.moveTo(chosen);
        desk.say(desk.evaluator().backend() + ": " + desk.evaluator().privacy());
    }

    private static void env(Desk desk, String none) {
        new TreeMap<>(desk.environment()).forEach((name, value) -> {
            if (SHOWN.stream().anyMatch(name::startsWith)) {
                String upper = name.toUpperCase(Locale.ROOT);
                boolean secret = upper.contains("TOKEN") || upper.contains("KEY") || upper.contains("SECRET");
                desk.say(name + "=" + (secret ? desk.theme().paint(Role.ASIDE, "(hidden)") : value));
            }
        });
    }
}
