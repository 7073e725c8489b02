package io.retake.engine.edit

import static io.retake.engine.agent.Given.*

import io.retake.core.draft.TrackType
import io.retake.engine.agent.Given
import io.retake.engine.timeline.Project
import spock.lang.Specification

/** Edits at the very limits of what they allow. */
class ClipEditsSpec extends Specification {

    def "a sound of its own is cut with the picture when clips overlap"() {
        given:
        def project = after(Given.project().withMedia(sound('voice.wav', 30_000)), 'Replace the sound with "voice.wav"', 'Add a crossfade transition of 1 s')

        expect: 'the sound of the clip that comes in is heard'
        clips(project)*.take(11) == ['a.mp4 0 @0+', 'b.mov 0 @90']
        music(project) == ['voice.wav 0 @0+9000', 'voice.wav 10000 @9000+20000']
    }

    def "a transition may take half of a clip: #sentence"() {
        given:
        def project = Project.empty('x').withMedia(video('a.mp4', 6000)).withMedia(video('b.mp4', 4000)).withMedia(video('c.mp4', 6000))

        expect:
        Given.apply(project, sentence).phrase().english().startsWith(answer)

        where:
        sentence                                                         | answer
        'Add a crossfade transition of 2 s'                              | 'Added a crossfade of 2 s'
        'Add a crossfade transition of 2 s between clips 1 and 2'        | 'Added a crossfade of 2 s'
        'Add a crossfade transition of 2.001 s between clips 1 and 2'    | "A transition of 2.001 s doesn't fit: clip 2 is 0:04 long"
        'Add a crossfade transition of 2.001 s between clips 2 and 3'    | "A transition of 2.001 s doesn't fit: clip 2 is 0:04 long"
        'Add a crossfade transition of 3 s'                              | "A transition of 3 s doesn't fit: clip 2 is 0:04 long"
    }

    def "a timeline of 30 s can't become #length s long, and what to do instead depends on how far that is"() {
        expect:
        Given.apply(Given.project(), "Make it $length s long".toString()).phrase().english() == answer

        where:
        length | answer
        30     | 'The timeline is already 0:30 long.'
        30.001 | 'The timeline is only 0:30 long. To make it longer, slow it down (set the speed to 0.99x) or repeat it.'
        60     | 'The timeline is only 0:30 long. To make it longer, slow it down (set the speed to 0.50x) or repeat it.'
        600    | 'The timeline is only 0:30 long. To make it longer, slow it down (set the speed to 0.05x) or repeat it.'
        601    | 'The timeline is only 0:30 long. To make it longer, repeat it or append more footage.'
    }

    def "a frame can be held at both ends, and beyond neither: #sentence"() {
        expect:
        clips(Given.apply(Given.project(), sentence).project()) == expected

        where:
        sentence                                  | expected
        'Freeze the frame at the start for 1 s'   | ['a.mp4 0 @0+1000', 'a.mp4 0 @1000+10000', 'b.mov 0 @11000+20000']
        'Freeze the frame at the end for 1 s'     | ['a.mp4 0 @0+10000', 'b.mov 0 @10000+20000', 'b.mov 19960 @30000+1000']
        'Freeze the frame at 0:30.001 for 1 s'    | ['a.mp4 0 @0+10000', 'b.mov 0 @10000+20000']
        'Freeze the frame at 0:31 before the end for 1 s' | ['a.mp4 0 @0+10000', 'b.mov 0 @10000+20000']
    }

    def "a still of a clip that is fast or plays backwards is the frame that was seen there: #before"() {
        expect:
        clips(after(Given.project(), *before, sentence)).find { it.endsWith('+1000') } == still

        where:
        before                                                         | sentence                                | still
        ['Set the speed to 2x']                                        | 'Freeze the frame at 0:02 for 1 s'      | 'a.mp4 4000 @2000+1000'
        ['Set the speed to 2x']                                        | 'Freeze the frame at the end for 1 s'   | 'b.mov 19960 @15000+1000'
        ['Reverse it']                                                 | 'Freeze the frame at the start for 1 s' | 'b.mov 19960 @0+1000'
        ['Reverse it']                                                 | 'Freeze the frame at the end for 1 s'   | 'a.mp4 0 @30000+1000'
        ['Remove from 0:00 to 0:04', 'Reverse it on clip 1']           | 'Freeze the frame at 0:02 for 1 s'      | 'a.mp4 7960 @2000+1000'
    }

    def "a frame is held for an hour at most"() {
        expect:
        Given.apply(Given.project(), 'Freeze the frame at 0:01 for 3600 s') instanceof Outcome.Done
        Given.apply(Given.project(), 'Freeze the frame at 0:01 for 3600.001 s').phrase().english() == 'A frame can be held for an hour at most.'
    }

    def "music and a sound of its own lie right under the footage, above titles"() {
        given:
        def project = after(Given.project(), 'Add the title "x" from 0:01 to 0:02', 'Add the music "song.mp3"', 'Replace the sound with "song.mp3"')

        expect:
        project.draft().tracks()*.type()*.get() == [TrackType.VIDEO, TrackType.AUDIO, TrackType.AUDIO, TrackType.TEXT]
        project.draft().tracks()*.sound() == [false, true, false, false]
    }

    def "an edit says which transitions it removed or made shorter, and none that it made itself: #sentence"() {
        given:
        def three = Project.empty('x').withMedia(video('a.mp4', 10_000)).withMedia(video('b.mp4', 10_000)).withMedia(video('c.mp4', 10_000))

        expect:
        Given.apply(after(three, *before), sentence).phrase().english().replaceFirst(/.* long\./, '') == answer

        where:
        before                                                      | sentence                                               | answer
        []                                                          | 'Add a crossfade transition of 1 s'                    | ''
        ['Add a crossfade transition of 1 s between clips 1 and 2'] | 'Add a wipe transition of 2 s between clips 2 and 3'   | ''
        ['Add a crossfade transition of 1 s between clips 1 and 2'] | 'Add a crossfade transition of 2 s between clips 2 and 3' | ''
        ['Add a crossfade transition of 1 s between clips 1 and 2'] | 'Remove from the start to the end on clip 1'           | ' The crossfade of 1 s was removed.'
        ['Add a crossfade transition of 2 s between clips 1 and 2'] | 'Trim from the start to 0:01.5 on clip 2'              | ' One transition was shortened with its clips: 0.75 s.'
        ['Add a crossfade transition of 2 s']                       | 'Trim from the start to 0:03 on clip 2'                | ' 2 transitions were shortened with their clips.'
        ['Add a crossfade transition of 0.5 s between clips 1 and 2', 'Add a crossfade transition of 2 s between clips 2 and 3'] | 'Trim from the start to 0:01 on clip 3' | ' One transition was shortened with its clips: 0.5 s.'
        ['Add a crossfade transition of 1 s between clips 1 and 2'] | 'Repeat it 2 times'                                    | ''
    }
}
