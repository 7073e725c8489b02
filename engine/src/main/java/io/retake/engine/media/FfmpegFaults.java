package io.retake.engine.media;

import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.CancelSignal;
import io.retake.engine.process.Cancelled;
import io.retake.engine.process.FfmpegErrors;
import io.retake.engine.process.MediaException;
import io.retake.engine.process.ProcessFailure;
import io.retake.engine.process.ProcessJob;
import io.retake.engine.process.Processes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out whose fault a failed FFmpeg run is: the machine's, a medium's, or this program's. FFmpeg's words don't tell
 * ("Invalid data found" is also what it says of a filter graph of ours), so a medium is blamed only when decoding it
 * alone fails as well. Thread-safe.
 */
public final class FfmpegFaults {
    /** The message when nothing else is to blame. */
    public static final String OUR_FAULT = EngineMessages.text("ffmpeg.our-fault");

    /** Decoding is many times faster than playing. */
    private static final Duration LEAST_PATIENCE = Duration.ofMinutes(2);

    private final FFmpeg ffmpeg;

    public FfmpegFaults(FFmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Returns the failure with a message that says whose fault it is and what to do.
     *
     * @param what the task that failed, at the beginning of a sentence, such as "The export"
     * @param media what the run read, by file; each is decoded to its end unless one before it fails
     * @param cancel ends the decoding
     * @throws Cancelled when cancelled
     */
    public MediaException explained(
            ProcessFailure failure, String what, Map<Path, MediaInfo> media, CancelSignal cancel) {
        if (failure.exitCode().isEmpty() || isOfMachine(failure)) {
            return failure;
        }
        Optional<MediaException> damaged = damaged(media, cancel);
        damaged.ifPresent(medium -> medium.addSuppressed(failure));
        return damaged.orElseGet(() -> new MediaException(
                EngineMessages.text(
                        "ffmpeg.stopped-with",
                        what,
                        FfmpegErrors.firstWords(failure.stderr()),
                        failure.exitCode().getAsInt(),
                        OUR_FAULT),
                failure));
    }

    /**
     * The first medium that can't be decoded to its end, with what is wrong with it; empty when all can.
     *
     * @throws Cancelled when cancelled
     */
    public Optional<MediaException> damaged(Map<Path, MediaInfo> media, CancelSignal cancel) {
        return media.entrySet().stream()
                .flatMap(medium -> broken(medium.getKey(), medium.getValue(), cancel).stream())
                .findFirst();
    }

    /** Explains a failure on one medium. */
    public MediaException explained(
            ProcessFailure failure, String what, Path file, MediaInfo info, CancelSignal cancel) {
        Map<Path, MediaInfo> media = new LinkedHashMap<>();
        media.put(file, info);
        return explained(failure, what, media, cancel);
    }

    private static boolean isOfMachine(ProcessFailure failure) {
        return failure.outOfMemory()
                || FfmpegErrors.ofMachine(failure.stderr(), failure.exitCode().orElse(0))
                        .isPresent();
    }

    /**
     * Decodes a medium to its end; returns the error that says what is wrong with it, empty when all of it can be read.
     */
    private Optional<MediaException> broken(Path file, MediaInfo info, CancelSignal cancel) {
        try {
            new Processes(ffmpeg.environment())
                    .run(ProcessJob.of(decoding(file, info))
                            .withTimeout(LEAST_PATIENCE.plus(info.duration()))
                            .withMemory(MemoryNeed.decoding(info, 1))
                            .withCancel(cancel));
            return Optional.empty();
        } catch (ProcessFailure alone) {
            if (alone.exitCode().isEmpty() || isOfMachine(alone)) {
                return Optional.empty();
            }
            String why = FfmpegErrors.explain(alone.stderr(), alone.exitCode().getAsInt());
            return Optional.of(new MediaException(
                    EngineMessages.text("file.not-decoded", SafeInput.shown(info.name()), why), alone));
        } catch (Cancelled e) {
            throw e;
        } catch (MediaException missing) {
            return Optional.of(missing);
        }
    }

    private List<String> decoding(Path file, MediaInfo info) {
        List<String> command =
                new ArrayList<>(List.of(ffmpeg.ffmpeg().toString(), "-nostdin", "-hide_banner", "-v", "error"));
        command.addAll(SafeInput.of(file).arguments());
        if (info.video().isPresent()) {
            command.addAll(List.of("-map", "0:V:0"));
        }
        if (info.hasSound()) {
            command.addAll(List.of("-map", "0:a:0"));
        }
        command.addAll(List.of("-f", "null", "-"));
        return command;
    }
}
