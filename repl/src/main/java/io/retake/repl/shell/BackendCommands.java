package io.retake.repl.shell;

import io.retake.core.RetakeException;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.SessionState;
import io.retake.core.protocol.TerminalText;
import io.retake.dsl.Backend;
import io.retake.dsl.journal.KnownSession;
import io.retake.dsl.prompt.Evaluator;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.history.PromptHistory;
import io.retake.repl.shell.job.Jobs;
import io.retake.repl.shell.session.ShellSession;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.view.Role;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Commands that show or switch the backend and the session, and that quit. */
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
                                ProgramMessages.text("backend.help"),
                                BackendCommands::backend)
                        .completedBy((shell, typed) -> List.of("local", "cloud")),
                Command.of("connect", "URL", ProgramMessages.text("backend.connect-help"), BackendCommands::backend),
                Command.of(
                        "sessions",
                        "",
                        ProgramMessages.text("session.list-help"),
                        (shell, none) -> sessions(shell.session(), shell.console())),
                Command.of("attach", "N", ProgramMessages.text("session.attach-help"), BackendCommands::attach),
                Command.of(
                        "env",
                        "",
                        ProgramMessages.text("environment.help"),
                        (shell, none) -> env(shell.history(), shell.console())),
                Command.of("doctor", "", ProgramMessages.text("doctor.help"), (shell, none) -> shell.doctor()),
                Command.of("quit", "", ProgramMessages.text("exit.quit-help"), (shell, none) -> shell.leave()));
    }

    private static void backend(ShellContext shell, String argument) {
        String name = ArgumentWords.text(argument);
        if (!name.isEmpty()) {
            Backend chosen = named(name);
            mustBeIdle(shell.jobs());
            shell.moveTo(chosen);
        }
        describe(shell.session().evaluator(), shell.console());
    }

    private static Backend named(String name) {
        try {
            return Backend.named(name);
        } catch (RetakeException none) {
            throw new CommandProblem(String.valueOf(none.getMessage()), none.advice());
        }
    }

    private static void describe(Evaluator evaluator, Console console) {
        console.say(evaluator.backend() + ": " + evaluator.privacy());
    }

    private static void mustBeIdle(Jobs jobs) {
        if (!jobs.running().isEmpty()) {
            throw new CommandProblem(ProgramMessages.text("job.running"), ProgramMessages.text("job.running-advice"));
        }
    }

    private static void sessions(ShellSession session, Console console) {
        List<KnownSession> known = session.retake().knownSessions();
        if (known.isEmpty()) {
            console.say(ProgramMessages.text("session.none"));
        }
        int number = 0;
        for (KnownSession listed : known.subList(0, Math.min(MOST, known.size()))) {
            boolean current =
                    session.evaluator().session().filter(listed.ref()::equals).isPresent();
            int open = listed.unfinished().size();
            console.say("%3d  %s  %s  %s%s%s"
                    .formatted(
                            ++number,
                            when(listed.run()),
                            listed.backend(),
                            TerminalText.clean(listed.origin()),
                            open == 0
                                    ? ""
                                    : console.theme()
                                            .paint(Role.WARNING, ProgramMessages.text("session.unfinished", open)),
                            console.theme().paint(Role.GOOD, current ? ProgramMessages.text("session.this-one") : "")));
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

    private static void attach(ShellContext shell, String which) {
        List<KnownSession> known = shell.session().retake().knownSessions();
        int number = ViewCommands.number(which);
        if (number > known.size()) {
            throw new CommandProblem(
                    ProgramMessages.text("session.no-number", number), ProgramMessages.text("session.lists-them"));
        }
        mustBeIdle(shell.jobs());
        KnownSession chosen = known.get(number - 1);
        attach(shell::attach, chosen, number);
        Optional<Draft> draft = attached(shell.session(), shell.console());
        shell.unfinishedWork().resume(chosen.unfinished(), draft);
    }

    private static void attach(Consumer<KnownSession> attach, KnownSession chosen, int number) {
        try {
            attach.accept(chosen);
        } catch (RetakeException held) {
            throw new CommandProblem(
                    ProgramMessages.text("session.not-attached", number, held.getMessage()),
                    held.advice().isBlank() ? ProgramMessages.text("session.lists-others") : held.advice());
        }
    }

    /** Shows the timeline of a session that the prompt has just attached to, and returns it. */
    private static Optional<Draft> attached(ShellSession session, Console console) {
        Optional<Draft> draft = session.evaluator().state().flatMap(SessionState::draft);
        session.attachedAt(draft);
        console.say(TerminalText.clean(draft.map(Draft::summary).orElse(ProgramMessages.text("timeline.empty-now"))));
        return draft;
    }

    private static void env(PromptHistory history, Console console) {
        new TreeMap<>(console.environment()).forEach((name, value) -> {
            if (SHOWN.stream().anyMatch(name::startsWith)) {
                String upper = name.toUpperCase(Locale.ROOT);
                boolean secret = upper.contains("TOKEN")
                        || upper.contains("KEY")
                        || upper.contains("SECRET")
                        || history.isSecret(name + "=" + value);
                console.say(name + "="
                        + (secret
                                ? console.theme().paint(Role.ASIDE, ProgramMessages.text("environment.hidden"))
                                : value));
            }
        });
    }
}
