package io.retake.repl.shell;

import io.retake.core.FileNames;
import io.retake.core.RetakeException;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.completion.Choice;
import io.retake.repl.completion.CompletionContext;
import io.retake.repl.completion.DiskFiles;
import io.retake.repl.completion.Scripts;
import io.retake.repl.completion.TimeChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the arguments of commands can be: read from disk and memory alone, never evaluated. */
final class CommandChoices {
    private CommandChoices() {}

    /** The files and folders that begin as typed. */
    static List<String> files(ShellContext desk, String typed) {
        return DiskFiles.names(desk.folder(), ArgumentWords.typed(typed).text());
    }

    /** A script or a recipe, then its parameters, then files for them. */
    static List<Choice> script(ShellContext desk, String typed) {
        List<String> before = ArgumentWords.typed(typed).before();
        List<CompletionContext.Script> recipes = desk.known().recipes();
        if (before.isEmpty()) {
            return Stream.concat(
                            recipes.stream()
                                    .map(r -> Choice.of(r.name(), r.about()).ending()),
                            files(desk, typed).stream().map(CommandChoices::file))
                    .toList();
        }
        if (before.get(before.size() - 1).startsWith("--")) {
            return files(desk, typed).stream().map(CommandChoices::file).toList();
        }
        List<Choice> parameters = new ArrayList<>();
        parameters(desk, before.get(0)).forEach((name, about) -> {
            if (!before.contains("--" + name)) {
                parameters.add(Choice.of("--" + name, about).ending());
            }
        });
        return parameters;
    }

    private static Map<String, String> parameters(ShellContext desk, String script) {
        return desk.known().recipes().stream()
                .filter(recipe -> recipe.name().equals(script))
                .findFirst()
                .map(CompletionContext.Script::parameters)
                .orElseGet(() -> ofFile(desk, script));
    }

    private static Map<String, String> ofFile(ShellContext desk, String script) {
        try {
            return Scripts.parameters(FileNames.in(desk.folder(), script));
        } catch (RetakeException noFile) {
            return Map.of();
        }
    }

    private static Choice file(String name) {
        return name.endsWith("/") ? Choice.of(name, "") : Choice.of(name, "").ending();
    }

    /** Ranges of clips and scenes, and how the timeline is shown. */
    static List<Choice> ranges(ShellContext desk, String typed) {
        return Stream.concat(
                        TimeChoices.ranges(desk.known()).stream(),
                        Stream.of(
                                Choice.of("--wide", "as a table").ending(),
                                Choice.of("--json", "as JSON").ending()))
                .toList();
    }

    /** Times, and ranges of clips and scenes. */
    static List<Choice> timesAndRanges(ShellContext desk, String typed) {
        return Stream.concat(TimeChoices.times(desk.known()).stream(), TimeChoices.ranges(desk.known()).stream())
                .toList();
    }
}
