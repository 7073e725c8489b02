package io.retake.engine.effect.naming;

import io.retake.core.draft.Effect;
import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.engine.effect.EffectKinds;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.kind.EffectKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that users have for effects: those of the operations that make them, and of parts of them. */
public final class EffectNames {
    /** Effects that aren't looks: what arranges, repairs or feeds the footage stays when all are taken off. */
    private static final Set<Class<? extends Effect>> KEPT = Set.of(
            Effect.ReverseFx.class,
            Effect.UpscaledFx.class,
            Effect.SyncFx.class,
            Effect.DuckFx.class,
            Effect.Foreign.class);

    private EffectNames() {}

    /** Returns the names that mean an effect. */
    public static List<String> all() {
        return EffectKinds.edits().stream().map(EffectNames::name).sorted().toList();
    }

    private static String name(EffectEdit<?> edit) {
        return Vocabulary.operations().stream()
                .filter(operation -> operation.type() == edit.edit())
                .map(Operation::name)
                .findFirst()
                .orElseThrow();
    }

    /** Returns whether a name means an effect that overlays have. */
    public static boolean isOnOverlays(String name) {
        return EffectKinds.edits().stream()
                .anyMatch(edit -> edit.isOnOverlays() && name(edit).equals(name));
    }

    /** Returns whether a name means an effect. */
    public static boolean isEffect(String name) {
        return all().contains(name)
                || Set.of("fadeIn", "fadeOut", "duck", "all").contains(name);
    }

    /** Returns the kinds of effect that a name means. */
    public static Set<Class<? extends Effect>> kinds(String name) {
        return switch (name) {
            case "color" -> Set.of(Effect.GradeFx.class, Effect.LutFx.class, Effect.AutoColorFx.class);
            case "fade", "fadeIn", "fadeOut" -> Set.of(Effect.FadeFx.class, Effect.FadeAudioFx.class);
            case "duck" -> Set.of(Effect.DuckFx.class);
            case "all" ->
                EffectKinds.all().stream()
                        .map(EffectKind::type)
                        .filter(type -> !KEPT.contains(type))
                        .collect(Collectors.toUnmodifiableSet());
            default -> made(name);
        };
    }

    private static Set<Class<? extends Effect>> made(String name) {
        return EffectKinds.all().stream()
                .filter(kind -> kind instanceof EffectEdit<?> edit && name(edit).equals(name))
                .map(EffectKind::type)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the effects without those of a name; of fades perhaps only one end goes. */
    public static List<Effect> without(List<Effect> effects, String name) {
        Set<Class<? extends Effect>> kinds = kinds(name);
        return effects.stream()
                .flatMap(effect ->
                        kinds.contains(effect.getClass()) ? rest(effect, name).stream() : Optional.of(effect).stream())
                .toList();
    }

    private static Optional<Effect> rest(Effect effect, String name) {
        boolean in = name.equals("fadeIn");
        if (!in && !name.equals("fadeOut")) {
            return Optional.empty();
        }
        Effect rest = effect.cutOff(in, !in);
        return EffectKinds.of(rest).within(rest, Duration.ofDays(1));
    }
}
