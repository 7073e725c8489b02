package io.retake.engine.render

import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.engine.render.timeline.Quality
import io.retake.core.draft.Canvas
import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.core.draft.Segment
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.UpscaleMethod
import io.retake.engine.process.CancelSignal
import io.retake.engine.process.Cancelled
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Exports whose footage is enlarged by a network on its way, by what comes out. */
class EnlargedSpec extends Specification {
    @TempDir
    Path folder

    def cleanup() {
        assert Files.list(folder).withCloseable { it.toList()*.fileName*.toString() }.every { it in ['cache', 'out.mp4', 'out.png'] }
        assert Thread.allStackTraces.keySet().every { !(it.name in ['retake-feed', 'retake-neural']) || !it.alive }
    }

    def 'every frame is where it is without the network: #what'() {
        given:
        def draft = sized(Footage.draft((VIDEO): segments.call()), 384, 216)

        when:
        def plain = Footage.numbers(render(draft))
        def enlarged = Footage.numbers(render(with(draft, UpscaleMethod.AUTO)))

        then:
        plain.size() > 10
        enlarged == plain

        where:
        what                                 | segments
        'cuts back and forth, one fast'      | { [piece(0, 400, 2000), piece(400, 300, 500), piece(700, 400, 1000).withSpeed(2)] }
        'backwards, and a picture held'      | { [piece(0, 500, 1000).withEffects([new Effect.ReverseFx()]), piece(500, 300, 2500).withFrozen(true)] }
    }

    def 'a picture that was halved comes back nearer to what it was, by #method'() {
        given: 'lines and edges, which are what the networks know'
        def whole = TestMedia.clip('drawn-gray.mp4', '-f', 'lavfi', '-i', "testsrc2=s=384x216:r=10:d=0.5,hue=s=0,format=yuv420p,$BT709", '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0')
        def half = TestMedia.clip('drawn-gray-half.mp4', '-i', whole.toString(), '-vf', "scale=192:108:flags=area,$BT709", '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0')
        def draft = sized(Footage.draft((VIDEO): [Footage.segment(half, 0, 500)]), 384, 216)

        expect:
        psnr(render(with(draft, method)), whole) > psnr(render(draft), whole) + least

        where:
        method               | least
        UpscaleMethod.AUTO   | 0.3
        UpscaleMethod.NEURAL | 0.5
    }

    @Requires({ Files.exists(Path.of(System.getProperty('retake.footage'), 'old-film.mp4')) })
    def 'sharp footage gains by the network, colours stay'() {
        given:
        def source = Path.of(System.getProperty('retake.footage'), 'old-film.mp4').toString()
        def whole = TestMedia.clip('film.mp4', '-ss', '3', '-i', source, '-frames:v', '4', '-an', '-vf', "crop=640:360,format=yuv420p,$BT709", '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0')
        def half = TestMedia.clip('film-half.mp4', '-i', whole.toString(), '-vf', "scale=320:180:flags=area,$BT709", '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0')
        def draft = sized(Footage.draft((VIDEO): [Footage.segment(half, 0, 120)]), 640, 360)

        when:
        def plain = render(draft)
        double fast = psnr(plain, whole)
        def color = Footage.color(plain, 0)
        def enlarged = render(with(draft, UpscaleMethod.NEURAL))

        then:
        psnr(enlarged, whole) > fast + 0.3
        [color, Footage.color(enlarged, 0)].transpose().every { Math.abs(it[0] - it[1]) <= 1 }
    }

    def 'a still needs one enlarged picture'() {
        given:
        def draft = with(sized(Footage.draft((VIDEO): [piece(0, 3000, 500)]), 384, 216), UpscaleMethod.AUTO)
        def output = new Output(Container.PNG, Quality.HIGH, Optional.empty(), Optional.empty(), Optional.empty(), java.time.Duration.ofMillis(1000))

        expect:
        Files.size(render(draft, output)) > 0
    }

    def 'cancelled half-way, nothing is left'() {
        given:
        def draft = with(sized(Footage.draft((VIDEO): [piece(0, 3900, 0)]), 1920, 1080), UpscaleMethod.NEURAL)
        def cancel = new CancelSignal()

        when:
        new Renderer(TestMedia.FFMPEG, folder.resolve('cache')).render(draft, Footage.lookup(), Output.of(Container.MP4),
                folder.resolve('out.mp4'), { if (it > 1) { cancel.cancel() } }, cancel)

        then:
        thrown Cancelled
        !Files.exists(folder.resolve('out.mp4'))
        ProcessHandle.current().descendants().noneMatch { it.info().command().orElse('').endsWith('ffmpeg') }
    }

    private static Segment piece(long start, long length, long from) {
        Footage.segment(Footage.counter(), start, length, from)
    }

    private static Draft sized(Draft draft, int width, int height) {
        draft.withCanvas(new Canvas(width, height, Fit.PAD, true))
    }

    private static Draft with(Draft draft, UpscaleMethod method) {
        draft.withEffects([new Effect.UpscaledFx(method)])
    }

    private Path render(Draft draft, Output output = Output.of(Container.MP4)) {
        new Renderer(TestMedia.FFMPEG, folder.resolve('cache')).render(draft, Footage.lookup(), output,
                folder.resolve('out.' + output.container().extension()), {}, new CancelSignal()).file()
    }

    private static final String BT709 = 'setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709'

    /** Of the luma, over all frames. */
    private static double psnr(Path got, Path wanted) {
        byte[] a = Footage.raw(got, '-map', '0:v', '-fps_mode', 'passthrough', '-vf', 'format=yuv420p,extractplanes=y', '-f', 'rawvideo')
        byte[] b = Footage.raw(wanted, '-map', '0:v', '-fps_mode', 'passthrough', '-vf', 'format=yuv420p,extractplanes=y', '-f', 'rawvideo')
        Psnr.of(a, b)
    }
}
