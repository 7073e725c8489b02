package io.retake.engine;

import io.retake.engine.api.EngineException;
import io.retake.engine.api.EngineSettings;
import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.media.SampleClip;
import io.retake.engine.store.DataFolder;
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
        DataFolder data = DataFolder.open(settings.dataFolder());
        Path clip = data.samples().resolve("sample.mp4");
        if (Files.isRegularFile(clip)) {
            return clip;
        }
        try {
            data.make(data.samples());
        } catch (IOException e) {
            throw new EngineException(
                    "The sample clip can't be kept in " + data.samples() + ": " + e.getMessage()
                            + ". Choose another data folder.",
                    e);
        }
        return SampleClip.make(FFmpeg.locate(settings.environment()), clip);
    }
}
