package io.retake.engine.measure

import static io.retake.engine.measure.Measured.info
import static io.retake.engine.measure.Measured.never

import io.retake.core.edit.value.Strength
import io.retake.engine.process.CancelSignal
import io.retake.engine.process.Cancelled
import io.retake.engine.media.Rational
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

class MeterSpec extends Specification {
    @TempDir Path cache
    Meter meter

    def setup() {
        meter = new Meter(TestMedia.FFMPEG, cache)
    }

    private static boolean near(Duration is, double seconds, double within) {
        Math.abs(is.toNanos() / 1e9 - seconds) <= within
    }

    def "cuts are found to the frame"() {
        def file = Measured.threeShots()

        when:
        def scenes = meter.scenes(file, info(file), never())

        then:
        scenes*.from()*.toMillis() == [0, 1000, 2400]
        scenes*.to()*.toMillis() == [1000, 2400, 3000]
    }

    def "flashes, dropped frames and fast pans are no cuts"() {
        expect:
        meter.cuts(file, info(file), never()) == []

        where:
        file << [Measured.flashes(), Measured.pan(), Measured.shaken()]
    }

    def "footage of one shot has no cuts"() {
        expect:
        Measured.real(name).map { meter.cuts(it, info(it), never()) }.orElse([]) == []

        where:
        name << ['wildlife-720p.mp4', 'cars-768x432.mp4', 'shaky-handheld.avi']
    }

    def "a cut inside a shot is a jump cut and begins no scene"() {
        def file = Measured.jump()

        when:
        def cuts = meter.cuts(file, info(file), never())

        then:
        cuts.size() == 1
        cuts[0].insideShot()
        cuts[0].at() == Duration.ofMillis(1200)
        cuts[0].jump() > 5
        meter.scenes(file, info(file), never()).size() == 1
    }

    def "pauses are found within 20 ms, however much it hisses"() {
        def file = Measured.talk("measure-talk-${noise}.wav", noise)

        when:
        def levels = meter.levels(file, info(file), never()).get()
        def pauses = levels.pauses(Duration.ofMillis(500))

        then:
        pauses.size() == 2
        near(pauses[0].from(), 1.0, 0.02) && near(pauses[0].to(), 1.8, 0.02)
        near(pauses[1].from(), 3.0, 0.02) && near(pauses[1].to(), 4.2, 0.02)
        levels.level(pauses[0]) < levels.threshold()

        and: 'the room that is left beside speech stays'
        def cuts = levels.cuts(Duration.ofMillis(500), Duration.ofMillis(100))
        near(cuts[1].from(), 3.1, 0.02) && near(cuts[1].to(), 4.1, 0.02)

        and: 'shorter ones can be let be'
        levels.pauses(Duration.ofSeconds(1)).size() == 1

        where:
        noise << [0.0005d, 0.01d]
    }

    def "an even tone has no pauses, silence is one, and footage without sound has no levels"() {
        def tone = TestMedia.clip('measure-tone.wav', '-f', 'lavfi', '-i', 'sine=f=440:r=48000:d=2')
        def silence = TestMedia.clip('measure-silence.wav', '-f', 'lavfi', '-i', 'anullsrc=r=48000:d=2', '-t', '2')
        def mute = Measured.steady()

        expect:
        meter.levels(tone, info(tone), never()).get().pauses(Duration.ofMillis(100)) == []
        meter.levels(silence, info(silence), never()).get().pauses(Duration.ofMillis(100))*.length()*.toMillis() == [2000]
        meter.levels(mute, info(mute), never()).empty
    }

    def "loudness is that of EBU R128: a tone of -23 dBFS in both channels is -23 LUFS"() {
        def file = TestMedia.clip('measure-ebu.wav', '-f', 'lavfi', '-i',
                "aevalsrc='pow(10,-23/20)*sin(2*PI*1000*t)|pow(10,-23/20)*sin(2*PI*1000*t)':s=48000:d=5")

        when:
        def figures = meter.loudness(file, info(file), never()).get()

        then:
        Math.abs(figures.integrated() + 23) <= 0.1
        Math.abs(figures.truePeak() + 23) <= 0.2
        !figures.clips()
    }

    def "sound recorded too loud is found to clip"() {
        def file = TestMedia.clip('measure-clipped.wav', '-f', 'lavfi', '-i',
                "aevalsrc='clip(1.6*sin(2*PI*200*t),-1,1)':s=48000:d=2")

        expect:
        meter.loudness(file, info(file), never()).get().clips()
    }

    def "the camera's path falls to a steady one once the filter is applied"() {
        def file = Measured.shaken()
        def path = meter.camera(file, info(file), never()).get()

        when:
        def fixed = applied(file, path.steadied(0, path.frames(), strength))

        then:
        path.shake() > 0.015
        meter.camera(fixed, info(fixed), never()).get().shake() < path.shake() * most

        where:
        strength         | most
        Strength.MEDIUM  | 0.25
        Strength.STRONG  | 0.25
        Strength.LIGHT   | 0.5
    }

    def "real handheld footage shakes less than half as much"() {
        expect:
        Measured.real('shaky-handheld.avi').map { file ->
            def path = meter.camera(file, info(file), never()).get()
            def fixed = applied(file, path.steadied(0, path.frames(), Strength.MEDIUM))
            meter.camera(fixed, info(fixed), never()).get().shake() / path.shake()
        }.orElse(0d) < 0.5
    }

