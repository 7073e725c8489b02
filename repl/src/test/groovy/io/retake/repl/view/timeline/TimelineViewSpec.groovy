package io.retake.repl.view.timeline

import static io.retake.repl.view.timeline.Films.clip
import static io.retake.repl.view.timeline.Films.s

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.core.draft.Draft
import io.retake.core.draft.Track
import io.retake.core.draft.TrackType
import io.retake.repl.view.Columns
import io.retake.repl.view.Theme
import java.lang.management.ManagementFactory
import spock.lang.Specification

class TimelineViewSpec extends Specification {
    static final Theme PLAIN = new Theme(false, true)
    static final Theme ASCII = new Theme(false, false)
    static final Theme COLOUR = new Theme(true, true)

    def "at 80 columns, without color"() {
        expect:
        new TimelineView(PLAIN, 80).lines(Films.holiday()).join('\n') == '''\
            Holiday film  0:30  1920x1080  29.97 fps  9 segments
            global: loudness target -14 LUFS, fade in 1 s
                      ╷0:00       ╷0:05      ╷0:10       ╷0:15      ╷0:20       ╷0:25
            1 Video   ├1 intro.mp4╳╳2 海边…t.mp4 1.5x┤├3 interview…t-final.mov 50%┤├┤├5 x ┤
            2 Overlay                   ├1 logo.png ──────────┤
            3 Music   ├song.mp3 35% loop duck, fade audio ────────────────────────────────┤
            4 Text         ├1 "Ad…lace"┤
                                  ├2 "Zürich …一部分"┤
            Transitions: 1 crossfade 1 s at 0:05'''.stripIndent()
    }

    def "at 40 columns, in ASCII"() {
        expect:
        new TimelineView(ASCII, 40).lines(Films.holiday()).join('\n') == '''\
            Holiday film
            0:30  1920x1080  29.97 fps  9 segments
            global: loudness ta.. LUFS, fade in 1 s
                      |0:00     |0:10    |0:20
            1 Video   [1 inx2 海边-][3 in...mov]|[]
            2 Overlay         [1 logo.]
            3 Music   [song.mp3 35% loop 2 fx ----]
            4 Text      [1 "A]
                           [2 "Züri]
            Transitions: 1 crossfade 1 s at 0:05'''.stripIndent()
    }

    def "a part of the timeline marks segments that continue beyond its edges"() {
        given:
        def film = Films.holiday()

        expect:
        new TimelineView(PLAIN, 60).lines(film, Window.read('0:10-0:20', film).get()).join('\n') == '''\
            Holiday film
            0:30  1920x1080  29.97 fps  9 segments  shown: 0:10-0:20
            global: loudness target -14 LUFS, fade in 1 s
                      ╷0:10     ╷0:12     ╷0:14    ╷0:16     ╷0:18
            1 Video   ‹2 海边…et.mp4 1.5x┤├3 interview…t-final.mov 50%›
            2 Overlay ‹1 logo.png ──────────────────────────┤
            3 Music   ‹song.mp3 35% loop duck, fade audio ────────────›
            4 Text    ‹2 "Zürich …一部分"┤'''.stripIndent()
    }

    def "no line is as long as the terminal is wide, whatever the look"() {
        expect:
        (20..200).every { columns ->
            [PLAIN, ASCII].every { theme ->
                new TimelineView(theme, columns).lines(Films.holiday()).every { Columns.width(it) < columns }
            }
        }
    }

    def "names can't paint, move the cursor or break the line"() {
        expect:
        new TimelineView(PLAIN, 200).lines(Films.holiday()).every { it.codePoints().noneMatch { it < 32 || it == 127 } }
        new TimelineView(PLAIN, 200).lines(Films.holiday()).any { it.contains('├5 x .mp4 mute') }
    }

    def "each kind of track has its color, unless colors are off"() {
        given:
        def lines = new TimelineView(COLOUR, 80).lines(Films.holiday())

        expect:
        lines.find { it.startsWith('1 Video') }.contains('\u001b[30;46m▏1 intro.mp4')
        lines.find { it.startsWith('2 Overlay') }.contains('\u001b[30;45m▏1 logo.png')
        lines.find { it.startsWith('3 Music') }.contains('\u001b[30;42m▏song.mp3')
        lines.find { it.startsWith('4 Text') }.contains('\u001b[30;43m▏1 "Ad')
        !new TimelineView(PLAIN, 80).lines(Films.holiday()).join('').contains('\u001b')
    }

