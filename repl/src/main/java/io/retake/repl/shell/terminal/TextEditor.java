package io.retake.repl.shell.terminal;

import io.retake.core.PrivateFiles;
import io.retake.core.ProcessTexts;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.message.ProgramMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens a text in the user's editor, {@code VISUAL} or {@code EDITOR}. */
public final class TextEditor {
    private final String command;

    private TextEditor(String command) {
        this.command = command;
    }

    /** Finds the editor in the environment, with its arguments if it has any. */
    public static Optional<TextEditor> of(Map<String, String> environment) {
        return List.of("VISUAL", "EDITOR").stream()
                .map(name -> environment.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(TextEditor::new);
    }

    /** Returns the text after the editor has ended; the editor uses the terminal until then. */
    public String edit(String text) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("retake-edit"); // readable by its owner only
            Path file = folder.resolve("entry.groovy");
            PrivateFiles.write(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
            int code = new ProcessBuilder(ProcessTexts.forChild(command(file)))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new CommandProblem(
                        ProgramMessages.text("editor.failed", command, code), ProgramMessages.text("editor.unchanged"));
            }
            return Files.readString(file, StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new CommandProblem(
                    ProgramMessages.text("editor.unusable", command, e),
                    ProgramMessages.text("editor.unusable-advice"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandProblem(
                    ProgramMessages.text("editor.interrupted"), ProgramMessages.text("editor.unchanged"));
        } finally {
            delete(folder);
        }
    }

    private List<String> command(Path file) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows
                ? List.of("cmd", "/c", command + " \"" + file + "\"")
                : List.of("sh", "-c", command + " \"$1\"", "sh", file.toString());
    }

    private static void delete(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException left) {
            folder.toFile().deleteOnExit();
        }
    }
}
