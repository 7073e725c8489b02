package io.retake.engine.render

import static io.retake.core.draft.TrackType.AUDIO
import static io.retake.core.draft.TrackType.TEXT
import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.engine.render.timeline.Quality
import io.retake.engine.render.timeline.RenderException
import io.retake.engine.render.timeline.Source
import io.retake.core.draft.Canvas
import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.core.draft.Segment
import io.retake.core.draft.Track
import io.retake.core.edit.value.Change
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.TitleStyle
import io.retake.engine.process.CancelSignal
import io.retake.engine.process.Cancelled
import io.retake.engine.media.MediaInfo
import io.retake.engine.process.MediaException
import io.retake.engine.media.Rational
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

class RenderSpec extends Specification {
    @TempDir
    Path folder

    private final List<Double> progress = [].asSynchronized()

    private Path render(Draft draft, Output output = Output.of(Container.MP4), CancelSignal cancel = new CancelSignal()) {
        def target = folder.resolve('out.' + output.container().extension())
        new Renderer(TestMedia.FFMPEG, folder.resolve('cache'))
                .render(draft, Footage.lookup(), output, target, { progress << it }, cancel).file()
    }

    private static List<Integer> range(int from, int count) {
        (from..<from + count).toList()
    }

    def cleanup() {
        assert Files.list(folder).withCloseable { it.filter { it.toString().endsWith('.part') }.toList() }.empty
        assert ProcessHandle.current().descendants().noneMatch { it.info().command().orElse('').endsWith('ffmpeg') }
    }

    def 'a cut at 2 s of a 30 fps clip is frame 60'() {
        given:
        def clip = Footage.counter()

        when:
        def out = render(Footage.draft((VIDEO): [Footage.segment(clip, 0, 1000, 2000), Footage.segment(clip, 1000, 500)]))

        then:
        Footage.numbers(out) == range(60, 30) + range(0, 15)
        with(TestMedia.probe(out)) {
            duration() == Duration.ofMillis(1500)
            video().get().frames().asLong == 45
            video().get().frameRate() == new Rational(30, 1)
            audio()*.sampleRate() == [48000]
            audio()*.channels() == [2]
        }
        progress.last() == 100
        progress == progress.toSorted()
    }

    def 'every rate is cut exactly (#rate)'() {
        given:
        def clip = Footage.counter(rate, 2)
        def fps = Footage.info(clip).video().get().frameRate()
        long start = Math.round(20 / fps.value() * 1000)

        when:
        def out = render(Footage.draft((VIDEO): [Footage.segment(clip, 0, 500, start)]))

        then:
        Footage.numbers(out)[0] == 20
        Footage.numbers(out) == range(20, Math.round(0.5 * fps.value()) as int)
        TestMedia.probe(out).video().get().frameRate() == fps

        where:
        rate << ['24000/1001', '25', '30000/1001', '50', '60']
    }

    def 'a hundred cuts, forth and back, keep every frame and the sound in its place'() {
        given: 'pieces of a third of a second, which is no whole number of frames of sound or picture'
        def clip = Footage.counter('30', 4)
        def order = (0..<11).toList() + (0..<11).toList().reverse() + (0..<78).collect { (it * 7) % 11 }
        def segments = order.withIndex().collect { piece, i ->
            Footage.segment(clip, Math.round(i * 1000 / 3), Math.round((i + 1) * 1000 / 3) - Math.round(i * 1000 / 3),
                    Math.round(piece * 1000 / 3))
        }

        when:
        def out = render(Footage.draft((VIDEO): segments))
        def numbers = Footage.numbers(out)

        then:
        numbers.size() == 1000
        numbers == order.collectMany { range(it * 10, 10) }
        and: 'a beep stands where its frame stands'
        def beeps = order.withIndex().findAll { it[0] % 3 == 0 && it[0] > 0 }.collect { it[1] / 3d }
        def heard = Footage.onsets(out)
        beeps.every { wanted -> heard.any { Math.abs(it - wanted) < 0.012 } }
    }

