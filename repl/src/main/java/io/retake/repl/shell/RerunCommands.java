package io.retake.repl.shell;

import io.retake.core.protocol.TerminalText;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.shell.history.Addresses;
import io.retake.repl.shell.history.HistoryEntry;
import io.retake.repl.shell.terminal.TextEditor;
import io.retake.repl.view.HistoryView;
import io.retake.repl.view.HistoryView.Outcome;
import io.retake.repl.view.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Commands about what was typed, here and at other prompts: to look at it, to do it again, to change it first. */
final class RerunCommands {
    private static final int SHOWN = 30;
    private static final String WITH_EDITOR = "--editor";
    private static final Set<String> NEVER_AGAIN = Set.of("replay", "edit", "history", "quit");

    private RerunCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                        "history",
                        "[N|TEXT]",
                        "Show the history with times and results: the last N entries, or those with TEXT",
                        RerunCommands::history),
                Command.of(
                        "replay",
                        "N[-M]…",
                        "Re-run history entries: 3, 3-7, or ~1/3 from the previous prompt",
                        RerunCommands::replay),
                Command.of(
                                "edit",
                                "[N] [--editor]",
                                "Edit the last entry, or entry N, and run it again; opens $EDITOR for several lines",
                                RerunCommands::edit)
                        .completedBy((desk, typed) -> List.of(WITH_EDITOR)));
    }

    private static void history(ShellContext desk, String argument) {
        String wanted = ArgumentWords.text(argument);
        desk.history().refresh();
        List<HistoryEntry> entries = new ArrayList<>(desk.history().others());
        entries.addAll(desk.history().own());
        boolean number = wanted.matches("\\d{1,6}");
        if (!number && !wanted.isEmpty()) {
            String part = wanted.toLowerCase(Locale.ROOT);
            entries.removeIf(entry -> !entry.text().toLowerCase(Locale.ROOT).contains(part) || isThis(desk, entry));
            if (entries.isEmpty()) {
                throw new CommandProblem("no history entry contains '" + wanted + "'", "/history lists the entries");
            }
        }
        int shown = number ? Integer.parseInt(wanted) : SHOWN;
        Addresses addresses = new Addresses(desk.history());
        ZoneId zone = ZoneId.systemDefault();
        desk.say(new HistoryView(desk.theme(), zone, LocalDate.now(zone))
                .lines(entries.stream()
                        .skip(Math.max(0, entries.size() - shown))
                        .map(entry -> line(entry, addresses))
                        .toList()));
    }

    /** The search itself is no find. */
    private static boolean isThis(ShellContext desk, HistoryEntry entry) {
        List<HistoryEntry> own = desk.history().own();
        return !own.isEmpty() && entry.equals(own.get(own.size() - 1));
    }

    private static HistoryView.Line line(HistoryEntry entry, Addresses addresses) {
        return new HistoryView.Line(
                addresses.of(entry), entry.at(), entry.kind(), entry.outcome(), entry.took(), entry.text());
    }

    private static void replay(ShellContext desk, String wanted) {
        if (wanted.isEmpty()) {
            throw new CommandProblem("which entries?", "for example: /replay 3, /replay 3-7, /replay ~1/3-7");
        }
        for (String address : wanted.split("[\\s,]+", -1)) {
            for (HistoryEntry entry : chosen(desk, address)) {
                desk.say(desk.theme().paint(Role.ASIDE, "> " + TerminalText.clean(entry.text())));
                if (!Prompt.take(entry.text(), desk) || desk.outcome != Outcome.DONE) {
                    return; // what comes after may build on it
                }
            }
        }
    }

    /** Of a range, what failed the first time is left out, and what would go in circles or leave. */
    private static List<HistoryEntry> chosen(ShellContext desk, String address) {
        List<HistoryEntry> found = found(desk, address);
        List<HistoryEntry> chosen = found.stream()
                .filter(entry -> !isNeverAgain(entry))
                .filter(entry -> Addresses.isOne(address) || entry.outcome() == Outcome.DONE)
                .toList();
        if (chosen.isEmpty()) {
            throw new CommandProblem("no entry in " + address + " can be re-run", "/history lists the entries");
        }
        return chosen;
    }

    private static boolean isNeverAgain(HistoryEntry entry) {
        return entry.text().startsWith("/")
                && NEVER_AGAIN.contains(entry.text().substring(1).split("\\s", 2)[0]);
    }

    private static List<HistoryEntry> found(ShellContext desk, String address) {
        if (!Addresses.is(address)) {
            throw new CommandProblem(
                    "'" + address + "' is not a history entry",
                    "for example: 3, 3-7, or ~1/3 from the previous prompt");
        }
        desk.history().refresh();
        List<HistoryEntry> found = new Addresses(desk.history()).find(address);
        if (found.isEmpty()) {
            throw new CommandProblem("no history entry " + address, "/history lists the entries");
        }
        return found;
    }

    private static void edit(ShellContext desk, String arguments) {
        boolean editor = arguments.contains(WITH_EDITOR);
        String address = arguments.replace(WITH_EDITOR, "").strip();
        List<HistoryEntry> entries = address.isEmpty() ? desk.history().own() : found(desk, address);
        HistoryEntry entry = entries.stream()
                .filter(one -> !address.isEmpty() || !isNeverAgain(one))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new CommandProblem(
                        "the history of this prompt is empty", "/edit ~1/3 takes an entry from the previous prompt"));
        String text = entries.size() > 1 && !address.isEmpty()
                ? String.join("\n", entries.stream().map(HistoryEntry::text).toList())
                : entry.text();
        desk.typed = edited(desk, text, editor);
    }

    private static String edited(ShellContext desk, String text, boolean asked) {
        var editor = TextEditor.of(desk.environment());
        if (editor.isEmpty() && asked) {
            throw new CommandProblem("no editor is configured", "set EDITOR, for example: export EDITOR=nano");
        }
        boolean opens = editor.isPresent() && (asked || text.contains("\n")) && desk.output.isTerminal();
        return opens ? desk.output.lend(() -> editor.get().edit(text)) : text;
    }
}
