package io.retake.engine.effect;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.engine.effect.kind.Measurement;
import io.retake.engine.effect.kind.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Operations on lists of effects: adding, removing, and following changes of their clip. */
public final class EffectList {
    private EffectList() {}

    /** Returns the list with the effect in place of one of its kind. */
    public static List<Effect> replaced(List<Effect> effects, Effect effect) {
        return placed(without(effects, effect.getClass()), effect);
    }

    /** Returns the list with the effect at the place of the first that it replaces, or after those that come before it. */
    public static List<Effect> replaced(List<Effect> effects, Effect effect, Predicate<Effect> earlier) {
        List<Effect> next = new ArrayList<>(effects);
        for (int i = 0; i < next.size(); i++) {
            if (earlier.test(next.get(i))) {
                next.set(i, effect);
                return next;
            }
        }
        return placed(next, effect);
    }

    /** Returns the list with the effect after those that come before it. */
    public static List<Effect> placed(List<Effect> effects, Effect effect) {
        List<Effect> next = new ArrayList<>(effects);
        int index = 0;
        while (index < next.size() && stage(next.get(index)).compareTo(stage(effect)) <= 0) {
            index++;
        }
        next.add(index, effect);
        return next;
    }

    private static Stage stage(Effect effect) {
        return EffectKinds.of(effect).stage();
    }

    /** Returns the list without effects of that kind. */
    public static List<Effect> without(List<Effect> effects, Class<? extends Effect> kind) {
        return effects.stream().filter(effect -> !kind.isInstance(effect)).toList();
    }

    /** Returns the last effect of that kind, which is the one that counts. */
    public static <F extends Effect> Optional<F> last(List<Effect> effects, Class<F> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).reduce((first, second) -> second);
    }

    /** Whether there is one of that kind. */
    public static boolean has(List<Effect> effects, Class<? extends Effect> kind) {
        return effects.stream().anyMatch(kind::isInstance);
    }

    /** Whether one of them needs that to be measured. */
    public static boolean needs(List<Effect> effects, Measurement measurement) {
        return effects.stream()
                .anyMatch(effect -> EffectKinds.of(effect)
                        .measurement()
                        .filter(measurement::equals)
                        .isPresent());
    }

    /** Returns the content hashes of the files that a timeline's effects use. */
    public static Set<String> media(Draft draft) {
        Stream<Effect> onSegments = draft.tracks().stream()
                .flatMap(track -> track.segments().stream())
                .flatMap(segment -> segment.effects().stream());
        return Stream.concat(draft.effects().stream(), onSegments)
                .flatMap(effect -> EffectKinds.of(effect).media(effect).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the effects of a whole timeline that apply to each clip. */
    public static List<Effect> onEachClip(List<Effect> effects) {
        return effects.stream()
                .filter(effect -> EffectKinds.of(effect).isOnEachClip())
                .toList();
    }

    /** Returns the effects that apply to a source before clips are cut from it. */
    public static List<Effect> beforeCuts(List<Effect> effects) {
        return effects.stream()
                .filter(effect -> EffectKinds.of(effect).isBeforeCuts())
                .toList();
    }

    /** Returns those of a clip that holds one frame: its first, or its last. */
    public static List<Effect> held(List<Effect> effects, boolean first) {
        return effects.stream()
                .flatMap(effect -> EffectKinds.of(effect).held(effect, first).stream())
                .toList();
    }

    /** Returns those of one part of a clip that is cut at a share of its length: what belongs to one end stays with it. */
    public static List<Effect> part(List<Effect> effects, double share, boolean head) {
        return effects.stream()
                .map(effect -> EffectKinds.of(effect).part(effect, share, head))
                .toList();
    }

    /** Returns those of something that long: no fade is longer than it is, and both together aren't either. */
    public static List<Effect> within(List<Effect> effects, Duration length) {
        return effects.stream()
                .flatMap(effect -> EffectKinds.of(effect).within(effect, length).stream())
                .toList();
    }
}