    def 'slow and fast keep the pitch'() {
        given:
        def film = TestMedia.clip('tone.mp4', '-i', Footage.counter().toString(), '-i', Footage.tone(500, 4).toString(),
                '-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-c:a', 'aac')
        def length = (2000 / speed) as long

        when:
        def out = render(Footage.draft((VIDEO): [Footage.segment(film, 0, length).withSpeed(speed)]))
        def numbers = Footage.numbers(out)

        then:
        numbers.size() == Math.round(length * 0.03)
        numbers.withIndex().every { n, i -> Math.abs(n - i * speed) <= Math.max(1, speed) }
        Math.abs(Footage.pitch(out, 0.1, length / 1000 - 0.1) - 500) < 12

        where:
        speed << [0.5d, 1.5d, 2d, 4d]
    }

    def 'gaps are black and silent, stills stand, and a clip on a higher track covers'() {
        given:
        def red = Footage.plain('red')
        def still = TestMedia.clip('blue.png', '-f', 'lavfi', '-i', 'color=c=blue:s=192x108', '-frames:v', '1', '-update', '1')
        def draft = Draft.empty('test').withTracks([
            Track.of(VIDEO, [Footage.segment(red, 0, 500), Footage.segment(still, 1000, 1000)]),
            Track.of(VIDEO, [Footage.segment(Footage.plain('lime'), 1200, 300)])])

        when:
        def out = render(draft)

        then:
        TestMedia.probe(out).duration() == Duration.ofSeconds(2)
        near(Footage.color(out, 0.2), [254, 0, 0])
        near(Footage.color(out, 0.7), [0, 0, 0])
        near(Footage.color(out, 1.1), [0, 0, 254])
        near(Footage.color(out, 1.3), [0, 255, 0])
        near(Footage.color(out, 1.9), [0, 0, 254])
        TestMedia.probe(out).audio().empty
    }

    def 'music is mixed at its level, looped to the end, and nothing halves'() {
        given:
        def talk = TestMedia.clip('talk.mp4', '-i', Footage.plain('gray', '192x108', 3).toString(), '-i', Footage.tone(400, 3, 0.2).toString(),
                '-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-c:a', 'pcm_s16le', '-f', 'mov')
        def music = Footage.tone(2000, 1, 0.5)
        def draft = Footage.draft((VIDEO): [Footage.segment(talk, 0, 3000)],
                (AUDIO): [Footage.segment(music, 0, 3000).withLoop(true).withGain(0.35)])

        when:
        def out = render(draft, Output.of(Container.WAV))

        then: 'two sines add up in power: 0.2 and 0.175'
        Math.abs(Footage.level(out, 0.2, 0.8) - Math.sqrt((0.2**2 + 0.175**2) / 2)) < 0.006
        Math.abs(Footage.level(out, 2.2, 2.8) - Math.sqrt((0.2**2 + 0.175**2) / 2)) < 0.006
        TestMedia.probe(out).duration() == Duration.ofSeconds(3)
    }

    def 'too much sound is held below full scale'() {
        when:
        def out = render(Footage.draft((AUDIO): [Footage.segment(Footage.tone(300, 2), 0, 1000).withGain(4)]), Output.of(Container.WAV))

        then:
        Footage.samples(out).every { Math.abs(it) <= 0.96f }
        Footage.level(out, 0.2, 0.8) > 0.5
    }

    def 'a muted piece is silent, and the rest is not'() {
        given:
        def clip = Footage.tone(400, 4)

        when:
        def out = render(Footage.draft((AUDIO): [Footage.segment(clip, 0, 1000), Footage.segment(clip, 1000, 500, 1000).withGain(0),
            Footage.segment(clip, 1500, 500, 1500)]), Output.of(Container.WAV))

        then:
        Footage.level(out, 0.1, 0.9) > 0.3
        Footage.level(out, 1.01, 1.49) < 0.0001
        Footage.level(out, 1.55, 1.9) > 0.3
    }

    def 'a late sound stays late'() {
        given: 'sound that begins 600 ms after the picture'
        def late = TestMedia.clip('late.mkv', '-i', Footage.plain('gray').toString(), '-itsoffset', '0.6', '-i', Footage.tone(400, 1).toString(),
                '-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-c:a', 'pcm_s16le')

        expect:
        Math.abs(Footage.onsets(render(Footage.draft((VIDEO): [Footage.segment(late, 0, 1500)])))[0] - 0.6) < 0.012
        Math.abs(Footage.onsets(render(Footage.draft((VIDEO): [Footage.segment(late, 0, 1000, 300)])))[0] - 0.3) < 0.012
    }

