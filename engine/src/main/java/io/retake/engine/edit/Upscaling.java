package io.retake.engine.edit;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Upscale;
import io.retake.core.edit.value.UpscaleMethod;
import io.retake.engine.measure.Sharpness;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Timelines;
import io.retake.engine.upscale.UpscalableFootage;
import io.retake.engine.upscale.Upscaler;
import io.retake.engine.upscale.Upscalers;
import io.retake.engine.upscale.UpscalingSpeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses the upscaling method; the answer says why and how long it takes. */
final class Upscaling {
    private final Project project;
    private final Measurements measurements;

    Upscaling(Project project, Measurements measurements) {
        this.project = project;
        this.measurements = measurements;
    }

    Result upscale(Upscale edit) {
        Result plain = CanvasEdits.upscale(project, edit);
        if (edit.method() == UpscaleMethod.FAST
                || plain.draft().canvas().equals(project.draft().canvas())) {
            return plain;
        }
        Optional<Upscaler> enlarger = measurements.enlarger();
        if (enlarger.isEmpty()) {
            return without(edit, plain);
        }
        List<Asset> gaining = gaining(plain.draft());
        return edit.method() == UpscaleMethod.NEURAL
                ? asked(plain, enlarger.get(), gaining)
                : chosen(plain, enlarger.get(), gaining);
    }

    /** Returns the plain result; refuses the edit when it named the neural method, which is never silently replaced. */
    private static Result without(Upscale edit, Result plain) {
        if (edit.method() == UpscaleMethod.NEURAL) {
            throw EditRejected.of("upscale.no-network", Upscalers.trouble().orElse(Upscalers.HOW));
        }
        return plain;
    }

    /** Returns the footage on the video track that neural upscaling can improve for this canvas. */
    private List<Asset> gaining(Draft draft) {
        Canvas canvas = draft.canvas().orElseThrow();
        return project.media().stream()
                .filter(f -> f.kind() == Asset.AssetKind.VIDEO)
                .filter(f -> Timelines.video(draft).segments().stream()
                        .anyMatch(s -> s.media().filter(f.hash()::equals).isPresent()))
                .filter(f -> UpscalableFootage.is(f.width(), f.height(), canvas.width(), canvas.height()))
                .toList();
    }

    private Result asked(Result plain, Upscaler enlarger, List<Asset> footage) {
        if (footage.isEmpty()) {
            throw EditRejected.of("upscale.no-suitable-footage", UpscalableFootage.MOST_PIXELS);
        }
        boolean soft = footage.stream().noneMatch(f -> isSharp(f, Sharpness::isEnough));
        Phrase why = soft
                ? Phrase.of("upscale.large-requested-soft", sharpness(footage))
                : Phrase.of("upscale.large-requested");
        return with(plain, UpscaleMethod.NEURAL, why, enlarger, footage);
    }

    private Result chosen(Result plain, Upscaler enlarger, List<Asset> footage) {
        if (footage.isEmpty()) {
            return plain;
        }
        if (footage.stream().noneMatch(f -> isSharp(f, Sharpness::isEnough))) {
            return new Result(
                    plain.draft(),
                    Phrase.sentences(List.of(plain.phrase(), Phrase.of("upscale.fast-soft", sharpness(footage)))));
        }
        Phrase why = Phrase.of("upscale.small-sharp", sharpness(footage));
        return with(plain, UpscaleMethod.AUTO, why, enlarger, footage);
    }

    private Result with(Result plain, UpscaleMethod method, Phrase why, Upscaler enlarger, List<Asset> footage) {
        List<Effect> effects = new ArrayList<>(plain.draft().effects());
        effects.add(new Effect.UpscaledFx(method));
        Draft draft = plain.draft().withEffects(effects);
        double pace = UpscalingSpeed.nanosPerPixel(enlarger, method == UpscaleMethod.NEURAL);
        Phrase time = time(estimate(pace, draft, footage));
        return new Result(draft, Phrase.sentences(List.of(plain.phrase(), why, time)));
    }

    /**
     * Estimates the time for all visible frames.
     *
     * @param pace nanoseconds per pixel of the footage
     */
    static Duration estimate(double pace, Draft draft, List<Asset> footage) {
        double nanos = 0;
        for (Asset each : footage) {
            double shown = Timelines.video(draft).segments().stream()
                    .filter(s -> s.media().filter(each.hash()::equals).isPresent())
                    .mapToLong(s -> s.duration().toMillis())
                    .sum();
            double fps = draft.fps().orElse(each.fps() > 0 ? each.fps() : 30);
            nanos += shown / 1000 * fps * each.width() * each.height() * pace;
        }
        return Duration.ofNanos((long) nanos);
    }

    static Phrase time(Duration estimate) {
        long seconds = Math.max(1, estimate.toSeconds());
        return seconds < 90
                ? Phrase.of("upscale.longer-seconds", seconds)
                : Phrase.of("upscale.longer-minutes", (seconds + 30) / 60);
    }

    private boolean isSharp(Asset footage, Predicate<Sharpness> enough) {
        return measurements.sharpness(footage.hash()).filter(enough).isPresent();
    }

    /** Returns the sharpness of the sharpest footage, as text. */
    private String sharpness(List<Asset> footage) {
        double most = footage.stream()
                .flatMap(f -> measurements.sharpness(f.hash()).stream())
                .mapToDouble(Sharpness::value)
                .max()
                .orElse(0);
        return String.format(Locale.ROOT, "%.2f", most);
    }
}
