package io.retake.engine.measure;

import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.media.FfmpegFaults;
import io.retake.engine.media.MediaInfo;
import io.retake.engine.media.MemoryNeed;
import io.retake.engine.media.Rational;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.CancelSignal;
import io.retake.engine.process.ProcessFailure;
import io.retake.engine.process.ProcessJob;
import io.retake.engine.process.Processes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One medium, decoded to small frames or few samples that are handed on as they come; memory does not grow with it. */
final class Decoding {
    private static final int BLOCK = 4096;

    private final FFmpeg ffmpeg;
    private final Path file;
    private final MediaInfo info;
    private final CancelSignal cancel;

    Decoding(FFmpeg ffmpeg, Path file, MediaInfo info, CancelSignal cancel) {
        this.ffmpeg = ffmpeg;
        this.file = file;
        this.info = info;
        this.cancel = cancel;
    }

    /** Receives each frame; the array is reused for the next one. */
    interface FrameSink {
        void frame(byte[] pixels);
    }

    /** Receives samples, channels interleaved; the array is reused. */
    interface SampleSink {
        void samples(float[] block, int count);
    }

    /** The part of the sound to read: all of it, or a window, found by seeking. */
    record Window(double from, double seconds) {
        static final Window ALL = new Window(0, 0);
    }

    /** Every frame, upright, at an even rate from the file's beginning, as gray bytes or planes of a format. */
    void frames(Rational rate, int width, int height, String format, int bytes, FrameSink sink) {
        String chain =
                "fps=" + rate + ":start_time=0,scale=" + width + ":" + height + ":flags=area,setsar=1,format=" + format;
        run(
                new String[0],
                List.of("-map", "0:V:0", "-vf", chain, "-f", "rawvideo", "pipe:1"),
                in -> eachFrame(in, new byte[bytes], sink));
    }

    /**
     * A few frames, whole in the middle, each pixel as it is.
     *
     * @param window how much of the beginning or, by seeking, from where
     * @return what FFmpeg said
     */
    String middle(Window window, int width, int height, FrameSink sink) {
        String chain = "idet,select='not(mod(n,5))',crop=" + width + ":" + height + ",format=gray";
        return run(
                new String[] {"-ss", plain(window.from()), "-t", plain(window.seconds())},
                List.of("-map", "0:V:0", "-vf", chain, "-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1"),
                in -> eachFrame(in, new byte[width * height], sink));
    }

    /**
     * The first sound stream. Its timestamps are honoured: where it begins late or has a hole there is silence.
     *
     * @param channels 1 or 2 to mix to, 0 for those it has
     * @param filters after resampling, such as {@code ,highpass=f=80}; empty for none
     * @return what FFmpeg said, for filters that report there
     */
    String samples(int rate, int channels, Window window, String filters, SampleSink sink) {
        boolean all = window.equals(Window.ALL);
        String[] options =
                all ? new String[0] : new String[] {"-ss", plain(window.from()), "-t", plain(window.seconds())};
        String chain = "aresample=" + rate + ":async=1:first_pts=0:min_hard_comp=0.03" + layout(channels) + filters;
        List<String> output = new ArrayList<>(List.of("-map", "0:a:0", "-af", chain));
        output.addAll(List.of("-f", "f32le", "pipe:1"));
        return run(options, output, in -> eachBlock(in, sink));
    }

    private static String layout(int channels) {
        return switch (channels) {
            case 0 -> "";
            case 1 -> ",aformat=channel_layouts=mono";
            default -> ",aformat=channel_layouts=stereo";
        };
    }

    private static String plain(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }

    private String run(String[] options, List<String> output, ProcessJob.OutputReader reader) {
        List<String> command =
                new ArrayList<>(List.of(ffmpeg.ffmpeg().toString(), "-nostdin", "-hide_banner", "-nostats"));
        command.addAll(info.timing());
        command.addAll(SafeInput.of(file).arguments(options));
        command.addAll(output);
        ProcessJob job = ProcessJob.of(command)
                .withTimeout(Duration.ofMinutes(2).plus(info.duration().multipliedBy(10)))
                .withCancel(cancel)
                .withMemory(MemoryNeed.decoding(info, 1))
                .withOutput(reader);
        try {
            return new Processes(ffmpeg.environment()).run(job).stderr();
        } catch (ProcessFailure e) {
            throw new FfmpegFaults(ffmpeg).explained(e, EngineMessages.text("measure.the-footage"), file, info, cancel);
        }
    }

    private void eachFrame(InputStream in, byte[] frame, FrameSink sink) throws IOException {
        while (in.readNBytes(frame, 0, frame.length) == frame.length) {
            cancel.check(EngineMessages.text("measure.subject"));
            sink.frame(frame);
        }
    }

    private void eachBlock(InputStream in, SampleSink sink) throws IOException {
        byte[] bytes = new byte[BLOCK * Float.BYTES];
        float[] block = new float[BLOCK];
        for (int n = in.readNBytes(bytes, 0, bytes.length); n > 0; n = in.readNBytes(bytes, 0, bytes.length)) {
            cancel.check(EngineMessages.text("measure.subject"));
            int count = n / Float.BYTES;
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(block, 0, count);
            sink.samples(block, count);
        }
    }
}