    def 'standard definition becomes BT.709, tagged, with square pixels'() {
        given: 'BT.601 bars on an anamorphic picture, as old cameras write them, with and without saying so'
        def bars = TestMedia.clip("bars-${tag}.mp4", '-f', 'lavfi', '-i', 'color=c=0xB02030:s=720x576:r=25:d=1,scale=out_color_matrix=bt601:out_range=tv,'
                + "format=yuv420p,setsar=64/45,setparams=colorspace=$tag", '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '8')

        when:
        def out = render(Footage.draft((VIDEO): [Footage.segment(bars, 0, 1000)]).withCanvas(new Canvas(1920, 1080, Fit.PAD, true)))

        then:
        with(TestMedia.probe(out).video().get()) {
            [width(), height(), pixelShape()] == [1920, 1080, Rational.ONE]
            [color().matrix(), color().primaries(), color().transfer()]*.get() == ['bt709'] * 3
            color().range().get() == 'tv'
            pixelFormat() == 'yuv420p'
        }
        near(Footage.color(out, 0.5), [0xB0, 0x20, 0x30])

        where:
        tag << ['smpte170m', 'unknown']
    }

    def 'footage of another shape is fitted (#fit)'() {
        given: 'a standing red picture, by the rotation flag of a phone'
        def lying = Footage.plain('red', '160x120')
        def standing = TestMedia.clip('standing.mp4', '-display_rotation:v:0', '-90', '-i', lying.toString(), '-c', 'copy')

        when:
        def out = render(Footage.draft((VIDEO): [Footage.segment(standing, 0, 500)]).withCanvas(new Canvas(320, 180, fit, false)))

        then:
        with(TestMedia.probe(out).video().get()) { [width(), height(), rotation()] == [320, 180, 0] }
        near(Footage.color(out, 0.2, 'crop=40:40'), [254, 0, 0])
        near(Footage.color(out, 0.2, 'crop=20:180:0:0'), edge, 40)

        where:
        fit      | edge
        Fit.PAD  | [0, 0, 0]
        Fit.CROP | [254, 0, 0]
        Fit.BLUR | [230, 0, 0]
    }

    def 'odd sizes, pictures with alpha and ten bits come through'() {
        given:
        def odd = TestMedia.clip('odd.mp4', '-f', 'lavfi', '-i', 'color=c=green:s=321x181:r=30:d=1,format=yuv444p', '-c:v', 'libx264', '-preset', 'ultrafast')
        def ten = TestMedia.clip('ten.mp4', '-f', 'lavfi', '-i', 'color=c=green:s=320x180:r=30:d=1,format=yuv420p10le', '-c:v', 'libx264', '-preset', 'ultrafast')
        def alpha = TestMedia.clip('alpha.png', '-f', 'lavfi', '-i', 'color=c=green@1:s=77x55,format=rgba', '-frames:v', '1', '-update', '1')
        def grey = TestMedia.clip('grey.jpg', '-f', 'lavfi', '-i', 'color=c=gray:s=64x48,format=gray', '-frames:v', '1', '-update', '1')

        when:
        def out = render(Footage.draft((VIDEO): [odd, ten, alpha, grey].withIndex().collect { f, i -> Footage.segment(f, i * 500, 500) })
                .withCanvas(new Canvas(320, 180, Fit.CROP, false)))

        then:
        [0.2, 0.7, 1.2].every { near(Footage.color(out, it), [0, 128, 0], 6) }
        near(Footage.color(out, 1.7), [128, 128, 128], 6)
    }

    def 'variable frame rate becomes constant, with the sound where it was'() {
        given: 'the second second of the counter has only every third frame'
        def uneven = TestMedia.clip('uneven.mp4', '-i', Footage.counter().toString(), '-vf', "select='not(mod(n\\,3))+lt(n\\,30)'", '-fps_mode', 'vfr',
                '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '12', '-c:a', 'copy')

        when:
        def out = render(Footage.draft((VIDEO): [Footage.segment(uneven, 0, 3000)]).withFps(30))
        def numbers = Footage.numbers(out)

        then:
        numbers.size() == 90
        numbers.withIndex().every { n, i -> Math.abs(n - i) <= 2 }
        [0d, 1d, 2d].every { wanted -> Footage.onsets(out).any { Math.abs(it - wanted) < 0.012 } }
    }

    def 'picture and sound fade together'() {
        given:
        def clip = TestMedia.clip('white-tone.mp4', '-i', Footage.plain('white').toString(), '-i', Footage.tone(400, 2).toString(),
                '-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-c:a', 'aac')
        def fade = new Effect.FadeFx(Duration.ofMillis(1000), Duration.ofMillis(500))
        def segment = Footage.segment(clip, 0, 2000)

        when:
        def out = render(whole ? Footage.draft((VIDEO): [segment]).withEffects([fade])
                : Footage.draft((VIDEO): [segment.withEffects([fade])]))

        then:
        Footage.color(out, 0.0)[0] < 20
        Math.abs(Footage.color(out, 0.5)[0] - 127) < 20
        Footage.color(out, 1.2)[0] > 245
        Footage.color(out, 1.95)[0] < 40
        Footage.level(out, 0.0, 0.1) < 0.04
        Footage.level(out, 1.1, 1.4) > 0.3
        Footage.level(out, 1.9, 2.0) < 0.1

        where:
        whole << [true, false]
    }

    def 'colours change as asked (#what)'() {
        given:
        def clip = Footage.plain('0x808040')

        when:
        def out = render(Footage.draft((VIDEO): [Footage.segment(clip, 0, 500).withEffects([effect])]))
        def rgb = Footage.color(out, 0.2)

        then:
        test.call(*rgb)

        where:
        what         | effect                     | test
        'grey'       | new Effect.GrayscaleFx()     | { r, g, b -> Math.abs(r - g) < 4 && Math.abs(g - b) < 4 }
        'lighter'    | grade(30, 0, 0, 0)         | { r, g, b -> r > 145 && g > 145 && b > 75 }
        'darker'     | grade(-30, 0, 0, 0)        | { r, g, b -> r < 110 && g < 110 }
        'vivid'      | grade(0, 0, 50, 0)         | { r, g, b -> g - b > 75 }
        'warmer'     | grade(0, 0, 0, 50)         | { r, g, b -> r > 136 && b < 60 }
        'cooler'     | grade(0, 0, 0, -50)        | { r, g, b -> r < 120 && b > 68 }
    }

    private static Effect grade(double brightness, double contrast, double saturation, double temperature) {
        new Effect.GradeFx(new Change(brightness), new Change(contrast), new Change(saturation), new Change(temperature))
    }

    def 'auto colour takes a cast away, and leaves what is right'() {
        given:
        def right = TestMedia.clip('right.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=30:d=1,format=yuv420p', '-c:v', 'libx264', '-preset', 'ultrafast')
        def cast = TestMedia.clip('cast.mp4', '-f', 'lavfi', '-i', 'gradients=s=320x180:r=30:d=1:c0=black:c1=white:nb_colors=2:x0=0:y0=0:x1=319:y1=0:speed=0.00001,'
                + 'colorlevels=romax=0.9:gomax=0.8:bomax=0.6,format=yuv420p', '-c:v', 'libx264', '-preset', 'ultrafast')

        when:
        def before = Footage.color(cast, 0.5)
        def after = Footage.color(render(Footage.draft((VIDEO): [Footage.segment(cast, 0, 1000).withEffects([new Effect.AutoColorFx()])])), 0.5)

        then:
        spread(before) > 20
        spread(after) < spread(before) / 2

        when: 'and again, from the cache'
        def kept = Files.list(folder.resolve('cache')).withCloseable { it.toList() }
        def source = new Source(right, Footage.info(right))
        def correction = new ColorMeter(TestMedia.FFMPEG, folder.resolve('cache')).measure(source, new CancelSignal())

        then:
        kept.size() == 1
        [correction.red(), correction.green(), correction.blue()].every { Math.abs(it - 1) < 0.12 }

        and: 'what was measured is not measured again: the medium is gone, its correction is there'
        new ColorMeter(TestMedia.FFMPEG, folder.resolve('cache')).measure(new Source(Path.of('gone.mp4'), Footage.info(right)), new CancelSignal()) == correction
    }

    def 'long footage is measured by jumps, all over it'() {
        given: 'a clip of 90 s'
        def clip = Footage.counter('30', 90)

        when:
        new ColorMeter(TestMedia.FFMPEG, folder.resolve('cache')).measure(new Source(clip, Footage.info(clip)), new CancelSignal())

        then: 'something was measured: what is black and white only, stays so'
        def kept = Files.list(folder.resolve('cache')).withCloseable { it.toList() }
        kept.size() == 1
        Files.readAllLines(kept[0]).take(3).every { Math.abs(Double.parseDouble(it) - 1) < 0.02 }
    }

    private static int spread(List<Integer> rgb) {
        rgb.max() - rgb.min()
    }

    def 'formats: #container'() {
        given:
        def draft = Footage.draft((VIDEO): [Footage.segment(Footage.counter(), 0, 1000)])

        when:
        def info = TestMedia.probe(render(draft, Output.of(container)))

        then:
        (info.duration() - Duration.ofSeconds(1)).abs() <= Duration.ofMillis(60)
        info.video().map { it.codec() }.orElse('none') == video
        (info.audio() ? info.audio()[0].codec() : 'none') == audio

        where:
        container      | video  | audio
        Container.MP4  | 'h264' | 'aac'
        Container.MOV  | 'h264' | 'aac'
        Container.MKV  | 'h264' | 'aac'
        Container.WEBM | 'vp9'  | 'opus'
        Container.GIF  | 'gif'  | 'none'
        Container.MP3  | 'none' | 'mp3'
        Container.WAV  | 'none' | 'pcm_s16le'
    }

    def 'sixty frames a second, and sound alone, in every film container (#container)'() {
        given:
        def fast = Footage.draft((VIDEO): [Footage.segment(Footage.counter('60', 2), 0, 517)])
        def heard = Footage.draft((AUDIO): [Footage.segment(Footage.tone(400, 2), 0, 517)])

        expect:
        Footage.numbers(render(fast, Output.of(container))) == range(0, 31)
        TestMedia.probe(render(heard, Output.of(container))).video().get().width() == 1280

        where:
        container << [Container.MP4, Container.MKV, Container.WEBM]
    }

    def 'another size and rate for one export'() {
        when:
        def out = render(Footage.draft((VIDEO): [Footage.segment(Footage.counter(), 0, 1000)]),
                new Output(Container.MP4, Quality.LOW, Optional.of(new Output.Size(96, 54)), Optional.of(new Rational(15, 1))))

        then:
        with(TestMedia.probe(out).video().get()) { [width(), height(), frames().asLong] == [96, 54, 15] }
    }

    def 'a cancelled export leaves the old file and nothing else'() {
        given:
        def target = folder.resolve('out.mp4')
        Files.writeString(target, 'old')
        def cancel = new CancelSignal()
        def long5 = Footage.draft((VIDEO): [Footage.segment(Footage.plain('red'), 0, 60_000).withLoop(true)]).withCanvas(new Canvas(1920, 1080, Fit.PAD, false))

        when:
        new Renderer(TestMedia.FFMPEG, folder.resolve('cache')).render(long5, Footage.lookup(), Output.of(Container.MP4), target, { cancel.cancel() }, cancel)

        then:
        thrown(Cancelled)
        Files.readString(target) == 'old'
        Files.list(folder).withCloseable { it.toList() } == [target]
    }

    def "a timeline that can't be rendered is refused before anything starts (#why)"() {
        when:
        render(draft.call(), output)

        then:
        def e = thrown(RenderException)
        e.message.contains(why)

        where:
        why                      | output                     | draft
        'is empty'               | Output.of(Container.MP4)   | { -> Draft.empty('x') }
        'has no sound'           | Output.of(Container.MP3)   | { -> Footage.draft((VIDEO): [Footage.segment(Footage.plain('red'), 0, 500)]) }
        'a medium that is not here' | Output.of(Container.MP4) | { -> Footage.draft((VIDEO): [Segment.ofMedia('a', 'a', 'f' * 64, Duration.ZERO, Duration.ofSeconds(1))]) }
    }

    private static boolean near(List<Integer> actual, List<Integer> wanted, int tolerance = 8) {
        [actual, wanted].transpose().every { a, b -> Math.abs(a - b) <= tolerance }
    }
}
