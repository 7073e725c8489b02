package io.retake.engine.agent

import static io.retake.engine.agent.Given.*

import io.retake.core.vocabulary.Sentences
import io.retake.engine.timeline.Dialogue
import io.retake.engine.timeline.Project
import spock.lang.Specification

/** "Did you mean …?": what the grammar can't read is offered, and done only when the user says so. */
class OffersSpec extends Specification {
    private static final String SLOW = 'have it plod at 0.5x'
    private static final String ZOOM = '放大'

    private static Answer say(Project project, String... messages) {
        messages.inject(null) { Answer answer, message -> LocalAgent.answer(answer ? answer.next() : project, message) }
    }

    private static List<String> offers(Answer answer) {
        answer.next().dialogue().offers().collect { Dialogue.text(it) }
    }

    def "one likely reading is offered, and nothing is changed"() {
        when:
        def answer = say(Given.project(), SLOW)

        then:
        answer.text().readLines()[0] == 'Not sure what "have it plod at 0.5x" asks for (skipped). Did you mean: Set the speed to 0.5x? Answer yes.'
        answer.text().readLines()[1] == 'The timeline is unchanged.'
        answer.undone()*.words() == [SLOW]
        answer.undone()*.why() == [answer.text().readLines()[0]]
        answer.steps() == []
        answer.next().draft() == Given.project().draft()
        answer.next().past() == []
    }

    def "'#message' is certain, and done without asking, as one step of history"() {
        when:
        def answer = say(Given.project(), message)

        then:
        offers(answer) == []
        answer.undone() == []
        answer.steps()*.done().every()
        answer.steps()*.offered().every { !it }
        answer.next().draft() == after(Given.project(), *sentences).draft()
        answer.next().past().size() == 1
        !answer.text().contains('Not understood')

        where:
        message                      | sentences
        'run it at 0.5x'             | ['Set the speed to 0.5x']
        'remvoe the first 3 seconds' | ['Remove from the start to 0:03']
    }

    def "two readings are offered with numbers, in Chinese where the message is"() {
        when:
        def answer = say(Given.project(), ZOOM)

        then:
        answer.text().startsWith('不确定“放大”要做什么，没有做任何修改。您是想 1：Zoom to 1.2x，还是 2：Upscale to 1080p？')
        answer.text().contains('请回答 1 或 2。')
        offers(answer).size() == 2
        answer.next().draft() == Given.project().draft()
    }

    def "'#reply' does what was offered, as one step of history"() {
        when:
        def done = say(Given.project(), SLOW, reply)

        then:
        done.steps()*.operation() == ['speed']
        done.steps()*.done() == [true]
        done.steps()*.offered() == [true]
        done.undone() == []
        done.next().draft() == after(Given.project(), 'Set the speed to 0.5x').draft()
        done.next().past().size() == 1
        offers(done) == []

        where:
        reply << ['yes', 'Yes.', 'yes please', 'ok', 'do it', '1', 'the first one', '好', '是的', '好的。', '第一个']
    }

    def "'#reply' chooses offer #number of two"() {
        given:
        def offered = say(Given.project(), ZOOM)

        expect:
        say(offered.next(), reply).next().draft() == after(Given.project(), offers(offered)[number - 1]).draft()

        where:
        reply            | number
        '1'              | 1
        '2'              | 2
        '2.'             | 2
        'the second one' | 2
        '第二个'           | 2
        '第一个'           | 1
    }

    def "an answer that doesn't choose changes nothing, and the offers stand"() {
        when:
        def answer = say(Given.project(), ZOOM, reply)

        then:
        answer.text().startsWith(told)
        answer.undone()*.words() == [reply]
        answer.next().draft() == Given.project().draft()
        offers(answer).size() == 2

        and:
        say(answer.next(), '2').steps()*.args()*.path('size')*.asText() == ['1080p']

        where:
        reply | told
        'yes' | 'Which one? Answer with a number from 1 to 2, or no.'
        '好'   | '要哪一个？请回答 1 到 2，或“不用”。'
    }

    def "a number has the language of the offer"() {
        expect:
        say(Given.project(), ZOOM, '2').text().contains('放大到 2.3x')
    }

    def "'#reply' ends the offer, and what was refused is not offered again until something changed"() {
        when:
        def declined = say(Given.project(), SLOW, reply)

        then:
        declined.next().draft() == Given.project().draft()
        declined.steps().collect { [it.operation(), it.done(), it.offered()] } == [['edit', true, true]]
        declined.undone() == []
        offers(declined) == []
        !(say(declined.next(), 'yes').text() =~ /plays at/)

        and:
        offers(say(declined.next(), SLOW)) == []
        offers(say(declined.next(), SLOW, 'mute it', SLOW)) == ['Set the speed to 0.5x']

        where:
        reply << ['no', 'No.', 'nope', '不用', '都不要', '算了']
    }

    def "any other message is read as always, and ends the offer: '#other'"() {
        given:
        def answer = say(Given.project(), SLOW, other)

        expect:
        answer.next().draft() == say(Given.project(), other).next().draft()
        !('Set the speed to 0.5x' in offers(answer))
        say(answer.next(), 'yes').next().draft() == answer.next().draft()

        where:
        other << ['mute it', 'yes, and mute it', 'undo', 'make it dance', 'how long is it?', 'Set the volume to 50%', 'not 1', '静音']
    }

    def "without an offer, yes and numbers are no edits"() {
        expect:
        say(Given.project(), reply).next() == Given.project()
        say(Given.project(), reply).steps() == []

        where:
        reply << ['yes', '1', '第二个', '好']
    }

