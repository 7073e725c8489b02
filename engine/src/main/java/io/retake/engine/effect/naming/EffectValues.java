package io.retake.engine.effect.naming;

import io.retake.core.draft.Effect;
import io.retake.core.edit.value.Change;
import io.retake.core.edit.value.Level;
import io.retake.core.edit.value.Semitones;
import io.retake.core.edit.value.Share;
import io.retake.core.edit.value.Strength;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and replaces the values of effects, which have the names of their operations' arguments. */
public final class EffectValues {
    private static final List<Strength> STRENGTHS = List.of(Strength.values());

    private EffectValues() {}

    /** Returns the names of the values that an effect of a type has. */
    public static List<String> names(Class<? extends Effect> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.of();
    }

    /**
     * Returns the effect with some of its values replaced.
     *
     * @throws IllegalArgumentException when they don't form an effect
     */
    public static Effect with(Effect effect, Map<String, Object> values) {
        return made(
                effect,
                component -> Optional.ofNullable(values.get(component.getName()))
                        .map(value -> fitted(value, component))
                        .orElseGet(() -> value(effect, component)));
    }

    /** Returns a level as a share, where that is what the effect has. */
    private static Object fitted(Object value, RecordComponent component) {
        if (component.getType() != Share.class || !(value instanceof Level level)) {
            return value;
        }
        return new Share(Math.round(level.gain() * 1000) / 10.0);
    }

    /**
     * Returns the effect with all of its values scaled; a strength goes one step, by a lot two. It is the same
     * effect when it has none that can be scaled, or is at its end.
     *
     * @throws IllegalArgumentException when they don't form an effect
     */
    public static Effect scaled(Effect effect, double factor) {
        return made(effect, component -> scaled(value(effect, component), factor));
    }

    /** Returns whether an effect of a type has a value that can be scaled. */
    public static boolean canScale(Class<? extends Effect> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> List.of(
                                        Strength.class, Change.class, Share.class, Duration.class, Semitones.class)
                                .contains(component.getType()));
    }

    private static Object scaled(Object value, double factor) {
        if (value instanceof Strength strength) {
            int steps = factor == 1 ? 0 : factor > 0.45 && factor < 2.5 ? 1 : 2;
            int next = STRENGTHS.indexOf(strength) + (factor < 1 ? -steps : steps);
            return STRENGTHS.get(Math.max(0, Math.min(STRENGTHS.size() - 1, next)));
        }
        if (value instanceof Change change) {
            return new Change(Math.max(-100, Math.min(100, rounded(change.percent() * factor))));
        }
        if (value instanceof Share share) {
            return new Share(Math.min(100, rounded(share.percent() * factor)));
        }
        if (value instanceof Semitones pitch) {
            // Half of one semitone is one: there is none between.
            long count = Math.max(1, Math.min(24, Math.round(Math.abs(pitch.count()) * factor)));
            return new Semitones((int) (pitch.count() < 0 ? -count : count));
        }
        return value instanceof Duration time ? Duration.ofMillis(Math.round(time.toMillis() * factor)) : value;
    }

    private static double rounded(double percent) {
        return Math.round(percent * 10) / 10.0;
    }

    private interface Values {
        Object of(RecordComponent component);
    }

    private static Effect made(Effect effect, Values values) {
        RecordComponent[] components = effect.getClass().getRecordComponents();
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] given = Arrays.stream(components).map(values::of).toArray();
            return effect.getClass().getDeclaredConstructor(types).newInstance(given);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                throw wrong;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Effect effect, RecordComponent component) {
        try {
            return component.getAccessor().invoke(effect);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
