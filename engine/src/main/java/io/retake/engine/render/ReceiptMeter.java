package io.retake.engine.render;

import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.filter.Chain;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.FilterGraph;
import io.retake.engine.filter.OpenChain;
import io.retake.engine.filter.Pad;
import io.retake.engine.media.MediaInfo;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.CancelSignal;
import io.retake.engine.process.ProcessJob;
import io.retake.engine.process.Processes;
import io.retake.engine.render.graph.Graph;
import io.retake.engine.render.timeline.Container;
import io.retake.engine.render.timeline.Output;
import io.retake.engine.render.timeline.RenderException;
import io.retake.engine.render.timeline.RenderTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures an export, and fails one that is not what it says: without its sound, or with colours tagged as what they are
 * not. Length, tags and sound are those of the written file; the picture was watched on its way to the encoder, since
 * decoding it again costs a fifth of an export. Black and still stretches are reported and are no failure: footage has
 * them.
 */
final class ReceiptMeter {
    private static final String PICTURE = "receipt-picture.txt";

    /** The picture for the encoder, and the small copy of it that {@link #watched} looks at. */
    static final Pad.Link SHOWN = Pad.link("shown");

    static final Pad.Link WATCHED = Pad.link("watched");

    /** Encoders begin up to a block or two beside the picture; more is a fault that people notice. */
    private static final Duration MOST_LATER = Duration.ofMillis(100);

    private static final String SOUND = "receipt-sound.txt";

    private final FFmpeg ffmpeg;