    def "an offer survives a restart, as does what was refused"() {
        when:
        def offered = Project.of(say(Given.project(), SLOW).next().json())
        def declined = Project.of(say(Given.project(), SLOW, 'no').next().json())

        then:
        say(offered, 'yes').steps()*.operation() == ['speed']
        offers(say(declined, SLOW)) == []
    }

    def "a project of an earlier version, or with edits that this one doesn't have, has no offer"() {
        given:
        def json = say(Given.project(), SLOW).next().json()

        expect:
        Project.of(json.deepCopy().without('dialogue')).dialogue() == Dialogue.NONE

        when:
        json.path('dialogue').path('offers').path(0).path(0).put('op', 'hypnotize')

        then:
        Project.of(json).dialogue() == Dialogue.NONE
        Project.of(json).draft() == Given.project().draft()
    }

    def "an upload ends the offer"() {
        expect:
        offers(say(Given.project(), SLOW)) == ['Set the speed to 0.5x']
        say(Given.project(), SLOW).next().withMedia(video('c.mp4', 1000)).dialogue() == Dialogue.NONE
    }

    def "what became impossible is refused, and nothing of it is done"() {
        given:
        def edits = [Sentences.read('Mute the sound').get(), Sentences.read('Remove from 0:40 to 0:50').get()]
        def project = Given.project().saying(Dialogue.NONE.offering([edits], io.retake.core.Language.ENGLISH))

        when:
        def answer = say(project, 'yes')

        then:
        answer.text().startsWith('That is not possible')
        answer.next().draft() == Given.project().draft()
        answer.steps() == []
        answer.undone().size() == 1
    }

    def "what is past the end, beyond the vocabulary or not asked for is not offered: '#message'"() {
        expect:
        offers(say(Given.project(), message)) == []

        where:
        message << ['remvoe 0:50 to 0:55', 'add background noise', 'make the picture less sharp',
            '取消静音', '取消淡入', 'make the background louder', 'thanks a lot', 'make it dance']
    }

    def "what is refused on purpose is not offered"() {
        expect:
        offers(say(Given.project(), message)) == []

        where:
        message << ["don't mute it", 'translate it', 'set the volume to 5000%', 'how long is it?']
    }

    def "the part that was understood is done, and the rest is offered for the timeline as it is then"() {
        when:
        def answer = say(Given.project(), "mute it. $SLOW")

        then:
        answer.steps()*.operation() == ['mute']
        offers(answer) == ['Set the speed to 0.5x']
        say(answer.next(), 'yes').next().past().size() == 2
    }

    def "a rest whose times a later edit moved is not offered"() {
        expect:
        offers(say(Given.project(), 'remvoe ghastly 0:10 to 0:12. Trim the first 5 seconds')) == []
        offers(say(Given.project(), 'remvoe ghastly 0:10 to 0:12. Mute it')) == ['Remove from 0:10 to 0:12']
    }

    def "louder is relative to the level that the sound has"() {
        given:
        def project = after(Given.project(), 'Set the volume to 40%')

        expect:
        offers(say(project, 'the sound is way too low, bring it up by 6 dB')) == ['Set the volume to 79.8%']
    }

    def "before anything runs, a likely reading is suggested if it holds for any footage: '#message'"() {
        expect:
        Understanding.undone(message, files)*.why() == why

        where:
        message                      | files     || why
        SLOW                         | ['a.mp4'] || ['Try: Set the speed to 0.5x.']
        SLOW                         | []        || ['Try: Set the speed to 0.5x.']
        ZOOM                         | ['a.mp4'] || ['可以这样说：Zoom to 1.2x。']
        'remvoe the first 3 seconds' | ['a.mp4'] || []
        'mute it'                    | ['a.mp4'] || []
        'make it dance'              | ['a.mp4'] || ['Try: trim the first 10 seconds, set the speed to 1.5x, upscale to 1080p, make it vertical, fix the colors, make it brighter, make it black and white, mute the sound, set the volume to 50%, add the music "song.mp3", add the title "Hello", fade in and out, undo.']
    }

    def "what a check has nothing against is done, and what it finds isn't: '#message'"() {
        expect:
        Understanding.undone(message, ['a.mp4']).empty == done
        say(Project.empty('one').withMedia(video('a.mp4', 10_000)), message).undone().empty == done

        where:
        message                              || done
        'run it at half pace'                || true
        'remvoe the first 3 seconds'         || true
        SLOW                                 || false
        'make it brighter and 2x'            || false
        "it's great. run it at half pace"    || true
        'is it muted? run it at half pace'   || false
        'make it dance, run it at half pace' || false
    }

    def "a long message is answered without an offer, and soon"() {
        when:
        long start = System.nanoTime()
        def answer = say(Given.project(), message)
        def seconds = (System.nanoTime() - start) / 1e9

        then:
        offers(answer) == []
        seconds < 30

        where:
        message << ['run it at 0.5x ' * 333, 'zoom and ' * 550, '前五秒放大' * 1000, '((((' * 1250, '1 2 3 ' * 830]
    }

    def "hostile text of the longest length that is read is answered in bounded time"() {
        given:
        say(Given.project(), SLOW)
        long start = System.nanoTime()

        when:
        def answer = say(Given.project(), message.take(399))
        def seconds = (System.nanoTime() - start) / 1e9

        then:
        offers(answer).size() <= 2
        seconds < 30

        where:
        message << ['from 1 to 2 and ' * 40, 'it is it is ' * 40, '的' * 400, '前五秒放大到130%和' * 40, 'zoom to zoom to ' * 40, '"a", ' * 100,
            'half of half of ' * 40, '\uD83D' * 400, '1' * 400, '第一个第二个' * 80, 'no, 2, no, 3, ' * 40, '- ' * 200]
    }
}
