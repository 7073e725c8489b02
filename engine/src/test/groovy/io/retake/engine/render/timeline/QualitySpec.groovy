package io.retake.engine.render.timeline

import static io.retake.core.draft.TrackType.AUDIO
import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.Footage
import io.retake.engine.render.QualityTable
import io.retake.engine.render.Renderer
import io.retake.core.draft.Canvas
import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Strength
import io.retake.engine.measure.Measured
import io.retake.engine.measure.Meter
import io.retake.engine.process.CancelSignal
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** The figures of {@code docs/quality.md}, on media of which the truth is known; {@code bench/quality} runs it. */
@Requires({ Boolean.getBoolean('retake.quality') })
class QualitySpec extends Specification {
    @TempDir
    Path folder

    private Path render(Draft draft, Output output = Output.of(Container.MP4)) {
        new Renderer(TestMedia.FFMPEG, folder.resolve('cache')).render(draft, Footage.lookup(), output,
                folder.resolve("out-${UUID.randomUUID()}." + output.container().extension()), {}, new CancelSignal()).file()
    }

    private Path one(Path file, long ms, Effect... effects) {
        render(Footage.draft((VIDEO): [Footage.segment(file, 0, ms).withEffects(effects as List)]))
    }

    private static void row(String what, String how, String before, String after) {
        QualityTable.row(what, how, before, after)
    }

    private static String number(String pattern, double value) {
        String.format(Locale.ROOT, pattern, value)
    }

    private static Path footage(String name) {
        Path.of(System.getProperty('retake.footage', 'none')).resolve(name)
    }

    def 'shake'() {
        given:
        def meter = new Meter(TestMedia.FFMPEG, folder.resolve('cache'))
        def shake = { Path file -> meter.camera(file, TestMedia.probe(file), new CancelSignal()).get().shake() }
        def films = [['added to steady footage', Measured.shaken(), 3000], ['handheld', footage('shaky-handheld.avi'), 8000]].findAll { Files.exists(it[1]) }

        when:
        def left = films.collect { what, file, ms ->
            double before = shake(one(file, ms))
            double after = shake(one(file, ms, new Effect.StabilizeFx(Strength.MEDIUM)))
            row('`stabilize`', "shake $what, share of the width (RMS)", number('%.4f', before), number('%.4f', after))
            after / before
        }

        then:
        left.every { it < 0.5 }
    }

    def 'pauses'() {
        given:
        def file = Measured.talk()
        def wanted = [1.0, 1.8, 3.0, 4.2]

        when:
        def pauses = new Meter(TestMedia.FFMPEG, folder.resolve('cache')).levels(file, Measured.info(file), new CancelSignal()).get().pauses(Duration.ofMillis(500))
        def found = pauses.collectMany { [it.from(), it.to()] }.collect { it.toNanos() / 1e9 }
        double most = [found, wanted].transpose().collect { Math.abs(it[0] - it[1]) }.max()
        row('`cutSilence`', 'pauses at known times: found, largest error of an end', '2', "${pauses.size()}, ${number('%.0f ms', 1000 * most)}")

        then:
        found.size() == 4
        most < 0.02
    }

    def 'cuts'() {
        when:
        def file = Measured.threeShots()
        def cuts = new Meter(TestMedia.FFMPEG, folder.resolve('cache')).cuts(file, Measured.info(file), new CancelSignal())*.at()*.toMillis()
        row('scenes', 'cuts at frames 25 and 60 of 25 a second', '25, 60', cuts.collect { (it / 40) as int }.join(', '))

        then:
        cuts == [1000, 2400]
    }

