package io.retake.engine.render

import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.core.draft.Segment
import io.retake.engine.process.CancelSignal
import io.retake.engine.media.TestMedia
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The sound at cuts and transitions between clips. */
class JoinsSpec extends Specification {
    @TempDir
    Path folder

    /** A tone of 250 Hz under a picture of 30 frames a second. */
    private static Path film() {
        TestMedia.clip('joins.mov', '-i', Footage.plain('gray', '192x108', 4).toString(), '-i', Footage.tone(250, 4).toString(),
                '-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-c:a', 'pcm_f32le')
    }

    private float[] heard(List<Segment> segments) {
        Footage.samples(new Renderer(TestMedia.FFMPEG, folder.resolve('cache')).render(Footage.draft((VIDEO): segments), Footage.lookup(),
                Output.of(Container.WAV), folder.resolve('out.wav'), {}, new CancelSignal()).file())
    }

    /** The largest step from one sample to the next: 0.0164 in the tone itself. */
    private static double step(float[] samples) {
        (1..<samples.length).collect { Math.abs(samples[it] - samples[it - 1]) }.max()
    }

    def 'a join of unlike waves does not click'() {
        given: 'twenty pieces, each from another place of the wave'
        def segments = (0..<20).collect { Footage.segment(film(), it * 150, 150, 37 * ((it * 7) % 20)) }

        expect: 'no step longer than a wave of full level has within 6 ms; a bare cut jumps by up to 1'
        step(heard(segments)) < 0.03
    }

    def 'a clip that is only split sounds as before, wherever it is split (at #ms ms)'() {
        given:
        def whole = heard([Footage.segment(film(), 0, 3000)])

        when:
        def split = heard([Footage.segment(film(), 0, ms), Footage.segment(film(), ms, 3000 - ms, ms)])

        then:
        split.length == whole.length
        (0..<whole.length).every { Math.abs(split[it] - whole[it]) < 0.001f }

        where:
        ms << [1000, 1010, 1777]
    }
}
