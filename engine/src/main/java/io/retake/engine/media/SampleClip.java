package io.retake.engine.media;

import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.process.Folders;
import io.retake.engine.process.MediaException;
import io.retake.engine.process.ProcessJob;
import io.retake.engine.process.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A clip to try things on, drawn by FFmpeg itself: eight seconds of 640x360 at 30 frames a second, with moving detail,
 * a sound with the rhythm of speech, and a yellow cast with dull contrast that is worth fixing.
 */
public final class SampleClip {
    private static final String PICTURE = "testsrc2=s=640x360:r=30:d=8,hue=s=0.8,"
            + "colorlevels=romax=0.86:gomax=0.78:bomax=0.55:romin=0.10:gomin=0.07:bomin=0.03,format=yuv420p";

    /** A voice: a buzz at about 130 Hz with two formants, in syllables of a third of a second, and pauses. */
    private static final String SOUND = "aevalsrc=exprs='"
            + "0.35*pow(abs(sin(PI*3*t))\\,2)*gt(mod(t\\,2.5)\\,0.5)*("
            + "sin(2*PI*130*t+3*sin(2*PI*0.7*t))+0.6*sin(2*PI*650*t+5*sin(2*PI*0.9*t))"
            + "+0.3*sin(2*PI*1950*t+7*sin(2*PI*1.3*t)))/1.9':s=48000:d=8";

    private SampleClip() {}

    /** Makes it, with a temporary name until it is whole. What stands under that name is replaced. */
    public static Path make(FFmpeg ffmpeg, Path target) {
        Path absolute = target.toAbsolutePath();
        Path fresh = absolute.resolveSibling(UUID.randomUUID() + ".part.mp4");
        List<String> command = new ArrayList<>(List.of(
                ffmpeg.ffmpeg().toString(),
                "-nostdin",
                "-y",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                PICTURE,
                "-f",
                "lavfi",
                "-i",
                SOUND));
        command.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-bitexact"));
        command.addAll(List.of("-c:a", "aac", "-b:a", "128k", "-movflags", "+faststart", "file:" + fresh));
        try {
            PrivateFiles.create(fresh);
            new Processes(ffmpeg.environment()).run(ProcessJob.of(command).withRemoveOnFailure(fresh));
            AtomicFiles.move(fresh, absolute);
            return absolute;
        } catch (IOException e) {
            Folders.deleteQuietly(fresh);
            throw new MediaException("The sample clip can't be written to " + absolute + ": " + e.getMessage(), e);
        }
    }
}
