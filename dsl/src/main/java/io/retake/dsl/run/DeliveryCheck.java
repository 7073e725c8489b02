package io.retake.dsl.run;

import io.retake.core.protocol.OutputFormat;
import io.retake.core.protocol.OutputPreset;
import io.retake.core.protocol.RenderStatus;
import io.retake.dsl.plan.Step;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.Film;
import io.retake.engine.FileFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks whether a file is the one that was requested. A backend may know only format and quality of an output, and
 * silently ignore the rest; then the run reports that. The engine measures its exports and has checked them itself.
 */
final class DeliveryCheck {
    private final RunContext run;

    DeliveryCheck(RunContext run) {
        this.run = run;
    }

    void check(Film film, Step.Export step, OutputFormat asked, RenderStatus status) {
        if (!step.particular() || status.receipt().isPresent()) {
            return;
        }
        List<String> missed = new ArrayList<>();
        step.under()
                .filter(most -> film.getSize() > most)
                .ifPresent(most -> missed.add(ScriptMessages.text("delivery.too-large", film.getSize(), most)));
        Optional<FileFacts> facts = facts(film.getPath());
        facts.ifPresent(found -> missed.addAll(differences(found, step, asked)));
        if (!missed.isEmpty()) {
            run.events.warn(
                    ScriptMessages.text("delivery.differs", film.getPath().getFileName(), String.join("; ", missed)));
        } else if (facts.isEmpty()) {
            run.events.warn(
                    ScriptMessages.text("delivery.unchecked", film.getPath().getFileName(), step.text()));
        }
    }

    private Optional<FileFacts> facts(Path file) {
        return run.connection.facts(file);
    }

    private static List<String> differences(FileFacts found, Step.Export step, OutputFormat asked) {
        List<String> missed = new ArrayList<>();
        Optional<OutputPreset> preset = OutputPreset.of(step.kind());
        int width = number(asked, "width")
                .orElseGet(() -> preset.map(OutputPreset::width).orElse(0));
        int height = number(asked, "height")
                .orElseGet(() -> preset.map(OutputPreset::height).orElse(0));
        if (width > 0 && (found.width() != width || found.height() != height)) {
            missed.add(ScriptMessages.text("delivery.other-size", found.width(), found.height(), width, height));
        }
        step.fps()
                .filter(fps -> Math.abs(found.fps() - fps.value()) > 0.05)
                .ifPresent(fps ->
                        missed.add(ScriptMessages.text("delivery.other-rate", rate(found.fps()), rate(fps.value()))));
        if (step.format().isStill() && found.moves()) {
            missed.add(ScriptMessages.text("delivery.no-still"));
        }
        return missed;
    }

    private static Optional<Integer> number(OutputFormat asked, String name) {
        return Optional.ofNullable(asked.more().get(name)).map(value -> ((Number) value).intValue());
    }

    private static String rate(double fps) {
        return String.format(Locale.ROOT, "%.4g", fps);
    }
}
