package io.retake.engine.agent

import static io.retake.engine.agent.Given.*

import java.lang.management.ManagementFactory
import spock.lang.Specification

class LocalAgentSpec extends Specification {

    def "the answer says clause by clause what was done, what was not and why, and the timeline"() {
        when:
        def answer = LocalAgent.answer(Given.project(), 'trim the first 2 seconds, translate it and add the title "Hi" from 1:00 to 1:05; make it vertical')

        then:
        answer.text() == '''Removed 0:00-0:02; the timeline is now 0:28 long.
"translate it": Translating is not possible here. The nearest thing that is: add the title "Hello".
The range 1:00 to 1:05 is past the end: the timeline is 0:28 long. Choose times between 0:00 and 0:28.
Changed the aspect ratio to 9:16 (720x1280, cropped to fill).
Timeline (1 track): 1. Video: a.mp4 (0-8s), b.mov (8-28s)'''
        answer.steps()*.operation() == ['remove', 'title', 'aspect']
        answer.steps()*.done() == [true, false, true]
        answer.steps()[0].args().toString() == '{"to":"0:02"}'
    }

    def "a Chinese message gets a Chinese answer"() {
        expect:
        LocalAgent.answer(Given.project(), '删除前两秒，然后翻译').text() == '''删除了 0:00-0:02，时间线现在长 0:28。
“翻译”：这里做不了“翻译”。最接近的做法：添加标题“你好”。
Timeline (1 track): 1. Video: a.mp4 (0-8s), b.mov (8-28s)'''
    }

    def "a quoted Chinese title does not make an English message Chinese"() {
        expect:
        LocalAgent.answer(Given.project(), 'add the title "你好"').text().startsWith('Added the title')
    }

    def "one message is one step of history"() {
        given:
        def done = LocalAgent.answer(Given.project(), 'upscale to 1080p, fix the colors, fade in and out').next()

        expect:
        done.past().size() == 1
        LocalAgent.answer(done, 'undo').next().draft() == Given.project().draft()
    }

    def "undo in a message takes back what it did before, and what follows is a step of its own"() {
        given:
        def before = LocalAgent.answer(Given.project(), 'make it vertical').next()

        when:
        def next = LocalAgent.answer(before, 'mute it, undo, fade out').next()

        then:
        next.past().size() == 2
        next.draft() == after(before, 'Fade out over 1 s').draft()
    }

    def "times are those of the timeline when the clause is reached"() {
        expect:
        clips(LocalAgent.answer(Given.project(), 'cut the first 10 seconds, then keep the last half, then mute clip 1').next()) == ['b.mov 10000 @0+10000 0%']
        LocalAgent.answer(Given.project(), 'remove the first 25 seconds, then keep 0:10 to 0:20').steps()*.done() == [true, false]
    }

    def "a canonical sentence is read as itself before anything else"() {
        expect:
        LocalAgent.answer(Given.project(), 'Add the title "from 0:02 to 0:12, and mute it"').steps()*.args()*.toString() == ['{"text":"from 0:02 to 0:12, and mute it"}']
    }

    def "a sentence that is not understood changes nothing and is reported"() {
        when:
        def answer = LocalAgent.answer(Given.project(), message)

        then:
        answer.next() == Given.project()
        answer.steps() == []
        answer.text().contains(told)

        where:
        message | told
        'make it dance' | 'Not understood: "make it dance" (skipped). Try: trim the first 10 seconds'
        'don\'t mute it' | 'This says what not to do; nothing changed.'
        'how long is it?' | 'That is a question; nothing changed. Timeline (1 track)'
        'set the volume to 5000%' | 'a level is 0% to 1000%, not 5000%'
        'fade' | 'Try: fade in over 1 s'
        '' | 'Not understood'
        'please' | 'Not understood'
        '。。。' | 'Not understood'
        '把它弄好看点' | '没有理解'
    }

    def "a message of any size and kind is answered in bounded time and changes nothing"() {
        given:
        LocalAgent.answer(Given.project(), 'mute it, then trim the first 2 seconds')

        when:
        long start = cpuNanos()
        def answer = LocalAgent.answer(Given.project(), message)
        long spent = cpuNanos() - start

        then:
        answer.next() == Given.project()
        answer.text().length() < 80_000
        spent < 5_000_000_000 // a tenth of a second or so; what tries all against all takes minutes

        where:
        message << [
            'x' * 100_000, 'trim ' * 999, '"' * 5000, '("' * 2000, 'and ' * 1200, ',' * 5000, '9' * 5000, '1:' * 2500, '第' * 5000, '一' * 5000, '\\"' * 2400,
            'Add the title "' + '\\\\' * 2400, 'a.' * 2400, '-' * 5000, '\u0000\u0001\u001b[31m' * 700, '前' * 5000, 'first last ' * 450, '1 to ' * 1000,
            'half ' * 1000, '\uD83D' * 5000, '«' * 5000, 'from 1 to 2 and ' * 300, '"a", ' * 1000, "it's " * 1000, '5 minutes ' * 500]
    }

    def "a sentence takes a moment"() {
        given:
        def sentence = 'Make it vertical; add the title "Hi" at the top, fix the colors and trim the first 2 seconds, then fade out over 2 s and mute clip 2.'
        20.times { LocalAgent.answer(Given.project(), sentence) }

        expect:
        (1..40).any {
            long start = cpuNanos()
            LocalAgent.answer(Given.project(), sentence)
            cpuNanos() - start < 50_000_000
        }
    }

    private static long cpuNanos() { ManagementFactory.threadMXBean.currentThreadCpuTime }
}
