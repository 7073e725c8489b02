package io.retake.repl.view

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.core.edit.value.Target
import io.retake.core.protocol.Credits
import io.retake.core.protocol.SessionState
import io.retake.core.protocol.UploadedFile
import io.retake.core.vocabulary.Notations
import io.retake.core.vocabulary.Vocabulary
import io.retake.dsl.scope.Words
import io.retake.dsl.scope.Scene
import io.retake.repl.view.timeline.Films
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneOffset
import spock.lang.Specification

/** Lists of files, scenes, credits, jobs, history and help. */
class ListsSpec extends Specification {
    static final Theme PLAIN = new Theme(false, true)
    static final Theme ASCII = new Theme(false, false)
    static final Theme COLOUR = new Theme(true, true)
    static final ObjectMapper JSON = new ObjectMapper()

    def "files"() {
        given:
        def files = [
            '{"filename":"interview-the-directors-cut.mov","file_type":"video","duration":754.2,"width":3840,"height":2160,"fps":29.97002997}',
            '{"filename":"采访\\u001b[2J.mp3","file_type":"audio","duration":12}',
            '{"filename":"logo.png","file_type":"image","width":64,"height":64}',
        ].collect { UploadedFile.parse(JSON.readTree(it)) }

        expect:
        new ClipsView(PLAIN, 60).lines(files).join('\n') == '''\
            file                       kind   length   size       fps
            interview-th…tors-cut.mov  video  12:34.2  3840x2160  29.97
            采访.mp3                   audio  0:12     -          -
            logo.png                   image  -        64x64      -'''.stripIndent()
        (20..120).every { columns -> new ClipsView(ASCII, columns).lines(files).every { Columns.width(it) < columns } }
        new ClipsView(COLOUR, 60).lines(files)[0].startsWith('\u001b[2mfile')
        new ClipsView(PLAIN, 60).lines([])[0].contains("upload 'a.mp4'")
    }

    def "scenes"() {
        expect:
        new ScenesView(PLAIN, 80).lines([scene(1, 0, 4040, 'a.mp4'), scene(2, 4040, 60_200, 'b.mp4')]).join('\n') == '''\
            scene  from     to       length   file
            1      0:00     0:04.04  4.04 s   a.mp4
            2      0:04.04  1:00.2   56.16 s  b.mp4'''.stripIndent()
        new ScenesView(PLAIN, 80).lines([]) == ['No scenes were found.']
    }

    def "credits"() {
        expect:
        new CreditsView(PLAIN).lines(new Credits(97.50, 2.5, 100.0)) == ['97.5 credits can be spent, 2.5 are reserved for running work.']
        new CreditsView(PLAIN).lines(new Credits(100, 0, 100)) == ['100 credits can be spent.']
        new CreditsView(COLOUR).lines(new Credits(0.00, 0, 0)) == ['\u001b[33m0 credits\u001b[0m can be spent.']
    }

    def "a session"() {
        given:
        def state = SessionState.parse(JSON.readTree('{"draft":' + Films.holiday() + ',"video_infos":[{"a":1}]}'))

        expect:
        new StateView(PLAIN, 60).lines([backend: 'local'], state).join('\n') == '''\
            backend    local
            timeline   Timeline (4 tracks): 1. Video: intro.mp4 (0-6s),
                       海边的日落 sunset.mp4 (5-14s),
                       interview-the-directors-cut-final.mov (14-26.5s,
                       50%), שלום עולם.mp4 (26.5-27.5s), x .mp4
                       (27.5-30s, 0%) 2. Video: logo.png (8-18s) 3.
                       BGM: song.mp3 (0-30s, 35%) 4. Title: "Ada
                       Lovelace" (2-8s), "Zürich 🎬 第一部分" (5-14s)
            length     0:30
            picture    1920x1080
            files      1'''.stripIndent()
        new StateView(PLAIN, 60).lines([:], SessionState.empty()) == ['timeline   none yet', 'files      none']
    }

    def "background jobs"() {
        expect:
        new JobsView(PLAIN, 80).lines([
            job(1, 'export mp4', 'DONE', null, 75), job(2, "export webm, to: 'a-long-name.webm'", 'RUNNING', 0.45, 30),
            job(3, 'edit x', 'RUNNING', null, 3), job(4, 'y', 'FAILED', null, 3), job(5, 'z', 'STOPPED', 0.2, 3), job(6, 'w', 'WAITING', null, 0),
        ]).join('\n') == '''\
            [1]  export mp4                      ✓ done in 1:15
            [2]  export webm, to…ong-name.webm'  ████░░░░░░  45 %  0:37 left
            [3]  edit x                          running for 3.0 s
            [4]  y                               ✗ failed after 3.0 s
            [5]  z                               stopped after 3.0 s
            [6]  w                               waiting'''.stripIndent()
        new JobsView(ASCII, 80).lines([job(1, 'x', 'RUNNING', 0.02, 30)]) == ['[1]  x  ----------   2 %']
        new JobsView(PLAIN, 80).lines([])[0].startsWith('No background jobs')
    }

