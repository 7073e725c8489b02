package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.Edit;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.kind.EffectKind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind of effect, found by the effect's type. A specification says which one is missing. Thread-safe. */
public final class EffectKinds {
    private static final List<EffectKind<?>> ALL = List.of(
            new AutoColorEffect(),
            new BlurEffect(),
            new CropEffect(),
            new DeinterlaceEffect(),
            new DenoiseAudioEffect(),
            new DenoiseEffect(),
            new DuckEffect(),
            new FadeAudioEffect(),
            new FadeEffect(),
            new FlipEffect(),
            new GradeEffect(),
            new GrainEffect(),
            new GrayscaleEffect(),
            new LookEffect(),
            new LoudnessEffect(),
            new LutEffect(),
            new OpacityEffect(),
            new PitchEffect(),
            new PixelateEffect(),
            new ReverseEffect(),
            new RotateEffect(),
            new SharpenEffect(),
            new StabilizeEffect(),
            new SyncEffect(),
            new UnknownEffect(),
            new UpscaledEffect(),
            new VignetteEffect(),
            new ZoomEffect());

    private static final Map<Class<?>, EffectKind<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EffectKind::type, Function.identity()));

    private EffectKinds() {}

    /** Returns all of them. */
    public static List<EffectKind<?>> all() {
        return ALL;
    }

    /** Returns what the engine knows about an effect. */
    @SuppressWarnings("unchecked") // by its type
    public static <F extends Effect> EffectKind<F> of(F effect) {
        EffectKind<?> kind = BY_TYPE.get(effect.getClass());
        if (kind == null) {
            throw new IllegalStateException("EffectKinds doesn't list a kind for " + effect.getClass());
        }
        return (EffectKind<F>) kind;
    }

    /** Returns the edits that make or change effects. */
    public static List<EffectEdit<?>> edits() {
        return ALL.stream()
                .filter(EffectEdit.class::isInstance)
                .<EffectEdit<?>>map(kind -> (EffectEdit<?>) kind)
                .toList();
    }

    /** Returns what an edit of that type does to effects. */
    @SuppressWarnings("unchecked") // by its type
    public static <E extends Edit> EffectEdit<E> edit(Class<E> type) {
        return (EffectEdit<E>) edits().stream()
                .filter(edit -> edit.edit() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no effect is made by " + type));
    }
}
