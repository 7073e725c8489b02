package io.retake.engine.render;

import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import io.retake.core.draft.Canvas;
import io.retake.core.edit.value.Fit;
import io.retake.engine.effect.DeinterlaceEffect;
import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.filter.ColorCorrection;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.FilterNumbers;
import io.retake.engine.filter.Rgb;
import io.retake.engine.media.MemoryNeed;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.process.CancelSignal;
import io.retake.engine.process.ProcessJob;
import io.retake.engine.process.Processes;
import io.retake.engine.render.graph.CanvasFit;
import io.retake.engine.render.timeline.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Measures footage for {@code color auto}: a dozen small pictures spread over it, in under a second or two, kept under
 * the content hash.
 */
final class ColorMeter {
    /** The version of the method, so that measurements by an older one are not reused. */
    private static final String VERSION = "color3";

    private static final int SAMPLES = 12;
    private static final int WIDTH = 96;
    private static final int HEIGHT = 54;
    private static final Duration SHORT = Duration.ofSeconds(30);

    private final FFmpeg ffmpeg;
    private final Path cache;

    ColorMeter(FFmpeg ffmpeg, Path cache) {
        this.ffmpeg = ffmpeg;
        this.cache = cache;
    }

    ColorCorrection measure(Source source, CancelSignal cancel) {
        Optional<VideoInfo> video = source.info().video();
        if (video.isEmpty()) {
            return ColorCorrection.NONE;
        }
        Path kept = cache.resolve(VERSION + "-" + source.info().hash() + ".txt");
        Optional<ColorCorrection> known = read(kept);
        if (known.isPresent()) {
            return known.get();
        }
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        new Processes(ffmpeg.environment())
                .run(ProcessJob.of(command(source, video.get()))
                        .withTimeout(Duration.ofMinutes(2))
                        .withCancel(cancel)
                        .withMemory(MemoryNeed.decoding(
                                source.info(), isLong(source.info().duration()) ? SAMPLES : 1))
                        .withOutput(in -> in.transferTo(pixels)));
        if (pixels.size() == 0) {
            return ColorCorrection.NONE;
        }
        ColorCorrection correction = new ColorStatistics(pixels.toByteArray(), WIDTH, HEIGHT).correction();
        keep(kept, correction);
        return correction;
    }

    private List<String> command(Source source, VideoInfo video) {
        List<String> command =
                new ArrayList<>(List.of(ffmpeg.ffmpeg().toString(), "-nostdin", "-hide_banner", "-v", "error"));
        Duration length = source.info().duration();
        String small = fields(video)
                + new CanvasFit(video, new Canvas(2 * WIDTH, 2 * HEIGHT, Fit.CROP, false), "m").chain() + ","
                + Filter.text(Rgb.TO_RGB) + ","
                // From twice the size: its chroma is subsampled, and borders would be gray.
                + "scale=" + WIDTH + ":" + HEIGHT + ":flags=area,format=rgb24";
        SafeInput input = SafeInput.of(source.file());
        if (length.isZero()) {
            command.addAll(input.arguments());
            command.addAll(List.of("-filter_complex", "[0:V:0]" + small + "[o]", "-frames:v", "1"));
        } else if (!isLong(length)) {
            command.addAll(input.arguments());
            String rate = FilterNumbers.number(SAMPLES / (length.toNanos() / 1e9));
            command.addAll(List.of("-filter_complex", "[0:V:0]fps=" + rate + "," + small + "[o]"));
        } else {
            seeks(command, input, length, small);
        }
        command.addAll(
                List.of("-map", "[o]", "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"));
        return command;
    }

    private static String fields(VideoInfo video) {
        List<Filter> filters = DeinterlaceEffect.fields(video, List.of());
        return filters.isEmpty() ? "" : Filter.text(filters) + ",";
    }

    private static boolean isLong(Duration length) {
        return length.compareTo(SHORT) > 0;
    }

    /** Long footage is not read through: a dozen jumps, each to the key frame before. */
    private static void seeks(List<String> command, SafeInput input, Duration length, String small) {
        StringBuilder graph = new StringBuilder();
        StringBuilder ends = new StringBuilder();
        for (int i = 0; i < SAMPLES; i++) {
            Duration at = length.multipliedBy(2 * i + 1).dividedBy(2 * SAMPLES);
            command.addAll(
                    input.arguments("-threads", "1", "-noaccurate_seek", "-ss", FilterNumbers.seconds(at), "-t", "1"));
            graph.append("[")
                    .append(i)
                    .append(":V:0]trim=end_frame=1,setpts=0,")
                    .append(small)
                    .append("[c")
                    .append(i)
                    .append("];");
            ends.append("[c").append(i).append("]");
        }
        command.addAll(List.of("-filter_complex", graph.toString() + ends + "concat=n=" + SAMPLES + ",setpts=N[o]"));
    }

    private static Optional<ColorCorrection> read(Path kept) {
        try {
            double[] v = Files.readString(kept)
                    .lines()
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return v.length == 6
                    ? Optional.of(new ColorCorrection(v[0], v[1], v[2], v[3], v[4], v[5]))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void keep(Path kept, ColorCorrection c) {
        List<String> lines = List.of(
                String.valueOf(c.red()),
                String.valueOf(c.green()),
                String.valueOf(c.blue()),
                String.valueOf(c.black()),
                String.valueOf(c.white()),
                String.valueOf(c.gamma()));
        try {
            PrivateFiles.folder(Objects.requireNonNull(kept.toAbsolutePath().getParent()));
            AtomicFiles.writeCache(kept, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A read-only or full disk: measure it again next time.
        }
    }
}
