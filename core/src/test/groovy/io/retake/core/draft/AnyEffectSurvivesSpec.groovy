package io.retake.core.draft

import net.jqwik.api.Arbitrary
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide

/** Any effect is the same after it was written as JSON and read again, and so is its JSON. */
class AnyEffectSurvivesSpec {
    @Provide
    Arbitrary<Effect> effects() { AnyEffect.any() }

    @Property(tries = 2000)
    void 'every effect survives its JSON'(@ForAll('effects') Effect effect) {
        assert Effect.of(effect.json()) == effect
        assert Effect.of(effect.json()).json() == effect.json()
    }
}
