package io.retake.engine.effect;

import io.retake.core.draft.Canvas;
import io.retake.core.edit.value.LookName;
import io.retake.core.edit.value.Strength;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.Rgb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The looks, each as curves of red, green and blue, color, contrast, and dark edges. One table; docs/language.md has it in words. */
final class LookRecipes {
    private static final Curves AS_IS = new Curves("", "", "");

    private static final Map<LookName, Recipe> ALL = Map.of(
            LookName.WARM_FILM,
            new Recipe(
                    new Curves("0/0.04 0.5/0.56 1/1", "0/0.03 0.5/0.52 1/0.98", "0/0.04 0.5/0.47 1/0.86"),
                    new Levels("1.02", "1", "1"),
                    Optional.empty()),
            LookName.COLD,
            new Recipe(
                    new Curves("0/0 0.5/0.43 1/0.93", "0/0.005 0.5/0.5 1/0.98", "0/0.04 0.5/0.58 1/1"),
                    new Levels("0.75", "1.05", "1"),
                    Optional.empty()),
            LookName.VINTAGE,
            new Recipe(
                    new Curves("0/0.13 0.5/0.6 1/0.98", "0/0.1 0.5/0.55 1/0.92", "0/0.13 0.5/0.46 1/0.74"),
                    new Levels("0.6", "1", "1"),
                    Optional.of(Strength.LIGHT)),
            LookName.VIVID,
            new Recipe(
                    new Curves(
                            "0/0 0.25/0.21 0.75/0.82 1/1",
                            "0/0 0.25/0.21 0.75/0.82 1/1",
                            "0/0 0.25/0.21 0.75/0.82 1/1"),
                    new Levels("1.45", "1", "1"),
                    Optional.empty()),
            LookName.CINEMATIC,
            new Recipe(
                    new Curves(
                            "0/0 0.25/0.18 0.5/0.52 0.75/0.83 1/1",
                            "0/0.01 0.25/0.22 0.5/0.5 0.75/0.76 1/0.97",
                            "0/0.06 0.25/0.29 0.5/0.49 0.75/0.66 1/0.88"),
                    new Levels("1.05", "1.06", "1"),
                    Optional.empty()),
            LookName.NOIR,
            new Recipe(AS_IS, new Levels("0", "1.4", "1.15"), Optional.of(Strength.MEDIUM)));

    private LookRecipes() {}

    /** Curves of the channels, as FFmpeg's {@code curves} reads them; empty for none. */
    private record Curves(String red, String green, String blue) {}

    /** Factors on color and contrast, and a gamma. */
    private record Levels(String saturation, String contrast, String gamma) {}

    /** @param edges how dark the edges get */
    private record Recipe(Curves curves, Levels levels, Optional<Strength> edges) {
        List<Filter> filters(Canvas canvas) {
            List<Filter> filters = new ArrayList<>();
            if (!curves.equals(AS_IS)) {
                filters.addAll(Rgb.around(Filter.of("curves")
                        .withQuoted("r", curves.red())
                        .withQuoted("g", curves.green())
                        .withQuoted("b", curves.blue())));
            }
            filters.add(Filter.of("eq")
                    .with("saturation", levels.saturation())
                    .with("contrast", levels.contrast())
                    .with("gamma", levels.gamma()));
            edges.ifPresent(strength -> filters.addAll(VignetteEffect.filters(strength, canvas)));
            return filters;
        }
    }

    /** Returns the filters of a look on that canvas. */
    static List<Filter> filters(LookName name, Canvas canvas) {
        Recipe recipe = ALL.get(name);
        if (recipe == null) {
            throw new IllegalStateException("no recipe for " + name);
        }
        return recipe.filters(canvas);
    }
}
