package io.retake.repl.shell;

import io.retake.core.FileNames;
import io.retake.dsl.prompt.Entry;
import io.retake.dsl.prompt.Reading;
import io.retake.dsl.prompt.SavedScript;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
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
                        "Undo the last change, or the last N",
                        (shell, n) -> verb(shell.evaluation(), "undo", n)),
                Command.of(
                        "redo",
                        "[N]",
                        "Redo the last undone change, or the last N",
                        (shell, n) -> verb(shell.evaluation(), "redo", n)),
                Command.of("rewind", "N", "Go back N changes", (shell, n) -> verb(shell.evaluation(), "undo", n)),
                Command.of(
                        "checkpoint",
                        "NAME",
                        "Save the timeline under a name; restore 'NAME' goes back to it",
                        (shell, name) -> checkpoint(shell.evaluation(), name)),
                Command.of(
                                "open",
                                "SCRIPT [--NAME VALUE]…",
                                "Run a script in this session",
                                (shell, arguments) -> open(shell.session(), shell.evaluation(), arguments))
                        .choosing((shell, typed) -> CommandChoices.script(shell.session(), typed)),
                Command.of(
                                "save",
                                "[N-M] FILE [--frozen] [--params] [--replace]",
                                "Write the session as a script; --frozen: sentences as verbs; --params: with parameters",
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
            throw new CommandProblem("a checkpoint needs a name", "for example: /checkpoint rough cut");
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
                    "unknown option " + unknown + " of /save", "the options are --frozen, --params and --replace");
        });
        List<Entry> entries = session.evaluator().entries();
        boolean part = words.size() > 1 && RANGE.matcher(words.get(0)).matches();
        if (part) {
            entries = within(words.remove(0), lines);
        }
        if (words.size() != 1) {
            throw new CommandProblem(
                    words.isEmpty() ? "/save needs a file name" : "/save takes one file name, found " + words,
                    "for example: /save film.groovy, or with spaces: /save 'my film.groovy'");
        }
        String name = words.get(0);
        Path file = FileNames.in(session.folder(), name.contains(".") ? name : name + ".groovy");
        String script = SavedScript.of(session.evaluator().title(), entries, frozen, params);
        boolean lacks = !part && !session.timelineAtAttach().isEmpty();
        session.evaluator().write(file, lacks ? remark(session) + script : script, replace);
        console.say("Wrote " + file);
        if (lacks) {
            console.warning(
                    "the script contains only the edits since /attach and can't make this film by itself; the timeline before was: "
                            + session.timelineAtAttach());
        }
    }

    /** Returns a comment for the script that says that it is incomplete. */
    private static String remark(ShellSession session) {
        return "// Incomplete: edits made before /attach are missing. The timeline then was:\n// "
                + session.timelineAtAttach() + "\n";
    }

    /** Returns the entries that a range of history lines made in this session. */
    private static List<Entry> within(String range, LineEntries lines) {
        String[] ends = range.split("-", 2);
        int from = ViewCommands.number(ends[0]);
        int to = ends.length > 1 ? ViewCommands.number(ends[1]) : from;
        List<Entry> chosen = lines.of(from, to);
        if (chosen.isEmpty()) {
            throw new CommandProblem("no entry in " + range + " changed this session", "/history lists the entries");
        }
        return chosen;
    }
}
