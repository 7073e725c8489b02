package io.retake.engine.render;

import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import io.retake.core.draft.Draft;
import io.retake.engine.api.EngineException;
import io.retake.engine.effect.EffectList;
import io.retake.engine.effect.kind.Measurement;
import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.filter.ColorCorrection;
import io.retake.engine.filter.FilterGraph;
import io.retake.engine.measure.CameraPath;
import io.retake.engine.measure.Meter;
import io.retake.engine.media.ColorTable;
import io.retake.engine.media.FfmpegFaults;
import io.retake.engine.media.MediaInfo;
import io.retake.engine.media.Probe;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.CancelSignal;
import io.retake.engine.process.Folders;
import io.retake.engine.process.MediaException;
import io.retake.engine.process.Memory;
import io.retake.engine.process.ProcessFailure;
import io.retake.engine.process.ProcessJob;
import io.retake.engine.process.Processes;
import io.retake.engine.process.ProgressReader;
import io.retake.engine.render.graph.Graph;
import io.retake.engine.render.graph.RenderFindings;
import io.retake.engine.render.graph.RenderMemory;
import io.retake.engine.render.graph.SpeechCleaning;
import io.retake.engine.render.text.Face;
import io.retake.engine.render.timeline.Clip;
import io.retake.engine.render.timeline.Container;
import io.retake.engine.render.timeline.MediaLookup;
import io.retake.engine.render.timeline.Output;
import io.retake.engine.render.timeline.RenderException;
import io.retake.engine.render.timeline.RenderTimeline;
import io.retake.engine.render.timeline.Shot;
import io.retake.engine.upscale.Upscaler;
import io.retake.engine.upscale.Upscalers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Renders a timeline to a file: one FFmpeg run, one filter graph, no intermediate pictures or sounds. A file under
 * the target's name afterwards is whole and checked, or was there before. Blocks its caller; thread-safe.
 */
public final class Renderer {
    /** FFmpeg may be slow, but not silent for ever: a day is longer than any export. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private final FFmpeg ffmpeg;
    private final Processes processes;
    private final Probe probe;
    private final ColorMeter meter;
    private final LoudnessMeter loudness;
    private final Meter motion;
    private final ReceiptMeter receipts;
    private final FfmpegFaults faults;
    private final Optional<Upscaler> enlarger = Upscalers.find();

    /** @param cacheFolder where measurements are kept, by content hash; made when needed, may be deleted any time */
    public Renderer(FFmpeg ffmpeg, Path cacheFolder) {
        this.ffmpeg = ffmpeg;
        this.processes = new Processes(ffmpeg.environment());
        this.probe = new Probe(ffmpeg);
        this.meter = new ColorMeter(ffmpeg, cacheFolder);
        this.loudness = new LoudnessMeter(ffmpeg, cacheFolder);
        this.motion = new Meter(ffmpeg, cacheFolder);
        this.receipts = new ReceiptMeter(ffmpeg);
        this.faults = new FfmpegFaults(ffmpeg);
    }

    /**
     * A finished export.
     *
     * @param info the result of ffprobe; its hash is empty
     * @param receipt the requested properties, and those measured in the file
     */
    public record Rendered(Path file, MediaInfo info, Duration took, Receipt receipt) {}

    /**
     * Checks whether a timeline can be rendered with these settings, and touches no file.
     *
     * @throws RenderException when it can't
     */
    public static void check(Draft draft, MediaLookup media, Output output) {
        Output fitted = Fitted.to(draft, media, output);
        RenderTimeline scene = RenderTimeline.of(draft, media, fitted);
        Graph graph = Graph.plan(
                scene, fitted, new RenderFindings(Map.of(), tables(draft, media), Map.of(), SpeechCleaning.NETWORK, 0));
        Rates.of(fitted, scene.duration(), scene.isHeard());
        if (!graph.feeds().isEmpty() && Upscalers.find().isEmpty()) {
            throw Feeding.missing();
        }
    }

