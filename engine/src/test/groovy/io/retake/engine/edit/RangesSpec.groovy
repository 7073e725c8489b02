package io.retake.engine.edit

import static io.retake.core.draft.TrackType.AUDIO
import static io.retake.engine.agent.Given.*

import io.retake.core.draft.Effect
import io.retake.core.edit.Ranged
import io.retake.core.edit.Ranges
import io.retake.core.edit.value.Moment
import io.retake.core.edit.value.Range
import io.retake.core.vocabulary.InvalidEdit
import io.retake.core.vocabulary.Sentences
import io.retake.core.vocabulary.Vocabulary
import io.retake.engine.agent.LocalAgent
import io.retake.engine.timeline.Project
import io.retake.engine.timeline.Timelines
import java.time.Duration
import spock.lang.Specification

/** Several ranges in one edit, and all but some. */
class RangesSpec extends Specification {
    private static Outcome done(Project project, Map<String, ?> json) {
        def operation = Vocabulary.named(json.op as String).get()
        Applier.apply(project, operation.bind(json.findAll { it.key != 'op' }))
    }

    private static List<String> pieces(Outcome outcome) {
        Timelines.video(outcome.project().draft()).segments().collect { "${it.title().get()[0]} ${it.in().toMillis()}+${it.duration().toMillis()}" as String }
    }

    private static List<Range> seconds(List<Integer> ends) {
        ends.collate(2).collect { from, to -> new Range(Moment.at(Duration.ofSeconds(from)), Moment.at(Duration.ofSeconds(to))) }
    }

    def 'times are those of the timeline before the edit'() {
        when: 'of 10 s of a and 20 s of b'
        def removed = done(project(), [op: 'remove', ranges: '0:02-0:05, 0:08-0:12'])

        then:
        pieces(removed) == ['a 0+2000', 'a 5000+3000', 'b 2000+18000']
        removed.phrase().english() == 'Removed 0:02-0:05, 0:08-0:12; the timeline is now 0:23 long.'
        and: 'trim keeps them all, in the order of the timeline'
        pieces(done(project(), [op: 'trim', ranges: ['0:08-0:12', '0:02-0:05']])) == ['a 2000+3000', 'a 8000+2000', 'b 0+2000']
        and: 'and except is the rest'
        pieces(done(project(), [op: 'trim', except: '0:02-0:05, 0:08-0:12'])) == pieces(removed)
        pieces(done(project(), [op: 'remove', except: '0:02-0:05'])) == ['a 2000+3000']
    }

    def 'an effect is on each range, and only there'() {
        expect:
        Timelines.video(done(project(), [op: 'grayscale', ranges: '0:02-0:05, 0:12-0:15']).project().draft()).segments().collect { [it.start().toSeconds(), it.effects().size()] } ==
                [[0, 0], [2, 1], [5, 0], [10, 0], [12, 1], [15, 0]]
        Timelines.video(done(project(), [op: 'grayscale', except: '0:02-0:05']).project().draft()).segments().collect { [it.start().toSeconds(), it.effects().size()] } ==
                [[0, 1], [2, 0], [5, 1], [10, 1]]
        done(project(), [op: 'vignette', ranges: '0:02-0:05, 0:12-0:15']).phrase().english() == 'Added a vignette (medium). Only 0:02-0:05, 0:12-0:15.'
    }

    def 'a zoom begins anew in each range'() {
        expect:
        Timelines.video(done(project(), [op: 'zoom', factor: '2x', ranges: '0:02-0:05, 0:12-0:15']).project().draft()).segments()*.effects() ==
                [[], [new Effect.ZoomFx(1, 2)], [], [], [new Effect.ZoomFx(1, 2)], []]
    }

    def 'ranges that touch are turned round each for itself'() {
        expect:
        pieces(done(project(), [op: 'reverse', ranges: '0:00-0:02, 0:02-0:04'])).take(2) == ['a 0+2000', 'a 2000+2000']
        pieces(done(project(), [op: 'reverse', from: '0:00', to: '0:04'])).take(1) == ['a 0+4000']
    }

    def 'speed, volume and mute take them'() {
        expect: 'each second at double speed takes half a second'
        Timelines.lengthMs(done(project(), [op: 'speed', factor: '2x', ranges: '0:02-0:04, 0:12-0:16']).project().draft()) == 27_000
        Timelines.lengthMs(done(project(), [op: 'speed', factor: '2x', except: '0:00-0:10']).project().draft()) == 20_000
        Timelines.video(done(project(), [op: 'mute', ranges: '0:02-0:05, 0:12-0:15']).project().draft()).segments()*.gain() == [1d, 0d, 1d, 1d, 0d, 1d]
        done(project(), [op: 'mute', ranges: '0:02-0:05, 0:12-0:15']).phrase().english() == 'Muted the sound in 0:02-0:05, 0:12-0:15.'
        done(project(), [op: 'volume', level: '50%', except: '0:02-0:05']).phrase().english() == 'Set the volume of the sound except 0:02-0:05 to 50%.'
        and: 'the music too'
        def scored = apply(project(), 'Add the music "song.mp3"').project()
        done(scored, [op: 'mute', ranges: '0:02-0:05, 0:12-0:15', on: 'the music']).project().draft().tracks(AUDIO)[0].segments()*.gain().findAll { it == 0d }.size() == 2
    }

