package io.retake.repl.shell;

import io.retake.core.client.http.Cancellation;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.SessionState;
import io.retake.core.protocol.TerminalText;
import io.retake.core.protocol.UploadedFile;
import io.retake.dsl.prompt.Entry;
import io.retake.dsl.prompt.Reading;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.job.Jobs;
import io.retake.repl.shell.session.ShellSession;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.view.ClipsView;
import io.retake.repl.view.CreditsView;
import io.retake.repl.view.StateView;
import io.retake.repl.view.timeline.DiffView;
import io.retake.repl.view.timeline.TimelineJson;
import io.retake.repl.view.timeline.TimelineTable;
import io.retake.repl.view.timeline.TimelineView;
import io.retake.repl.view.timeline.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands that show the session and change nothing. */
final class ViewCommands {
    private ViewCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                                "timeline",
                                "[FROM-TO] [--wide|--json]",
                                ProgramMessages.text("timeline.help"),
                                (shell, arguments) -> timeline(shell.session(), shell.console(), arguments))
                        .such("/timeline 0:30-1:00")
                        .choosing((shell, typed) ->
                                CommandChoices.ranges(shell.session().known())),
                Command.of(
                        "state",
                        "",
                        ProgramMessages.text("session.state-help"),
                        (shell, none) -> state(shell.session(), shell.jobs(), shell.console())),
                Command.of(
                        "tracks",
                        "",
                        ProgramMessages.text("timeline.tracks-help"),
                        (shell, none) -> tracks(shell.session(), shell.console())),
                Command.of(
                        "clips",
                        "",
                        ProgramMessages.text("clips.help"),
                        (shell, none) -> clips(shell.session(), shell.console())),
                Command.of(
                        "scenes",
                        "",
                        ProgramMessages.text("scenes.help"),
                        (shell, none) -> shell.evaluation()
                                .evaluate(new Reading(Reading.Kind.STATEMENT, "scenes()", true, false))),
                Command.of(
                        "credits",
                        "",
                        ProgramMessages.text("credits.help"),
                        (shell, none) -> credits(shell.session(), shell.console())),
                Command.of(
                        "diff",
                        "[N]",
                        ProgramMessages.text("diff.help"),
                        (shell, back) -> diff(shell.session(), shell.console(), back)));
    }

    private static void timeline(ShellSession session, Console console, String arguments) {
        Draft draft = session.draft();
        List<String> words = new ArrayList<>(ArgumentWords.of(arguments));
        boolean wide = words.remove("--wide");
        boolean json = words.remove("--json");
        String range = String.join(" ", words);
        if (json) {
            console.say(TimelineJson.of(draft).toPrettyString().lines().toList());
            return;
        }
        Window window = range.isEmpty()
                ? Window.whole(draft)
                : Window.read(range, draft)
                        .orElseThrow(() -> new CommandProblem(
                                ProgramMessages.text("timeline.no-range", range),
                                ProgramMessages.text("timeline.no-range-advice")));
        console.say(
                wide
                        ? table(console).lines(draft, window)
                        : new TimelineView(console.theme(), console.columns()).lines(draft, window));
        unusedAndShortfalls(session, console);
    }

    private static void tracks(ShellSession session, Console console) {
        console.say(TerminalText.clean(session.draft().summary()));
        unusedAndShortfalls(session, console);
    }

    private static void unusedAndShortfalls(ShellSession session, Console console) {
        SessionState state = session.state();
        if (!state.unused().isEmpty()) {
            console.say(TerminalText.clean(ProgramMessages.text("timeline.unused", String.join(", ", state.unused()))));
        }
        state.shortfalls().forEach(console::warning);
    }

    private static TimelineTable table(Console console) {
        return console.output().terminal().isPresent()
                ? new TimelineTable(console.theme(), console.columns())
                : new TimelineTable(console.theme());
    }

    private static void state(ShellSession session, Jobs jobs, Console console) {
        SessionState state = session.state();
        Map<String, String> about = new LinkedHashMap<>();
        about.put(
                ProgramMessages.text("state.session"),
                session.evaluator().title()
                        + session.evaluator()
                                .session()
                                .map(s -> "  " + s.sessionId())
                                .orElse(""));
        about.put(
                ProgramMessages.text("state.backend"),
                session.evaluator().backend() + ": " + session.evaluator().privacy());
        about.put(ProgramMessages.text("state.jobs"), running(jobs.running().size()));
        console.say(new StateView(console.theme(), console.columns()).lines(about, state));
    }

    private static String running(int running) {
        return running == 0
                ? ProgramMessages.text("job.none-running")
                : ProgramMessages.text("job.number-running", running);
    }

    private static void clips(ShellSession session, Console console) {
        List<UploadedFile> files =
                session.state().videoInfos().stream().map(UploadedFile::parse).toList();
        console.say(new ClipsView(console.theme(), console.columns()).lines(files));
    }

    private static void credits(ShellSession session, Console console) {
        var credits = session.evaluator().client().credits(new Cancellation());
        console.say(new CreditsView(console.theme()).lines(credits));
    }

    private static void diff(ShellSession session, Console console, String back) {
        List<Draft> versions = versions(session);
        int steps = back.isEmpty() ? 1 : number(back);
        if (versions.size() < 2) {
            console.say(ProgramMessages.text("diff.nothing-yet"));
            return;
        }
        Draft now = versions.get(versions.size() - 1);
        Draft then = versions.get(Math.max(0, versions.size() - 1 - steps));
        console.say(new DiffView(console.theme(), console.columns()).lines(then, now));
    }

    /** Returns the timelines after the entries, without repetitions. */
    static List<Draft> versions(ShellSession session) {
        List<Draft> versions = new ArrayList<>();
        for (Entry entry : session.evaluator().entries()) {
            Optional<Draft> after = entry.after();
            if (after.isPresent()
                    && (versions.isEmpty() || !versions.get(versions.size() - 1).equals(after.get()))) {
                versions.add(after.get());
            }
        }
        return versions;
    }

    /** Parses a number of 1 or more. */
    static int number(String text) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException none) {
            // reported below
        }
        throw new CommandProblem(
                ProgramMessages.text("number.invalid", text), ProgramMessages.text("number.invalid-advice"));
    }
}
