package io.retake.engine.render

import static io.retake.core.draft.TrackType.AUDIO
import static io.retake.core.draft.TrackType.TEXT
import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.graph.Graph
import io.retake.engine.render.timeline.Clip
import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.MediaLookup
import io.retake.engine.render.timeline.Output
import io.retake.engine.render.timeline.Quality
import io.retake.engine.render.timeline.RenderException
import io.retake.engine.render.timeline.RenderTimeline
import io.retake.engine.render.timeline.ReversedClip
import io.retake.engine.render.timeline.Source
import io.retake.core.draft.Blend
import io.retake.core.draft.Canvas
import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.core.draft.Segment
import io.retake.core.draft.Track
import io.retake.core.edit.value.Direction
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Offset
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.Share
import io.retake.core.edit.value.Strength
import io.retake.core.edit.value.TitleStyle
import io.retake.core.edit.value.TransitionKind
import io.retake.engine.process.CancelSignal
import io.retake.engine.media.ColorTableSpec
import io.retake.engine.media.TestMedia
import io.retake.engine.measure.Measured
import io.retake.engine.measure.Meter
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

/** Each effect by what comes out, on media of which the truth is known. */
class EffectsSpec extends Specification {
    @TempDir
    Path folder

    private Map<String, Path> tables = [:]

    private Renderer.Rendered rendered(Draft draft, Output output = Output.of(Container.MP4)) {
        def known = Footage.lookup()
        def tables = this.tables
        def media = new MediaLookup() {
            Optional<Source> find(String hash) { known.find(hash) }

            Optional<Path> file(String hash) { Optional.ofNullable(tables[hash]) }
        }
        new Renderer(TestMedia.FFMPEG, folder.resolve('cache')).render(draft, media, output,
                folder.resolve('out.' + output.container().extension()), {}, new CancelSignal())
    }

    private Path render(Draft draft, Output output = Output.of(Container.MP4)) {
        rendered(draft, output).file()
    }

    private static Draft one(Path file, long ms, Effect... effects) {
        Footage.draft((VIDEO): [Footage.segment(file, 0, ms).withEffects(effects as List)])
    }

