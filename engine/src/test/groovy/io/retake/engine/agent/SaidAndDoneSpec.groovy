package io.retake.engine.agent

import static io.retake.engine.agent.Given.*

import io.retake.core.vocabulary.Sentences
import io.retake.core.vocabulary.Vocabulary
import io.retake.engine.timeline.Dialogue
import io.retake.engine.timeline.Project
import spock.lang.Shared
import spock.lang.Specification

/**
 * What the whole agent does, its grammar and the reader of frames together, with sentences that went wrong once and others
 * of their kind: the right edit, an offer, or nothing.
 */
class SaidAndDoneSpec extends Specification {
    private static final String REFUSED = '?'
    private static final String OFFER = 'offer: '

    private static final Map<String, Project> PROJECTS = [
        P: Given.project(),
        Q: ['a.mp4': 40_000, 'b.mp4': 50_000].inject(Project.empty('q')) { p, name, ms -> p.withMedia(video(name, ms)) },
        R: ['a.mp4': 40_000, 'b.mp4': 50_000, 'c.mp4': 30_000].inject(Project.empty('r')) { p, name, ms -> p.withMedia(video(name, ms)) },
        T: after(Given.project(), 'Add the title "Hello" from the start to 0:04'),
        T2: after(Given.project(), 'Add the title "Hello" from the start to 0:04', 'Add the title "Bye" from 0:06 to 0:09'),
        M: after(Given.project(), 'Add the music "song.mp3"'),
        U: after(Given.project(), 'Mute the sound'),
        W: after(Given.project(), 'Mute the sound on clip 1'),
        X: after(Given.project(), 'Add a crossfade transition of 1 s between clips 1 and 2'),
        Y: after(Given.project(), 'Make it grayscale'),
        H: after(Given.project(), 'Set the speed to 2x'),
        V: Project.empty('v').withMedia(video('small.mp4', 60_000, 640, 360)),
        S: Project.empty('s').withMedia(video('large.mp4', 60_000, 1920, 1080))]

    @Shared List<Row> rows = rows()

    static class Row {
        final String kind
        final String project
        final String said
        final List<String> outcome

        Row(String kind, String project, String said, List<String> outcome) {
            this.kind = kind
            this.project = project
            this.said = said
            this.outcome = outcome
        }

        boolean isDone() {
            !(REFUSED in outcome) && !outcome.any { it.startsWith(OFFER) }
        }

        /** Text that somebody wrote stays as it is. */
        boolean isText() {
            outcome.any { it =~ /[Tt]itle .*"/ }
        }
    }

    private static List<Row> rows() {
        def kind = ''
        SaidAndDoneSpec.getResource('/sentences/agent.tsv').readLines('UTF-8').findAll { !it.blank }.collect {
            if (it.startsWith('#')) {
                kind = it.substring(1).strip()
                return null
            }
            def columns = it.split('\t', -1)
            assert columns.length == 3: it
            new Row(kind, columns[0], columns[1], columns[2].split(/ \| /).toList())
        }.findAll()
    }

    static List<String> outcome(Project project, String said) {
        def answer = LocalAgent.answer(project, said)
        def done = answer.steps().collect { it.done() ? Sentences.write(Vocabulary.fromJson(it.args().deepCopy().put('op', it.operation()))) : REFUSED }
        def offers = answer.next().dialogue().offers().collect { OFFER + Dialogue.text(it) }
        def open = answer.undone().empty ? [] : [REFUSED]
        done + (offers ?: open)
    }

    def "#row.kind: #row.said"() {
        expect: 'whether it is done or offered first depends on how sure the reader of frames is'
        meant(outcome(PROJECTS[row.project], row.said)) == meant(row.outcome)

        where:
        row << rows
    }

    private static String meant(List<String> outcome) {
        def done = outcome.findAll { !it.startsWith(OFFER) }
        done.empty ? outcome[0] - OFFER : done.join('; ')
    }

    def "what isn't done leaves the timeline as it was, and says so"() {
        expect:
        rows.findAll { it.outcome == [REFUSED] }.findAll {
            def answer = LocalAgent.answer(PROJECTS[it.project], it.said)
            answer.next().draft() != PROJECTS[it.project].draft() || !(answer.undone() || answer.steps().any { s -> !s.done() })
        }*.said == []
    }

    def "with other letters and marks it is that or nothing"() {
        expect:
        rows.findAll { it.done && !it.text }.collectMany { row ->
            forms(row.said).collect { [it, outcome(PROJECTS[row.project], it) - REFUSED, row.outcome] }
        }.findAll { form, got, wanted -> got != wanted && got.any { !it.startsWith(OFFER) } } == []
    }

    private static List<String> forms(String said) {
        boolean chinese = said =~ /\p{IsHan}/
        [chinese ? "请$said".toString() : "please ${said.uncapitalize()}".toString(), said.toUpperCase(Locale.ROOT), said.replaceAll(/[,，.]+(?=\s|$|\p{IsHan})/, ' ')]
    }
}
