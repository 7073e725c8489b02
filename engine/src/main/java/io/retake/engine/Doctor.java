package io.retake.engine;

import io.retake.engine.api.EngineSettings;
import io.retake.engine.api.StorageReport;
import io.retake.engine.ffmpeg.Capabilities;
import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.MediaException;
import io.retake.engine.store.Storage;
import io.retake.engine.upscale.Upscalers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the environment that an engine would run in, without starting one. */
public final class Doctor {
    private Doctor() {}

    /**
     * The result of the check.
     *
     * @param java version and maker of the running Java
     * @param platform operating system and processor
     * @param ffmpeg what is used; empty when there is none that runs
     * @param trouble what is wrong, each with the next step; empty when all is well
     */
    public record Report(
            String java, String platform, Optional<Program> ffmpeg, StorageReport storage, List<String> trouble) {
        public Report {
            trouble = List.copyOf(trouble);
        }
    }

    /**
     * The FFmpeg in use.
     *
     * @param path absolute
     * @param origin why this one
     * @param abilities its features, present or not
     */
    public record Program(String path, String version, String origin, List<Ability> abilities) {
        public Program {
            abilities = List.copyOf(abilities);
        }
    }

    /**
     * A feature that FFmpeg has or lacks.
     *
     * @param name FFmpeg's name of the component
     * @param purpose its use in Retake
     * @param required whether nothing can be exported without it
     */
    public record Ability(String name, String purpose, boolean required, boolean present) {}

    /** Runs the check. Unpacks FFmpeg if needed and queries its capabilities, which can take a few seconds. */
    public static Report report(EngineSettings settings) {
        List<String> trouble = new ArrayList<>();
        return new Report(
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                program(settings, trouble),
                storage(settings, trouble),
                trouble);
    }

    /** Returns whether neural upscaling is available here; if not, how to get it. */
    public static String neural() {
        return Upscalers.find()
                .map(enlarger -> EngineMessages.text("upscaling.here", enlarger.name()))
                .or(Upscalers::trouble)
                .orElse("");
    }

    private static Optional<Program> program(EngineSettings settings, List<String> trouble) {
        try {
            FFmpeg ffmpeg = FFmpeg.locate(settings.environment());
            ffmpeg.capabilities()
                    .missing()
                    .forEach(part ->
                            trouble.add(EngineMessages.text("ffmpeg.feature-missing", part.name(), part.purpose())));
            return Optional.of(new Program(
                    ffmpeg.ffmpeg().toString(), ffmpeg.version(), ffmpeg.origin(), abilities(ffmpeg.capabilities())));
        } catch (MediaException e) {
            trouble.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static List<Ability> abilities(Capabilities capabilities) {
        return capabilities.report().stream()
                .map(found -> new Ability(
                        found.feature().name(),
                        found.feature().purpose(),
                        found.feature().required(),
                        found.present()))
                .toList();
    }

    private static StorageReport storage(EngineSettings settings, List<String> trouble) {
        try {
            StorageReport report = Storage.report(settings.dataFolder(), settings.storageLimit());
            if (report.used() > report.limit()) {
                trouble.add(EngineMessages.text("data.over-limit", report.folder(), report.used(), report.limit()));
            }
            return report;
        } catch (IOException e) {
            trouble.add(EngineMessages.text("data.unreadable", settings.dataFolder(), e));
            return new StorageReport(settings.dataFolder(), settings.storageLimit(), List.of());
        }
    }
}
