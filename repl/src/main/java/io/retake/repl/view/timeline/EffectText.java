package io.retake.repl.view.timeline;

import io.retake.core.draft.Effect;
import io.retake.core.edit.value.Area;
import io.retake.core.edit.value.Change;
import io.retake.core.edit.value.Share;
import io.retake.core.vocabulary.Notations;
import io.retake.repl.view.OneLine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes effects from their record components: {@code fade out 1 s}, {@code grade brightness +10%}. */
final class EffectText {
    private EffectText() {}

    /** Returns the name alone: {@code auto color}. */
    static String name(Effect effect) {
        return OneLine.of(effect.json().path("k").asText("effect").replace('-', ' '));
    }

    /** Returns the name and the parameters, without those that have no effect. */
    static String full(Effect effect) {
        List<String> parts = new ArrayList<>(List.of(name(effect)));
        if (effect.getClass().isRecord()) {
            for (RecordComponent component : effect.getClass().getRecordComponents()) {
                Object value = value(effect, component);
                if (!isNothing(value)) {
                    parts.add(label(component, value) + text(value));
                }
            }
        }
        return String.join(" ", parts);
    }

    private static boolean isNothing(Object value) {
        return (value instanceof Duration time && time.isZero())
                || (value instanceof Change change && change.isNone())
                || value.equals(Area.WHOLE)
                || (value instanceof Share share && share.percent() == 0);
    }

    /** Returns the label of a parameter; a choice needs none. */
    private static String label(RecordComponent component, Object value) {
        return value instanceof Enum<?> ? "" : component.getName().toLowerCase(Locale.ROOT) + " ";
    }

    private static String text(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return value instanceof String text
                ? OneLine.of(text.length() > 12 ? text.substring(0, 12) : text)
                : Notations.of(value.getClass()).write(value);
    }

    private static Object value(Effect effect, RecordComponent component) {
        try {
            return component.getAccessor().invoke(effect);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
