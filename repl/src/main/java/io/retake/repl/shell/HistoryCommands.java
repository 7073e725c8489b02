package io.retake.repl.shell;

import io.retake.dsl.language.ScriptSource;
import io.retake.dsl.prompt.Reading;
import io.retake.dsl.prompt.SavedScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Commands about the versions of the timeline, and about scripts of it. */
final class HistoryCommands {
    private HistoryCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                        "undo",
                        "[N]",
                        "Takes back the last change, or the last N.",
                        (desk, n) -> verb(desk, "undo", n)),
                Command.of("redo", "[N]", "Does what was taken back again.", (desk, n) -> verb(desk, "redo", n)),
                Command.of("rewind", "N", "Goes back N changes.", (desk, n) -> verb(desk, "undo", n)),
                Command.of(
                        "checkpoint",
                        "NAME",
                        "Remembers the timeline under a name; restore 'NAME' goes back to it.",
                        HistoryCommands::checkpoint),
                Command.of(
                                "open",
                                "SCRIPT",
                                "Does a script, such as /save writes, in this session.",
                                HistoryCommands::open)
                        .completedBy(CommandChoices::files),
                Command.of(
                                "save",
                                "FILE [--frozen]",
                                "Writes the session as a script; --frozen writes sentences as verbs.",
                                HistoryCommands::save)
                        .completedBy(CommandChoices::files));
    }

    private static void verb(Desk desk, String verb, String times) {
        int count = times.isEmpty() ? 1 : LookingCommands.number(times);
        for (int i = 0; i < count; i++) {
            if (!desk.evaluate(new Reading(Reading.Kind.STATEMENT, verb + "()", true, false))) {
                return;
            }
        }
    }

    private static void checkpoint(Desk desk, String name) {
        String plain = name.replaceAll("^['\"]|['\"]$", "");
        if (plain.isEmpty()) {
            throw new CommandProblem("a checkpoint needs a name", "for example: /checkpoint rough cut");
        }
        String literal = plain.replace("\\", "\\\\").replace("'", "\\'");
        desk.evaluate(new Reading(Reading.Kind.STATEMENT, "checkpoint('" + literal + "')", true, false));
    }

    private static void open(Desk desk, String name) {
        String plain = name.replaceAll("^['\"]|['\"]$", "");
        if (plain.isEmpty()) {
            throw new CommandProblem("which script?", "for example: /open film.groovy");
        }
        ScriptSource script = ScriptSource.file(desk.folder().resolve(plain));
        desk.begin("open " + plain, false, listener -> desk.evaluator().open(script.text(), listener));
    }

    private static void save(Desk desk, String arguments) {
        boolean frozen = arguments.contains("--frozen");
        boolean replace = arguments.contains("--replace");
        String name = arguments
                .replace("--frozen", "")
                .replace("--replace", "")
                .strip()
                .replaceAll("^['\"]|['\"]$", "");
        if (name.isEmpty()) {
            throw new CommandProblem("the script needs a name", "for example: /save film.groovy");
        }
        Path file = desk.folder().resolve(name.contains(".") ? name : name + ".groovy");
        String script =
                SavedScript.of(desk.evaluator().title(), desk.evaluator().entries(), frozen);
        try {
            if (replace) {
                Files.writeString(file, script, StandardCharsets.UTF_8);
            } else {
                Files.writeString(file, script, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            }
        } catch (java.nio.file.FileAlreadyExistsException there) {
            throw new CommandProblem("there is already a file " + file, "give another name, or add --replace");
        } catch (IOException e) {
            throw new CommandProblem("the script can't be written to " + file + ": " + e, "name a file elsewhere");
        }
        desk.say("Written: " + file);
    }
}
