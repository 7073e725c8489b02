package io.retake.repl.shell;

import io.retake.core.FileNames;
import io.retake.core.RetakeException;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.completion.Choice;
import io.retake.repl.completion.CompletionContext;
import io.retake.repl.completion.DiskFiles;
import io.retake.repl.completion.Scripts;
import io.retake.repl.completion.TimeChoices;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.session.ShellSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Completes the arguments of commands, from the disk and from memory; evaluates nothing. */
final class CommandChoices {
    private CommandChoices() {}

    /** Returns the files and folders that begin as typed. */
    static List<String> files(Path folder, String typed) {
        return DiskFiles.names(folder, ArgumentWords.typed(typed).text());
    }

    /** Returns scripts and recipes, then parameters, then files for them. */
    static List<Choice> script(ShellSession session, String typed) {
        List<String> before = ArgumentWords.typed(typed).before();
        List<CompletionContext.Script> recipes = session.known().recipes();
        if (before.isEmpty()) {
            return Stream.concat(
                            recipes.stream()
                                    .map(r -> Choice.of(r.name(), r.about()).ending()),
                            files(session.folder(), typed).stream().map(CommandChoices::file))
                    .toList();
        }
        if (before.get(before.size() - 1).startsWith("--")) {
            return files(session.folder(), typed).stream()
                    .map(CommandChoices::file)
                    .toList();
        }
        List<Choice> parameters = new ArrayList<>();
        parameters(session, before.get(0)).forEach((name, about) -> {
            if (!before.contains("--" + name)) {
                parameters.add(Choice.of("--" + name, about).ending());
            }
        });
        return parameters;
    }

    private static Map<String, String> parameters(ShellSession session, String script) {
        return session.known().recipes().stream()
                .filter(recipe -> recipe.name().equals(script))
                .findFirst()
                .map(CompletionContext.Script::parameters)
                .orElseGet(() -> ofFile(session.folder(), script));
    }

    private static Map<String, String> ofFile(Path folder, String script) {
        try {
            return Scripts.parameters(FileNames.in(folder, script));
        } catch (RetakeException noFile) {
            return Map.of();
        }
    }

    private static Choice file(String name) {
        return name.endsWith("/") ? Choice.of(name, "") : Choice.of(name, "").ending();
    }

    /** Returns the ranges of clips and scenes, and the forms in which the timeline is shown. */
    static List<Choice> ranges(CompletionContext known) {
        return Stream.concat(
                        TimeChoices.ranges(known).stream(),
                        Stream.of(
                                Choice.of("--wide", ProgramMessages.text("completion.as-table"))
                                        .ending(),
                                Choice.of("--json", ProgramMessages.text("completion.as-json"))
                                        .ending()))
                .toList();
    }

    /** Returns times, and the ranges of clips and scenes. */
    static List<Choice> timesAndRanges(CompletionContext known) {
        return Stream.concat(TimeChoices.times(known).stream(), TimeChoices.ranges(known).stream())
                .toList();
    }
}