    def "at half speed and another rate, from the middle on, each frame gets its own move"() {
        def file = Measured.shaken()
        def path = meter.camera(file, info(file), never()).get()
        def steadying = path.steadied(25, path.frames(), Strength.MEDIUM)

        when: 'from the second 1 of the medium, which is slot 100 of what plays at half speed and 50 frames a second'
        def fixed = drawn(file, "setpts=PTS*2,fps=50:start_time=0,trim=start_pts=100:end_pts=300,setpts=PTS-STARTPTS,",
                steadying.filter(100, 200, new Rational(50, 1), 0.5).text())

        then:
        meter.camera(fixed, info(fixed), never()).get().shake() < path.shake() * 0.25
    }

    def "the corners stay inside the picture, whatever its shape: #width x #height"() {
        def random = new Random(3)
        double[] numbers = (0..<60).collectMany { [random.nextGaussian() * 0.02, random.nextGaussian() * 0.02, random.nextGaussian() * 0.02, 0d, 1d] } as double[]
        def path = CameraPath.of(numbers, new Rational(25, 1), width / (double) height)

        when:
        def steadying = path.steadied(0, 60, Strength.STRONG)
        def corners = (0..<60).step(7).collectMany { n -> cornersAt(steadying.filter(0, 60, new Rational(25, 1), 1).text(), n + 1, width, height) }

        then:
        corners.every { it[0] >= -0.5 && it[0] <= width + 0.5 && it[1] >= -0.5 && it[1] <= height + 0.5 }
        steadying.enlarged() < 1.9

        where:
        width | height
        640   | 360
        860   | 360
        360   | 640
        480   | 360
    }

    /** Evaluates the filter's corner expressions for a frame, as FFmpeg would. */
    private static List<List<Double>> cornersAt(String filter, int on, int width, int height) {
        def values = (0..3).collectMany { k -> ['x', 'y'].collect { axis ->
            def expression = (filter =~ "$axis$k='([^']*)'")[0][1]
            def search = /if\(lte\(on,(\d+)\),(-?\d+),(-?\d+)\)/
            while (expression =~ search) {
                expression = expression.replaceAll(search) { all, at, low, high -> on <= (at as int) ? low : high }
            }
            groovy.util.Eval.me(expression.replace('W', "${width}d").replace('H', "${height}d")) as double
        } }
        values.collate(2)
    }

    def "a steady camera is left nearly as it is"() {
        def file = Measured.steady()
        def path = meter.camera(file, info(file), never()).get()

        expect:
        path.shake() < 0.0005
        path.steadied(0, path.frames(), Strength.STRONG).enlarged() < 1.01
    }

    def "a recording finds its place to 2 ms: #what"() {
        def footage = Measured.talk()
        def recording = Measured.talk("measure-rec-${what}.wav", noise, filter)

        when:
        def match = meter.match(footage, info(footage), recording, info(recording), never()).get()

        then:
        match.isFound()
        near(match.offset(), offset, 0.002)
        Math.abs(match.stretch() - 1) < 1e-9

        where:
        what      | noise  | offset | filter
        'late'    | 0.002d | 0.7    | 'atrim=0.7,asetpts=PTS-STARTPTS'
        'early'   | 0.002d | -0.2   | 'adelay=200:all=1'
        'quiet'   | 0.002d | 0.5    | 'atrim=0.5,asetpts=PTS-STARTPTS,volume=0.1,highpass=f=300'
        'noisy'   | 0.03d  | 0.5    | 'atrim=0.5,asetpts=PTS-STARTPTS'
        'partial' | 0.002d | 2.2    | 'atrim=2.2,asetpts=PTS-STARTPTS,apad=pad_dur=3'
    }

    def "drift is measured"() {
        def footage = Measured.talk()
        def recording = Measured.talk('measure-rec-drift.wav', 0.002d, 'asetrate=48096,aresample=48000')

        when:
        def match = meter.match(footage, info(footage), recording, info(recording), never()).get()

        then:
        match.isFound()
        Math.abs(match.stretch() - 1.002) < 0.0005
        near(match.offset(), 0, 0.004)
    }

    def "another sound is not found"() {
        def footage = Measured.talk()
        def other = TestMedia.clip('measure-other.wav', '-f', 'lavfi', '-i', "anoisesrc=r=48000:a=0.5:c=pink:seed=77:d=5",
                '-af', "volume='abs(sin(3*t*t))':eval=frame")

        expect:
        !meter.match(footage, info(footage), other, info(other), never()).get().isFound()
    }

    def "measurements are cached, and a damaged cache file is measured again"() {
        def file = Measured.threeShots()
        def first = meter.cuts(file, info(file), never())
        def kept = cache.toFile().listFiles()

        when: 'the medium is gone, its measurement is not'
        def again = new Meter(TestMedia.FFMPEG, cache).cuts(Path.of('gone.mp4'), info(file), never())

        then:
        kept.length == 1
        again == first

        when:
        Files.writeString(kept[0].toPath(), 'damaged')

        then:
        new Meter(TestMedia.FFMPEG, cache).cuts(file, info(file), never()) == first
    }

    def "a cancelled measurement ends and keeps nothing"() {
        def file = Measured.threeShots()
        def signal = new CancelSignal()
        signal.cancel()

        when:
        meter.camera(file, info(file), signal)

        then:
        thrown(Cancelled)
        cache.toFile().listFiles().length == 0
    }

    private Path applied(Path file, Steadying steadying) {
        def path = meter.camera(file, info(file), never()).get()
        drawn(file, '', steadying.filter(0, path.frames(), path.rate(), 1).text())
    }

    private Path drawn(Path file, String before, String filter) {
        def graph = cache.resolve("graph-${UUID.randomUUID()}.txt")
        Files.writeString(graph, "[0:v]$before$filter[v]")
        def out = cache.resolve("steadied-${UUID.randomUUID()}.mp4")
        TestMedia.ffmpeg('-i', 'file:' + file, '-/filter_complex', graph.toString(), '-map', '[v]',
                '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '18', '-an', 'file:' + out)
        out
    }
}
