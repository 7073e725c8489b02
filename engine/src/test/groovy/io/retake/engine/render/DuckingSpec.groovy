package io.retake.engine.render

import static io.retake.core.draft.TrackType.AUDIO
import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.engine.process.CancelSignal
import io.retake.engine.media.TestMedia
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class DuckingSpec extends Specification {
    @TempDir
    Path folder

    private Path render(Draft draft, Container container) {
        new Renderer(TestMedia.FFMPEG, folder.resolve('cache')).render(draft, Footage.lookup(), Output.of(container),
                folder.resolve('out.' + container.extension()), {}, new CancelSignal()).file()
    }

    /** How much of a tone is there, by Goertzel: its amplitude. */
    private static double amplitude(Path sound, double hertz, double from, double to) {
        float[] samples = Footage.samples(sound)
        int a = (from * 48000) as int
        int n = ((to - from) * 48000) as int
        double re = 0
        double im = 0
        for (int i = 0; i < n; i++) {
            double w = 2 * Math.PI * hertz * i / 48000
            re += samples[a + i] * Math.cos(w)
            im += samples[a + i] * Math.sin(w)
        }
        2 * Math.sqrt(re * re + im * im) / n
    }

    def 'music gives way while the footage is loud, comes back after it, and the footage stays as it is'() {
        given: 'footage that speaks from second 1 to second 2 of 4, at 400 Hz'
        def talk = TestMedia.clip('talk-1-2.mov', '-i', Footage.plain('gray', '192x108', 4).toString(), '-f', 'lavfi', '-i',
                "aevalsrc=exprs='0.4*sin(2*PI*400*t)*between(t\\,1\\,2)':s=48000:d=4", '-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-c:a', 'pcm_s16le')
        def music = Footage.segment(Footage.tone(2000, 4, 0.2), 0, 4000)
        def tracks = { fx -> Footage.draft((VIDEO): [Footage.segment(talk, 0, 4000)], (AUDIO): [music.withEffects(fx)]) }

        when:
        def ducked = render(tracks([new Effect.DuckFx()]), Container.WAV)
        def before = amplitude(ducked, 2000, 0.2, 0.9)
        def voice = amplitude(ducked, 400, 1.3, 1.9)
        def under = amplitude(ducked, 2000, 1.3, 1.9)
        def after = amplitude(ducked, 2000, 3.4, 3.9)

        then: 'while it speaks, at least 6 dB lower; before and after, as loud as it was'
        under < 0.5 * before
        Math.abs(voice - 0.4) < 0.02 // recorded in mono: as loud in both ears
        Math.abs(before - 0.2) < 0.01
        Math.abs(after - 0.2) < 0.02

        when: 'it is not asked for'
        def plain = render(tracks([]), Container.WAV)

        then: 'music stays, and the footage is no louder'
        Math.abs(amplitude(plain, 2000, 1.3, 1.9) - 0.2) < 0.01
        Math.abs(amplitude(plain, 400, 1.3, 1.9) - voice) < 0.01
    }
}
