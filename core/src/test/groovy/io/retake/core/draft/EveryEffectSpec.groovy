package io.retake.core.draft

import java.time.Duration
import spock.lang.Specification

/** Contracts of every effect that core declares. */
class EveryEffectSpec extends Specification {

    def 'every #type.simpleName survives its JSON'() {
        given:
        def random = new Random(7)

        expect:
        100.times {
            def effect = AnyEffect.of(type, random)
            assert Effect.of(effect.json()) == effect
            assert Effect.of(effect.json()).json() == effect.json()
        }

        where:
        type << AnyEffect.types()
    }

    def 'no two types have the same kind on the wire'() {
        expect:
        AnyEffect.types().collect { AnyEffect.of(it, new Random(1)).json().path('k').asText() }.toUnique().size() == AnyEffect.types().size()
    }

    def 'a fade goes with the end that it belongs to, and everything else stays (#type.simpleName)'() {
        given:
        def effect = AnyEffect.of(type, new Random(3))
        def whole = effect.cutOff(false, false)
        def neither = effect.cutOff(true, true)

        expect:
        whole == effect
        type in [Effect.FadeFx, Effect.FadeAudioFx] ? neither == type.newInstance(Duration.ZERO, Duration.ZERO) : neither == effect

        where:
        type << AnyEffect.types()
    }
}
