package io.retake.dsl.problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of a script and its origin. Immutable.
 *
 * @param name its name in messages: the file as given, or a name of the host's choice
 * @param text the script
 * @param file its path, if it is a file: files that it names are also searched next to it
 */
public record ScriptSource(String name, String text, Optional<Path> file) {
    /** Removes a byte order mark from the text. */
    public ScriptSource {
        text = text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** Creates a script without a file. */
    public static ScriptSource text(String text) {
        return new ScriptSource("script.groovy", text, Optional.empty());
    }

    /** Creates a script without a file, under a name for messages. */
    public static ScriptSource text(String name, String text) {
        return new ScriptSource(name, text, Optional.empty());
    }

    /**
     * Reads a script file, as UTF-8.
     *
     * @throws DslException when it cannot be read
     */
    public static ScriptSource file(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return new ScriptSource(
                    file.toString(), text, Optional.of(file.toAbsolutePath().normalize()));
        } catch (NoSuchFileException e) {
            throw new DslException(
                    ScriptMessages.text("script.missing", file), ScriptMessages.text("script.missing-advice"), e);
        } catch (CharacterCodingException e) {
            throw new DslException(
                    ScriptMessages.text("script.no-utf8", file), ScriptMessages.text("script.no-utf8-advice"), e);
        } catch (IOException e) {
            throw new DslException(
                    ScriptMessages.text("script.unreadable", file, e),
                    ScriptMessages.text("script.unreadable-advice"),
                    e);
        }
    }

    /**
     * Reads a script file, named relative to a folder.
     *
     * @throws DslException when it cannot be read
     */
    public static ScriptSource file(Path file, Path folder) {
        ScriptSource read = file(file);
        Path from = folder.toAbsolutePath().normalize();
        return read.file()
                .filter(path -> path.startsWith(from))
                .map(path -> new ScriptSource(from.relativize(path).toString(), read.text, read.file))
                .orElse(read);
    }

    /**
     * Reads a script from a stream to its end, as UTF-8.
     *
     * @param name its name in messages
     * @throws DslException when it cannot be read
     */
    public static ScriptSource read(String name, InputStream stream) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(stream.readAllBytes()))
                    .toString();
            return text(name, text);
        } catch (CharacterCodingException e) {
            throw new DslException(
                    ScriptMessages.text("script.no-utf8", name),
                    ScriptMessages.text("script.stream-no-utf8-advice"),
                    e);
        } catch (IOException e) {
            throw new DslException(
                    ScriptMessages.text("script.stream-unreadable", name, e),
                    ScriptMessages.text("script.stream-unreadable-advice"),
                    e);
        }
    }

    /**
     * Returns the default title of its output: the file's name without its extension; {@code script} when it is not a
     * file.
     */
    public String title() {
        if (name.startsWith("<")) {
            return "script";
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        String stem = (dot > 0 ? last.substring(0, dot) : last).replaceAll("[<>]", "");
        return stem.isBlank() ? "script" : stem;
    }

    /**
     * Converts a column from code points to UTF-16 units; 0 when it is unknown.
     *
     * @param line the text of the line
     */
    public static int column(String line, int counted) {
        int points = Math.max(0, counted - 1);
        return counted < 1 || points > line.codePointCount(0, line.length())
                ? Math.max(0, counted)
                : line.offsetByCodePoints(0, points) + 1;
    }

    /** Returns the text of a line, counted from 1; empty past the end. */
    public String line(int number) {
        return text.lines().skip(Math.max(0, number - 1L)).findFirst().orElse("");
    }
}
