package io.retake.repl.shell;

import io.retake.core.protocol.TerminalText;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.history.Addresses;
import io.retake.repl.shell.history.HistoryEntry;
import io.retake.repl.shell.history.PromptHistory;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.shell.terminal.NextLine;
import io.retake.repl.shell.terminal.TextEditor;
import io.retake.repl.view.HistoryView;
import io.retake.repl.view.HistoryView.Outcome;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Commands that list the history of this prompt and of others, and that re-run or edit its entries. */
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
                        ProgramMessages.text("history.help"),
                        (shell, wanted) -> history(shell.history(), shell.console(), wanted)),
                Command.of(
                        "replay",
                        "N[-M]…",
                        ProgramMessages.text("history.replay-help"),
                        (shell, wanted) -> replay(
                                shell.history(),
                                shell.console(),
                                line -> Prompt.take(line, shell)
                                        && shell.evaluation().outcome() == Outcome.DONE,
                                wanted)),
                Command.of(
                                "edit",
                                "[N] [--editor]",
                                ProgramMessages.text("history.edit-help"),
                                (shell, arguments) ->
                                        edit(shell.history(), shell.console(), shell.nextLine(), arguments))
                        .completedBy((shell, typed) -> List.of(WITH_EDITOR)));
    }

    private static void history(PromptHistory history, Console console, String argument) {
        String wanted = ArgumentWords.text(argument);
        history.refresh();
        List<HistoryEntry> entries = new ArrayList<>(history.others());
        entries.addAll(history.own());
        boolean number = wanted.matches("\\d{1,6}");
        if (!number && !wanted.isEmpty()) {
            String part = wanted.toLowerCase(Locale.ROOT);
            entries.removeIf(entry -> !entry.text().toLowerCase(Locale.ROOT).contains(part) || isThis(history, entry));
            if (entries.isEmpty()) {
                throw new CommandProblem(
                        ProgramMessages.text("history.no-match", wanted),
                        ProgramMessages.text("history.lists-entries"));
            }
        }
        int shown = number ? Integer.parseInt(wanted) : SHOWN;
        Addresses addresses = new Addresses(history);
        ZoneId zone = ZoneId.systemDefault();
        console.say(new HistoryView(console.theme(), zone, LocalDate.now(zone))
                .lines(entries.stream()
                        .skip(Math.max(0, entries.size() - shown))
                        .map(entry -> line(entry, addresses))
                        .toList()));
    }

    /** Returns whether an entry is the search itself. */
    private static boolean isThis(PromptHistory history, HistoryEntry entry) {
        List<HistoryEntry> own = history.own();
        return !own.isEmpty() && entry.equals(own.get(own.size() - 1));
    }

    private static HistoryView.HistoryRow line(HistoryEntry entry, Addresses addresses) {
        return new HistoryView.HistoryRow(
                addresses.of(entry), entry.at(), entry.kind(), entry.outcome(), entry.took(), entry.text());
    }

    private static void replay(PromptHistory history, Console console, Predicate<String> run, String wanted) {
        if (wanted.isEmpty()) {
            throw new CommandProblem(
                    ProgramMessages.text("history.which"), ProgramMessages.text("history.which-advice"));
        }
        for (String address : wanted.split("[\\s,]+", -1)) {
            for (HistoryEntry entry : chosen(history, address)) {
                console.aside("> " + TerminalText.clean(entry.text()));
                if (!run.test(entry.text())) {
                    return; // later entries may depend on it
                }
            }
        }
    }

    /** Returns the entries at an address, without those that would loop or quit; of a range, without failed ones. */
    private static List<HistoryEntry> chosen(PromptHistory history, String address) {
        List<HistoryEntry> found = found(history, address);
        List<HistoryEntry> chosen = found.stream()
                .filter(entry -> !isNeverAgain(entry))
                .filter(entry -> Addresses.isOne(address) || entry.outcome() == Outcome.DONE)
                .toList();
        if (chosen.isEmpty()) {
            throw new CommandProblem(
                    ProgramMessages.text("history.none-to-run", address),
                    ProgramMessages.text("history.lists-entries"));
        }
        return chosen;
    }

    private static boolean isNeverAgain(HistoryEntry entry) {
        return entry.text().startsWith("/")
                && NEVER_AGAIN.contains(entry.text().substring(1).split("\\s", 2)[0]);
    }

    private static List<HistoryEntry> found(PromptHistory history, String address) {
        if (!Addresses.is(address)) {
            throw new CommandProblem(
                    ProgramMessages.text("history.no-entry", address), ProgramMessages.text("history.no-entry-advice"));
        }
        history.refresh();
        List<HistoryEntry> found = new Addresses(history).find(address);
        if (found.isEmpty()) {
            throw new CommandProblem(
                    ProgramMessages.text("history.no-number", address), ProgramMessages.text("history.lists-entries"));
        }
        return found;
    }

    private static void edit(PromptHistory history, Console console, NextLine nextLine, String arguments) {
        boolean editor = arguments.contains(WITH_EDITOR);
        String address = arguments.replace(WITH_EDITOR, "").strip();
        List<HistoryEntry> entries = address.isEmpty() ? history.own() : found(history, address);
        HistoryEntry entry = entries.stream()
                .filter(one -> !address.isEmpty() || !isNeverAgain(one))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new CommandProblem(
                        ProgramMessages.text("history.empty-here"), ProgramMessages.text("history.empty-here-advice")));
        String text = entries.size() > 1 && !address.isEmpty()
                ? String.join("\n", entries.stream().map(HistoryEntry::text).toList())
                : entry.text();
        nextLine.prefill(edited(console, text, editor));
    }

    private static String edited(Console console, String text, boolean asked) {
        var editor = TextEditor.of(console.environment());
        if (editor.isEmpty() && asked) {
            throw new CommandProblem(ProgramMessages.text("editor.none"), ProgramMessages.text("editor.none-advice"));
        }
        boolean opens = editor.isPresent()
                && (asked || text.contains("\n"))
                && console.output().isTerminal();
        return opens ? console.output().lend(() -> editor.get().edit(text)) : text;
    }
}
