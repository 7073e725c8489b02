package io.retake.engine.agent;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.AutoColor;
import io.retake.core.edit.picture.Color;
import io.retake.core.edit.picture.Grayscale;
import io.retake.core.edit.value.Change;
import io.retake.core.vocabulary.Notations;
import io.retake.engine.agent.read.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Edits of colour. They are effects of segments, so that titles keep their colour; always in the order measure, grade,
 * take the colour out.
 */
final class Looks {
    private Looks() {}

    static Result auto(Project project, AutoColor edit) {
        Draft next =
                Effects.on(project.draft(), edit.on(), effects -> Effects.replaced(effects, new Effect.AutoColor()));
        return next.equals(project.draft())
                ? Result.of(project.draft(), "The colours are corrected automatically already.", "颜色已经是自动校正的。")
                : Result.of(next, "Colours are measured and corrected on export.", "导出时会自动测量并校正颜色。");
    }

    static Result grade(Project project, Color edit) {
        Optional<Effect> table = edit.lut().isBlank()
                ? Optional.empty()
                : Optional.of(new Effect.Lut(Library.table(project, edit.lut()).hash()));
        Draft next = Effects.on(project.draft(), edit.on(), effects -> graded(effects, edit, table));
        return next.equals(project.draft())
                ? Result.of(project.draft(), "It is so already, or as far as it goes.", "已经是这样，或已经调到极限了。")
                : Result.of(next, "Adjusted the colours: %s.", "已调整颜色：%s。", said(edit));
    }

    static Result grayscale(Project project, Grayscale edit) {
        Selection chosen =
                Selection.of(project.draft(), edit.on(), edit.from(), edit.to()).besideJoins();
        List<Span> spans = chosen.spans();
        Draft next = Effects.with(chosen, effects -> Effects.replaced(effects, new Effect.Grayscale()));
        return next.equals(project.draft())
                ? Result.of(project.draft(), "It is black and white already.", "已经是黑白的了。")
                : Result.of(
                        next,
                        "Took the colour out of %s.",
                        "已将 %s 变为黑白。",
                        spans.get(0) + (spans.size() > 1 ? " …" : ""));
    }

    private static List<Effect> graded(List<Effect> effects, Color edit, Optional<Effect> table) {
        Effect.Grade sum = sum(grade(effects), edit);
        List<Effect> next = sum.equals(grade(effects)) ? effects : Effects.replaced(effects, sum);
        return table.map(lut -> Effects.replaced(next, lut)).orElse(next);
    }

    private static Effect.Grade grade(List<Effect> effects) {
        Change none = new Change(0);
        return effects.stream()
                .filter(Effect.Grade.class::isInstance)
                .map(Effect.Grade.class::cast)
                .findFirst()
                .orElseGet(() -> new Effect.Grade(none, none, none, none));
    }

    /** Grades add up: brighter twice is brighter still. */
    private static Effect.Grade sum(Effect.Grade grade, Color more) {
        return new Effect.Grade(
                sum(grade.brightness(), more.brightness()),
                sum(grade.contrast(), more.contrast()),
                sum(grade.saturation(), more.saturation()),
                sum(grade.temperature(), more.temperature()));
    }

    private static Change sum(Change a, Change b) {
        return new Change(Math.max(-100, Math.min(100, a.percent() + b.percent())));
    }

    private static Phrase said(Color edit) {
        List<Phrase> parts = new ArrayList<>();
        part(parts, "brightness", "亮度", edit.brightness());
        part(parts, "contrast", "对比度", edit.contrast());
        part(parts, "saturation", "饱和度", edit.saturation());
        part(parts, "temperature", "色温", edit.temperature());
        if (!edit.lut().isBlank()) {
            parts.add(Phrase.of("the table \"%s\"", "LUT“%s”", edit.lut()));
        }
        return new Phrase(
                String.join(", ", parts.stream().map(Phrase::english).toList()),
                String.join("，", parts.stream().map(Phrase::chinese).toList()));
    }

    private static void part(List<Phrase> parts, String english, String chinese, Change change) {
        if (!change.isNone()) {
            String value = Notations.CHANGE.write(change);
            parts.add(Phrase.of("%s %s", "%s %s", Phrase.of(english, chinese), value));
        }
    }
}
