package io.retake.core.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file as the backend describes it after an upload. Unmeasured values are zero.
 *
 * @param filename the name in the session
 * @param fileType the backend's type, for example {@code video}
 * @param cdnUrl the backend's address of it; not necessarily reachable from here
 * @param duration playing time, to the millisecond; zero for pictures
 * @param width pixels
 * @param height pixels
 * @param fps frames per second
 * @param hash the backend's content hash, as a string of its choice
 * @param placed whether the timeline plays it; null when the backend does not say
 * @param warnings its faults, as whole sentences; cleaned
 */
public record UploadedFile(
        String filename,
        String fileType,
        @Nullable String cdnUrl,
        Duration duration,
        int width,
        int height,
        double fps,
        @Nullable String hash,
        @Nullable Boolean placed,
        List<String> warnings) {

    public UploadedFile {
        warnings = List.copyOf(warnings);
    }

    /** Parses one entry of {@code data.files}; the wire gives the duration in seconds. */
    public static UploadedFile parse(JsonNode file) {
        return new UploadedFile(
                JsonFields.text(file, "filename").orElse(""),
                JsonFields.text(file, "file_type").orElse(""),
                JsonFields.text(file, "cdn_url").orElse(null),
                JsonFields.time(file, "duration", 1000),
                JsonFields.whole(file, "width", 0, Integer.MAX_VALUE),
                JsonFields.whole(file, "height", 0, Integer.MAX_VALUE),
                JsonFields.number(file, "fps"),
                JsonFields.text(file, "hash").orElse(null),
                file.path("placed").isBoolean() ? file.path("placed").asBoolean() : null,
                JsonFields.sentences(file.path("warnings")));
    }

    /** Returns whether the backend says that it is in the session and not on the timeline. */
    public boolean isUnused() {
        return Boolean.FALSE.equals(placed);
    }

    /** Returns the backend's address of it. */
    public Optional<String> address() {
        return Optional.ofNullable(cdnUrl);
    }
}