    /** Left half red, right half blue. */
    private static Path halves() {
        TestMedia.clip('halves.mp4', '-f', 'lavfi', '-i', 'color=c=red:s=96x108:r=30:d=2[l];color=c=blue:s=96x108:r=30:d=2[r];[l][r]hstack',
                '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '8', '-pix_fmt', 'yuv420p')
    }

    private static boolean near(List<Integer> a, List<Integer> b, int most = 12) {
        [a, b].transpose().every { Math.abs(it[0] - it[1]) <= most }
    }

    def 'backwards, picture and sound, is the last frame first'() {
        when:
        def out = render(one(Footage.counter(), 1500, new Effect.ReverseFx()))

        then:
        Footage.numbers(out) == (44..0).toList()
        and: 'beeps that begin at 0 and 1 s end at 1.5 and 0.5 s'
        def heard = Footage.onsets(out)
        [0.45, 1.45].every { wanted -> heard.any { Math.abs(it - wanted) < 0.015 } }
    }

    def 'a long clip is turned round in pieces that are joined without a seam'() {
        given: 'a picture so large that a piece holds few frames'
        def draft = one(Footage.counter('30', 2), 2000, new Effect.ReverseFx()).withCanvas(new Canvas(3840, 2160, Fit.PAD, false))
        def scene = RenderTimeline.of(draft, Footage.lookup(), Output.of(Container.MP4))

        expect: 'pieces of 21 frames'
        scene.read(scene.shots()[0]).size() == 3
        and:
        ReversedClip.pieces(scene.shots()[0].clip(), 10_000_000, scene.clock())*.start() == [0, 17, 34, 51]

        when: 'at the size of the footage, by pieces of 17 frames'
        ReversedClip.pieces(scene.shots()[0].clip(), 1_000_000_000, scene.clock())
        then:
        noExceptionThrown()

        when:
        ReversedClip.pieces(new Clip(scene.shots()[0].clip().segment(), scene.shots()[0].clip().source(), 0, 100_000), 8_000_000, scene.clock())
        then:
        def e = thrown(RenderException)
        e.message.contains('Reverse a shorter part')
    }

    def 'a large picture backwards keeps every frame at the seams'() {
        when:
        def out = render(one(Footage.counter('30', 2), 1000, new Effect.ReverseFx()).withCanvas(new Canvas(3840, 2160, Fit.PAD, false)),
                new Output(Container.MP4, Quality.LOW, Optional.empty(), Optional.empty()))

        then:
        Footage.numbers(out) == (29..0).toList()
    }

    def 'a frozen frame stands, silent, and the clip goes on after it'() {
        given:
        def clip = Footage.counter()
        def held = Footage.segment(clip, 1000, 500, 1000).withFrozen(true)

        when:
        def out = render(Footage.draft((VIDEO): [Footage.segment(clip, 0, 1000), held, Footage.segment(clip, 1500, 500, 1000)]))

        then:
        Footage.numbers(out) == (0..29).toList() + [30] * 15 + (30..44).toList()
        Footage.level(out, 1.02, 1.48) < 0.001
    }

    def 'the last frame can be frozen'() {
        when:
        def out = render(Footage.draft((VIDEO): [Footage.segment(Footage.counter(), 0, 500, 3999).withFrozen(true)]))

        then:
        Footage.numbers(out) == [119] * 15
    }

    def 'cut at the edges, turned and mirrored (#name)'() {
        when:
        def out = render(one(halves(), 500, *effects).withCanvas(new Canvas(width, height, Fit.PAD, false)))

        then:
        near(Footage.color(out, 0.2, first), [254, 0, 0])
        near(Footage.color(out, 0.2, second), [0, 0, 254])

        where:
        name       | effects                                                                               | width | height | first                | second
        'crop'     | [new Effect.CropFx(new Share(25), new Share(25), new Share(0), new Share(0))]            | 96    | 108    | 'crop=40:100:4:4'    | 'crop=40:100:52:4'
        '90'       | [new Effect.RotateFx(90)]                                                               | 108   | 192    | 'crop=100:90:4:2'    | 'crop=100:90:4:100'
        '270'      | [new Effect.RotateFx(270)]                                                              | 108   | 192    | 'crop=100:90:4:100'  | 'crop=100:90:4:2'
        '180'      | [new Effect.RotateFx(180)]                                                              | 192   | 108    | 'crop=90:100:100:4'  | 'crop=90:100:2:4'
        'mirrored' | [new Effect.FlipFx(Direction.HORIZONTAL)]                                               | 192   | 108    | 'crop=90:100:100:4'  | 'crop=90:100:2:4'
        'in order' | [new Effect.RotateFx(90), new Effect.FlipFx(Direction.VERTICAL)]                          | 108   | 192    | 'crop=100:90:4:100'  | 'crop=100:90:4:2'
    }

    def 'nothing left of a picture is refused'() {
        when:
        render(one(halves(), 500, new Effect.CropFx(new Share(50), new Share(50), new Share(0), new Share(0))))

        then:
        thrown(RenderException)
    }

    def 'a zoom runs evenly, without a tremble'() {
        given: 'a vertical edge at 3/4 of the width, and a zoom of 1 to 2 about the middle: it runs out to the right'
        def edge = TestMedia.clip('edge.mp4', '-f', 'lavfi', '-i', 'color=c=white:s=240x180:r=30:d=2[l];color=c=black:s=80x180:r=30:d=2[r];[l][r]hstack',
                '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '4', '-pix_fmt', 'yuv420p')

        when:
        def out = render(one(edge, 1000, new Effect.ZoomFx(1, 1.5)))
        def row = Footage.raw(out, '-map', '0:v', '-fps_mode', 'passthrough', '-vf', 'crop=320:2:0:90,scale=320:1:flags=area,format=gray', '-f', 'rawvideo')
        def edges = (0..<30).collect { f -> (0..<320).sum { (row[f * 320 + it] & 0xff) / (double) (row[f * 320 + 100] & 0xff) } }
        def wanted = (0..<30).collect { f -> 160 + 80 * (1 + 0.5 * f / 29) }

        then: 'within 0.6 pixels of where it has to be, on each frame'
        [edges, wanted].transpose().every { Math.abs(it[0] - it[1]) < 0.6 }
        and: 'each step as long as the others'
        (1..<30).every { Math.abs((edges[it] - edges[it - 1]) - 40 / 29d) < 0.3 }
    }

    def 'a picture with alpha lies over its range only, where and as large as it was asked'() {
        given: 'a green ring: its middle is transparent'
        def logo = TestMedia.clip('logo.png', '-f', 'lavfi', '-i', "color=c=0x00ff00:s=100x100,format=rgba,geq=r=0:g=255:b=0:a='if(between(X\\,30\\,70)*between(Y\\,30\\,70)\\,0\\,255)'",
                '-frames:v', '1', '-update', '1')
        def over = Footage.segment(logo, 500, 500).withPlace(Position.TOP_RIGHT, 25)
        def draft = Draft.empty('t').withTracks([Track.of(VIDEO, [Footage.segment(Footage.plain('red'), 0, 2000)]), Track.of(VIDEO, [over]).asOverlay()])

        when:
        def out = render(draft)

        then: '48 pixels wide, 8 and 4 from the edges'
        near(Footage.color(out, 0.7, 'crop=6:40:140:8'), [0, 255, 0], 25)
        near(Footage.color(out, 0.7, 'crop=10:10:156:22'), [254, 0, 0], 25)
        near(Footage.color(out, 0.7, 'crop=100:100:0:4'), [254, 0, 0])
        near(Footage.color(out, 0.3, 'crop=6:40:140:8'), [254, 0, 0])
        near(Footage.color(out, 1.2, 'crop=6:40:140:8'), [254, 0, 0])
        Footage.numbers(out).size() == 60
    }

    def 'a film lies over the picture from its own beginning, and is heard'() {
        given:
        def over = Footage.segment(Footage.counter(), 500, 1000, 1000).withPlace(Position.CENTER, 50)
        def draft = Draft.empty('t').withTracks([Track.of(VIDEO, [Footage.segment(Footage.plain('gray'), 0, 2000)]), Track.of(VIDEO, [over]).asOverlay()])

        when:
        def out = render(draft)
        def inside = TestMedia.clip("inside-${UUID.randomUUID()}.mkv", '-i', out.toString(), '-vf', 'crop=96:54:48:26', '-c:v', 'ffv1')

        then:
        Footage.numbers(inside)[15..44] == (30..59).toList()
        Math.abs(Footage.onsets(out)[0] - 0.5) < 0.012

        cleanup:
        inside && Files.delete(inside)
    }

    def 'one becomes the other (#kind)'() {
        given:
        def red = Footage.segment(Footage.plain('red'), 0, 1000)
        def blue = Footage.segment(Footage.plain('blue'), 500, 1000).withBlend(Optional.of(new Blend(kind, Duration.ofMillis(500))))

        when:
        def out = render(Footage.draft((VIDEO): [red, blue]))

        then:
        TestMedia.probe(out).video().get().frames().asLong == 45
        near(Footage.color(out, 0.4), [254, 0, 0])
        near(Footage.color(out, 1.1), [0, 0, 254])
        near(Footage.color(out, 0.74, part), middle, 40)

        where:
        kind                         | part             | middle
        TransitionKind.CROSSFADE     | 'null'           | [128, 0, 128]
        TransitionKind.DIP_TO_BLACK  | 'null'           | [0, 0, 0]
        TransitionKind.DIP_TO_WHITE  | 'null'           | [255, 255, 255]
        TransitionKind.WIPE          | 'crop=60:100:4:4'  | [254, 0, 0]
        TransitionKind.SLIDE         | 'crop=60:100:128:4' | [0, 0, 254]
    }

    def 'in a transition both are heard, and nothing is longer or shorter'() {
        given: 'two pieces of the same clip; half a second of both'
        def clip = Footage.counter()
        def next = Footage.segment(clip, 1500, 2000, 2000).withBlend(Optional.of(new Blend(TransitionKind.CROSSFADE, Duration.ofMillis(500))))

        when:
        def out = render(Footage.draft((VIDEO): [Footage.segment(clip, 0, 2000), next]))
        def numbers = Footage.numbers(out)

        then:
        numbers.size() == 105
        numbers[0..44] == (0..44).toList()
        numbers[60..104] == (75..119).toList()
        and: 'the beeps at 0 and 1 s of the first, at 3 s of the second'
        def heard = Footage.onsets(out)
        [0, 1, 2.5].every { wanted -> heard.any { Math.abs(it - wanted) < 0.012 } }
    }

    def 'noise falls and edges get crisper'() {
        given:
        def noisy = TestMedia.clip('noisy.mp4', '-f', 'lavfi', '-i', 'color=c=gray:s=192x108:r=30:d=1,noise=alls=10:allf=t', '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '8', '-pix_fmt', 'yuv420p')
        def soft = TestMedia.clip('soft.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=192x108:r=30:d=1,gblur=1', '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '8', '-pix_fmt', 'yuv420p')

        expect:
        deviation(render(one(noisy, 1000, new Effect.DenoiseFx(Strength.MEDIUM)))) < 0.75 * deviation(render(one(noisy, 1000)))
        gradient(render(one(soft, 1000, new Effect.SharpenFx(Strength.STRONG)))) > 1.1 * gradient(render(one(soft, 1000)))
    }

    private static byte[] gray(Path video) {
        Footage.raw(video, '-map', '0:v', '-ss', '0.5', '-frames:v', '1', '-vf', 'format=gray', '-f', 'rawvideo')
    }

    private static double deviation(Path video) {
        def v = gray(video).toList().collect { it & 0xff }
        double mean = v.sum() / v.size()
        Math.sqrt(v.sum { (it - mean)**2 } / v.size())
    }

    private static double gradient(Path video) {
        def v = gray(video)
        (1..<v.length).sum { Math.abs((v[it] & 0xff) - (v[it - 1] & 0xff)) }
    }

    def 'a shaken camera is steadied, wherever the piece begins'() {
        given:
        def shaken = Measured.shaken()
        def meter = new Meter(TestMedia.FFMPEG, folder.resolve('cache'))
        def shake = { Path file -> meter.camera(file, TestMedia.probe(file), new CancelSignal()).get().shake() }
        def piece = { Effect... fx -> Footage.draft((VIDEO): [Footage.segment(shaken, 0, 1500, 1000).withEffects(fx as List)]) }

        when:
        double steadied = shake(render(piece(new Effect.StabilizeFx(Strength.MEDIUM))))
        double left = shake(render(piece()))

        then:
        steadied < 0.5 * left
    }

    def 'a colour table is applied as it stands'() {
        given: 'red and blue change places'
        def cube = folder.resolve("a'b:c.cube")
        Files.writeString(cube, 'LUT_3D_SIZE 2\n' + [0, 1].collectMany { b -> [0, 1].collectMany { g -> [0, 1].collect { r -> "$b $g $r" } } }.join('\n') + '\n')
        tables['swapped'] = cube

        expect:
        near(Footage.color(render(one(Footage.plain('red'), 500, new Effect.LutFx('swapped'))), 0.2), [0, 0, 254])
        near(Footage.color(render(Footage.draft((VIDEO): [Footage.segment(Footage.plain('red'), 0, 500)]).withEffects([new Effect.LutFx('swapped')])), 0.2), [0, 0, 254])
    }

    def 'a table that says nothing changes nothing, by more than a level of rounding'() {
        given: 'every colour, smoothly; and no colour at all, from black to white'
        tables['identity'] = Files.writeString(folder.resolve('i'), ColorTableSpec.IDENTITY_FILE)
        def colors = TestMedia.clip('gradients.mp4', '-f', 'lavfi', '-i', 'gradients=s=192x108:n=6:seed=3:r=30:d=1,format=yuv420p', '-c:v', 'libx264', '-crf', '4', '-pix_fmt', 'yuv420p')
        def grays = TestMedia.clip('ramp.mp4', '-f', 'lavfi', '-i', "color=s=192x108:r=30:d=1,format=yuv420p,geq=lum='16+219*X/(W-1)':cb=128:cr=128", '-c:v', 'libx264', '-crf', '4', '-pix_fmt', 'yuv420p')
        def picture = { Path file, Effect... fx ->
            def png = render(one(file, 500, fx), Output.of(Container.PNG))
            Footage.raw(png, '-pix_fmt', 'rgb24', '-f', 'rawvideo').toList()*.toInteger().collect { it & 0xff }
        }

        when:
        def difference = { Path file ->
            [picture(file), picture(file, new Effect.LutFx('identity'))].transpose().collect { Math.abs(it[0] - it[1]) }
        }
        def ofGrays = difference(grays)
        def ofColors = difference(colors)

        then:
        ofGrays.max() <= 1
        ofColors.sum() / ofColors.size() < 1
        ofColors.count { it > 3 } < ofColors.size() / 100
    }

    def 'a table that turns the channels round turns them round (#color)'() {
        given: 'green for red, blue for green, red for blue'
        tables['turned'] = Files.writeString(folder.resolve('t'), 'TITLE "turned"\nLUT_3D_SIZE 2\n' +
            [0, 1].collectMany { b -> [0, 1].collectMany { g -> [0, 1].collect { r -> "$g $b $r" } } }.join('\n'))

        expect:
        near(Footage.color(render(one(Footage.plain(color), 300, new Effect.LutFx('turned'))), 0.1), seen, 3)

        where:
        color      || seen
        'red'      || [0, 0, 255]
        'lime'     || [255, 0, 0]
        '0x204060' || [0x40, 0x60, 0x20]
        'gray'     || [128, 128, 128]
    }

    def 'a file that is no table is refused, whatever it was called'() {
        given:
        tables['fake'] = Files.writeString(folder.resolve('fake.cube'), 'LUT_3D_SIZE 2\n0 0 0\n')

        when:
        render(one(Footage.plain('red'), 500, new Effect.LutFx('fake')))

        then:
        def wrong = thrown(io.retake.engine.api.EngineException)
        wrong.message.contains('line 2')
        folder.toFile().list().every { !it.startsWith('.') && !it.startsWith('out') }
    }

    def 'a colour table that is not here is refused'() {
        when:
        render(one(Footage.plain('red'), 500, new Effect.LutFx('gone')))

        then:
        thrown(RenderException)
    }

    def 'sound fades alone'() {
        given:
        def film = TestMedia.clip('toned.mov', '-i', Footage.plain('red').toString(), '-i', Footage.tone(400, 2).toString(), '-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-c:a', 'pcm_s16le')

        when:
        def out = render(one(film, 2000, new Effect.FadeAudioFx(Duration.ofSeconds(1), Duration.ofMillis(500))))

        then:
        near(Footage.color(out, 0.0), [254, 0, 0])
        Footage.level(out, 0, 0.2) < 0.25 * Footage.level(out, 1.1, 1.4)
        Footage.level(out, 1.9, 2.0) < 0.25 * Footage.level(out, 1.1, 1.4)
    }

    def 'the loudness asked for is measured in the file (#target LUFS)'() {
        given: 'quiet speech-like bursts over a low hum'
        def talk = TestMedia.clip('bursts.wav', '-f', 'lavfi', '-i', "aevalsrc=exprs='0.08*sin(2*PI*300*t)*(0.2+lt(mod(t\\,1)\\,0.6))+0.01*random(0)':s=48000:d=8")
        def draft = Footage.draft((AUDIO): [Footage.segment(talk, 0, 8000)]).withEffects([new Effect.LoudnessFx(new Lufs(target))])

        when:
        def made = rendered(draft, Output.of(Container.WAV))

        then:
        Math.abs(made.receipt().loudness().get() - target) < 0.5
        !made.receipt().clips()
        and: 'kept'
        Files.list(folder.resolve('cache')).withCloseable { it.filter { it.fileName.toString().startsWith('loudness') }.count() } == 1

        where:
        target << [-14d, -23d]
    }

    def 'sound is moved against the picture by #later ms'() {
        when:
        def out = render(Footage.draft((VIDEO): [Footage.segment(Footage.counter(), 0, 2000, from).withEffects([new Effect.SyncFx(new Offset(Duration.ofMillis(later)), 1)])]))

        then:
        Footage.numbers(out)[0] == from * 0.03
        def heard = Footage.onsets(out)
        wanted.every { w -> heard.any { Math.abs(it - w) < 0.01 } }

        where:
        later | from || wanted
        200   | 0    || [0.2, 1.2]
        -200  | 0    || [0.8, 1.8]
        200   | 1000 || [0.2, 1.2]
        1500  | 0    || [1.5]
        37    | 1000 || [0.037, 1.037]
    }

    def 'sound that runs away is stretched back'() {
        when: 'beeps at 0, 1, 2, 3 s, a tenth longer'
        def out = render(Footage.draft((VIDEO): [Footage.segment(Footage.counter(), 0, 3500).withEffects([new Effect.SyncFx(new Offset(Duration.ZERO), 1.1)])]))

        then:
        def heard = Footage.onsets(out)
        [1.1, 2.2, 3.3].every { w -> heard.any { Math.abs(it - w) < 0.03 } }
    }

    def 'a name with a smaller line under it'() {
        given:
        def title = Segment.ofText('t', 'Ada Lovelace', Duration.ZERO, Duration.ofSeconds(1), Position.LOWER_THIRD, TitleStyle.PLAIN).withSubline('Mathematician')
        def draft = Footage.draft((VIDEO): [Footage.segment(Footage.plain('black', '640x360'), 0, 1000)], (TEXT): [title])

        when:
        def graph = Graph.plan(RenderTimeline.of(draft, Footage.lookup(), Output.of(Container.MP4)), Output.of(Container.MP4), [:])

        then:
        graph.texts().values() as List == ['Ada Lovelace', 'Mathematician']
        def sizes = (graph.filters().text() =~ /fontsize=(\d+)/).collect { it[1] as int }
        sizes[1] < sizes[0]
        def lines = (graph.filters().text() =~ /baseline:x=\d+:y=(\d+)/).collect { it[1] as int }
        lines[1] > lines[0] + sizes[1]
    }
}
