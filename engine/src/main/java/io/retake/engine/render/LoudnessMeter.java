package io.retake.engine.render;

import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import io.retake.core.Sha256;
import io.retake.core.draft.Effect;
import io.retake.engine.effect.EffectList;
import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.CancelSignal;
import io.retake.engine.process.Folders;
import io.retake.engine.process.ProcessJob;
import io.retake.engine.process.Processes;
import io.retake.engine.render.graph.Graph;
import io.retake.engine.render.graph.MediaInputs;
import io.retake.engine.render.graph.RenderMemory;
import io.retake.engine.render.graph.SpeechCleaning;
import io.retake.engine.render.timeline.Output;
import io.retake.engine.render.timeline.RenderException;
import io.retake.engine.render.timeline.RenderTimeline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How many decibels bring the mix to the loudness asked for (EBU R128, integrated). Only the sound is decoded; what was
 * measured is kept by what it was measured of. Where the limiter takes some of it away again it is measured again.
 */
final class LoudnessMeter {
    private static final String VERSION = "loudness1";
    private static final double CLOSE = 0.2;
    private static final int MOST_PASSES = 5;
    /** LUFS; R128 measures nothing below it. */
    private static final double SILENCE = -69.5;

    private final FFmpeg ffmpeg;
    private final Path cache;
    private final SpeechCleaning cleaning;

    LoudnessMeter(FFmpeg ffmpeg, Path cache) {
        this.ffmpeg = ffmpeg;
        this.cache = cache;
        this.cleaning = SpeechCleaning.with(ffmpeg.capabilities().filters());
    }

    /** Returns the gain; zero when no loudness is requested or the sound is silent. */
    double decibels(RenderTimeline scene, Path folder, Output output, CancelSignal cancel) {
        Optional<Double> target = EffectList.last(scene.draft().effects(), Effect.LoudnessFx.class)
                .map(effect -> effect.target().value());
        if (target.isEmpty() || !scene.isHeard() || !output.container().hasSound()) {
            return 0;
        }
        Path kept =
                cache.resolve(VERSION + "-" + key(Graph.listening(scene, cleaning, 0), scene, target.get()) + ".txt");
        Optional<Double> known = read(kept);
        if (known.isPresent()) {
            return known.get();
        }
        double gain = measured(scene, folder, target.get(), cancel);
        keep(kept, gain);
        return gain;
    }

    private double measured(RenderTimeline scene, Path folder, double target, CancelSignal cancel) {
        double gain = 0;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            double heard = integrated(scene, Graph.listening(scene, cleaning, gain), folder, cancel);
            if (heard < SILENCE || Math.abs(target - heard) <= CLOSE) {
                return gain;
            }
            gain = Math.max(-60, Math.min(40, gain + target - heard));
        }
        return gain;
    }

    private double integrated(RenderTimeline scene, Graph graph, Path folder, CancelSignal cancel) {
        Path scratch = scratch(graph, folder);
        try {
            List<String> command =
                    new ArrayList<>(List.of(ffmpeg.ffmpeg().toString(), "-nostdin", "-hide_banner", "-v", "error"));
            graph.inputs().forEach(command::addAll);
            command.addAll(List.of("-/filter_complex", "graph.txt", "-map", Graph.SOUND.text(), "-f", "null", "-"));
            double[] last = {-70};
            ProcessJob job = ProcessJob.of(command)
                    .withTimeout(Duration.ofHours(24))
                    .withCancel(cancel)
                    .withMemory(RenderMemory.of(scene, graph))
                    .withDirectory(scratch)
                    .withOutput(in -> last[0] = last(in));
            SpeechCleaning.run(scratch, () -> new Processes(ffmpeg.environment()).run(job));
            return last[0];
        } finally {
            Folders.deleteQuietly(scratch);
        }
    }

    /** The integrated loudness is a running one: the last value is that of the whole. */
    private static double last(InputStream in) throws IOException {
        double value = -70;
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("lavfi.r128.I=")) {
                value = number(line.substring(line.indexOf('=') + 1)).orElse(value);
            }
        }
        return value;
    }

    private static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Path scratch(Graph graph, Path folder) {
        try {
            Path scratch = Files.createTempDirectory(folder, ".retake-render");
            PrivateFiles.write(
                    scratch.resolve("graph.txt"), graph.filters().text().getBytes(StandardCharsets.UTF_8));
            SpeechCleaning.copyModel(graph, scratch);
            return scratch;
        } catch (IOException e) {
            throw new RenderException(EngineMessages.text("export.folder-unwritable", folder, e.getMessage()), e);
        }
    }

    /** Returns the cache key: the graph and the content of the media, not their paths. */
    private static String key(Graph graph, RenderTimeline scene, double target) {
        StringBuilder text =
                new StringBuilder(graph.filters().text()).append('\n').append(target);
        MediaInputs.of(scene, false, true)
                .all()
                .forEach(reel ->
                        text.append('\n').append(reel.source().info().hash()).append(reel.options(0)));
        return Sha256.hex(text.toString());
    }

    private static Optional<Double> read(Path kept) {
        try {
            return number(Files.readString(kept));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void keep(Path kept, double gain) {
        try {
            PrivateFiles.folder(Objects.requireNonNull(kept.toAbsolutePath().getParent()));
            AtomicFiles.writeCache(kept, String.valueOf(gain).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A read-only or full disk: measure it again next time.
        }
    }
}
