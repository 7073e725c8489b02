package io.retake.engine.http.server;

import io.retake.core.Room;
import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;
import java.nio.file.Path;

/** Explains failures to read or write the engine's own files. */
public record DiskErrors(Path dataFolder) {

    ApiException explained(IOException e) {
        return Room.wasMissing(e)
                ? ApiException.http(507, EngineMessages.text("disk.repeat", full()))
                : ApiException.http(500, EngineMessages.text("disk.unusable", e));
    }

    /** Explains a failed upload of which so many bytes fitted; its length is negative if unknown. */
    ApiException explained(long fitted, long length) {
        return ApiException.http(
                507,
                length < 0
                        ? EngineMessages.text("disk.upload-of-unknown-length", dataFolder, Room.available(fitted))
                        : EngineMessages.text("disk.upload", dataFolder, Room.needed(length), Room.available(fitted)));
    }

    /** Returns a sentence about the full disk. */
    public String full() {
        String free = Room.at(dataFolder).stream()
                .mapToObj(bytes -> EngineMessages.text("disk.free", Room.available(bytes)))
                .findFirst()
                .orElse("");
        return EngineMessages.text("disk.full", dataFolder, free);
    }
}
