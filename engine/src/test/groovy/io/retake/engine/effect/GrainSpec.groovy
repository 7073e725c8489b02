package io.retake.engine.effect

import io.retake.engine.filter.PictureStretch
import static io.retake.core.draft.TrackType.VIDEO

import io.retake.core.draft.Canvas
import io.retake.core.draft.Effect
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.Strength
import io.retake.engine.process.CancelSignal
import io.retake.engine.media.TestMedia
import io.retake.engine.render.timeline.Container
import io.retake.engine.render.Footage
import io.retake.engine.render.timeline.Output
import io.retake.engine.render.Renderer
import io.retake.engine.filter.PictureStretch
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Grain by what it does to pictures of one color. */
class GrainSpec extends Specification {
    private static final int WIDTH = 320
    private static final int HEIGHT = 180

    @TempDir
    Path folder

    private Path made(String color, Container format, Effect... effects) {
        def draft = Footage.draft((VIDEO): [Footage.segment(Footage.plain(color, "${WIDTH}x$HEIGHT"), 0, 200).withEffects(effects as List)])
                .withCanvas(new Canvas(WIDTH, HEIGHT, Fit.PAD, false))
        new Renderer(TestMedia.FFMPEG, folder).render(draft, Footage.lookup(), Output.of(format),
                folder.resolve("${UUID.randomUUID()}.${format.extension()}"), {}, new CancelSignal()).file()
    }

    /** The pixels of a still, which no encoder has smoothed: light, red, green or blue. */
    private byte[] still(String color, String plane, Effect... effects) {
        def filter = plane == 'light' ? 'format=gray' : "format=gbrp,extractplanes=${plane[0]}"
        Footage.raw(made(color, Container.PNG, effects), '-vf', filter, '-f', 'rawvideo')
    }

    /** The light of each frame of a film, as it is stored. */
    private List<byte[]> frames(String color, Effect... effects) {
        def bytes = Footage.raw(made(color, Container.MP4, effects), '-map', '0:v', '-vf', 'extractplanes=y', '-f', 'rawvideo')
        int size = WIDTH * HEIGHT
        (0..<bytes.length.intdiv(size)).collect { Arrays.copyOfRange(bytes, it * size, (it + 1) * size) }
    }

    private static double mean(byte[] pixels) {
        long sum = 0
        for (byte pixel : pixels) {
            sum += pixel & 0xff
        }
        sum / pixels.length
    }

    private static double deviation(byte[] pixels) {
        double middle = mean(pixels)
        double sum = 0
        for (byte pixel : pixels) {
            double off = (pixel & 0xff) - middle
            sum += off * off
        }
        Math.sqrt(sum / pixels.length)
    }

    private static double differing(byte[] a, byte[] b) {
        int count = 0
        for (int i = 0; i < a.length; i++) {
            count += a[i] == b[i] ? 0 : 1
        }
        count / a.length
    }

    def 'light differs from pixel to pixel, the more the stronger, and is as much as before in all'() {
        given:
        def stills = [[], [new Effect.GrainFx(Strength.LIGHT)], [new Effect.GrainFx(Strength.MEDIUM)], [new Effect.GrainFx(Strength.STRONG)]].collect { still('gray', 'light', *it) }
        def spread = stills.collect { deviation(it) }
        def means = stills.collect { mean(it) }

        expect:
        spread[0] < 0.5
        spread[1] > 2
        spread[2] > 1.3 * spread[1]
        spread[3] > 1.3 * spread[2]
        means.max() - means.min() < 1
    }

    def 'it moves from frame to frame, and is the same each time the film is made'() {
        given:
        def once = frames('gray', new Effect.GrainFx(Strength.STRONG))
        def again = frames('gray', new Effect.GrainFx(Strength.STRONG))
        def moved = (1..<once.size()).collect { differing(once[it], once[it - 1]) }
        boolean same = [once, again].transpose().every { Arrays.equals(it[0], it[1]) }

        expect: 'most pixels of a frame are others than those of the frame before'
        once.size() == 6
        moved.min() > 0.5
        same
    }

    def 'it has no color'() {
        given:
        def planes = ['red', 'green', 'blue'].collect { still('gray', it, new Effect.GrainFx(Strength.STRONG)) }
        double apart = differing(planes[0], planes[1]) + differing(planes[1], planes[2])

        expect:
        apart < 0.01
    }

    def 'no pixel is darker than black or brighter than white, before the encoder (#color)'() {
        given:
        def on = [canvas: { new Canvas(WIDTH, HEIGHT, Fit.PAD, false) }] as PictureStretch
        def filters = new GrainEffect().filters(new Effect.GrainFx(Strength.STRONG), on)*.text().join(',')
        def light = Footage.raw(Footage.plain(color, "${WIDTH}x$HEIGHT"), '-frames:v', '2', '-vf', "$filters,extractplanes=y", '-f', 'rawvideo')
        def values = (light as List).collect { it & 0xff } as Set

        expect:
        values.min() in least
        values.max() in most
        values.size() > 10

        where: 'half of the grain is left'
        color   || least    | most
        'black' || 16..16   | 20..80
        'white' || 180..230 | 235..235
    }

    def 'it lies on the finished picture: after a vignette'() {
        expect:
        EffectList.placed([new Effect.GrainFx(Strength.LIGHT)], new Effect.VignetteFx(Strength.LIGHT)) == [new Effect.VignetteFx(Strength.LIGHT), new Effect.GrainFx(Strength.LIGHT)]
    }
}