    def 'colour'() {
        given:
        def sources = [['drawn', TestMedia.clip('quality-drawn.mp4', '-f', 'lavfi', '-i', 'mandelbrot=s=320x180:r=10,hue=s=0.5', '-t', '1', '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '8', '-pix_fmt', 'yuv420p')],
            ['wildlife', footage('wildlife-720p.mp4')], ['street', footage('cars-768x432.mp4')]].findAll { Files.exists(it[1]) }
        def casts = [['warm light', 'lutrgb=r=min(val*1.12\\,255):b=val*0.75'], ['cold light', 'lutrgb=r=val*0.78:b=min(val*1.12\\,255)'], ['green light', 'lutrgb=r=val*0.85:b=val*0.85']]

        when:
        def gains = sources.collectMany { name, source ->
            def clean = TestMedia.clip("quality-${name}.mkv", '-i', source.toString(), '-t', '1', '-vf', 'fps=10,scale=320:180:out_color_matrix=bt709,format=gbrp', '-an', '-c:v', 'ffv1')
            casts.collect { light, filter ->
                def cast = TestMedia.clip("quality-$name-${light.take(4).trim()}.mkv", '-i', clean.toString(), '-vf', "format=gbrp,$filter", '-an', '-c:v', 'ffv1')
                double before = difference(one(cast, 1000), clean)
                double after = difference(one(cast, 1000, new Effect.AutoColorFx()), clean)
                row('`color auto`', "$name, in $light: mean error in Lab (CIE76)", number('%.1f', before), number('%.1f', after))
                after / before
            }
        }

        then: 'on real footage clearly less, and never more'
        def real = gains.drop(casts.size())
        real.isEmpty() || real.sum() / real.size() < 0.7
        real.every { it < 1.05 }

        and: 'a drawn picture that is blue all over gives little hint of its light: its own blue may be taken for it'
        gains.take(casts.size()).every { it < 1.35 }
    }

    /** The mean distance in CIELAB of two films, pixel by pixel, at 64x36. */
    private static double difference(Path one, Path other) {
        def pixels = { Path p -> Footage.raw(p, '-map', '0:v', '-fps_mode', 'passthrough', '-vf', 'scale=64:36:flags=area:in_color_matrix=bt709,format=rgb24', '-f', 'rawvideo') }
        byte[] a = pixels(one)
        byte[] b = pixels(other)
        int n = Math.min(a.length, b.length).intdiv(3)
        double sum = 0
        for (int i = 0; i < n; i++) {
            double[] p = lab(a, 3 * i)
            double[] q = lab(b, 3 * i)
            sum += Math.sqrt((p[0] - q[0])**2 + (p[1] - q[1])**2 + (p[2] - q[2])**2)
        }
        sum / n
    }

    /** sRGB's display curve and D65. */
    private static double[] lab(byte[] rgb, int at) {
        double[] c = new double[3]
        for (int i = 0; i < 3; i++) {
            double v = (rgb[at + i] & 0xff) / 255d
            c[i] = v <= 0.04045d ? v / 12.92d : Math.pow((v + 0.055d) / 1.055d, 2.4d)
        }
        double x = bent((0.4124d * c[0] + 0.3576d * c[1] + 0.1805d * c[2]) / 0.9505d)
        double y = bent(0.2126d * c[0] + 0.7152d * c[1] + 0.0722d * c[2])
        double z = bent((0.0193d * c[0] + 0.1192d * c[1] + 0.9505d * c[2]) / 1.089d)
        [116 * y - 16, 500 * (x - y), 200 * (y - z)] as double[]
    }

    private static double bent(double t) {
        t > 0.008856d ? Math.cbrt(t) : 7.787d * t + 16 / 116d
    }

    def 'enlarging'() {
        given:
        def whole = TestMedia.clip('quality-large.mkv', '-f', 'lavfi', '-i', 'mandelbrot=s=640x360:r=5', '-frames:v', '4', '-vf', 'scale=out_color_matrix=bt709,format=yuv420p', '-c:v', 'ffv1')
        def films = [[['drawn', whole]], ['wildlife-720p.mp4', 'cars-768x432.mp4', 'old-film.mp4', 'shaky-handheld.avi', 'slate-with-pauses.mp4'].collect { [it, footage(it)] }.findAll { Files.exists(it[1]) }]
                .findAll { !it.isEmpty() }

        when:
        def gains = films.collect { group ->
            def figures = group.collect { name, file -> enlarged(name.takeWhile { it != '.' }, file) }.transpose()*.sum().collect { it / group.size() }
            row('`upscale`, fast', group.size() == 1 ? 'a drawn picture halved and restored (PSNR of brightness), exported; bicubic exported' : "${group.size()} of the footage, four frames each: the mean; bicubic",
                    number('%.2f dB', figures[0]), number('%.2f dB', figures[1]))
            figures[1] - figures[0]
        }

        then:
        gains.every { it > 0 }
        gains.drop(1).every { it > 0.3 }
    }

    /** By bicubic and by ours, each exported alike. */
    private List<Double> enlarged(String name, Path file) {
        def whole = TestMedia.clip("quality-whole-${name}.mkv", '-i', file.toString(), '-an', '-vf', "select='not(mod(n\\,20))',crop=trunc(iw/4)*4:trunc(ih/4)*4:0:0,scale=out_color_matrix=bt709,format=yuv420p,setsar=1,setpts=N/5/TB", '-r', '5', '-frames:v', '4', '-c:v', 'ffv1')
        def half = TestMedia.clip("quality-half-${name}.mkv", '-i', whole.toString(), '-vf', 'scale=iw/2:ih/2:flags=area', '-c:v', 'ffv1')
        def bicubic = TestMedia.clip("quality-bicubic-${name}.mkv", '-i', half.toString(), '-vf', 'scale=iw*2:ih*2:flags=bicubic', '-c:v', 'ffv1')
        def video = Footage.info(whole).video().get()
        def canvas = new Canvas(video.width(), video.height(), Fit.PAD, true)
        [bicubic, half].collect { psnr(render(Footage.draft((VIDEO): [Footage.segment(it, 0, 800)]).withCanvas(canvas)), whole) }
    }

    private double psnr(Path one, Path other) {
        def note = folder.resolve("psnr-${UUID.randomUUID()}.txt")
        TestMedia.ffmpeg('-i', 'file:' + one, '-i', 'file:' + other, '-filter_complex', "[0:v]format=yuv420p[a];[1:v]format=yuv420p[b];[a][b]psnr=stats_file='$note'", '-f', 'null', '-')
        List<Double> values = Files.readAllLines(note).collect { Double.parseDouble((it =~ /psnr_y:([0-9.]+)/)[0][1] as String) }
        values.sum() / values.size()
    }

    def 'noise'() {
        given:
        def clean = TestMedia.clip('quality-clean.mkv', '-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=10:d=2,gblur=1', '-vf', 'scale=out_color_matrix=bt709,format=yuv420p', '-c:v', 'ffv1')
        def noisy = TestMedia.clip('quality-noisy.mkv', '-i', clean.toString(), '-vf', 'noise=alls=12:allf=t:all_seed=3', '-c:v', 'ffv1')

        when:
        double before = psnr(one(noisy, 2000), clean)
        double after = psnr(one(noisy, 2000, new Effect.DenoiseFx(Strength.MEDIUM)), clean)
        row('`denoise`', 'noise added (PSNR of brightness)', number('%.2f dB', before), number('%.2f dB', after))

        then:
        after > before
    }

    def 'loudness'() {
        given:
        def talk = TestMedia.clip('quality-bursts.wav', '-f', 'lavfi', '-i', "aevalsrc=exprs='0.08*sin(2*PI*300*t)*(0.2+lt(mod(t\\,1)\\,0.6))+0.01*random(0)':s=48000:d=8")

        when:
        def errors = [-14d, -23d].collect { target ->
            def draft = Footage.draft((AUDIO): [Footage.segment(talk, 0, 8000)]).withEffects([new Effect.LoudnessFx(new Lufs(target))])
            def made = render(draft, Output.of(Container.WAV))
            double is = new Meter(TestMedia.FFMPEG, folder.resolve('cache')).loudness(made, TestMedia.probe(made), new CancelSignal()).get().integrated()
            row('`loudness`', "asked for, measured in the file", number('%.0f LUFS', target), number('%.1f LUFS', is))
            Math.abs(is - target)
        }

        then:
        errors.every { it < 0.5 }
    }

    def 'pitch'() {
        when:
        def cents = [0.5d, 0.8d, 1.25d, 1.5d, 2d].collect { speed ->
            def segment = Footage.segment(Footage.tone(500, 8), 0, (4000 / speed) as long).withSpeed(speed)
            def out = render(Footage.draft((AUDIO): [segment]), Output.of(Container.WAV))
            1200 * Math.log(crossings(out, 0.3, 3.7 / speed) / 500) / Math.log(2)
        }
        row('`speed`', 'pitch of 500 Hz at speeds of 0.5, 0.8, 1.25, 1.5, 2: largest error', '', number('%.1f cents', cents.collect { Math.abs(it) }.max()))

        then:
        cents.every { Math.abs(it) < 10 }
    }

    /** From the first to the last upward crossing of zero, between samples. */
    private static double crossings(Path sound, double from, double to) {
        float[] s = Footage.samples(sound)
        int first = from * 48000 as int
        int last = to * 48000 as int
        def at = (first..<last).findAll { s[it] < 0 && s[it + 1] >= 0 }.collect { it + s[it] / (double) (s[it] - s[it + 1]) }
        (at.size() - 1) * 48000 / (at[-1] - at[0])
    }
}
