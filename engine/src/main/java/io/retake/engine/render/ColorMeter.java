package io.retake.engine.render;

import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import io.retake.core.draft.Canvas;
import io.retake.core.edit.value.Fit;
import io.retake.engine.effect.DeinterlaceEffect;
import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.filter.Chain;
import io.retake.engine.filter.ColorCorrection;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.FilterGraph;
import io.retake.engine.filter.FilterNumbers;
import io.retake.engine.filter.OpenChain;
import io.retake.engine.filter.Pad;
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

    private static final Pad.Link OUT = Pad.link("o");

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
        SafeInput input = SafeInput.of(source.file());
        if (isLong(length)) {
            seek(command, input, length, video);
        } else {
            command.addAll(input.arguments());
            String rate = length.isZero() ? "" : FilterNumbers.number(SAMPLES / (length.toNanos() / 1e9));
            OpenChain footage = OpenChain.from(Pad.stream(0, "V:0"));
            OpenChain sampled = rate.isEmpty() ? footage : footage.then(Filter.of("fps", rate));
            command.addAll(graph(small(sampled, video).to(OUT)));
            command.addAll(rate.isEmpty() ? List.of("-frames:v", "1") : List.of());
        }
        command.addAll(List.of(
                "-map", OUT.text(), "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"));
        return command;
    }

    private static List<String> graph(List<Chain> chains) {
        return List.of("-filter_complex", new FilterGraph(chains, List.of(OUT)).text());
    }

    /** Returns a chain of small pictures of the footage's, in RGB. */
    private static OpenChain small(OpenChain footage, VideoInfo video) {
        Canvas twice = new Canvas(2 * WIDTH, 2 * HEIGHT, Fit.CROP, false);
        return new CanvasFit(video, twice, "m")
                .fitted(footage.then(DeinterlaceEffect.fields(video, List.of())))
                .then(Rgb.TO_RGB)
                // From twice the size: its chroma is subsampled, and borders would be gray.
                .then(Filter.of("scale", WIDTH, HEIGHT).with("flags", "area"), Filter.of("format", "rgb24"));
    }

    private static boolean isLong(Duration length) {
        return length.compareTo(SHORT) > 0;
    }

    /** Long footage is not read through: a dozen jumps, each to the key frame before. */
    private static void seek(List<String> command, SafeInput input, Duration length, VideoInfo video) {
        List<Chain> chains = new ArrayList<>();
        List<Pad.Link> pictures = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            Duration at = length.multipliedBy(2 * i + 1).dividedBy(2 * SAMPLES);
            command.addAll(
                    input.arguments("-threads", "1", "-noaccurate_seek", "-ss", FilterNumbers.seconds(at), "-t", "1"));
            OpenChain first = OpenChain.from(Pad.stream(i, "V:0"))
                    .then(Filter.of("trim").with("end_frame", 1), Filter.of("setpts", 0));
            Pad.Link picture = Pad.link("c" + i);
            chains.addAll(small(first, video).to(picture));
            pictures.add(picture);
        }
        chains.addAll(OpenChain.from(pictures)
                .then(Filter.of("concat").with("n", SAMPLES), Filter.of("setpts", "N"))
                .to(OUT));
        command.addAll(graph(chains));
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
