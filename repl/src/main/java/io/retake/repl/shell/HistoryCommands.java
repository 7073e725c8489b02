package io.retake.repl.shell;

import io.retake.core.FileNames;
import io.retake.dsl.prompt.Entry;
import io.retake.dsl.prompt.Reading;
import io.retake.dsl.prompt.SavedScript;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.view.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Commands about the versions of the timeline, and about scripts of it. */
final class HistoryCommands {
    private static final Pattern RANGE = Pattern.compile("\\d+(?:-\\d+)?");

    private HistoryCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of("undo", "[N]", "Undo the last change, or the last N", (desk, n) -> verb(desk, "undo", n)),
                Command.of(
                        "redo",
                        "[N]",
                        "Redo the last undone change, or the last N",
                        (desk, n) -> verb(desk, "redo", n)),
                Command.of("rewind", "N", "Go back N changes", (desk, n) -> verb(desk, "undo", n)),
                Command.of(
                        "checkpoint",
                        "NAME",
                        "Save the timeline under a name; restore 'NAME' goes back to it",
                        HistoryCommands::checkpoint),
                Command.of("open", "SCRIPT [--NAME VALUE]…", "Run a script in this session", HistoryCommands::open)
                        .choosing(CommandChoices::script),
                Command.of(
                                "save",
                                "[N-M] FILE [--frozen] [--params] [--replace]",
                                "Write the session as a script; --frozen: sentences as verbs; --params: with parameters",
                                HistoryCommands::save)
                        .completedBy(CommandChoices::files));
    }

    private static void verb(ShellContext desk, String verb, String times) {
        int count = times.isEmpty() ? 1 : ViewCommands.number(times);
        String said = verb + "(" + (count == 1 ? "" : count) + ")"; // one message: all of them or none
        desk.evaluate(new Reading(Reading.Kind.STATEMENT, said, true, false));
    }

    private static void checkpoint(ShellContext desk, String name) {
        String plain = ArgumentWords.text(name);
        if (plain.isEmpty()) {
            throw new CommandProblem("a checkpoint needs a name", "for example: /checkpoint rough cut");
        }
        String literal = plain.replace("\\", "\\\\").replace("'", "\\'");
        desk.evaluate(new Reading(Reading.Kind.STATEMENT, "checkpoint('" + literal + "')", true, false));
    }

    private static void open(ShellContext desk, String arguments) {
        ScriptArguments given = ScriptArguments.of(desk, "open", arguments);
        desk.begin(
                "open " + given.script().name(),
                false,
                listener -> desk.evaluator().open(given.script(), given.parameters(), listener));
    }

    private static void save(ShellContext desk, String arguments) {
        List<String> words = new ArrayList<>(ArgumentWords.of(arguments));
        boolean frozen = words.remove("--frozen");
        boolean replace = words.remove("--replace");
        boolean params = words.remove("--params");
        words.stream().filter(word -> word.startsWith("--")).findFirst().ifPresent(unknown -> {
            throw new CommandProblem(
                    "unknown option " + unknown + " of /save", "the options are --frozen, --params and --replace");
        });
        List<Entry> entries = desk.evaluator().entries();
        boolean part = words.size() > 1 && RANGE.matcher(words.get(0)).matches();
        if (part) {
            entries = within(words.remove(0), desk);
        }
        if (words.size() != 1) {
            throw new CommandProblem(
                    words.isEmpty() ? "/save needs a file name" : "/save takes one file name, found " + words,
                    "for example: /save film.groovy, or with spaces: /save 'my film.groovy'");
        }
        String name = words.get(0);
        Path file = FileNames.in(desk.folder(), name.contains(".") ? name : name + ".groovy");
        String script = SavedScript.of(desk.evaluator().title(), entries, frozen, params);
        boolean lacks = !part && !desk.before.isEmpty();
        desk.evaluator().write(file, lacks ? remark(desk) + script : script, replace);
        desk.say("Wrote " + file);
        if (lacks) {
            desk.say(desk.theme().paint(Role.WARNING, "warning: ")
                    + "the script contains only the edits since /attach and can't make this film by itself; the timeline before was: "
                    + desk.before);
        }
    }

    /** A script of a session that others began is no whole one, wherever it is read. */
    private static String remark(ShellContext desk) {
        return "// Incomplete: edits made before /attach are missing. The timeline then was:\n// " + desk.before + "\n";
    }

    /** What lines of the history made, by the numbers that it shows. */
    private static List<Entry> within(String range, ShellContext desk) {
        String[] ends = range.split("-", 2);
        int from = ViewCommands.number(ends[0]);
        int to = ends.length > 1 ? ViewCommands.number(ends[1]) : from;
        List<Entry> chosen = desk.made.of(from, to, desk.evaluator());
        if (chosen.isEmpty()) {
            throw new CommandProblem("no entry in " + range + " changed this session", "/history lists the entries");
        }
        return chosen;
    }
}
