package io.retake.engine.timeline

import static io.retake.engine.agent.Given.*

import io.retake.core.vocabulary.InvalidEdit
import io.retake.core.vocabulary.Vocabulary
import io.retake.engine.edit.Outcome
import spock.lang.Specification

/** Speed by the length that it shall give, and the most that a timeline may last. */
class FittingSpec extends Specification {
    private static long length(Outcome outcome) { Timelines.lengthMs(outcome.project().draft()) }

    private static List<Double> speeds(Outcome outcome) {
        Timelines.video(outcome.project().draft()).segments()*.speed()
    }

    def 'the timeline lasts exactly #seconds s'() {
        when: 'of 30 s'
        def done = apply(project(), "Change the speed to last $seconds s")

        then:
        length(done) == Math.round(seconds * 1000)
        speeds(done).toUnique().size() == 1

        where:
        seconds << [10, 7, 12.345, 0.3, 59.999, 600]
    }

    def 'clips keep their speeds relative to each other, frozen frames and transitions their lengths'() {
        given: 'a clip at half speed, a held frame of 3 s, and clips that overlap for a second'
        def project = ['Set the speed to 0.5x on clip 1', 'Freeze the frame at 0:25 for 3 s', 'Add a crossfade transition of 1 s between clips 1 and 2']
                .inject(project()) { p, sentence -> apply(p, sentence).project() }

        when:
        def done = apply(project, 'Change the speed to last 11 s')
        def clips = Timelines.video(done.project().draft()).segments()

        then:
        length(done) == 11_000
        clips.find { it.frozen() }.duration().toMillis() == 3000
        Math.abs(clips[1].speed() / clips[0].speed() - 2) < 1e-9
        Joins.spans(clips)[1].lengthMs() == 1000
        and: 'and once more changes nothing'
        apply(done.project(), 'Change the speed to last 11 s') instanceof Outcome.Unchanged
    }

    def 'only what is meant is paced: #sentence'() {
        expect:
        length(apply(project(), sentence)) == total

        where:
        sentence                                                              || total
        'Change the speed to last 4 s on clip 1'                              || 24_000
        'Change the speed to last 1.5 s from 0:02 to 0:05'                    || 28_500
        'Change the speed to last 3 s from 0:02 to 0:05 and 0:12 to 0:18'     || 24_000
    }

    def 'what no speed can do is refused, with what can: #sentence'() {
        when:
        def refused = apply(project(), sentence)

        then:
        refused instanceof Outcome.Refused
        refused.phrase().english() == why

        where:
        sentence                                 || why
        'Change the speed to last 0.1 s'         || 'To last 0.1 s, 0:00-0:30 would have to play at 300x its recorded speed. From 0.05x to 100x is possible: choose 0.3 s to 600 s.'
        'Change the speed to last 601 s'         || 'To last 601 s, 0:00-0:30 would have to play at 0.0499x its recorded speed. From 0.05x to 100x is possible: choose 0.3 s to 600 s.'
    }

    def 'a timeline is shortened to the most that it may last, and stays as it is when it is shorter'() {
        expect:
        length(apply(project(), 'Make it at most 12 s long')) == 12_000
        def same = apply(project(), 'Make it at most 45 s long')
        same instanceof Outcome.Unchanged
        same.phrase().english() == 'The timeline is 0:30 long, which is not more than 0:45; nothing changed.'
        apply(project(), 'Make it at most 30 s long') instanceof Outcome.Unchanged
    }

    def 'one of both: #given'() {
        when:
        Vocabulary.named(operation).get().bind(given)

        then:
        thrown(InvalidEdit)

        where:
        operation | given
        'speed'   | [:]
        'speed'   | [factor: '2x', fit: '10 s']
        'speed'   | [fit: '0 s']
        'length'  | [:]
        'length'  | [duration: '10 s', atMost: '12 s']
        'length'  | [atMost: '0 s']
    }
}
