package io.retake.core.draft

import io.retake.core.edit.value.Change
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Offset
import io.retake.core.edit.value.Share
import java.time.Duration

/** Effects of each type that is declared, made from the components of its record: nothing is listed by hand. */
class AnyEffect {
    static List<Class<? extends Effect>> types() {
        Effect.permittedSubclasses.findAll { it.record } as List
    }

    /** Each component of its own type, the same random numbers and words giving the same effect. */
    static Effect of(Class<? extends Effect> type, Random random) {
        while (true) {
            try {
                def components = type.recordComponents
                return type.getDeclaredConstructor(*components*.type).newInstance(*components.collect { value(it.type, random) })
            } catch (java.lang.reflect.InvocationTargetException ignored) {
                // values that this effect refuses: draw again
            }
        }
    }

    private static Object value(Class type, Random random) {
        switch (type) {
            case Duration: return Duration.ofMillis(random.nextInt(10_000))
            case Offset: return new Offset(Duration.ofMillis(random.nextInt(120_001) - 60_000))
            case Change: return new Change(random.nextInt(2001) / 10d - 100)
            case Share: return new Share(random.nextInt(500) / 10d)
            case Lufs: return new Lufs(-5 - random.nextInt(650) / 10d)
            case int: return 90 * (1 + random.nextInt(3))
            case double: return 1 + random.nextInt(100) / 100d
            case String: return "hash${random.nextInt()}".toString()
            default: return type.enumConstants[random.nextInt(type.enumConstants.length)]
        }
    }
}