    def "history"() {
        given:
        def at = Instant.parse('2026-11-20T18:00:00Z')
        def entries = [
            new HistoryView.HistoryRow('9', at, 'statement', HistoryView.Outcome.DONE, Duration.ofMillis(300), "upload 'a.mp4'"),
            new HistoryView.HistoryRow('10', at.plusSeconds(61), 'sentence', HistoryView.Outcome.FAILED, Duration.ofSeconds(75), 'make it\u001b]0;x\u0007 vertical'),
            new HistoryView.HistoryRow('11', at.plusSeconds(3600), 'statement', HistoryView.Outcome.STOPPED, Duration.ofSeconds(5), 'session {\n  export mp4\n}'),
        ]

        expect:
        new HistoryView(PLAIN, ZoneOffset.UTC, LocalDate.parse('2026-11-20')).lines(entries).join('\n') == '''\
             9  18:00:00  ✓   0.3 s  statement  upload 'a.mp4'
            10  18:01:01  ✗    1:15  sentence   make it vertical
            11  19:00:00  ■   5.0 s  statement  session {
                                                  export mp4
                                                }'''.replaceAll('(?m)^ {12}', '')
        new HistoryView(ASCII, ZoneOffset.UTC, LocalDate.parse('2026-11-20')).lines(entries).join('\n') == '''\
             9  18:00:00  ok   0.3 s  statement  upload 'a.mp4'
            10  18:01:01  x     1:15  sentence   make it vertical
            11  19:00:00  --   5.0 s  statement  session {
                                                   export mp4
                                                 }'''.replaceAll('(?m)^ {12}', '')
        new HistoryView(PLAIN, ZoneOffset.UTC, LocalDate.parse('2026-11-21')).lines([
            new HistoryView.HistoryRow('~1/3', at, 'command', HistoryView.Outcome.DONE, Duration.ofMillis(300), '/timeline'),
            new HistoryView.HistoryRow('1', at.plusSeconds(86400), 'sentence', HistoryView.Outcome.OPEN, Duration.ZERO, 'mute')]).join('\n') == '''\
            ~1/3  20 Nov 18:00  ✓   0.3 s  command   /timeline
               1  18:00:00      …          sentence  mute'''.replaceAll('(?m)^ {12}', '')
        new HistoryView(PLAIN, ZoneOffset.UTC, LocalDate.parse('2026-11-20')).lines([]) == ['The history is empty.']
    }

    def "help on a verb: its three forms and its arguments"() {
        expect:
        new HelpView(PLAIN, 80).verb('trim').take(10).join('\n') == '''\
            trim
              Keep a range and remove the rest.
              verb       trim from: 2.s, to: 12.s
              operation  {"op":"trim","from":"0:02","to":"0:12"}
              sentence   Trim from 0:02 to 0:12
              from    where it begins (default: the start)
                      a time such as 2.s, '0:12.5', 'the end' or '0:05 before the end'
              to      where it ends, exclusive (default: the end)
                      a time such as 2.s, '0:12.5', 'the end' or '0:05 before the end'
              ranges  several ranges, in place of from and to (default: none)'''.stripIndent()
        new HelpView(PLAIN, 200).verb('trim').last().strip() == Notations.of(Target).hint()
        new HelpView(PLAIN, 80).verb('color').findAll { !it.startsWith(' ') && it } == ['color auto', 'color']
        new HelpView(PLAIN, 80).verb('juggle') == []
    }

    def "help on everything: each verb once, by group"() {
        when:
        def lines = new HelpView(PLAIN, 80).verbs([upload: new Words.Explained('Adds media.', "upload 'a.mp4'")])

        then:
        lines.findAll { !it.startsWith(' ') } - 'more' == ['cut', 'order', 'object', 'pace', 'frame', 'picture', 'text', 'sound', 'history', 'looking', 'session']
        Vocabulary.operations().every { operation -> lines.count { it.startsWith("  $operation  ") } == 1 }
        lines[-2].strip() ==~ /upload +Adds media\./
        lines.last().strip() == "upload 'a.mp4'"
    }

    def "help fits #columns columns"() {
        expect:
        (new HelpView(PLAIN, columns).verbs([:]) + Vocabulary.operations().collectMany { new HelpView(PLAIN, columns).verb(it.verb()) })
            .every { Columns.width(it) < columns }

        where:
        columns << [40, 60, 80, 200]
    }

    // ---

    private static Scene scene(int number, long from, long to, String clip) {
        new Scene(number, Duration.ofMillis(from), Duration.ofMillis(to), Duration.ofMillis(to - from), clip)
    }

    private static JobsView.JobRow job(int number, String text, String state, Double fraction, int seconds) {
        new JobsView.JobRow(number, text, JobsView.JobState.valueOf(state), Optional.ofNullable(fraction), Duration.ofSeconds(seconds))
    }
}
