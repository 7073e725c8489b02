package io.retake.engine.render

import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.graph.MediaInputs
import io.retake.engine.render.graph.OpenInputs
import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.engine.render.timeline.RenderException
import io.retake.engine.render.timeline.RenderTimeline
import io.retake.core.draft.Canvas
import io.retake.core.draft.Draft
import io.retake.core.edit.value.Fit
import io.retake.engine.process.CancelSignal
import io.retake.engine.media.TestMedia
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ManyCutsSpec extends Specification {
    @TempDir
    Path folder

    private Path render(Draft draft) {
        new Renderer(TestMedia.FFMPEG, folder).render(draft, Footage.lookup(), Output.of(Container.MP4),
                folder.resolve('out.mp4'), { }, new CancelSignal()).file()
    }

    /** Pieces of five frames in that order. */
    private static Draft pieces(Path clip, List<Integer> order) {
        def at = { int n -> Math.round(n * 1000 / 6) as long }
        Footage.draft((VIDEO): order.withIndex().collect { piece, i ->
            Footage.segment(clip, at(i), at(i + 1) - at(i), at(piece))
        })
    }

    def '#count cuts #how stay one run, and right frame by frame'() {
        given:
        def clip = Footage.counter('30', 90)
        def draft = pieces(clip, order)

        when:
        def out = render(draft)

        then:
        Footage.numbers(out) == order.collectMany { piece -> (piece * 5..<piece * 5 + 5).toList() }

        and: 'few inputs: each is a decoder, with its threads and its pictures in memory'
        def scene = RenderTimeline.of(draft, Footage.lookup(), Output.of(Container.MP4))
        MediaInputs.of(scene, true, true).all().size() <= inputs

        where:
        how         | inputs | order
        'in order'  | 1      | (0..<500).toList()
        'at random' | 16     | (0..<40).toList().tap { Collections.shuffle(it, new Random(7)) }
        'backwards' | 20     | (0..<20).toList().reverse()
        'backwards' | 1      | (0..<60).toList().reverse()
        count = order.size()
    }

    def 'clips that go back too often for their size are kept by several inputs, each within bounds'() {
        given: 'a canvas of which 86 frames are 256 MB'
        def draft = pieces(Footage.counter('30', 90), (0..<60).toList().reverse()).withCanvas(new Canvas(1920, 1080, Fit.PAD, false))

        when:
        def reels = MediaInputs.of(RenderTimeline.of(draft, Footage.lookup(), Output.of(Container.MP4)), true, true).all()

        then:
        reels.size() == 4
        reels.every { reel -> reel.clips().sum { it.end() - it.start() } <= 86 }
    }

    def 'more inputs than the memory holds are refused before they are opened'() {
        given:
        def scene = RenderTimeline.of(pieces(Footage.counter('30', 90), (0..<20).toList().reverse()), Footage.lookup(), Output.of(Container.MP4))
        def reels = MediaInputs.of(scene, true, true).all()

        when:
        OpenInputs.check(reels, 256L << 20)

        then:
        noExceptionThrown()

        when:
        OpenInputs.check(reels, 128L << 20)

        then:
        def e = thrown(RenderException)
        e.message.contains('20 inputs would be open at once, which takes about 0.1 GB of memory; this machine has 0.1 GB. Export it in parts')
    }
}
