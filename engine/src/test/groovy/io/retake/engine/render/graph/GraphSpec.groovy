package io.retake.engine.render.graph

import static io.retake.core.draft.TrackType.AUDIO
import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.Footage
import io.retake.engine.render.timeline.Clip
import io.retake.engine.render.timeline.ClipLayers
import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.FrameClock
import io.retake.engine.render.timeline.MediaLookup
import io.retake.engine.render.timeline.Output
import io.retake.engine.render.timeline.RenderTimeline
import io.retake.engine.render.timeline.Source
import io.retake.engine.filter.Filter
import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.core.draft.Segment
import io.retake.core.draft.Track
import io.retake.engine.media.AudioInfo
import io.retake.engine.media.MediaInfo
import io.retake.engine.media.MediaKind
import io.retake.engine.media.Rational
import io.retake.engine.media.VideoInfo
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

/** Plans by hand: nothing runs here. */
class GraphSpec extends Specification {
    @TempDir
    Path folder

    private Source source(String hash, Rational rate = new Rational(30, 1)) {
        def file = folder.resolve(hash + '.mp4')
        Files.writeString(file, 'not opened by a plan')
        def tags = new VideoInfo.ColorTags(Optional.empty(), Optional.empty(), Optional.of('bt709'), Optional.of('tv'))
        def video = new VideoInfo('h264', 1280, 720, Rational.ONE, 0, 'yuv420p', 8, rate, false, OptionalLong.empty(), tags, false, Duration.ZERO)
        new Source(file, new MediaInfo(hash, hash + '.mp4', MediaKind.VIDEO, 'mov', Duration.ofHours(2), Optional.of(video),
                [new AudioInfo('aac', 48000, 2, Duration.ZERO)]))
    }

    private static Segment segment(String hash, long start, long duration, long from) {
        Segment.ofMedia("s$start", hash, hash, Duration.ofMillis(start), Duration.ofMillis(duration)).withIn(Duration.ofMillis(from))
    }

    private Graph plan(Draft draft, Rational rate = new Rational(30, 1)) {
        def lookup = { hash -> Optional.of(source(hash, rate)) } as MediaLookup
        Graph.plan(RenderTimeline.of(draft, lookup, Output.of(Container.MP4)), Output.of(Container.MP4), [:])
    }

    def 'one cut is one input, sought a little before it'() {
        when:
        def graph = plan(Footage.draft((VIDEO): [segment('a', 0, 1000, 10_000)]))

        then:
        graph.inputs().size() == 1
        graph.inputs()[0].take(2) == ['-ss', '9.500000']
        graph.filters().text().contains('[p0]trim=start_pts=15:end_pts=45,setpts=PTS-STARTPTS,')
        graph.filters().text().contains('[a0]atrim=start_pts=24000:end_pts=72000,')
    }

    def 'a clip that goes on in its medium shares the input; one that goes back opens another'() {
        expect:
        plan(Footage.draft((VIDEO): pieces.withIndex().collect { from, i -> segment('a', i * 1000, 1000, from) })).inputs().size() == inputs

        where:
        pieces                       || inputs
        [0, 1000, 2000]              || 1
        [0, 3000, 6000]              || 1
        [3000, 0]                    || 2
        [0, 1_000_000]               || 2
        [5000, 0, 6000, 1000]        || 2
        [0, 0, 0]                    || 3
    }

    def 'one timeline has one plan'() {
        given: 'seven clips that begin together'
        def others = ('b'..'g').collect { Track.of(AUDIO, [segment(it, 0, 1000, 0)]) }
        def draft = Footage.draft((VIDEO): [segment('a', 0, 1000, 0)])
        def plans = (1..5).collect { plan(draft.withTracks(draft.tracks() + others)) }

        expect:
        plans*.inputs().unique().size() == 1
        plans*.filters().unique().size() == 1
        plans[0].inputs()*.last()*.find(/\w(?=\.mp4)/) == ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    }

    def 'an hour of cuts adds up to no drift'() {
        given: 'thirds of a second at 29.97 frames a second'
        def clock = new FrameClock(new Rational(30000, 1001))
        def at = { int n -> Duration.ofMillis(Math.round(n * 1000 / 3)) }

        expect:
        (0..10800).every { n -> Math.abs(clock.seconds(clock.frame(at(n))) - n / 3d) <= 1001 / 60000d + 0.0005 }
        (0..10800).every { n ->
            long frame = clock.frame(at(n))
            Math.abs(clock.sample(frame) / 48000d - clock.seconds(frame)) <= 0.5 / 48000
        }
    }

