package io.retake.engine.effect

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
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** A vignette by the light that is left, on pictures of one brightness. */
class VignetteSpec extends Specification {
    @TempDir
    Path folder

    /** How much of its light the frame keeps at a place, in shares of its width and height. */
    private Closure<Double> seen(String color, int width, int height, Effect... effects) {
        def footage = Footage.plain(color, "${width}x$height")
        def draft = Footage.draft((VIDEO): [Footage.segment(footage, 0, 200).withEffects(effects as List)]).withCanvas(new Canvas(width, height, Fit.PAD, false))
        def png = new Renderer(TestMedia.FFMPEG, folder).render(draft, Footage.lookup(), Output.of(Container.PNG),
                folder.resolve("${UUID.randomUUID()}.png"), {}, new CancelSignal()).file()
        def pixels = Footage.raw(png, '-pix_fmt', 'gray', '-f', 'rawvideo')
        return { double x, double y -> (pixels[Math.round(y * (height - 1)) * width + Math.round(x * (width - 1)) as int] & 0xff) / 255d }
    }

    def 'it follows the shape of a frame of #width by #height'() {
        when:
        def light = seen('white', width, height, new Effect.VignetteFx(Strength.MEDIUM))

        then: 'the middle keeps its light, and all corners lose the same'
        light(0.5, 0.5) > 0.99
        [[0, 0], [1, 0], [0, 1], [1, 1]].every { Math.abs(light(*it) - 0.45) < 0.03 }
        and: 'the middle of each side has as much as that of the others, whatever its length'
        [[0, 0.5], [1, 0.5], [0.5, 0], [0.5, 1]].every { Math.abs(light(*it) - 0.68) < 0.03 }
        and: 'it falls from the middle to the corner without a step'
        (1..20).every { def step = light((it - 1) / 40d, (it - 1) / 40d) - light(it / 40d, it / 40d); step <= 0.01 && step > -0.06 }

        where:
        width | height
        320   | 180
        180   | 320
        200   | 200
        330   | 140
    }

    def 'more strength leaves less light in the corners: #strength'() {
        expect:
        Math.abs(seen('white', 160, 90, new Effect.VignetteFx(strength))(0, 0) - corner) < 0.03

        where:
        strength        || corner
        Strength.LIGHT  || 0.65
        Strength.MEDIUM || 0.45
        Strength.STRONG || 0.25
    }

    def 'shadows get darker in proportion, and black stays black'() {
        expect:
        Math.abs(seen('0x303030', 160, 90, new Effect.VignetteFx(Strength.STRONG))(0, 0) - 0x30 / 255d * 0.25) < 0.02
        seen('black', 160, 90, new Effect.VignetteFx(Strength.STRONG))(0.5, 0.5) < 0.01
    }

    def 'a zoom comes before it, so that it stays on the frame'() {
        expect:
        EffectList.placed([new Effect.VignetteFx(Strength.LIGHT)], new Effect.ZoomFx(1, 2)) == [new Effect.ZoomFx(1, 2), new Effect.VignetteFx(Strength.LIGHT)]
    }
}
