package io.retake.engine.media;

import io.retake.core.PrivateFiles;
import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.MediaException;
import io.retake.engine.process.ProcessFailure;
import io.retake.engine.process.ProcessJob;
import io.retake.engine.process.Processes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Turns a WebP picture that moves, which FFmpeg can't read, into an animated PNG, which it can: without loss, with the
 * same times, and transparent where it was. FFmpeg decodes the frames; laying them over each other is done here.
 */
public final class AnimatedWebp {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Browsers show shorter frames for as long as {@link #USUAL}. */
    private static final int SHORTEST = 10;

    private static final int USUAL = 100;
    /** The lock that allows one conversion at a time: each decodes a picture in memory. */
    private static final Object TURN = new Object();

    private final FFmpeg ffmpeg;

    public AnimatedWebp(FFmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Unfolds a file into a folder.
     *
     * @param name the user's name of the file
     * @return the animated PNG; empty when the file is no moving WebP
     * @throws MediaException when it is one, and is damaged or too large
     */
    public Optional<Path> unfold(Path file, String name, Path folder) throws IOException {
        if (!WebpAnimation.is(file)) {
            return Optional.empty();
        }
        synchronized (TURN) {
            return Optional.of(unfolded(file, name, folder));
        }
    }

    private Path unfolded(Path file, String name, Path folder) throws IOException {
        Path stills = folder.resolve("frames.webps");
        Path target = folder.resolve("unfolded.png");
        WebpAnimation animation;
        try (OutputStream out = new BufferedOutputStream(PrivateFiles.newOutputStream(stills))) {
            animation = WebpAnimation.read(file, name, out);
        }
        decode(animation, stills, target, name);
        Files.delete(stills);
        return target;
    }

    private void decode(WebpAnimation animation, Path stills, Path target, String name) {
        List<String> command = List.of(
                ffmpeg.ffmpeg().toString(),
                "-nostdin",
                "-v",
                "error",
                "-hide_banner",
                "-xerror",
                "-f",
                "webp_pipe",
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                "webp_pipe",
                "-max_pixels",
                String.valueOf(SafeInput.MOST_PIXELS),
                "-i",
                "file:" + stills,
                // Frames may differ in size, and each is wanted as it is.
                "-fps_mode",
                "passthrough",
                "-noautoscale",
                "-pix_fmt",
                "rgba",
                "-f",
                "rawvideo",
                "pipe:1");
        ProcessJob job = ProcessJob.of(command)
                .withTimeout(PATIENCE)
                .withOutput(pixels -> compose(animation, pixels, target))
                .withRemoveOnFailure(target);
        try {
            new Processes(ffmpeg.environment()).run(job);
        } catch (ProcessFailure | UncheckedIOException e) {
            throw new MediaException(EngineMessages.text("webp.damaged-frame", SafeInput.shown(name)), e);
        }
    }

    private static void compose(WebpAnimation animation, InputStream pixels, Path target) throws IOException {
        Canvas canvas = new Canvas(animation.width(), animation.height());
        try (ApngWriter out = new ApngWriter(
                target,
                animation.width(),
                animation.height(),
                animation.frames().size(),
                isTransparent(animation))) {
            Optional<Canvas.Area> cleared = Optional.of(canvas.whole());
            for (WebpAnimation.Frame frame : animation.frames()) {
                Canvas.Area area = new Canvas.Area(frame.x(), frame.y(), frame.width(), frame.height());
                canvas.draw(area, pixels.readNBytes(4 * frame.width() * frame.height()), frame.covers());
                Canvas.Area changed = cleared.map(area::with).orElse(area);
                out.frame(canvas, changed, frame.millis() > SHORTEST ? frame.millis() : USUAL);
                cleared = frame.clears() ? Optional.of(area) : Optional.empty();
                cleared.ifPresent(canvas::clear);
            }
            if (pixels.read() >= 0) {
                throw new IOException("a frame is larger than its place");
            }
        }
    }

    /** Returns whether any pixel is transparent: one that no frame covers is, whatever the header says. */
    private static boolean isTransparent(WebpAnimation animation) {
        WebpAnimation.Frame first = animation.frames().get(0);
        boolean covered = first.width() == animation.width() && first.height() == animation.height();
        return animation.alpha() || !covered || animation.frames().stream().anyMatch(WebpAnimation.Frame::clears);
    }
}