    def 'a rate of #rate frames a second is #even when even, #uneven when uneven'() {
        expect:
        Rational.of(rate).snappedRate().toString() == even
        Rational.of(rate).standardRateAbove().toString() == uneven

        where:
        rate   || even         | uneven
        29.97  || '30000/1001' | '30000/1001'
        29.8   || '30000/1001' | '30000/1001'
        12.5   || '25/2'       | '24000/1001'
        27.3   || '273/10'     | '30000/1001'
        500    || '120/1'      | '60/1'
    }

    def 'layers: #what'() {
        given:
        def layers = new ClipLayers()
        clips.each { layers.paint(new Clip(segment(it[0], 0, 1, 0), source(it[0]), it[1], it[2])) }

        expect:
        layers.flat(100).collect { [it.clip()?.source()?.info()?.hash() ?: '-', it.start(), it.end()] } == flat

        where:
        what                   | clips                                    || flat
        'nothing is black'     | []                                       || [['-', 0, 100]]
        'gaps are black'       | [['a', 10, 20], ['b', 30, 120]]          || [['-', 0, 10], ['a', 10, 20], ['-', 20, 30], ['b', 30, 100]]
        'one inside another'   | [['a', 0, 100], ['b', 40, 60]]           || [['a', 0, 40], ['b', 40, 60], ['a', 60, 100]]
        'one over two'         | [['a', 0, 50], ['b', 50, 100], ['c', 40, 60]] || [['a', 0, 40], ['c', 40, 60], ['b', 60, 100]]
        'one over all'         | [['a', 0, 50], ['b', 60, 70], ['c', 0, 100]] || [['c', 0, 100]]
    }

    def 'speed is reached in steps that keep the sound whole'() {
        expect:
        Filter.text(SoundFilters.tempo(speed)) == chain

        where:
        speed || chain
        1     || ''
        1.5   || 'adelay=delays=512S:all=1,atempo=1.5,asetpts=N'
        4     || 'adelay=delays=1536S:all=1,atempo=2,atempo=2,asetpts=N'
        0.2   || 'adelay=delays=896S:all=1,atempo=0.5,atempo=0.5,atempo=0.8,asetpts=N'
    }

    def 'a color table has a name that no other has, whatever a draft calls it'() {
        given: 'names with one hash code, and one that means something to a graph and to a file system'
        def hashes = ['Aa', 'BB', '../x\'; [v]:,', 'f' * 64]
        def lookup = { hash -> Optional.of(source(hash)) } as MediaLookup
        def output = Output.of(Container.MP4)
        def draft = Footage.draft((VIDEO): [segment('a', 0, 1000, 0)]).withEffects(hashes.collect { new Effect.LutFx(it) })

        when:
        def graph = Graph.plan(RenderTimeline.of(draft, lookup, output), output,
                new RenderFindings([:], hashes.collectEntries { [it, folder.resolve('x.cube')] }, [:], SpeechCleaning.NETWORK, 0))

        then:
        graph.tables().size() == 4
        graph.tables().keySet().every { it ==~ /table[0-9a-f]{64}\.cube/ }
        graph.filters().text().findAll(/(?<=lut3d=file=)[^:]*/) as Set == graph.tables().keySet()
    }

    def 'a text of a title is never in the graph'() {
        given:
        def lookup = { hash -> Optional.of(source(hash)) } as MediaLookup
        def title = Segment.ofText('t', "x':%{pts}", Duration.ZERO, Duration.ofSeconds(1), io.retake.core.edit.value.Position.TOP, io.retake.core.edit.value.TitleStyle.PLAIN)
        def draft = Footage.draft((VIDEO): [segment('a', 0, 1000, 0)], (io.retake.core.draft.TrackType.TEXT): [title])

        when:
        def graph = Graph.plan(RenderTimeline.of(draft, lookup, Output.of(Container.MP4)), Output.of(Container.MP4), [:])

        then:
        graph.texts().values().toList() == ["x':%{pts}"]
        !graph.filters().text().contains('pts}')
        graph.filters().text().contains('textfile=title0.txt:expansion=none')
    }
}
