package io.retake.repl.shell;

import io.retake.core.draft.Draft;
import io.retake.core.protocol.SessionState;
import io.retake.core.protocol.TerminalText;
import io.retake.core.protocol.UploadedFile;
import io.retake.dsl.prompt.Entry;
import io.retake.dsl.prompt.Reading;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.view.ClipsView;
import io.retake.repl.view.CreditsView;
import io.retake.repl.view.Role;
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

/** Commands that only look. */
final class ViewCommands {
    private ViewCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                                "timeline",
                                "[FROM-TO] [--wide|--json]",
                                "Show the tracks as bars over time; --wide: as a table",
                                ViewCommands::timeline)
                        .such("/timeline 0:30-1:00")
                        .choosing(CommandChoices::ranges),
                Command.of("state", "", "Show the state of the session", ViewCommands::state),
                Command.of("tracks", "", "Show the tracks in one line", (desk, none) -> {
                    desk.say(TerminalText.clean(desk.draft().summary()));
                    shortfalls(desk);
                }),
                Command.of("clips", "", "List the uploaded files", ViewCommands::clips),
                Command.of(
                        "scenes",
                        "",
                        "List the scenes",
                        (desk, none) -> desk.evaluate(new Reading(Reading.Kind.STATEMENT, "scenes()", true, false))),
                Command.of("credits", "", "Show the credit balance", ViewCommands::credits),
                Command.of("diff", "[N]", "Show what the last change did, or all of the last N", ViewCommands::diff));
    }

    private static void timeline(ShellContext desk, String arguments) {
        Draft draft = desk.draft();
        List<String> words = new ArrayList<>(ArgumentWords.of(arguments));
        boolean wide = words.remove("--wide");
        boolean json = words.remove("--json");
        String range = String.join(" ", words);
        if (json) {
            desk.say(TimelineJson.of(draft).toPrettyString().lines().toList());
            return;
        }
        Window window = range.isEmpty()
                ? Window.whole(draft)
                : Window.read(range, draft)
                        .orElseThrow(() -> new CommandProblem(
                                "'" + range + "' is not a time range", "for example: /timeline 0:30-1:00"));
        desk.say(
                wide
                        ? table(desk).lines(draft, window)
                        : new TimelineView(desk.theme(), desk.columns()).lines(draft, window));
        shortfalls(desk);
    }

    private static void shortfalls(ShellContext desk) {
        desk.state().shortfalls().forEach(text -> desk.say(desk.theme().paint(Role.WARNING, "warning: ") + text));
    }

    private static TimelineTable table(ShellContext desk) {
        return desk.output.terminal().isPresent()
                ? new TimelineTable(desk.theme(), desk.columns())
                : new TimelineTable(desk.theme());
    }

    private static void state(ShellContext desk, String none) {
        SessionState state = desk.state();
        Map<String, String> about = new LinkedHashMap<>();
        about.put(
                "session",
                desk.evaluator().title()
                        + desk.evaluator()
                                .session()
                                .map(s -> "  " + s.sessionId())
                                .orElse(""));
        about.put(
                "backend", desk.evaluator().backend() + ": " + desk.evaluator().privacy());
        about.put("jobs", jobs(desk.work.jobs.running().size()));
        desk.say(new StateView(desk.theme(), desk.columns()).lines(about, state));
    }

    private static String jobs(int running) {
        return running == 0 ? "none running" : running + " running";
    }

    private static void clips(ShellContext desk, String none) {
        List<UploadedFile> files =
                desk.state().videoInfos().stream().map(UploadedFile::parse).toList();
        desk.say(new ClipsView(desk.theme(), desk.columns()).lines(files));
    }

    private static void credits(ShellContext desk, String none) {
        var credits = desk.evaluator().client().credits(new io.retake.core.client.http.Cancellation());
        desk.say(new CreditsView(desk.theme()).lines(credits));
    }

    private static void diff(ShellContext desk, String back) {
        List<Draft> versions = versions(desk);
        int steps = back.isEmpty() ? 1 : number(back);
        if (versions.size() < 2) {
            desk.say("Nothing has changed yet.");
            return;
        }
        Draft now = versions.get(versions.size() - 1);
        Draft then = versions.get(Math.max(0, versions.size() - 1 - steps));
        desk.say(new DiffView(desk.theme(), desk.columns()).lines(then, now));
    }

    /** The timelines that entries left, each once. */
    static List<Draft> versions(ShellContext desk) {
        List<Draft> versions = new ArrayList<>();
        for (Entry entry : desk.evaluator().entries()) {
            Optional<Draft> after = entry.after();
            if (after.isPresent()
                    && (versions.isEmpty() || !versions.get(versions.size() - 1).equals(after.get()))) {
                versions.add(after.get());
            }
        }
        return versions;
    }

    static int number(String text) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        throw new CommandProblem("'" + text + "' is not a number, 1 or more", "for example: 3");
    }
}