    /**
     * Renders.
     *
     * @param target the file to make; its folder must exist
     * @param progress receives percent done, 0 to 100, never less than before; on another thread
     * @throws RenderException when the timeline can't be rendered so
     * @throws MediaException when FFmpeg fails: it says whether a medium, the machine or this program is to blame
     * @throws io.retake.engine.process.Cancelled when cancelled or interrupted
     */
    public Rendered render(
            Draft draft, MediaLookup media, Output output, Path target, DoubleConsumer progress, CancelSignal cancel) {
        Output fitted = Fitted.to(draft, media, output);
        RenderTimeline scene = RenderTimeline.of(draft, media, fitted);
        try {
            return rendered(scene, fitted, tables(draft, media), target.toAbsolutePath(), progress, cancel);
        } catch (ProcessFailure e) {
            throw faults.explained(e, EngineMessages.text("export.subject"), scene.media(), cancel);
        } catch (Discarded e) {
            throw faults.damaged(scene.media(), cancel)
                    .<EngineException>map(medium -> medium)
                    .orElseGet(() -> new RenderException(e.getMessage() + " " + FfmpegFaults.OUR_FAULT, e));
        }
    }

    private Rendered rendered(
            RenderTimeline scene,
            Output fitted,
            Map<String, Path> tables,
            Path absolute,
            DoubleConsumer progress,
            CancelSignal cancel) {
        long begun = System.nanoTime();
        double decibels = loudness.decibels(scene, absolute.resolveSibling("").normalize(), fitted, cancel);
        Graph graph = Graph.plan(
                scene,
                fitted,
                new RenderFindings(
                        measured(scene, cancel),
                        tables,
                        cameras(scene, fitted, cancel),
                        SpeechCleaning.with(ffmpeg.capabilities().filters()),
                        decibels));
        Path fresh = absolute.resolveSibling("." + UUID.randomUUID() + ".part");
        Path scratch = scratch(graph, isWatched(graph, fitted), absolute);
        try {
            reserve(fresh);
            Rates rates = Rates.of(fitted, scene.duration(), graph.sound());
            run(graph, scene, fitted, rates, fresh, scratch, progress, cancel);
            if (rates.missed(size(fresh))) {
                run(graph, scene, fitted, rates.lower(size(fresh)), fresh, scratch, progress, cancel);
            }
            rates.check(size(fresh));
            MediaInfo info = checked(fresh, absolute, scene, fitted);
            Receipt receipt = receipts.of(fresh, info, scene, fitted, graph, scratch, cancel);
            cancel.check(EngineMessages.text("export.subject"));
            publish(fresh, absolute);
            progress.accept(100);
            return new Rendered(absolute, info, Duration.ofNanos(System.nanoTime() - begun), receipt);
        } finally {
            Folders.deleteQuietly(fresh);
            Folders.deleteQuietly(scratch);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new RenderException(EngineMessages.text("export.unreadable", file, e.getMessage()), e);
        }
    }

    private static Map<String, Path> tables(Draft draft, MediaLookup media) {
        Map<String, Path> tables = new LinkedHashMap<>();
        EffectList.media(draft).forEach(hash -> media.file(hash).ifPresent(file -> tables.put(hash, file)));
        return tables;
    }

    private Map<String, ColorCorrection> measured(RenderTimeline scene, CancelSignal cancel) {
        Map<String, ColorCorrection> corrections = new LinkedHashMap<>();
        for (Shot shot : scene.shots()) {
            Clip clip = shot.clip();
            if (clip != null && EffectList.needs(clip.effects(), Measurement.COLOR)) {
                corrections.computeIfAbsent(clip.source().info().hash(), hash -> meter.measure(clip.source(), cancel));
            }
        }
        return corrections;
    }

    private Map<String, CameraPath> cameras(RenderTimeline scene, Output output, CancelSignal cancel) {
        Map<String, CameraPath> paths = new LinkedHashMap<>();
        if (!output.container().hasPicture()) {
            return paths;
        }
        for (Shot shot : scene.shots()) {
            scene.read(shot).stream()
                    .filter(clip -> EffectList.needs(clip.effects(), Measurement.CAMERA))
                    .map(Clip::source)
                    .filter(source -> !paths.containsKey(source.info().hash()))
                    .forEach(source -> motion.camera(source.file(), source.info(), cancel)
                            .ifPresent(path -> paths.put(source.info().hash(), path)));
        }
        return paths;
    }

