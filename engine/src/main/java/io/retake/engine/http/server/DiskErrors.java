package io.retake.engine.http.server;

import io.retake.core.Room;
import java.io.IOException;
import java.nio.file.Path;

/** Explains failures to read or write the engine's own files. */
public record DiskErrors(Path dataFolder) {

    ApiException explained(IOException e) {
        return Room.wasMissing(e)
                ? ApiException.http(507, full() + " Make room on it, then repeat.")
                : ApiException.http(
                        500, "The engine can't read or write its files (" + e + "). Check its data folder.");
    }

    /** Explains a failed upload of which so many bytes fitted; its length is negative if unknown. */
    ApiException explained(long fitted, long length) {
        return ApiException.http(
                507,
                "The upload does not fit on the disk that holds " + dataFolder + ": "
                        + (length < 0 ? "more than " + Room.available(fitted) : Room.needed(length))
                        + " are needed and " + Room.available(fitted)
                        + " could be had. Make room on it, then upload again.");
    }

    /** Returns a sentence about the full disk. */
    public String full() {
        String free = Room.at(dataFolder).stream()
                .mapToObj(bytes -> " (" + Room.available(bytes) + " are free)")
                .findFirst()
                .orElse("");
        return "The disk that holds " + dataFolder + " is full" + free + ".";
    }
}
