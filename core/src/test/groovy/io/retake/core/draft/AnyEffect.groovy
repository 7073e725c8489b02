package io.retake.core.draft

import io.retake.core.edit.value.Area
import io.retake.core.edit.value.Change
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Offset
import io.retake.core.edit.value.Semitones
import io.retake.core.edit.value.Share
import java.time.Duration
import java.util.function.Function
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Combinators

/** Effects of each type that is declared, made from the components of its record: nothing is listed by hand. */
class AnyEffect {
    static List<Class<? extends Effect>> types() {
        Effect.permittedSubclasses.findAll { it.record } as List
    }

    /** Effects of a type: each component of its own type, without values that the effect refuses. */
    static Arbitrary<Effect> of(Class<? extends Effect> type) {
        def components = type.recordComponents.collect { values(it.type) }
        def made = { List values -> make(type, values) }
        components.empty ? Arbitraries.just(make(type, [])) : Combinators.combine(components).as(made as Function).filter { it != null }
    }

    /** Effects of all types. */
    static Arbitrary<Effect> any() {
        Arbitraries.oneOf(types().collect { of(it) })
    }

    /** One effect of a type. */
    static Effect one(Class<? extends Effect> type) {
        of(type).sample()
    }

    private static Effect make(Class<? extends Effect> type, List values) {
        try {
            type.getDeclaredConstructor(*type.recordComponents*.type).newInstance(*values)
        } catch (java.lang.reflect.InvocationTargetException ignored) {
            null
        }
    }

    /** Areas with a name, and others. */
    static Arbitrary<Area> areas() {
        def share = Arbitraries.integers().between(1, 500).map { it / 10d }
        Arbitraries.oneOf(Arbitraries.of(Area.names()).map { Area.read(it).get() }, Combinators.combine(share, share, share, share).as { x, y, w, h -> new Area(x, y, w, h) })
    }

    private static Arbitrary values(Class type) {
        switch (type) {
            case Duration: return Arbitraries.integers().between(0, 9999).map { Duration.ofMillis(it) }
            case Offset: return Arbitraries.integers().between(-60_000, 60_000).map { new Offset(Duration.ofMillis(it)) }
            case Change: return Arbitraries.integers().between(-1000, 1000).map { new Change(it / 10d) }
            case Area: return areas()
            case Semitones: return Arbitraries.integers().between(-24, 24).map { new Semitones(it) }
            case Share: return Arbitraries.integers().between(0, 499).map { new Share(it / 10d) }
            case Lufs: return Arbitraries.integers().between(-700, -50).map { new Lufs(it / 10d) }
            case int: return Arbitraries.of(90, 180, 270)
            case double: return Arbitraries.integers().between(100, 199).map { it / 100d }
            case String: return Arbitraries.strings().ofMinLength(1).ofMaxLength(12)
            default: return Arbitraries.of(type.enumConstants)
        }
    }
}
