package io.retake.engine.effect

import io.retake.core.draft.Effect
import io.retake.core.draft.Segment
import io.retake.core.draft.Track
import io.retake.core.draft.TrackType
import io.retake.core.edit.value.Direction
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Offset
import io.retake.core.edit.value.Strength
import io.retake.engine.agent.Given
import io.retake.engine.effect.kind.Measurement
import java.time.Duration
import spock.lang.Specification

/** What becomes of a clip's effects when it is cut, held, turned round or made shorter. */
class EffectListSpec extends Specification {
    private static final FLIP = new Effect.FlipFx(Direction.HORIZONTAL)
    private static final GRAY = new Effect.GrayscaleFx()
    private static final SHARP = new Effect.SharpenFx(Strength.LIGHT)
    private static final STEADY = new Effect.StabilizeFx(Strength.LIGHT)
    private static final SYNC = new Effect.SyncFx(new Offset(Duration.ofMillis(200)), 1d)
    private static final CLEAN = new Effect.DenoiseAudioFx(Strength.LIGHT)
    private static final REVERSED = new Effect.ReverseFx()

    private static Effect fade(long fadeIn, long fadeOut) { new Effect.FadeFx(Duration.ofMillis(fadeIn), Duration.ofMillis(fadeOut)) }

    private static Effect soundFade(long fadeIn, long fadeOut) { new Effect.FadeAudioFx(Duration.ofMillis(fadeIn), Duration.ofMillis(fadeOut)) }

    private static Effect zoom(double from, double to) { new Effect.ZoomFx(from, to) }

    def 'effects stand in the order in which they are done; within a stage, as they were asked for'() {
        expect:
        EffectList.placed([FLIP, GRAY, SHARP], effect) == placed

        where:
        effect                                    || placed
        STEADY                                    || [STEADY, FLIP, GRAY, SHARP]
        new Effect.FlipFx(Direction.VERTICAL)     || [FLIP, new Effect.FlipFx(Direction.VERTICAL), GRAY, SHARP]
        new Effect.AutoColorFx()                  || [FLIP, new Effect.AutoColorFx(), GRAY, SHARP]
        fade(1, 0)                                || [FLIP, GRAY, SHARP, fade(1, 0)]
    }

    def 'an effect takes the place of one of its kind, and the last one counts'() {
        given:
        def strong = new Effect.SharpenFx(Strength.STRONG)

        expect:
        EffectList.replaced([SHARP, FLIP, SHARP], strong) == [FLIP, strong]
        EffectList.last([SHARP, strong, FLIP], Effect.SharpenFx) == Optional.of(strong)
        EffectList.last([FLIP], Effect.SharpenFx).empty
        EffectList.has([FLIP, SHARP], Effect.SharpenFx)
        !EffectList.has([FLIP], Effect.SharpenFx)
    }

    def 'what is measured is what an effect needs: #effect'() {
        expect:
        Measurement.values().findAll { EffectList.needs([GRAY, effect], it) } as List == needs

        where:
        effect                            || needs
        GRAY                              || []
        new Effect.AutoColorFx()          || [Measurement.COLOR]
        STEADY                            || [Measurement.CAMERA]
        new Effect.LoudnessFx(new Lufs(-14)) || [Measurement.LOUDNESS]
    }

    def 'the color tables of a timeline are those of the whole and those of each clip'() {
        given:
        def clip = Segment.ofMedia('s', 'a.mp4', 'hash-a', Duration.ZERO, Duration.ofSeconds(1)).withEffects([GRAY, new Effect.LutFx('of-a-clip')])
        def draft = Given.project().draft().withTracks([Track.of(TrackType.VIDEO, [clip])]).withEffects([fade(1, 1), new Effect.LutFx('of-all')])

        expect:
        EffectList.media(draft) == ['of-a-clip', 'of-all'] as Set
        EffectList.media(Given.project().draft()).empty
    }

    def 'of the effects of a whole timeline, footage has those that are about footage'() {
        given:
        def effects = [STEADY, FLIP, new Effect.AutoColorFx(), GRAY, fade(1, 1), soundFade(1, 1), SYNC, CLEAN, new Effect.LoudnessFx(new Lufs(-14))]

        expect:
        EffectList.onEachClip(effects) == [STEADY, FLIP, new Effect.AutoColorFx(), SYNC, CLEAN]
        EffectList.beforeCuts(effects) == [STEADY, FLIP, CLEAN]
    }

    def 'a still of the first or the last frame keeps what one frame can have'() {
        given:
        def effects = [STEADY, FLIP, GRAY, zoom(1, 2), fade(1, 1), soundFade(1, 1), REVERSED]

        expect:
        EffectList.held(effects, true) == [FLIP, GRAY, zoom(1, 1)]
        EffectList.held(effects, false) == [FLIP, GRAY, zoom(2, 2)]
    }

    def 'a clip that is cut leaves each part its own end'() {
        given:
        def effects = [FLIP, zoom(1, 2), fade(300, 400), soundFade(500, 600)]

        expect:
        EffectList.part(effects, 0.25d, true) == [FLIP, zoom(1, 1.25d), fade(300, 0), soundFade(500, 0)]
        EffectList.part(effects, 0.25d, false) == [FLIP, zoom(1.25d, 2), fade(0, 400), soundFade(0, 600)]
    }

    def 'fades of #fadeIn ms and #fadeOut ms in #length ms are #fades'() {
        expect:
        EffectList.within([FLIP, fade(fadeIn, fadeOut)], Duration.ofMillis(length)) == [FLIP] + fades.collect { fade(*it) }
        EffectList.within([FLIP, soundFade(fadeIn, fadeOut)], Duration.ofMillis(length)) == [FLIP] + fades.collect { soundFade(*it) }

        where:
        fadeIn | fadeOut | length || fades
        300    | 400     | 1000   || [[300, 400]]
        300    | 400     | 700    || [[300, 400]]
        300    | 400     | 500    || [[300, 200]]
        300    | 400     | 200    || [[200, 0]]
        0      | 400     | 200    || [[0, 200]]
        0      | 0       | 200    || []
    }

    def 'backwards, a clip begins with its end, and twice is forwards'() {
        given:
        def effects = [FLIP, zoom(1, 2), fade(300, 400), soundFade(500, 600)]
        def back = ReverseEffect.turned(effects)

        expect:
        back == [FLIP, zoom(2, 1), fade(400, 300), soundFade(600, 500), REVERSED]
        ReverseEffect.turned(back) == effects
    }

    def 'the sound of a fade is as long as its picture: #effect'() {
        expect:
        EffectKinds.of(effect).soundIn(effect) == Duration.ofMillis(soundIn)
        EffectKinds.of(effect).soundOut(effect) == Duration.ofMillis(soundOut)

        where:
        effect              || soundIn | soundOut
        fade(300, 400)      || 300     | 400
        soundFade(500, 600) || 500     | 600
        GRAY                || 0       | 0
    }
}
