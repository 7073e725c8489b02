package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Color;
import io.retake.core.edit.value.Change;
import io.retake.core.vocabulary.Notations;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.kind.PictureEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.FilterNumbers;
import io.retake.engine.filter.PictureStretch;
import io.retake.engine.filter.Rgb;
import io.retake.engine.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A grade by value. Percent at both ends of the scale still leave a picture. */
final class GradeEffect implements PictureEffect<Effect.GradeFx>, EffectEdit<Color> {
    private static final Change NONE = new Change(0);

    @Override
    public Class<Effect.GradeFx> type() {
        return Effect.GradeFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.GRADE;
    }

    @Override
    public List<Filter> filters(Effect.GradeFx grade, PictureStretch on) {
        List<Filter> filters = new ArrayList<>();
        double temperature = grade.temperature().percent() / 100;
        if (temperature != 0) {
            filters.addAll(Rgb.around(Filter.of("lutrgb")
                    .withQuoted("r", scaled(1 + 0.2 * temperature))
                    .withQuoted("g", scaled(1 + 0.02 * temperature))
                    .withQuoted("b", scaled(1 - 0.25 * temperature))));
        }
        double brightness = grade.brightness().percent() / 100 * 0.4;
        double contrast = strength(grade.contrast().percent() / 100);
        double saturation = 1 + grade.saturation().percent() / 100;
        if (brightness != 0 || contrast != 1 || saturation != 1) {
            filters.add(Filter.of("eq")
                    .with("brightness", FilterNumbers.number(brightness))
                    .with("contrast", FilterNumbers.number(contrast))
                    .with("saturation", FilterNumbers.number(saturation)));
        }
        return filters;
    }

    private static String scaled(double factor) {
        return "clip(val*" + FilterNumbers.number(factor) + ",0,255)";
    }

    /** +100 % is double contrast, -100 % leaves a fifth. */
    private static double strength(double change) {
        return change >= 0 ? 1 + change : 1 + 0.8 * change;
    }

    @Override
    public Class<Color> edit() {
        return Color.class;
    }

    @Override
    public List<Effect> changed(Color edit, List<Effect> effects, Portion portion, EffectTarget on) {
        Effect.GradeFx sum = sum(grade(effects), edit);
        List<Effect> next = sum.equals(grade(effects)) ? effects : EffectList.replaced(effects, sum);
        return edit.lut().isBlank() ? next : EffectList.replaced(next, new Effect.LutFx(on.table(edit.lut())));
    }

    private static Effect.GradeFx grade(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.GradeFx.class::isInstance)
                .map(Effect.GradeFx.class::cast)
                .findFirst()
                .orElseGet(() -> new Effect.GradeFx(NONE, NONE, NONE, NONE));
    }

    /** Grades add up: brighter twice is brighter still. */
    private static Effect.GradeFx sum(Effect.GradeFx grade, Color more) {
        return new Effect.GradeFx(
                sum(grade.brightness(), more.brightness()),
                sum(grade.contrast(), more.contrast()),
                sum(grade.saturation(), more.saturation()),
                sum(grade.temperature(), more.temperature()));
    }

    private static Change sum(Change a, Change b) {
        return new Change(Math.max(-100, Math.min(100, a.percent() + b.percent())));
    }

    @Override
    public Phrase done(Color edit, EffectTarget on) {
        return Phrase.of("grade.adjusted", said(edit));
    }

    @Override
    public Optional<Phrase> already(Color edit) {
        return Optional.of(Phrase.of("grade.same"));
    }

    private static Phrase said(Color edit) {
        List<Phrase> parts = new ArrayList<>();
        part(parts, "grade.brightness", edit.brightness());
        part(parts, "grade.contrast", edit.contrast());
        part(parts, "grade.saturation", edit.saturation());
        part(parts, "grade.temperature", edit.temperature());
        if (!edit.lut().isBlank()) {
            parts.add(Phrase.of("grade.lut", edit.lut()));
        }
        return Phrase.list(parts);
    }

    private static void part(List<Phrase> parts, String dimension, Change change) {
        if (!change.isNone()) {
            String value = Notations.CHANGE.write(change);
            parts.add(Phrase.of("grade.part", Phrase.of(dimension), value));
        }
    }
}
