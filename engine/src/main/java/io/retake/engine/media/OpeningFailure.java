package io.retake.engine.media;

import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.FfmpegErrors;
import io.retake.engine.process.MediaException;
import io.retake.engine.process.Memory;
import io.retake.engine.process.ProcessFailure;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Explains why a file can't be used, never in FFmpeg's words, which name parts of programs and not what to do. */
final class OpeningFailure {
    /** Decoder messages about a picture that is incomplete or damaged. */
    private static final Pattern DAMAGE =
            Pattern.compile("overread|error (?:count|dc|ac|y=)|huffman table decode error|"
                    + "bad vlc|lzw decode failed|inflate returned error|crc mismatch|chunk too big");

    private static final Map<String, String> KNOWN = Map.of(
            "picture size", "media.picture-size",
            "max_streams", "media.many-streams",
            "not on whitelist", "media.playlist",
            "error while loading shared libraries", "ffmpeg.libraries");

    private final String name;
    private final Memory memory;
    private final boolean still;
    private final long seconds;

    /** @param patience how long it may take */
    OpeningFailure(String name, Memory memory, boolean still, Duration patience) {
        this.name = SafeInput.shown(name);
        this.memory = memory;
        this.still = still;
        this.seconds = patience.toSeconds();
    }

    /**
     * Checks FFmpeg's messages about a file that it opened.
     *
     * @throws MediaException when a part of it was left out for its size, or when a still could not be decoded to its end
     */
    void check(String stderr, boolean still) {
        if (FfmpegErrors.isMemory(stderr)) {
            throw new MediaException(tooLarge());
        }
        if (still && DAMAGE.matcher(stderr.toLowerCase(Locale.ROOT)).find()) {
            throw damaged();
        }
    }

    /** Returns the error for a file that was read and holds no media. */
    MediaException empty(String stderr) {
        return still ? damaged() : unusable(why(stderr).orElse(EngineMessages.text("media.nothing-in-it")));
    }

    MediaException of(ProcessFailure e) {
        if (e.outOfMemory()) {
            return new MediaException(tooLarge(), e);
        }
        if (e.exitCode().isEmpty()) {
            return new MediaException(EngineMessages.text("media.too-slow", name, seconds), e);
        }
        return still ? damaged() : unusable(why(e.stderr()).orElse(EngineMessages.text("media.damaged-or-other")));
    }

    private Optional<String> why(String stderr) {
        String said = stderr.toLowerCase(Locale.ROOT);
        return KNOWN.entrySet().stream()
                .filter(known -> said.contains(known.getKey()))
                .map(known -> EngineMessages.text(known.getValue()))
                .findFirst();
    }

    private MediaException unusable(String why) {
        return new MediaException(EngineMessages.text("media.unusable", name, why));
    }

    private String tooLarge() {
        return EngineMessages.text("media.too-much-memory", name, memory.shown());
    }

    MediaException damaged() {
        return new MediaException(EngineMessages.text("media.damaged-picture", name));
    }
}
