package io.retake.engine.effect

import static io.retake.core.draft.TrackType.AUDIO
import static io.retake.core.draft.TrackType.VIDEO
import static io.retake.engine.agent.Given.*

import io.retake.core.draft.Effect
import io.retake.core.draft.Segment
import io.retake.core.edit.value.Semitones
import io.retake.engine.edit.Outcome
import io.retake.engine.media.TestMedia
import io.retake.engine.process.CancelSignal
import io.retake.engine.render.Footage
import io.retake.engine.render.Renderer
import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.engine.timeline.Timelines
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Pitch by the frequency of a tone, its length and when it sounds. */
class PitchSpec extends Specification {
    @TempDir
    Path folder

    private Path heard(List<Segment> sound) {
        def draft = Footage.draft((VIDEO): [Footage.segment(Footage.plain('gray'), 0, 2000)], (AUDIO): sound)
        new Renderer(TestMedia.FFMPEG, folder).render(draft, Footage.lookup(), Output.of(Container.WAV),
                folder.resolve("${UUID.randomUUID()}.wav"), {}, new CancelSignal()).file()
    }

    private static Effect pitch(int semitones) { new Effect.PitchFx(new Semitones(semitones)) }

    def '#semitones semitones make #hertz Hz of 440, as long and as loud'() {
        when:
        def file = heard([Footage.segment(Footage.tone(440, 3), 0, 2000).withEffects([pitch(semitones)])])

        then:
        Math.abs(Footage.pitch(file, 0.3, 1.8) - hertz) < hertz * 0.006
        Footage.samples(file).length == 96000
        Math.abs(Footage.level(file, 0.3, 1.8) - 0.5 / Math.sqrt(2)) < 0.03

        where:
        semitones || hertz
        12        || 880
        -12       || 220
        -2        || 392
        7         || 659.3
        24        || 1760
        -24       || 110
    }

    def 'a beep stays where it is, at #speed times the speed and #semitones semitones'() {
        given:
        def footage = Footage.counter()
        def segment = Footage.segment(footage, 0, 2000).withSpeed(speed)
        def draft = { effects -> Footage.draft((VIDEO): [segment.withEffects(effects)]) }
        def onsets = { effects ->
            Footage.onsets(new Renderer(TestMedia.FFMPEG, folder).render(draft(effects), Footage.lookup(), Output.of(Container.WAV),
                    folder.resolve("${UUID.randomUUID()}.wav"), {}, new CancelSignal()).file())
        }

        when:
        def as = onsets([])
        def shifted = onsets([pitch(semitones)])

        then: 'within a frame'
        as.size() >= 2
        as.every { at -> shifted.any { Math.abs(it - at) < 0.034 } }

        where:
        speed | semitones
        1d    | -5
        1d    | 5
        1.5d  | 3
    }

    def 'only the range is shifted, and its edges do not click'() {
        when:
        def tone = Footage.tone(440, 3)
        def file = heard([Footage.segment(tone, 0, 700), Footage.segment(tone, 700, 600, 700).withEffects([pitch(5)]), Footage.segment(tone, 1300, 700, 1300)])

        then:
        Math.abs(Footage.pitch(file, 0.1, 0.6) - 440) < 4
        Math.abs(Footage.pitch(file, 0.8, 1.2) - 587.3) < 6
        Math.abs(Footage.pitch(file, 1.4, 1.9) - 440) < 4
        and: 'no step is larger than the steepest of the tone itself, at either level'
        def samples = Footage.samples(file)
        (1..<samples.length).every { Math.abs(samples[it] - samples[it - 1]) < 0.5 * 2 * Math.PI * 600 / 48000 * 1.3 }
    }

    def 'the music alone, and back to the recorded pitch'() {
        given:
        def scored = apply(project(), 'Add the music "song.mp3"').project()

        when:
        def done = apply(scored, 'Shift the pitch by -3 semitones from 0:02 to 0:04 on the music')

        then:
        done.project().draft().tracks(AUDIO)[0].segments()*.effects()*.size() == [0, 1, 0]
        Timelines.video(done.project().draft()).segments()*.effects().flatten().empty
        and:
        def back = apply(done.project(), 'Shift the pitch by 0 semitones on the music')
        back.project().draft().tracks(AUDIO)[0].segments()*.effects().flatten().empty
        apply(back.project(), 'Shift the pitch by 0 semitones') instanceof Outcome.Unchanged
    }

    def 'sound put in place of the recorded one is shifted with it'() {
        given:
        def replaced = apply(project().withMedia(sound('voice.wav', 30_000)), 'Replace the sound with "voice.wav"').project()

        when:
        def done = apply(replaced, 'Shift the pitch by 4 semitones from 0:02 to 0:05')

        then:
        done.project().draft().tracks(AUDIO).find { it.sound() }.segments()*.effects() == [[], [pitch(4)], []]
        done.phrase().english() == "Raised the pitch of the footage's sound (0:02-0:05) by 4 semitones."
    }
}
