package io.retake.dsl.output;

import io.retake.core.protocol.MediaType;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/** Writes scripts to files; replaces only scripts that it has written itself. */
public final class WrittenScripts {
    private static final Maker SCRIPT = new Maker("script", List.of(), "a prompt");
    private static final String ELSEWHERE = ScriptMessages.text("saved.elsewhere");
    private final FilmMemory memory;

    public WrittenScripts(FilmMemory memory) {
        this.memory = memory;
    }

    /**
     * Writes a script completely, or not at all.
     *
     * @param replace whether an unchanged script of Retake's may be replaced
     * @throws DslException when another file has the name, or the file cannot be written
     */
    public void write(Path file, String script, boolean replace) {
        String name = String.valueOf(file.getFileName());
        if (MediaType.ofName(name).isPresent()) {
            throw new DslException(
                    ScriptMessages.text("saved.media-name", name), ScriptMessages.text("saved.media-name-advice"));
        }
        boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        if (there && !replace) {
            throw new DslException(
                    ScriptMessages.text("saved.exists", file), ScriptMessages.text("saved.exists-advice"));
        }
        if (there
                && memory.of(file)
                        .filter(origin -> origin.maker().equals(SCRIPT))
                        .isEmpty()) {
            throw new DslException(ScriptMessages.text("saved.not-replaced", file), ELSEWHERE);
        }
        put(file, script, there);
        memory.remember(file, SCRIPT);
    }

    private static void put(Path file, String script, boolean replace) {
        Path next = file.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            try {
                Files.writeString(next, script, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                if (replace) {
                    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.move(next, file);
                }
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (FileAlreadyExistsException meanwhile) {
            throw new DslException(ScriptMessages.text("saved.exists", file), ELSEWHERE, meanwhile);
        } catch (IOException e) {
            throw new DslException(
                    ScriptMessages.text("saved.unwritable", file, e),
                    ScriptMessages.text("saved.unwritable-advice"),
                    e);
        }
    }
}