    def "clips too short for a cell are seen as one, and many in a cell as many"() {
        given:
        def clips = [clip('a', 'a', 0, 50), clip('b', 'b', 50, 0.1), clip('c', 'c', 50.1, 0.1), clip('d', 'd', 50.2, 49.8)]
        def film = Draft.empty('x').withTracks([Track.of(TrackType.VIDEO, clips)])

        expect:
        new TimelineView(ASCII, 49).lines(film).last() == '1 Video [1 a --------------]#[4 d -------------]'
        new TimelineView(ASCII, 49).lines(Films.ofClips(10000)).last() == '1 Video ' + '#' * 40
    }

    def "an empty timeline says what to do"() {
        expect:
        new TimelineView(PLAIN, 80).lines(Draft.empty('New')) == ['New  0:00  0 segments', "The timeline is empty. Add footage with upload 'a.mp4'."]
    }

    def "a window is read, zoomed and scrolled"() {
        given:
        def film = Films.holiday()

        expect:
        Window.whole(film) == new Window(s(0), s(30))
        Window.read('0:10-', film).get() == new Window(s(10), s(30))
        Window.read('-12.5 s', film).get() == new Window(s(0), s(12.5))
        Window.read('soon', film).empty
        Window.read('a-b', film).empty
        Window.read('0:20-0:10', film).empty
        Window.read('0:10-0:10', film).empty
        new Window(s(10), s(20)).zoomed(2) == new Window(s(12.5), s(17.5))
        new Window(s(10), s(20)).scrolled(0.5) == new Window(s(15), s(25))
        new Window(s(1), s(11)).scrolled(-1) == new Window(s(0), s(10))

        when:
        new Window(s(20), s(10))

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains('0:20 to 0:10')
    }

    def "as a table"() {
        expect:
        new TimelineTable(PLAIN).lines(Films.holiday()).join('\n') == '''\
            track      clip       from    to      length  name                                   source            speed  level  transition                   effects
            1 Video    1          0:00    0:06    6 s     intro.mp4                              0:00-0:06         1x     100%   -                            -
            1 Video    2          0:05    0:14    9 s     海边的日落 sunset.mp4                  0:00-0:13.5       1.5x   100%   transition 1: crossfade 1 s  auto color, stabilize medium
            1 Video    3          0:14    0:26.5  12.5 s  interview-the-directors-cut-final.mov  0:30-0:42.5       1x     50%    -                            -
            1 Video    4          0:26.5  0:27.5  1 s     שלום עולם.mp4                          0:00-0:01         1x     100%   -                            -
            1 Video    5          0:27.5  0:30    2.5 s   x .mp4                                 0:00-0:02.5       1x     mute   -                            -
            2 Overlay  overlay 1  0:08    0:18    10 s    logo.png                               0:00-0:10         1x     100%   -                            -
            3 Music    1          0:00    0:30    30 s    song.mp3                               0:00-0:30 looped  1x     35%    -                            duck, fade audio out 2 s
            4 Text     title 1    0:02    0:08    6 s     "Ada Lovelace"                         -                 1x     100%   -                            -
            4 Text     title 2    0:05    0:14    9 s     "Zürich 🎬 第一部分"                   -                 1x     100%   -                            -
            global: loudness target -14 LUFS, fade in 1 s'''.stripIndent()
        new TimelineTable(PLAIN).lines(Films.holiday(), new Window(s(27), s(27.2))).collect { it.take(12).strip() } ==
            ['track    cli', '1 Video  4', '3 Music  1', 'global: loud']
    }

    def "as JSON"() {
        expect:
        def json = new ObjectMapper().readValue(TimelineJson.of(Films.holiday()).toString(), Map)
        json.durationMs == 30000
        json.tracks*.kind == ['video', 'overlay', 'music', 'text']
        json.tracks[0].segments[1] == [
            id: 'b', fromMs: 5000, toMs: 14000, name: '海边的日落 sunset.mp4', media: 'media-海边的日落 sunset.mp4', sourceFromMs: 0,
            speed: 1.5, level: 1.0, comesIn: [object: 'transition 1', kind: 'crossfade', lengthMs: 1000], effects: [[k: 'auto-color'], [k: 'stabilize', strength: 'medium']],
        ]
    }

    def "ten thousand segments are drawn in well under 100 ms"() {
        given:
        def film = Films.ofClips(10_000)
        def view = new TimelineView(COLOUR, 200)
        def threads = ManagementFactory.threadMXBean

        expect: 'the time of this thread alone counts, and once the machine has compiled what it runs'
        (1..40).any {
            def begun = threads.currentThreadCpuTime
            view.lines(film)
            (threads.currentThreadCpuTime - begun) / 1e6 < 100
        }
    }
}
