package io.retake.engine.effect

import static io.retake.core.draft.TrackType.VIDEO
import static io.retake.engine.agent.Given.*

import io.retake.core.draft.Canvas
import io.retake.core.draft.Effect
import io.retake.core.edit.value.Area
import io.retake.core.edit.value.Direction
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.Strength
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

/** Blurs and blocks by what is left of stripes whose width is known. */
class BlurSpec extends Specification {
    private static final int WIDTH = 320
    private static final int HEIGHT = 180

    @TempDir
    Path folder

    /** Vertical stripes, black and white in turn, as wide as a share of the height. */
    private static Path stripes(double share, String format = 'yuv420p') {
        int wide = Math.round(share * HEIGHT)
        TestMedia.clip("stripes-$wide-${format}.mkv", '-f', 'lavfi', '-i',
                "color=s=${WIDTH}x$HEIGHT:r=25:d=0.4,format=yuv420p,geq=lum='if(mod(floor(X/$wide)\\,2)\\,235\\,16)':cb=128:cr=128",
                '-c:v', format == 'yuv420p' ? 'libx264' : 'ffv1', *(format == 'yuv420p' ? ['-preset', 'ultrafast', '-crf', '10'] : []), '-pix_fmt', format)
    }

    /** The light of a frame, by column and row. */
    private Closure<Integer> light(Path footage, Effect... effects) {
        def draft = Footage.draft((VIDEO): [Footage.segment(footage, 0, 200).withEffects(effects as List)]).withCanvas(new Canvas(WIDTH, HEIGHT, Fit.PAD, false))
        def png = new Renderer(TestMedia.FFMPEG, folder).render(draft, Footage.lookup(), Output.of(Container.PNG),
                folder.resolve("${UUID.randomUUID()}.png"), {}, new CancelSignal()).file()
        def pixels = Footage.raw(png, '-pix_fmt', 'gray', '-f', 'rawvideo')
        return { int x, int y -> pixels[y * WIDTH + x] & 0xff }
    }

    /** The difference between the lightest and the darkest place of some columns, in a row. */
    private static int contrast(Closure<Integer> light, IntRange columns, int row) {
        def row0 = columns.collect { light(it, row) }
        row0.max() - row0.min()
    }

    def '#name #strength hides stripes of #share of the height, and shows wider ones'() {
        expect:
        contrast(light(stripes(share), effect.newInstance(strength, Area.WHOLE)), 40..280, 90) < 40
        contrast(light(stripes(wider), effect.newInstance(strength, Area.WHOLE)), 40..280, 90) > 60

        where:
        effect          | strength        | share || wider
        Effect.BlurFx   | Strength.LIGHT  | 0.012 || 0.06
        Effect.BlurFx   | Strength.MEDIUM | 0.03  || 0.15
        Effect.BlurFx   | Strength.STRONG | 0.08  || 0.4
        name = effect.simpleName - 'Fx'
    }

    def 'strong blocks are a twelfth of the height, each of one color'() {
        given:
        def seen = light(stripes(0.03), new Effect.PixelateFx(Strength.STRONG, Area.WHOLE))

        expect: 'rows of a block are alike, and next to nothing is left of stripes narrower than one'
        (0..12).every { seen(20, it) == seen(20, 0) }
        contrast(seen, 0..WIDTH - 17, 90) < 130
        (1..WIDTH - 17).count { Math.abs(seen(it, 90) - seen(it - 1, 90)) > 6 } <= WIDTH / 14
    }

    def 'only the area changes, to the pixel (#format)'() {
        given:
        def footage = stripes(0.03, format)
        def plain = light(footage)
        def seen = light(footage, new Effect.BlurFx(Strength.STRONG, new Area(25, 20, 50, 40)))

        expect:
        contrast(seen, 110..210, 70) < 20
        [[0..75, 70], [245..319, 70], [0..319, 30], [0..319, 112]].every { columns, row -> columns.every { Math.abs(seen(it, row) - plain(it, row)) <= tolerance } }

        where: 'a picture in RGB is brought to YUV only once'
        format    || tolerance
        'yuv420p' || 0
        'gbrp'    || 2
    }

    def 'what is done to the picture later moves the area with it'() {
        given:
        def left = new Effect.BlurFx(Strength.STRONG, Area.read('left half').get())
        def seen = light(stripes(0.05), left, new Effect.FlipFx(Direction.HORIZONTAL))

        expect:
        contrast(seen, 190..290, 90) < 20
        contrast(seen, 30..130, 90) > 150
    }

    private static List<Effect> effects(Outcome done) {
        Timelines.video(done.project().draft()).segments()[0].effects()
    }

    def 'an area is one of the canvas, whose shape may change later'() {
        given: 'of 1280 by 720 the vertical canvas shows the middle 405 columns'
        def vertical = apply(project(), 'Change the aspect ratio to 9:16').project()

        expect:
        effects(apply(vertical, 'Blur the picture in the right half on clip 1')) == [new Effect.BlurFx(Strength.MEDIUM, new Area(50, 0, 15.82, 100))]
        and: 'with bars, the part of it that is picture'
        def padded = apply(project(), 'Change the aspect ratio to 9:16 with pad').project()
        effects(apply(padded, 'Pixelate the picture at strong strength in the bottom half on clip 1')) == [new Effect.PixelateFx(Strength.STRONG, new Area(0, 50, 100, 50))]
        and: 'and where there is none, it says so'
        def refused = apply(padded, 'Blur the picture in the 0%,0%,20%,10%')
        refused instanceof Outcome.Refused
        refused.phrase().english().startsWith('The area "0%,0%,20%,10%" shows no part of the footage')
    }

    def 'another area is added, and the same one replaced'() {
        given:
        def one = apply(project(), 'Blur the picture in the left half').project()

        expect:
        effects(apply(one, 'Blur the picture at strong strength in the left half'))*.strength() == [Strength.STRONG]
        effects(apply(one, 'Blur the picture in the top right'))*.area()*.text() == ['left half', 'top right']
        apply(one, 'Blur the picture in the left half') instanceof Outcome.Unchanged
    }

    def 'a range is blurred, and only that'() {
        when:
        def done = apply(project(), 'Blur the picture at strong strength in the center from 0:02 to 0:05')

        then:
        Timelines.video(done.project().draft()).segments().take(3)*.effects()*.size() == [0, 1, 0]
        done.phrase().english() == 'Blurred the center in 0:02-0:05 (strong).'
        done.phrase().chinese() == '已将中间（0:02-0:05）模糊（强）。'
    }
}
