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
 * The text of a script and where it comes from. Immutable.
 *
 * @param name what messages call it: the file as it was given, or a name of the host's choice
 * @param text the script
 * @param file where it lies, when it is a file: files that it names are looked for beside it too
 */
public record ScriptSource(String name, String text, Optional<Path> file) {
    /** A byte order mark is not part of the text. */
    public ScriptSource {
        text = text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** A script that is no file. */
    public static ScriptSource text(String text) {
        return new ScriptSource("script.groovy", text, Optional.empty());
    }

    /** A script that is no file, under a name for messages. */
    public static ScriptSource text(String name, String text) {
        return new ScriptSource(name, text, Optional.empty());
    }

    /**
     * A script file, read now, as UTF-8.
     *
     * @throws DslException when it can't be read
     */
    public static ScriptSource file(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return new ScriptSource(
                    file.toString(), text, Optional.of(file.toAbsolutePath().normalize()));
        } catch (NoSuchFileException e) {
            throw new DslException(
                    "there is no script " + file, "check the name; 'retake help language' shows how to write one", e);
        } catch (CharacterCodingException e) {
            throw new DslException(file + " is not UTF-8 text", "save it as UTF-8 and run it again", e);
        } catch (IOException e) {
            throw new DslException(
                    "the script " + file + " can't be read: " + e, "check that it is a file you can read", e);
        }
    }

    /**
     * The same, named as somebody in that folder calls it.
     *
     * @throws DslException when it can't be read
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
     * A script from a stream, read to its end, as UTF-8.
     *
     * @param name what messages call it
     * @throws DslException when it can't be read
     */
    public static ScriptSource read(String name, InputStream stream) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(stream.readAllBytes()))
                    .toString();
            return text(name, text);
        } catch (CharacterCodingException e) {
            throw new DslException(name + " is not UTF-8 text", "convert it to UTF-8", e);
        } catch (IOException e) {
            throw new DslException("the script can't be read from " + name + ": " + e, "check the source", e);
        }
    }

    /**
     * What its output is called when nothing else is said: the file's name without its ending; {@code script} for what is
     * no file.
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
     * The column in UTF-16 units of one that the parser counted in code points; 0 when it is unknown.
     *
     * @param line the text of the line
     */
    public static int column(String line, int counted) {
        int points = Math.max(0, counted - 1);
        return counted < 1 || points > line.codePointCount(0, line.length())
                ? Math.max(0, counted)
                : line.offsetByCodePoints(0, points) + 1;
    }

    /** The text of a line, counted from 1; empty past the end. */
    public String line(int number) {
        return text.lines().skip(Math.max(0, number - 1L)).findFirst().orElse("");
    }
}
