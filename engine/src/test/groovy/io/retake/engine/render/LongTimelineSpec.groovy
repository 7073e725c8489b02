package io.retake.engine.render

import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.engine.render.timeline.Quality
import io.retake.engine.process.CancelSignal
import io.retake.engine.media.TestMedia
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Cuts at times that lie on no frame, of two films of unlike rates, at three speeds, stay in sync to a frame, and none is
 * nearer to it at the beginning than at the end. A hundred in a minute here; {@code bench/sync} takes five hundred in an hour.
 */
class LongTimelineSpec extends Specification {
    private static final int MINUTES = Integer.getInteger('retake.sync.minutes', 1)
    private static final int CUTS = Integer.getInteger('retake.sync.cuts', 100)
    private static final double FRAME = 1001 / 30000d

    @TempDir
    Path folder

    /** Light for three frames and a beep of 80 ms, both from each multiple of that many frames on. */
    private static Path film(String rate, int period, int sampleRate, String exactly) {
        int seconds = MINUTES * 40
        TestMedia.clip("flashes-${rate.replace('/', '-')}-${seconds}.mov",
                '-f', 'lavfi', '-i', "color=black:s=64x36:r=$rate:d=$seconds,format=yuv420p,drawbox=t=fill:c=white:enable='lt(mod(n\\,$period)\\,3)'",
                '-f', 'lavfi', '-i', "aevalsrc=exprs='0.5*sin(2*PI*1000*mod(t\\,$exactly/10))*lt(mod(t\\,$exactly/10)\\,0.08)':s=$sampleRate:d=$exactly,aloop=loop=-1:size=${Math.round(sampleRate * (exactly as double)) as int}",
                '-t', "$seconds", '-c:v', 'libx264', '-preset', 'ultrafast', '-g', '60', '-crf', '20', '-c:a', 'pcm_s16le')
    }

    def 'many cuts stay in sync to a frame'() {
        given: 'films whose flashes are 1.001 s and 1 s apart'
        def films = [[film('30000/1001', 30, 48000, '10.01'), 1.001d], [film('30', 30, 44100, '10'), 1d]]
        def random = new Random(11)
        long each = MINUTES * 60_000L.intdiv(CUTS)
        def at = 0L
        def from = [0L, 0L]
        def wanted = []
        def segments = (0..<CUTS).collect { i ->
            int which = random.nextInt(10) < 7 ? 0 : 1
            double speed = [1, 1, 1, 1, 1, 1, 1.25, 0.8][random.nextInt(8)]
            long length = each - 150 + random.nextInt(301)
            long reach = Math.ceil(length * speed) as long
            if (from[which] + reach > MINUTES * 40_000L - 1000 || random.nextInt(60) == 0) {
                from[which] = Math.max(0L, from[which] - random.nextInt(20_000))
            }
            def segment = Footage.segment(films[which][0], at, length, from[which]).withSpeed(speed)
            double period = films[which][1]
            for (int n = Math.ceil(from[which] / 1000 / period) as int; n * period * 1000 < from[which] + reach; n++) {
                double inside = (n * period * 1000 - from[which]) / speed
                if (inside > 150 && inside < length - 150) { // not at a cut, where a flash is seen and its beep is cut off
                    wanted << (at + inside) / 1000
                }
            }
            at += length
            from[which] += reach + random.nextInt(40)
            segment
        }

        when:
        long begun = System.nanoTime()
        def out = new Renderer(TestMedia.FFMPEG, folder.resolve('cache'))
                .render(Footage.draft((VIDEO): segments).withFps(29.97d), Footage.lookup(), new Output(Container.MP4, Quality.LOW, Optional.empty(), Optional.empty()),
                        folder.resolve('out.mp4'), {}, new CancelSignal()).file()
        double took = (System.nanoTime() - begun) / 1e9
        def flashes = Flashes.seen(out, FRAME)
        def beeps = Flashes.heard(out)
        def pairs = wanted.collect { w -> [w, Flashes.nearest(flashes, w) - w, Flashes.nearest(beeps, w) - w] }
        def apart = pairs.collect { it[2] - it[1] }
        def tenth = apart.size().intdiv(10)
        double drift = median(apart[-tenth..-1]) - median(apart[0..<tenth])
        println String.format(Locale.ROOT, 'Sync over %d min, %d cuts, %d flashes: sound against picture %.1f ms at most, 95 %% within %.1f ms, drift %.2f ms; picture off its place %.1f ms at most, sound %.1f ms; rendered in %.0f s',
                MINUTES, CUTS, pairs.size(), 1000 * most(apart), 1000 * apart.collect { Math.abs(it) }.toSorted()[(int) (apart.size() * 0.95)], 1000 * drift, 1000 * most(pairs*.getAt(1)), 1000 * most(pairs*.getAt(2)), took)

        then:
        pairs.size() > CUTS / 5
        most(apart) <= FRAME
        most(pairs*.getAt(1)) <= 1.5 * FRAME // its beginning, its in point and the other film's rate are rounded, each to a frame
        most(pairs*.getAt(2)) <= 1.5 * FRAME
        Math.abs(drift) < 0.004
    }

    private static double most(List<Double> values) {
        values.collect { Math.abs(it) }.max()
    }

    private static double median(List<Double> values) {
        values.toSorted()[values.size().intdiv(2)]
    }
}