    private void run(
            Graph graph,
            RenderTimeline scene,
            Output output,
            Rates rates,
            Path fresh,
            Path scratch,
            DoubleConsumer progress,
            CancelSignal cancel) {
        Percent percent = new Percent(scene.duration(), progress);
        ProcessJob job = ProcessJob.of(command(graph, scene, output, rates, fresh))
                .withTimeout(PATIENCE)
                .withDirectory(scratch)
                .withRemoveOnFailure(fresh)
                .withOutput(new ProgressReader(p -> percent.at(p.time())));
        Memory expected = RenderMemory.of(scene, graph);
        Consumer<Memory> once = memory -> Feeding.during(
                graph,
                ffmpeg,
                processes,
                enlarger,
                scratch,
                cancel,
                signal -> processes.run(job.withMemory(memory).withCancel(signal)));
        SpeechCleaning.run(scratch, () -> run(once, expected));
    }

    /** Runs an export; one that needs more memory than expected gets all there is. */
    private static void run(Consumer<Memory> once, Memory expected) {
        try {
            once.accept(expected);
        } catch (ProcessFailure e) {
            Memory all = Memory.allForWork();
            if (!e.outOfMemory() || expected.equals(all)) {
                throw e;
            }
            once.accept(all);
        }
    }

    /** The receipt looks at the picture on its way to the encoder: decoding the export again cost a fifth of it. */
    private static boolean isWatched(Graph graph, Output output) {
        return graph.picture() && !output.container().isStill();
    }

    private List<String> command(Graph graph, RenderTimeline scene, Output output, Rates rates, Path fresh) {
        List<String> command = new ArrayList<>(List.of(
                ffmpeg.ffmpeg().toString(),
                "-nostdin",
                "-hide_banner",
                "-v",
                "error",
                "-y",
                "-progress",
                "pipe:1",
                "-nostats",
                "-stats_period",
                "0.2"));
        graph.inputs().forEach(command::addAll);
        command.addAll(List.of("-/filter_complex", "graph.txt"));
        if (graph.picture()) {
            command.addAll(List.of("-map", (isWatched(graph, output) ? ReceiptMeter.SHOWN : Graph.PICTURE).text()));
            command.addAll(output.container().pictureEncoder(output.quality(), rates.picture()));
            command.addAll(List.of(
                    "-fps_mode",
                    "passthrough",
                    "-frames:v",
                    output.container().isStill() ? "1" : String.valueOf(scene.frames())));
        }
        if (graph.sound()) {
            command.addAll(List.of("-map", Graph.SOUND.text()));
            command.addAll(output.container().soundEncoder(rates.sound()));
        }
        command.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1"));
        command.addAll(output.container().muxer());
        command.add("file:" + fresh);
        if (isWatched(graph, output)) {
            command.addAll(List.of(
                    "-map",
                    ReceiptMeter.WATCHED.text(),
                    "-frames:v",
                    String.valueOf(scene.frames()),
                    "-f",
                    "null",
                    "-"));
        }
        return command;
    }

    /** Beside the target, so that whoever clears up after a process that was killed finds it there. */
    private static Path scratch(Graph graph, boolean watched, Path target) {
        try {
            Path scratch = Files.createTempDirectory(target.getParent(), ".retake-render");
            try {
                fill(scratch, graph, watched);
            } catch (IOException | RuntimeException e) {
                Folders.deleteQuietly(scratch);
                throw e;
            }
            return scratch;
        } catch (IOException e) {
            throw new RenderException(
                    EngineMessages.text("export.folder-unwritable", target.getParent(), e.getMessage()), e);
        }
    }

