package io.retake.engine.render.graph

import static io.retake.core.draft.TrackType.TEXT
import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.Footage
import io.retake.engine.render.Renderer
import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.engine.render.timeline.RenderTimeline
import io.retake.core.draft.Canvas
import io.retake.core.draft.Segment
import io.retake.core.draft.Track
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.TitleStyle
import io.retake.engine.process.CancelSignal
import io.retake.engine.media.TestMedia
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

class CaptionGraphSpec extends Specification {
    @TempDir
    Path folder

    private static Segment cue(String text, long from, long to, Position position = Position.BOTTOM, TitleStyle style = TitleStyle.OUTLINE) {
        Segment.ofText("c$from$to", text, Duration.ofMillis(from), Duration.ofMillis(to - from), position, style)
    }

    private static draft(List<Segment> cues, Canvas canvas, List<Segment> titles = []) {
        def draft = Footage.draft((VIDEO): [Footage.segment(Footage.plain('gray'), 0, 1000)], (TEXT): titles).withCanvas(canvas)
        draft.withTracks(draft.tracks() + Track.of(TEXT, cues).asCaptions())
    }

    private Path render(List<Segment> cues, Canvas canvas = new Canvas(640, 360, Fit.PAD, false), List<Segment> titles = []) {
        new Renderer(TestMedia.FFMPEG, folder.resolve('cache'))
                .render(draft(cues, canvas, titles), Footage.lookup(), Output.of(Container.MP4), folder.resolve('out.mp4'), { }, new CancelSignal()).file()
    }

    /** How many pixels are white, at a frame, between two heights given as fractions. */
    private static int ink(Path video, int frame, double from = 0, double to = 1, double left = 0, double right = 1) {
        Footage.raw(video, '-ss', String.valueOf(frame / 30d - 0.0005), '-frames:v', '1', '-vf',
                "crop=iw*${right - left}:ih*${to - from}:iw*$left:ih*$from,format=gray", '-f', 'rawvideo').toList().count { (it & 0xff) > 220 }
    }

    def 'captions are there from their first frame to before their end, one after the other'() {
        when:
        def out = render([cue('First', 200, 400), cue('The second one', 400, 600), cue('Third', 700, 1000)])

        then:
        [5, 18, 20].every { ink(out, it) == 0 }
        [6, 11, 12, 17, 21, 29].every { ink(out, it) > 100 }
        ink(out, 12) > 1.5 * ink(out, 11)
        ink(out, 11) == ink(out, 6)

        and: 'inside of the safe margins'
        ink(out, 12, 0.8, 0.95, 0.07, 0.93) == ink(out, 12)
    }

    def 'overlapping captions are visible together, each in its own place'() {
        when:
        def out = render([cue('One', 0, 600), cue('Two', 300, 1000), cue('Up here', 300, 1000, Position.TOP)], new Canvas(640, 360, Fit.PAD, false),
                [Segment.ofText('t', 'Title', Duration.ZERO, Duration.ofMillis(1000), Position.CENTER, TitleStyle.PLAIN)])

        then:
        ink(out, 3, 0, 0.2) == 0
        ink(out, 12, 0, 0.2) > 100
        ink(out, 12, 0.8, 0.88) > 50
        ink(out, 12, 0.88, 0.96) > 50
        ink(out, 20, 0.8, 0.875) == 0
        ink(out, 20, 0.88, 0.96) > 50
        ink(out, 20, 0.4, 0.6) > 100
    }

    def 'a text is drawn as it stands: no command, no option, no expansion (#text)'() {
        when: 'the same text as a title, which is known to be drawn as it stands, has as much ink'
        def caption = ink(render([cue(text, 0, 1000, Position.BOTTOM, TitleStyle.PLAIN)]), 10)
        def plain = ink(render([cue(text.replaceAll(/[^\p{Alnum}]/, ''), 0, 1000, Position.BOTTOM, TitleStyle.PLAIN)]), 10)

        then:
        caption > plain

        where:
        text << ["It's 50%: a\\nb", '%{pts} %{eif:1:d}', "'; drawtext@c0p0 text gone;", '[v][a];', "a, drawtext@c0p0 reinit 'text=x'", '#no comment', '\\', '{\\an8}x', '"quoted" \$HOME `id`']
    }

    def 'a box lies behind the lines and goes with them'() {
        when:
        def out = render([cue('In a box', 300, 600, Position.BOTTOM, TitleStyle.BOX)])
        def dark = { int frame -> Footage.raw(out, '-ss', String.valueOf(frame / 30d - 0.0005), '-frames:v', '1', '-vf', 'format=gray', '-f', 'rawvideo').toList().count { (it & 0xff) < 80 } }

        then:
        dark(3) == 0
        dark(12) > 1000
        dark(20) == 0
        ink(out, 12) > 100
    }

    def 'long and mixed texts stay inside the picture (#width x #height)'() {
        when:
        def out = render([cue('The quick brown fox jumps over the lazy dog, and then runs away. 敏捷的棕色狐狸🦊跳过了懒狗，然后跑掉了。 빠른 갈색 여우 שלום مرحبا', 0, 1000)],
                new Canvas(width, height, Fit.CROP, false))

        then:
        ink(out, 10) > 500
        ink(out, 10, 0.05, 0.96, 0.05, 0.95) == ink(out, 10)

        where:
        width | height
        320   | 180
        360   | 640
        854   | 480
    }

    def 'five hundred captions are a handful of filters, and each is at its time'() {
        given:
        def cues = (0..<500).collect { cue(it % 2 ? "Caption $it" : "第${it}条字幕", it * 3600, it * 3600 + 3000) }
        def draft = Footage.draft((VIDEO): [Footage.segment(Footage.plain('gray'), 0, 1_800_000)]).withCanvas(new Canvas(640, 360, Fit.PAD, false))
        draft = draft.withTracks(draft.tracks() + Track.of(TEXT, cues).asCaptions())

        when:
        def scene = RenderTimeline.of(draft, Footage.lookup(), Output.of(Container.MP4))
        def graph = Graph.plan(scene, Output.of(Container.MP4), [:])

        then:
        graph.filters().text().count('drawtext') == 3
        graph.texts()['c0.cmd'].readLines().size() == 1000
        graph.filters().text().contains('d=1000,')
        graph.texts()['c0.cmd'].readLines()[0..3]*.replaceAll(/ x \d+/, ' x _') == [
            '0 drawtext@c0p0 text 第,drawtext@c0p0 x _,drawtext@c0p1 text 0,drawtext@c0p1 x _,drawtext@c0p2 text 条字幕,drawtext@c0p2 x _;',
            "0.5 drawtext@c0p0 text ' ',drawtext@c0p1 text ' ',drawtext@c0p2 text ' ';",
            '1.5 drawtext@c0p1 text Caption\\ 1,drawtext@c0p1 x _;',
            "2.5 drawtext@c0p1 text ' ';"]
    }
}
