package io.retake.engine.store;

import io.retake.core.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The renders of one engine, one small file each; their output is in {@link OutputStore}. Thread-safe. */
public final class RenderStore {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private final Path folder;

    public RenderStore(EngineHome home) {
        folder = home.renders();
    }

    /** Whether a text can be a render's id. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    public Optional<RenderRecord> find(String id) throws IOException {
        return isId(id) ? Json.read(file(id)).map(RenderRecord::of) : Optional.empty();
    }

    public void save(RenderRecord render) throws IOException {
        AtomicFiles.write(file(render.id()), Json.bytes(render.json()));
    }

    /** The renders that were neither done nor failed when their engine ended. */
    public List<RenderRecord> unfinished() throws IOException {
        List<RenderRecord> unfinished = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Json.read(file)
                        .map(RenderRecord::of)
                        .filter(render -> !render.state().ended())
                        .ifPresent(unfinished::add);
            }
        }
        return unfinished;
    }

    private Path file(String id) {
        return folder.resolve(id + ".json");
    }
}
