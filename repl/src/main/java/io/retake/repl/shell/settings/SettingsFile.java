package io.retake.repl.shell.settings;

import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads and changes a file of lines {@code name = value} with {@code #} comments. A change touches only its own line and
 * keeps the rest byte for byte, even if it is malformed; that is why the file is decoded as ISO 8859-1.
 */
final class SettingsFile {
    private static final String HEAD = "# Settings of the Retake prompt, one per line: name = value. /set lists them.";
    private final Path file;

    SettingsFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /** A line that is neither empty nor a comment; without an equals sign all of it is the name. */
    record SettingLine(int number, String name, String value) {}

    /** Reads the lines; empty if there is no file. */
    List<SettingLine> read() throws IOException {
        List<SettingLine> said = new ArrayList<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                int equals = text.indexOf('=');
                said.add(new SettingLine(
                        number,
                        equals < 0 ? text : text.substring(0, equals).strip(),
                        equals < 0 ? "" : text.substring(equals + 1).strip()));
            }
        }
        return said;
    }

    /** Changes a value atomically; an empty one removes the line. */
    void write(String name, String value) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean written = value.isEmpty();
        for (String line : lines()) {
            int equals = line.indexOf('=');
            if (equals < 0 || !line.substring(0, equals).strip().equals(name)) {
                lines.add(line);
            } else if (!written) {
                lines.add(name + " = " + value);
                written = true;
            }
        }
        if (!written) {
            if (lines.isEmpty()) {
                lines.add(HEAD);
            }
            lines.add(name + " = " + value);
        }
        replace(lines);
    }

    private void replace(List<String> lines) throws IOException {
        // Settings files are often links into a repository of dot files.
        PrivateFiles.folder(
                java.util.Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        String text = lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
        AtomicFiles.write(real, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }
}
