package io.retake.engine;

import io.retake.engine.media.FFmpeg;
import io.retake.engine.media.SampleClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Footage to try things on, drawn by FFmpeg on this machine. */
public final class SampleFootage {
    private SampleFootage() {}

    /**
     * A short low-resolution clip with sound and a colour cast: made on first use, then kept in the data folder.
     *
     * @throws EngineException when it can't be kept there
     */
    public static Path clip(EngineSettings settings) {
        Path clip = settings.dataFolder().resolve("samples").resolve("sample.mp4");
        if (Files.isRegularFile(clip)) {
            return clip;
        }
        try {
            Files.createDirectories(clip.getParent());
        } catch (IOException e) {
            throw new EngineException(
                    "The sample clip can't be kept in " + clip.getParent() + ": " + e + ". Choose another data folder.",
                    e);
        }
        return SampleClip.make(FFmpeg.locate(settings.environment()), clip);
    }
}