    /** Creates the file, readable only by its owner, before FFmpeg writes the first byte. */
    private static void reserve(Path fresh) {
        try {
            PrivateFiles.create(fresh);
        } catch (IOException e) {
            throw new RenderException(
                    EngineMessages.text("export.folder-unwritable", fresh.getParent(), e.getMessage()), e);
        }
    }

    private static void fill(Path scratch, Graph graph, boolean watched) throws IOException {
        FilterGraph filters = watched ? ReceiptMeter.watched(graph.filters()) : graph.filters();
        PrivateFiles.write(scratch.resolve("graph.txt"), filters.text().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, String> text : graph.texts().entrySet()) {
            PrivateFiles.write(scratch.resolve(text.getKey()), text.getValue().getBytes(StandardCharsets.UTF_8));
        }
        for (Map.Entry<String, Path> table : graph.tables().entrySet()) {
            ColorTable.read(table.getValue(), EngineMessages.text("export.table-subject"))
                    .write(scratch.resolve(table.getKey()));
        }
        SpeechCleaning.copyModel(graph, scratch);
        for (Face face : graph.faces()) {
            face.copyTo(scratch);
        }
    }

    /** Probes a file that FFmpeg calls done: a truncated one comes with exit code 0 too often. */
    private MediaInfo checked(Path fresh, Path target, RenderTimeline scene, Output output) {
        MediaInfo info = probed(fresh, target);
        if (output.container().isStill()) {
            return info;
        }
        Duration wanted = scene.duration();
        // Only mp4 and mov tell the picture's own length; elsewhere the end of the last block of sound counts.
        boolean exact = output.container() == Container.MP4 || output.container() == Container.MOV;
        Duration tolerance = exact ? scene.clock().time(1).plusMillis(1) : Duration.ofMillis(120);
        if (info.duration().minus(wanted).abs().compareTo(tolerance) > 0) {
            throw new Discarded(
                    EngineMessages.text("export.other-length", info.duration().toMillis(), wanted.toMillis()));
        }
        return info;
    }

    private MediaInfo probed(Path fresh, Path target) {
        try {
            return probe.of(fresh, "", String.valueOf(target.getFileName()));
        } catch (MediaException e) {
            Discarded unreadable = new Discarded(EngineMessages.text("export.not-readable-back", e.getMessage()));
            unreadable.addSuppressed(e);
            throw unreadable;
        }
    }

    private static void publish(Path fresh, Path target) {
        try {
            AtomicFiles.force(fresh);
            AtomicFiles.move(fresh, target);
        } catch (IOException e) {
            throw new RenderException(EngineMessages.text("export.unwritable", target, e.getMessage()), e);
        }
    }

    /** Percent of a length; never decreases, and reaches 100 only when the file has been checked. */
    private static final class Percent {
        private final Duration whole;
        private final DoubleConsumer listener;
        private double told;

        Percent(Duration whole, DoubleConsumer listener) {
            this.whole = whole;
            this.listener = listener;
        }

        synchronized void at(Duration time) {
            double percent = Math.min(99, 100.0 * time.toNanos() / Math.max(1, whole.toNanos()));
            if (percent >= told) {
                told = percent;
                listener.accept(percent);
            }
        }
    }

    /** The output settings, adapted to the container. */
    private static final class Fitted {
        private Fitted() {}

        /** A GIF counts in hundredths of a second and grows fast: 12.5 frames a second, at most 640 wide. */
        static Output to(Draft draft, MediaLookup media, Output output) {
            if (output.container() != Container.GIF) {
                return output;
            }
            Output paced = output.paced(output.fps().or(() -> Optional.of(new io.retake.engine.media.Rational(25, 2))));
            int width = RenderTimeline.of(draft, media, paced).canvas().width();
            int height = RenderTimeline.of(draft, media, paced).canvas().height();
            Optional<Output.Size> size = paced.size()
                    .or(() -> width <= 640
                            ? Optional.empty()
                            : Optional.of(new Output.Size(640, Math.max(16, Math.round(640f * height / width)))));
            return paced.sized(size);
        }
    }
}
