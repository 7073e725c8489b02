package io.retake.engine.render.graph

import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.Footage
import io.retake.engine.render.Renderer
import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.engine.filter.Filter
import io.retake.engine.filter.OpenChain
import io.retake.core.draft.Canvas
import io.retake.core.draft.Effect
import io.retake.core.edit.value.Fit
import io.retake.engine.process.CancelSignal
import io.retake.engine.media.Rational
import io.retake.engine.media.TestMedia
import io.retake.engine.media.VideoInfo
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

class CanvasFitSpec extends Specification {
    @TempDir
    Path folder

    /** How near a picture comes to itself, reduced to half and enlarged again by that chain; in dB, brightness only. */
    private double psnr(String source, String chain) {
        def note = folder.resolve('psnr.txt')
        TestMedia.ffmpeg('-f', 'lavfi', '-i', source, '-frames:v', '4', '-filter_complex',
                "[0:v]format=yuv420p,split[o][d];[d]scale=320:180:flags=area,$chain[u];[u][o]psnr=stats_file='$note'", '-f', 'null', '-')
        def values = Files.readAllLines(note).collect { (it =~ /psnr_y:([0-9.]+)/)[0][1] as double }
        values.sum() / values.size()
    }

    def 'enlarging keeps more than bicubic does (#what)'() {
        given:
        def tags = new VideoInfo.ColorTags(Optional.of('bt709'), Optional.of('bt709'), Optional.of('bt709'), Optional.of('tv'))
        def video = new VideoInfo('h264', 320, 180, Rational.ONE, 0, 'yuv420p', 8, new Rational(30, 1), false, OptionalLong.empty(), tags, false, Duration.ZERO)
        def chain = Filter.text(new CanvasFit(video, new Canvas(640, 360, Fit.PAD, true), 'x').fitted(OpenChain.from()).filters())

        expect:
        psnr(source, chain) > psnr(source, 'scale=640:360:flags=bicubic') + least

        where: 'drawn lines of one pixel are not among them: bicubic is nearer there'
        what      | source                                                                                                  || least
        'drawn'   | 'mandelbrot=s=640x360:r=5'                                                                              || 0.1
        'texture' | 'color=gray:s=640x360:r=5,format=yuv420p,noise=alls=100:all_seed=5,gblur=sigma=1.2,eq=contrast=3' || 0.1
    }

    def 'real footage of every kind comes out as asked'() {
        given:
        def footage = Path.of(System.getProperty('retake.footage'))
        def files = Files.isDirectory(footage) ? Files.list(footage).withCloseable { it.filter { !it.toString().endsWith('.md') }.toList() } : []

        expect:
        files.every { file ->
            def draft = Footage.draft((VIDEO): [Footage.segment(file, 0, 1000, 2000).withEffects([new Effect.AutoColorFx()])])
                    .withCanvas(new Canvas(640, 360, Fit.PAD, true))
            def rendered = new Renderer(TestMedia.FFMPEG, folder.resolve('cache'))
                    .render(draft, Footage.lookup(), Output.of(Container.MP4), folder.resolve('out.mp4'), { }, new CancelSignal())
            with(rendered.info()) {
                assert video().get().width() == 640
                assert video().get().frameRate() == Footage.info(file).video().get().frameRate().snappedRate()
                assert hasSound() == Footage.info(file).hasSound()
            }
            true
        }
    }
}