    def 'of a clip they count from its start'() {
        expect:
        pieces(done(project(), [op: 'remove', ranges: '0:01-0:02, 0:05-0:06', on: 'clip 2'])) == ['a 0+10000', 'b 0+1000', 'b 2000+3000', 'b 6000+14000']
    }

    def 'what makes no sense is refused with the place: #given'() {
        when:
        def outcome = done(project(), [op: 'grayscale'] + given)

        then:
        outcome instanceof Outcome.Refused
        outcome.project().draft() == project().draft()
        outcome.phrase().english() == why

        where:
        given                                            || why
        [ranges: '0:02-0:05, 0:28-0:40']                 || 'The range 0:28 to 0:40 is past the end: the timeline is 0:30 long. Choose times between 0:00 and 0:30.'
        [ranges: '0:02-0:05, 1/10 of the way-1/2 of the way'] || 'The ranges 0:02-0:05 and 0:03-0:15 of the timeline overlap. Give each time once.'
        [except: '0:00-0:10, 0:10-0:30']                 || 'Nothing is left of the timeline, which is 0:30 long. Except only a part of it.'
    }

    def 'what can be seen to be wrong makes no edit: #given'() {
        when:
        Vocabulary.named(operation).get().bind(given)

        then:
        def wrong = thrown(InvalidEdit)
        wrong.message.contains(why)

        where:
        operation   | given                                      || why
        'grayscale' | [ranges: '0:02-0:05, 0:04-0:06']            || 'the ranges 0:02-0:05 and 0:04-0:06 overlap'
        'grayscale' | [ranges: '0:05-0:02']                       || 'the range from 0:05 to 0:02 is empty'
        'grayscale' | [ranges: '0:02']                            || "expected ranges such as ['0:02-0:05', '0:10-0:12']"
        'grayscale' | [ranges: '']                                || 'expected ranges'
        'grayscale' | [ranges: []]                                || 'expected ranges'
        'grayscale' | [from: '0:02', ranges: '0:04-0:06']         || 'three ways to name a part'
        'grayscale' | [ranges: '0:02-0:03', except: '0:04-0:06']  || 'three ways to name a part'
        'trim'      | [:]                                         || 'trim needs from: or to:'
        'loudness'  | [from: '0:02']                              || "'loudness' applies to the whole of its target: it takes no 'from'"
        'deinterlace' | [ranges: '0:02-0:05']                     || "'deinterlace' applies to the whole of its target"
    }

    def 'said in a sentence: #sentence'() {
        expect:
        Sentences.read(sentence).get().range() == ranges
        Vocabulary.fromJson(Vocabulary.toJson(Sentences.read(sentence).get())) == Sentences.read(sentence).get()

        where:
        sentence                                                             || ranges
        'Remove from 0:02 to 0:05 and 0:10 to 0:12'                          || Ranges.of(seconds([2, 5, 10, 12]))
        'Remove 0:02 to 0:05 and 0:10 to 0:12'                               || Ranges.of(seconds([2, 5, 10, 12]))
        'Trim from 0:02 to 0:05, 0:10 to 0:12 and from 0:20 to 0:22'         || Ranges.of(seconds([2, 5, 10, 12, 20, 22]))
        'Make it grayscale except from 0:02 to 0:05'                         || Ranges.except(seconds([2, 5]))
        'Mute the sound from 0:02 to 0:05'                                   || Ranges.of(Moment.at(Duration.ofSeconds(2)), Moment.at(Duration.ofSeconds(5)))
    }

    def 'the agent does as the sentence says, with one step to undo'() {
        when:
        def answer = LocalAgent.answer(project(), 'Remove 0:02 to 0:05 and 0:08 to 0:12')

        then:
        answer.steps()*.operation() == ['remove']
        Timelines.lengthMs(answer.next().draft()) == 23_000
    }

    def 'every edit with a range takes lists and exceptions'() {
        expect:
        Vocabulary.operations().findAll { Ranged.isAssignableFrom(it.type()) }.every { it.arguments()*.name().containsAll(['from', 'to', 'ranges', 'except']) }
        Vocabulary.operations().findAll { Ranged.isAssignableFrom(it.type()) }*.name().toSet() ==
                ['trim', 'remove', 'speed', 'reverse', 'zoom', 'grayscale', 'mute', 'volume', 'blur', 'pixelate', 'opacity', 'look', 'pitch', 'sharpen', 'denoise', 'vignette', 'grain',
                 'color', 'color-auto', 'crop', 'flip', 'rotate', 'stabilize', 'denoiseAudio'] as Set
    }
}
