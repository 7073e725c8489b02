package io.retake.engine.render.graph

import static io.retake.core.draft.TrackType.TEXT
import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.Footage
import io.retake.engine.render.Renderer
import io.retake.engine.render.text.Face
import io.retake.engine.render.text.TextLines
import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.core.draft.Canvas
import io.retake.core.draft.Segment
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.TitleStyle
import io.retake.engine.process.CancelSignal
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

class TitleGraphSpec extends Specification {
    /** Everything that means something to a filter graph, an option parser or drawtext's expansion. */
    static final String NASTY = "It's 100% \"sure\": a\\b; [x], {y} %{pts} \$HOME ${'`'}id${'`'}\n標題：开始 🎬 Ünïcödé Ελ Жы"

    @TempDir
    Path folder

    private Path render(List<Segment> titles, Canvas canvas = new Canvas(640, 360, Fit.PAD, false), String color = 'gray') {
        def draft = Footage.draft((VIDEO): [Footage.segment(Footage.plain(color), 0, 1000)], (TEXT): titles).withCanvas(canvas)
        new Renderer(TestMedia.FFMPEG, folder.resolve('cache'))
                .render(draft, Footage.lookup(), Output.of(Container.MP4), folder.resolve('out.mp4'), { }, new CancelSignal()).file()
    }

    private static Segment title(String text, long from, long to, Position position = Position.CENTER, TitleStyle style = TitleStyle.OUTLINE) {
        Segment.ofText('t', text, Duration.ofMillis(from), Duration.ofMillis(to - from), position, style)
    }

    /** How many pixels are white, in a part of the picture given as fractions. */
    private static int ink(Path video, double seconds, double x, double y, double w, double h) {
        Footage.raw(video, '-ss', seconds.toString(), '-frames:v', '1', '-vf',
                "crop=iw*$w:ih*$h:iw*$x:ih*$y,format=gray", '-f', 'rawvideo').toList().count { (it & 0xff) > 220 }
    }

    def 'a title is there from its first frame to before its end, and nowhere else'() {
        when:
        def out = render([title('Hello', 300, 700)])

        then:
        ink(out, 0.2666, 0, 0, 1, 1) == 0
        ink(out, 0.2999, 0, 0, 1, 1) > 500
        ink(out, 0.6660, 0, 0, 1, 1) > 500
        ink(out, 0.6999, 0, 0, 1, 1) == 0
    }

    def 'it stands where it should (#position)'() {
        when:
        def out = render([title('Ada Lovelace', 0, 1000, position, style)])

        then:
        ink(out, 0.5, x, y, w, h) > 150
        ink(out, 0.5, x, y, w, h) == ink(out, 0.5, 0, 0, 1, 1)

        where:
        position              | style              | x    | y    | w    | h
        Position.CENTER       | TitleStyle.PLAIN   | 0.1  | 0.35 | 0.8  | 0.3
        Position.TOP          | TitleStyle.OUTLINE | 0.1  | 0.05 | 0.8  | 0.2
        Position.BOTTOM       | TitleStyle.BOX     | 0.1  | 0.8  | 0.8  | 0.16
        Position.LOWER_THIRD  | TitleStyle.BOX     | 0.05 | 0.66 | 0.6  | 0.22
        Position.TOP_LEFT     | TitleStyle.PLAIN   | 0.05 | 0.05 | 0.5  | 0.2
        Position.BOTTOM_RIGHT | TitleStyle.PLAIN   | 0.45 | 0.8  | 0.5  | 0.16
    }

    def 'characters that mean something elsewhere are drawn as they are'() {
        when:
        def out = render([title(NASTY, 0, 1000)])

        then:
        ink(out, 0.5, 0, 0, 1, 1) > 2000

        and: 'every character has a glyph'
        TextLines.of(NASTY, 100)*.runs().flatten().every { run ->
            run.text().codePoints().allMatch { it == 0x20 || run.face().tables().covers(it) }
        }
    }

    def 'at every size it has the same share of the picture, and lies inside the safe margins (#width x #height)'() {
        given:
        def text = [title('Ada Lovelace', 0, 1000, Position.BOTTOM, TitleStyle.PLAIN)]
        double usual = ink(render(text), 0.5, 0, 0, 1, 1) / (640 * 360)

        when:
        def out = render(text, new Canvas(width, height, Fit.PAD, false))
        int drawn = ink(out, 0.5, 0, 0, 1, 1)

        then:
        ink(out, 0.5, 0.05, 0.05, 0.9, 0.9) == drawn
        Math.abs(drawn / (width * height) / usual - 1) < 0.25

        where:
        width | height
        854   | 480
        3840  | 2160
    }

    def 'a long text is wrapped inside the picture, a very long one made smaller'() {
        when:
        def out = render([title(text, 0, 1000, Position.CENTER, TitleStyle.PLAIN)])

        then:
        ink(out, 0.5, 0.05, 0.05, 0.9, 0.9) == ink(out, 0.5, 0, 0, 1, 1)
        ink(out, 0.5, 0, 0, 1, 1) > 1000

        where:
        text << ['The quick brown fox jumps over the lazy dog and runs away', '超长的中文标题不会有空格所以必须在任意字符之间换行显示', 'word ' * 200, 'W' * 90]
    }

    def 'lines break at spaces, between ideographs, and inside a word only where nothing else helps'() {
        expect:
        TextLines.of(text, ems)*.runs()*.collect { it.text() }*.join('') == lines

        where:
        text               | ems || lines
        'one two three'    | 4.5 || ['one two', 'three']
        '一二三四五'        | 2.5 || ['一二', '三四', '五']
        'a\r\n\r\nb\n'     | 9   || ['a', '', 'b']
        'tab\there\u0007'  | 9   || ['tab here']
    }

    def 'the font tables agree with the fonts'() {
        expect: 'the width of a space and coverage, as fontTools reads them'
        Face.INTER.tables().covers('A' as char as int)
        !Face.INTER.tables().covers(0x4e2d)
        Face.NOTO_SANS_SC.tables().covers(0x4e2d)
        Face.NOTO_SANS_SC.tables().advance(0x4e2d) == 1.0d
        Face.NOTO_EMOJI.tables().covers(0x1f3ac)
        !Face.NOTO_EMOJI.tables().covers(0x4e2d)
    }
}
