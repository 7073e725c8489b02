package io.retake.engine.effect

import io.retake.core.draft.Effect
import io.retake.core.edit.value.Area
import io.retake.core.edit.value.Change
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Offset
import io.retake.core.edit.value.Semitones
import io.retake.core.edit.value.Share
import java.time.Duration

/** One effect of each type that core declares, made from the components of its record: nothing is listed by hand. */
class AnyEffect {
    static List<Class<? extends Effect>> types() {
        Effect.permittedSubclasses.findAll { it.record } as List
    }

    static Effect of(Class<? extends Effect> type) {
        def components = type.recordComponents
        type.getDeclaredConstructor(*components*.type).newInstance(*components.collect { value(it.type, it.name) })
    }

    private static Object value(Class type, String name) {
        switch (type) {
            case Duration: return Duration.ofMillis(400)
            case Offset: return new Offset(Duration.ofMillis(120))
            case Change: return new Change(30)
            case Area: return new Area(10, 20, 30, 40)
            case Semitones: return new Semitones(-3)
            case Share: return new Share(10)
            case Lufs: return new Lufs(-30)
            case int: return 90
            case double: return name == 'to' ? 1.5d : 1.1d
            case String: return 'table'
            default: return type.enumConstants.last()
        }
    }
}
