package io.retake.engine.render

import static io.retake.core.draft.TrackType.VIDEO

import io.retake.core.draft.Draft
import io.retake.engine.media.CancelSignal
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
        def scene = Scene.of(draft, Footage.lookup(), Output.of(Container.MP4))
        Reels.of(scene, true, true).all().size() <= inputs

        where:
        how         | inputs | order
        'in order'  | 1      | (0..<500).toList()
        'at random' | 16     | (0..<40).toList().tap { Collections.shuffle(it, new Random(7)) }
        'backwards' | 20     | (0..<20).toList().reverse()
        count = order.size()
    }
}