    ReceiptMeter(FFmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** Returns a graph that detects black and frozen ranges in a small copy of the finished picture. */
    static FilterGraph watched(FilterGraph graph) {
        Pad.Link seen = Pad.link("seen");
        List<Chain> chains = new ArrayList<>(
                OpenChain.from(Graph.PICTURE).then(Filter.of("split")).to(SHOWN, seen));
        chains.addAll(OpenChain.from(seen)
                .then(
                        Filter.of("scale", 160, -2).with("flags", "fast_bilinear"),
                        Filter.of("format", "gray"),
                        Filter.of("blackdetect")
                                .with("d", "0.1")
                                .with("pic_th", "0.99")
                                .with("pix_th", "0.06"),
                        Filter.of("freezedetect").with("n", "0.0005").with("d", "0.5"),
                        Filter.of("metadata").with("mode", "print").with("file", PICTURE))
                .to(WATCHED));
        List<Pad.Link> ends = new ArrayList<>(graph.ends());
        ends.remove(Graph.PICTURE);
        ends.addAll(List.of(SHOWN, WATCHED));
        return graph.with(chains, ends);
    }

    Receipt of(
            Path file,
            MediaInfo info,
            RenderTimeline scene,
            Output output,
            Graph graph,
            Path scratch,
            CancelSignal cancel) {
        boolean still = output.container().isStill();
        check(info, graph, output);
        List<String> picture = List.of();
        List<String> sound = List.of();
        if (!still) {
            if (info.hasSound()) {
                measure(file, scratch, cancel);
            }
            picture = lines(scratch.resolve(PICTURE));
            sound = lines(scratch.resolve(SOUND));
        }
        Optional<VideoInfo> video = info.video();
        return new Receipt(
                still ? Duration.ZERO : scene.duration(),
                still ? Duration.ZERO : info.duration(),
                later(info),
                loudest(sound, "lavfi.r128.I=", true).filter(v -> v > -69.9),
                loudest(sound, "lavfi.r128.sample_peak", false)
                        .map(peak -> Math.round(2000 * Math.log10(Math.max(1e-5, peak))) / 100.0),
                spans(picture, "lavfi.black_start=", "lavfi.black_end=", info.duration()),
                spans(picture, "lavfi.freezedetect.freeze_start=", "lavfi.freezedetect.freeze_end=", info.duration()),
                video.map(ReceiptMeter::colors).orElse(List.of()),
                size(file),
                still ? List.of() : shortfalls(scene, graph));
    }

    private static List<Shortfall> shortfalls(RenderTimeline scene, Graph graph) {
        Map<String, Shortfalls.Medium> media = new HashMap<>();
        Stream.concat(scene.voices().stream(), scene.music().stream())
                .flatMap(List::stream)
                .map(clip -> clip.source().info())
                .forEach(info -> media.put(info.hash(), new Shortfalls.Medium(info.name(), info.ends())));
        return Shortfalls.of(
                scene.draft(), hash -> Optional.ofNullable(media.get(hash)), graph.picture(), graph.sound());
    }

    private static Optional<Duration> later(MediaInfo info) {
        return info.video()
                .filter(v -> info.hasSound())
                .map(v -> info.audio().get(0).start().minus(v.start()));
    }

    private static void check(MediaInfo info, Graph graph, Output output) {
        if (graph.sound() && !info.hasSound()) {
            throw new Discarded(EngineMessages.text("export.without-sound"));
        }
        Optional<Duration> later = later(info);
        if (later.filter(l -> l.abs().compareTo(MOST_LATER) > 0).isPresent()) {
            throw new Discarded(
                    EngineMessages.text("export.sound-late", later.get().toMillis()));
        }
        boolean tagged = output.container() == Container.MP4 || output.container() == Container.MOV;
        if (graph.picture() && tagged) {
            List<String> colors = info.video().map(ReceiptMeter::colors).orElse(List.of());
            if (!colors.equals(List.of("bt709", "bt709", "bt709"))) {
                throw new Discarded(EngineMessages.text("export.other-colors", colors));
            }
        }
    }

    private static List<String> colors(VideoInfo video) {
        return Stream.of(
                        video.color().matrix(),
                        video.color().primaries(),
                        video.color().transfer())
                .flatMap(Optional::stream)
                .toList();
    }

    private void measure(Path file, Path scratch, CancelSignal cancel) {
        List<String> command =
                new ArrayList<>(List.of(ffmpeg.ffmpeg().toString(), "-nostdin", "-hide_banner", "-v", "error"));
        command.addAll(SafeInput.of(file).arguments());
        command.addAll(List.of(
                "-map",
                "0:a:0",
                "-af",
                "ebur128=metadata=1:framelog=quiet:peak=sample,ametadata=mode=print:file=" + SOUND,
                "-f",
                "null",
                "-"));
        new Processes(ffmpeg.environment())
                .run(ProcessJob.of(command)
                        .withTimeout(Duration.ofHours(24))
                        .withCancel(cancel)
                        .withDirectory(scratch));
    }

    /** Reads the relevant lines of what may be a long file. */
    private static List<String> lines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("lavfi.black_")
                            || line.startsWith("lavfi.freezedetect.freeze_start")
                            || line.startsWith("lavfi.freezedetect.freeze_end")
                            || line.startsWith("lavfi.r128.I=")
                            || line.startsWith("lavfi.r128.sample_peak"))
                    .toList();
        } catch (IOException e) {
            throw new RenderException(EngineMessages.text("export.measurement-unreadable", e.getMessage()), e);
        }
    }

    private static Optional<Double> loudest(List<String> lines, String key, boolean last) {
        double[] values = lines.stream()
                .filter(line -> line.startsWith(key))
                .mapToDouble(line -> number(line).orElse(Double.NEGATIVE_INFINITY))
                .filter(Double::isFinite)
                .toArray();
        if (values.length == 0) {
            return Optional.empty();
        }
        double value = last
                ? values[values.length - 1]
                : java.util.Arrays.stream(values).max().getAsDouble();
        return Optional.of(last ? Math.round(value * 100) / 100.0 : value);
    }

    private static List<Receipt.Span> spans(List<String> lines, String start, String end, Duration whole) {
        List<Receipt.Span> spans = new ArrayList<>();
        Optional<Double> from = Optional.empty();
        for (String line : lines) {
            if (line.startsWith(start)) {
                from = from.or(() -> number(line));
            } else if (line.startsWith(end) && from.isPresent()) {
                double begun = from.get();
                number(line).ifPresent(to -> spans.add(span(begun, to)));
                from = Optional.empty();
            }
        }
        from.ifPresent(begun -> spans.add(span(begun, whole.toNanos() / 1e9)));
        return spans;
    }

    private static Receipt.Span span(double from, double to) {
        return new Receipt.Span(Duration.ofMillis(Math.round(from * 1000)), Duration.ofMillis(Math.round(to * 1000)));
    }

    private static Optional<Double> number(String line) {
        try {
            return Optional.of(
                    Double.parseDouble(line.substring(line.indexOf('=') + 1).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new RenderException(EngineMessages.text("export.unreadable", file, e.getMessage()), e);
        }
    }
}
