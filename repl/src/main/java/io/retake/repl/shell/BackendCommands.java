package io.retake.repl.shell;

import io.retake.core.RetakeException;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.SessionState;
import io.retake.core.protocol.TerminalText;
import io.retake.dsl.Backend;
import io.retake.dsl.journal.KnownSession;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.view.OneLine;
import io.retake.repl.view.Role;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Commands about where the work is done, and about leaving. */
final class BackendCommands {
    private static final List<String> SHOWN =
            List.of("RETAKE_", "NEMO_", "SKILL_", "XDG_", "NO_COLOR", "CLICOLOR", "TERM", "LANG", "LC_", "COLUMNS");

    private static final int MOST = 30;
    private static final DateTimeFormatter RUN_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final DateTimeFormatter SHOWN_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT);

    private BackendCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                                "backend",
                                "[local|cloud|URL]",
                                "Show the backend, or switch to another one",
                                BackendCommands::backend)
                        .completedBy((desk, typed) -> List.of("local", "cloud")),
                Command.of("connect", "URL", "Switch to another engine", BackendCommands::backend),
                Command.of("sessions", "", "List the sessions of earlier runs and prompts", BackendCommands::sessions),
                Command.of(
                        "attach", "N", "Reattach to a session and resume its unfinished work", BackendCommands::attach),
                Command.of(
                        "env",
                        "",
                        "Show the environment variables that Retake reads; secrets are hidden",
                        BackendCommands::env),
                Command.of("doctor", "", "Check Java, FFmpeg, storage and backend", (desk, none) -> desk.doctor()),
                Command.of("quit", "", "Quit", (desk, none) -> desk.leaving = true));
    }

    private static void backend(ShellContext desk, String argument) {
        String name = ArgumentWords.text(argument);
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
        if (!desk.work.jobs.running().isEmpty()) {
            throw new CommandProblem("there are running jobs", "/wait for them, or /cancel them");
        }
        desk.moveTo(chosen);
        desk.say(desk.evaluator().backend() + ": " + desk.evaluator().privacy());
    }

    private static void sessions(ShellContext desk, String none) {
        List<KnownSession> known = desk.place.retake().knownSessions();
        if (known.isEmpty()) {
            desk.say("No sessions yet.");
        }
        int number = 0;
        for (KnownSession session : known.subList(0, Math.min(MOST, known.size()))) {
            String here =
                    desk.evaluator().session().filter(session.ref()::equals).isPresent() ? "  this session" : "";
            int open = session.unfinished().size();
            desk.say("%3d  %s  %s  %s%s%s"
                    .formatted(
                            ++number,
                            when(session.run()),
                            session.backend(),
                            TerminalText.clean(session.origin()),
                            open == 0 ? "" : desk.theme().paint(Role.WARNING, "  " + open + " unfinished"),
                            desk.theme().paint(Role.GOOD, here)));
        }
    }

    private static String when(String run) {
        try {
            return SHOWN_TIME.format(LocalDateTime.parse(run.substring(0, 15), RUN_TIME)
                    .atOffset(ZoneOffset.UTC)
                    .atZoneSameInstant(ZoneId.systemDefault()));
        } catch (RuntimeException odd) {
            return run;
        }
    }

    private static void attach(ShellContext desk, String which) {
        List<KnownSession> known = desk.place.retake().knownSessions();
        int number = ViewCommands.number(which);
        if (number > known.size()) {
            throw new CommandProblem("no session " + number, "/sessions lists them");
        }
        if (!desk.work.jobs.running().isEmpty()) {
            throw new CommandProblem("there are running jobs", "/wait for them, or /cancel them");
        }
        KnownSession chosen = known.get(number - 1);
        try {
            desk.attach(chosen);
        } catch (RetakeException held) {
            throw new CommandProblem(
                    "session " + number + " can't be reattached: " + held.getMessage(),
                    held.advice().isBlank() ? "/sessions lists the others" : held.advice());
        }
        Optional<Draft> draft = desk.evaluator().state().flatMap(SessionState::draft);
        desk.before =
                draft.filter(Draft::ready).map(Draft::summary).map(OneLine::of).orElse("");
        desk.say(TerminalText.clean(draft.map(Draft::summary).orElse("The timeline is empty.")));
        new UnfinishedWork(desk, draft).all(chosen.unfinished());
    }

    private static void env(ShellContext desk, String none) {
        new TreeMap<>(desk.environment()).forEach((name, value) -> {
            if (SHOWN.stream().anyMatch(name::startsWith)) {
                String upper = name.toUpperCase(Locale.ROOT);
                boolean secret = upper.contains("TOKEN")
                        || upper.contains("KEY")
                        || upper.contains("SECRET")
                        || desk.history().isSecret(name + "=" + value);
                desk.say(name + "=" + (secret ? desk.theme().paint(Role.ASIDE, "(hidden)") : value));
            }
        });
    }
}
