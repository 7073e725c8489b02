package io.retake.engine

import io.retake.engine.measure.Measured
import io.retake.engine.measure.Meter
import io.retake.engine.media.TestMedia
import io.retake.engine.process.CancelSignal
import io.retake.engine.render.Flashes
import io.retake.engine.render.QualityTable
import java.nio.file.Files
import java.nio.file.Path

/** Sound that is off its picture, put right by a sentence, and measured in the file that comes out. */
class SyncExportSpec extends EngineSpecification {
    def 'a recorder that was started 200 ms before the camera is heard with the picture'() {
        given:
        def camera = TestMedia.clip('sync-camera.mov', '-f', 'lavfi', '-i', 'color=gray:s=64x36:r=25:d=6', '-i', Measured.talk('sync-camera.wav', 0.02d).toString(),
                '-map', '0:v', '-map', '1:a', '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'pcm_s16le')
        def recorder = Measured.talk('measure-rec-200.wav', 0.01d, 'adelay=200:all=1')
        def out = owner(start()).exported([camera, recorder], 'Sync the sound to "measure-rec-200.wav"')

        when:
        double before = apart(recorder, camera)
        double after = apart(out, camera)
        QualityTable.row('`syncAudio reference:`', 'a recording that is 200 ms off: offset of the exported sound', String.format(Locale.ROOT, '%.1f ms', before), String.format(Locale.ROOT, '%.1f ms', after))

        then:
        Math.abs(before - 200) < 1
        Math.abs(after) < 10

        cleanup:
        Files.deleteIfExists(out)
    }

    private double apart(Path one, Path camera) {
        def meter = new Meter(TestMedia.FFMPEG, data.resolve('cache'))
        -meter.match(camera, Measured.info(camera), one, Measured.info(one), new CancelSignal()).get().offset().toNanos() / 1e6
    }

    def "a wrong start and a drift that the file's times show are corrected automatically"() {
        given: 'sound that begins 200 ms late and runs 0.5 % fast, of a film of 24 s with a flash and a beep each second'
        def off = TestMedia.clip('sync-off.mov',
                '-f', 'lavfi', '-i', "color=black:s=64x36:r=30:d=24,format=yuv420p,drawbox=t=fill:c=white:enable='lt(mod(n\\,30)\\,3)'",
                '-itsoffset', '0.2', '-f', 'lavfi', '-i', "aevalsrc=exprs='0.5*sin(2*PI*1000*t)*lt(mod(t\\,1)\\,0.08)':s=48000:d=24,asetrate=48240,aresample=48000",
                '-map', '0:v', '-map', '1:a', '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'pcm_s16le')
        def out = owner(start()).exported([off], 'Sync the sound automatically')

        when:
        def before = apart(off)
        def after = apart(out)
        QualityTable.row('`syncAudio auto`', 'sound that begins 200 ms late and runs 0.5 % fast: largest offset, first to last second', shown(before), shown(after))

        then:
        largest(before) > 0.1
        largest(after) < 0.04
        Math.abs(after[-1] - after[0]) < 0.02

        cleanup:
        Files.deleteIfExists(out)
    }

    /** How much later each beep is than its flash, in seconds. */
    private static List<Double> apart(Path film) {
        def flashes = Flashes.seen(film, 1 / 30d)
        def beeps = Flashes.heard(film)
        flashes.findAll { it > 0.5 && it < 23.5 }.collect { Flashes.nearest(beeps, it) - it }
    }

    private static double largest(List<Double> apart) {
        apart.collect { Math.abs(it) }.max()
    }

    private static String shown(List<Double> apart) {
        String.format(Locale.ROOT, '%.0f ms, %+.0f ms', 1000 * largest(apart), 1000 * (apart[-1] - apart[0]))
    }
}
