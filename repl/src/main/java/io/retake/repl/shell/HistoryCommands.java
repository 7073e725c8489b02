package io.retake.repl.shell;

import io.retake.core.FileNames;
import io.retake.dsl.prompt.Entry;
import io.retake.dsl.prompt.Reading;
import io.retake.dsl.prompt.SavedScript;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.session.ShellSession;
import io.retake.repl.shell.terminal.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Commands that go back and forth between versions of the timeline, and that open and save scripts. */
final class HistoryCommands {
    private static final Pattern RANGE = Pattern.compile("\\d+(?:-\\d+)?");

    private HistoryCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                        "undo",
                        "[N]",
                        ProgramMessages.text("undo.help"),
                        (shell, n) -> verb(shell.evaluation(), "undo", n)),
                Command.of(
                        "redo",
                        "[N]",
                        ProgramMessages.text("undo.redo-help"),
                        (shell, n) -> verb(shell.evaluation(), "redo", n)),
                Command.of(
                        "rewind",
                        "N",
                        ProgramMessages.text("undo.rewind-help"),
                        (shell, n) -> verb(shell.evaluation(), "undo", n)),
                Command.of(
                        "checkpoint",
                        "NAME",
                        ProgramMessages.text("checkpoint.help"),
                        (shell, name) -> checkpoint(shell.evaluation(), name)),
                Command.of(
                                "open",
                                "SCRIPT [--NAME VALUE]…",
                                ProgramMessages.text("script.open-help"),
                                (shell, arguments) -> open(shell.session(), shell.evaluation(), arguments))
                        .choosing((shell, typed) -> CommandChoices.script(shell.session(), typed)),
                Command.of(
                                "save",
                                "[N-M] FILE [--frozen] [--params] [--replace]",
                                ProgramMessages.text("save.help"),
                                (shell, arguments) ->
                                        save(shell.session(), shell.lineEntries(), shell.console(), arguments))
                        .completedBy((shell, typed) ->
                                CommandChoices.files(shell.session().folder(), typed)));
    }

    private static void verb(Evaluation evaluation, String verb, String times) {
        int count = times.isEmpty() ? 1 : ViewCommands.number(times);
        String said = verb + "(" + (count == 1 ? "" : count) + ")"; // one message: all changes or none
        evaluation.evaluate(new Reading(Reading.Kind.STATEMENT, said, true, false));
    }

    private static void checkpoint(Evaluation evaluation, String name) {
        String plain = ArgumentWords.text(name);
        if (plain.isEmpty()) {
            throw new CommandProblem(
                    ProgramMessages.text("checkpoint.no-name"), ProgramMessages.text("checkpoint.no-name-advice"));
        }
        String literal = plain.replace("\\", "\\\\").replace("'", "\\'");
        evaluation.evaluate(new Reading(Reading.Kind.STATEMENT, "checkpoint('" + literal + "')", true, false));
    }

    private static void open(ShellSession session, Evaluation evaluation, String arguments) {
        ScriptArguments given = ScriptArguments.of(session, "open", arguments);
        evaluation.begin(
                "open " + given.script().name(),
                false,
                listener -> session.evaluator().open(given.script(), given.parameters(), listener));
    }

    private static void save(ShellSession session, LineEntries lines, Console console, String arguments) {
        List<String> words = new ArrayList<>(ArgumentWords.of(arguments));
        boolean frozen = words.remove("--frozen");
        boolean replace = words.remove("--replace");
        boolean params = words.remove("--params");
        words.stream().filter(word -> word.startsWith("--")).findFirst().ifPresent(unknown -> {
            throw new CommandProblem(
                    ProgramMessages.text("save.unknown-option", unknown),
                    ProgramMessages.text("save.unknown-option-advice"));
        });
        List<Entry> entries = session.evaluator().entries();
        boolean part = words.size() > 1 && RANGE.matcher(words.get(0)).matches();
        if (part) {
            entries = within(words.remove(0), lines);
        }
        if (words.size() != 1) {
            throw new CommandProblem(
                    words.isEmpty()
                            ? ProgramMessages.text("save.no-file")
                            : ProgramMessages.text("save.several-files", words),
                    ProgramMessages.text("save.file-advice"));
        }
        String name = words.get(0);
        Path file = FileNames.in(session.folder(), name.contains(".") ? name : name + ".groovy");
        String script = SavedScript.of(session.evaluator().title(), entries, frozen, params);
        boolean lacks = !part && !session.timelineAtAttach().isEmpty();
        session.evaluator().write(file, lacks ? remark(session) + script : script, replace);
        console.say(ProgramMessages.text("save.done", file));
        if (lacks) {
            console.warning(ProgramMessages.text("save.incomplete", session.timelineAtAttach()));
        }
    }

    /** Returns a comment for the script that says that it is incomplete. */
    private static String remark(ShellSession session) {
        return ProgramMessages.text("save.incomplete-comment", session.timelineAtAttach());
    }

    /** Returns the entries that a range of history lines made in this session. */
    private static List<Entry> within(String range, LineEntries lines) {
        String[] ends = range.split("-", 2);
        int from = ViewCommands.number(ends[0]);
        int to = ends.length > 1 ? ViewCommands.number(ends[1]) : from;
        List<Entry> chosen = lines.of(from, to);
        if (chosen.isEmpty()) {
            throw new CommandProblem(
                    ProgramMessages.text("save.nothing-changed", range), ProgramMessages.text("history.lists-them"));
        }
        return chosen;
    }
}
