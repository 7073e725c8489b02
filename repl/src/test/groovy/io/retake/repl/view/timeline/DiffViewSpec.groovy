package io.retake.repl.view.timeline

import static io.retake.repl.view.timeline.Films.s

import io.retake.core.draft.Canvas
import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.core.draft.Track
import io.retake.core.draft.TrackType
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Position
import io.retake.repl.view.Columns
import io.retake.repl.view.Theme
import spock.lang.Specification

class DiffViewSpec extends Specification {
    static final Theme PLAIN = new Theme(false, true)
    static final Theme COLOUR = new Theme(true, true)

    def "added, removed, moved and changed segments have timecodes"() {
        expect:
        new DiffView(PLAIN, 80).lines(Films.holiday(), after()).join('\n') == '''\
            ~ picture 1920x1080 pad → 1080x1920 crop upscaled
            ~ global: -loudness target -14 LUFS, +loudness target -16 LUFS
            ~ length 0:30 → 0:20
            ~ 1 Video  0:00-0:04  intro.mp4: length 6 s → 4 s, speed 1x → 1.5x
            ~ 1 Video  0:04-0:16.5  interview-the-directors-cut-final.mov: starts 10 s
                  earlier
            - 1 Video  0:05-0:14  海边的日落 sunset.mp4, 1.5x, auto color, stabilize medium
            ~ 1 Video  2 segments from 0:26.5 on start 10 s earlier
            ~ 2 Text  0:02-0:08  "Ada Lovelace": text "Ada Lovelace" → "Ada Lovelace" /
                  First programmer, position center outline → bottom 30%
            - 2 Overlay  0:08-0:18  logo.png
            - 3 Music  0:00-0:30  song.mp3, 35%, loop, duck, fade audio out 2 s
            + 3 Music  0:00-0:10  rain.wav, 20%
            - 4 Text  0:05-0:14  "Zürich 🎬 第一部分"'''.stripIndent()
    }

    def "in reverse, removed segments are added"() {
        given:
        def there = new DiffView(PLAIN, 200).lines(Films.holiday(), after())
        def back = new DiffView(PLAIN, 200).lines(after(), Films.holiday())

        expect:
        there.findAll { it.startsWith('-') }*.substring(2) as Set == back.findAll { it.startsWith('+') }*.substring(2) as Set
        there.findAll { it.startsWith('+') }*.substring(2) as Set == back.findAll { it.startsWith('-') }*.substring(2) as Set
    }

    def "each kind of change has its color"() {
        when:
        def lines = new DiffView(COLOUR, 80).lines(Films.holiday(), after())

        then:
        lines.every { it ==~ /(?s)\u001b\[3[123]m.*\u001b\[0m/ }
        lines.findAll { it.contains('[31m') }.size() == 4
        lines.findAll { it.contains('[32m- ') || it.contains('[31m+ ') }.empty
    }

    def "a line is never as long as the terminal is wide, and nothing is lost"() {
        expect:
        (20..120).every { columns ->
            def lines = new DiffView(PLAIN, columns).lines(Films.holiday(), after())
            lines.every { Columns.width(it) < columns } && lines.join('').contains('First') && lines.join('').contains('30%')
        }
    }

    def "no change is stated"() {
        expect:
        new DiffView(PLAIN, 80).lines(Films.holiday(), Films.holiday()) == ['No differences.']
        DiffView.summary(Films.holiday(), Films.holiday()) == 'nothing'
        DiffView.summary(Films.holiday(), after()) == '1 added, 4 removed, 3 moved, 2 changed, picture, global effects, length'
    }

    private static Draft after() {
        def film = Films.holiday()
        def clips = film.tracks()[0].segments()
        def rest = clips.drop(2).collect { it.withStart(it.start().minus(s(10))) }
        def title = film.tracks()[3].segments()[0].withSubline('First programmer').withPlace(Position.BOTTOM, 30)
        film.withTracks([
            film.tracks()[0].withSegments([clips[0].withDuration(s(4)).withSpeed(1.5), *rest]),
            Track.of(TrackType.TEXT, [title]),
            Track.of(TrackType.AUDIO, [Films.clip('z', 'rain.wav', 0, 10).withGain(0.2)]),
        ]).withCanvas(new Canvas(1080, 1920, Fit.CROP, true)).withEffects([new Effect.LoudnessFx(new Lufs(-16)), new Effect.FadeFx(s(1), s(0))])
    }
}
