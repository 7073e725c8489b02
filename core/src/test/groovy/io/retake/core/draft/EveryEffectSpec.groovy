package io.retake.core.draft

import java.time.Duration
import spock.lang.Specification

/** Contracts of every effect that core declares. */
class EveryEffectSpec extends Specification {

    def '#type.simpleName survives its JSON'() {
        given:
        def effect = AnyEffect.one(type)

        expect:
        Effect.of(effect.json()) == effect

        where:
        type << AnyEffect.types()
    }

    def 'no two types have the same kind on the wire'() {
        expect:
        AnyEffect.types().collect { AnyEffect.one(it).json().path('k').asText() }.toUnique().size() == AnyEffect.types().size()
    }

    def 'a fade goes with the end that it belongs to, and everything else stays (#type.simpleName)'() {
        given:
        def effect = AnyEffect.one(type)
        def whole = effect.cutOff(false, false)
        def neither = effect.cutOff(true, true)

        expect:
        whole == effect
        type in [Effect.FadeFx, Effect.FadeAudioFx] ? neither == type.newInstance(Duration.ZERO, Duration.ZERO) : neither == effect

        where:
        type << AnyEffect.types()
    }
}
