package io.retake.engine.agent

import static io.retake.engine.agent.Given.*

import io.retake.engine.edit.AnalysisEditsSpec
import io.retake.engine.edit.Applier
import io.retake.engine.edit.Outcome
import io.retake.engine.timeline.Project
import io.retake.engine.timeline.SegmentSplitter
import io.retake.core.draft.Effect
import io.retake.core.draft.TrackType
import io.retake.engine.measure.Cut
import java.time.Duration
import spock.lang.Specification

/** Edits of clips that a transition joins: a (6 s) becomes b (4 s) over a second, and where there is one b becomes c (3 s). */
class ClipsInTransitionsSpec extends Specification {

    private static Project two() {
        after(Project.empty('x').withMedia(video('a', 6000)).withMedia(video('b', 4000)).withMedia(sound('song.mp3', 20_000)), 'Add a crossfade transition of 1 s')
    }

    private static Project three() {
        after(Project.empty('x').withMedia(video('a', 6000)).withMedia(video('b', 4000)).withMedia(video('c', 3000)), 'Add a wipe transition of 1 s')
    }

    private static List<String> seen(Project project) {
        segments(project, TrackType.VIDEO).collect {
            def blend = it.blend().map { b -> " ${b.kind()} ${b.duration().toMillis()}" }.orElse('')
            "${it.title().get()} ${it.in().toMillis()} @${it.start().toMillis()}+${it.duration().toMillis()}${it.speed() == 1 ? '' : " ${it.speed()}x"}${SegmentSplitter.isReversed(it) ? ' <' : ''}$blend".toString()
        }
    }

    def 'an edit of one clip applies to all of it and to no other: #sentence'() {
        when:
        def outcome = Given.apply(two(), sentence)

        then:
        seen(outcome.project()) == expected
        outcome.phrase().english() == answer
        Given.apply(outcome.project(), 'Undo').project().draft() == two().draft()

        where:
        sentence | expected | answer
        'Reverse it on clip 1' | ['a 0 @0+6000 <', 'b 0 @5000+4000 CROSSFADE 1000'] | '0:00-0:06 plays backwards, picture and sound.'
        'Reverse it on clip 2' | ['a 0 @0+6000', 'b 0 @5000+4000 < CROSSFADE 1000'] | '0:05-0:09 plays backwards, picture and sound.'
        'Reverse it' | ['b 0 @0+4000 <', 'a 0 @3000+6000 < CROSSFADE 1000'] | '0:00-0:09 plays backwards, picture and sound.'
        'Reverse it from 0:02 to 0:06 on clip 1' | ['a 0 @0+2000', 'a 2000 @2000+4000 <', 'b 0 @5000+4000 CROSSFADE 1000'] | '0:02-0:06 plays backwards, picture and sound.'
        'Reverse it from 0:03 to 0:05' | ['a 0 @0+3000', 'a 3000 @3000+3000 <', 'b 0 @5000+4000 CROSSFADE 1000'] | '0:03-0:05 plays backwards, picture and sound.'
        'Remove from the start to the end on clip 2' | ['a 0 @0+6000'] | 'Removed 0:05-0:09; the timeline is now 0:06 long. The crossfade of 1 s was removed.'
        'Remove from the start to the end on clip 1' | ['b 0 @0+4000'] | 'Removed 0:00-0:06; the timeline is now 0:04 long. The crossfade of 1 s was removed.'
        'Remove from the start to the end on "b"' | ['a 0 @0+6000'] | 'Removed 0:05-0:09; the timeline is now 0:06 long. The crossfade of 1 s was removed.'
        'Remove from 0:04 to 0:06 on clip 1' | ['a 0 @0+4000', 'b 0 @3000+4000 CROSSFADE 1000'] | 'Removed 0:04-0:06; the timeline is now 0:07 long.'
        'Remove from the start to 0:02 on clip 2' | ['a 0 @0+6000', 'b 2000 @5000+2000 CROSSFADE 1000'] | 'Removed 0:05-0:07; the timeline is now 0:07 long.'
        'Remove from 0:04 to 0:05' | ['a 0 @0+4000', 'b 0 @4000+4000'] | 'Removed 0:04-0:05; the timeline is now 0:08 long. The crossfade of 1 s was removed.'
        'Remove from 0:06 to 0:07' | ['a 0 @0+6000', 'b 0 @5000+1000 CROSSFADE 1000', 'b 2000 @6000+2000'] | 'Removed 0:06-0:07; the timeline is now 0:08 long.'
        'Trim from 0:01 to 0:05.5 on clip 1' | ['a 1000 @0+4500', 'b 0 @3500+4000 CROSSFADE 1000'] | 'Kept 0:01-0:05.5; the timeline is now 0:07.5 long.'
        'Trim from 0:01 to 0:02 on clip 2' | ['a 0 @0+6000', 'b 1000 @5000+1000 CROSSFADE 1000'] | 'Kept 0:06-0:07; the timeline is now 0:06 long.'
        'Trim from 0:01 to 0:01.5 on clip 2' | ['a 0 @0+6000', 'b 1000 @5750+500 CROSSFADE 250'] | 'Kept 0:06-0:06.5; the timeline is now 0:06.25 long. One transition was shortened with its clips: 0.25 s.'
        'Set the speed to 2x on clip 1' | ['a 0 @0+3000 2.0x', 'b 0 @2000+4000 CROSSFADE 1000'] | '0:00-0:06 plays at 2x of its recorded speed; the timeline is now 0:06 long.'
        'Set the speed to 8x on clip 1' | ['a 0 @0+750 8.0x', 'b 0 @375+4000 CROSSFADE 375'] | '0:00-0:06 plays at 8x of its recorded speed; the timeline is now 0:04.375 long. One transition was shortened with its clips: 0.375 s.'
        'Swap clip 1 with clip 2' | ['b 0 @0+4000', 'a 0 @3000+6000 CROSSFADE 1000'] | 'Swapped clip 1 and clip 2.'
        'Repeat it 2 times on clip 2' | ['a 0 @0+6000', 'b 0 @5000+4000 CROSSFADE 1000', 'b 0 @9000+4000'] | 'Repeated to play 2 times; the timeline is now 0:13 long.'
        'Repeat it 2 times' | ['a 0 @0+6000', 'b 0 @5000+4000 CROSSFADE 1000', 'a 0 @9000+6000', 'b 0 @14000+4000 CROSSFADE 1000'] | 'Repeated to play 2 times; the timeline is now 0:18 long.'
        'Insert "b" at 0:05' | ['a 0 @0+6000', 'b 0 @6000+4000', 'b 0 @10000+4000'] | 'Inserted "b" at 0:06; the timeline is now 0:14 long. "b" plays 2 times now: it already was clip 2. The crossfade of 1 s was removed.'
        'Insert "b" at 0:05.5' | ['a 0 @0+6000', 'b 0 @6000+4000', 'b 0 @10000+4000'] | 'Inserted "b" at 0:06; the timeline is now 0:14 long. "b" plays 2 times now: it already was clip 2. The crossfade of 1 s was removed.'
        'Insert "b" at 0:06' | ['a 0 @0+6000', 'b 0 @5000+1000 CROSSFADE 1000', 'b 0 @6000+4000', 'b 1000 @10000+3000'] | 'Inserted "b" at 0:06; the timeline is now 0:13 long. "b" plays 2 times now: it already was clip 2.'
        'Freeze the frame at 0:06 for 2 s' | ['a 0 @0+6000', 'b 0 @5000+1000 CROSSFADE 1000', 'b 1000 @6000+2000', 'b 1000 @8000+3000'] | 'Holds the frame at 0:06 for 2 s; the timeline is now 0:11 long.'
        'Split at 0:05.5' | ['a 0 @0+5500', 'b 500 @5500+3500'] | 'Split at 0:05.5; the timeline now has 2 clips. The last 0.5 s of clip 1 and the first 0.5 s of clip 2, visible only in the transition, are removed. The crossfade of 1 s was removed.'
        'Make it grayscale from the start to 0:05.2' | ['a 0 @0+6000', 'b 0 @5000+4000 CROSSFADE 1000'] | 'Made 0:00-0:05 black and white.'
        'Mute the sound from 0:05.8 to the end' | ['a 0 @0+6000', 'b 0 @5000+1000 CROSSFADE 1000', 'b 1000 @6000+3000'] | 'Muted the sound from 0:05.8 to the end. Transitions stay whole, so this applies to 0:06-0:09.'
    }

    def 'of several transitions those stay whose clips still meet: #sentence'() {
        when:
        def outcome = Given.apply(three(), sentence)

        then:
        seen(outcome.project()) == expected
        outcome.phrase().english().endsWith(told)

        where:
        sentence | expected | told
        'Remove from the start to the end on clip 2' | ['a 0 @0+6000', 'c 0 @6000+3000'] | 'long. All 2 transitions were removed.'
        'Remove from the start to the end on clip 1' | ['b 0 @0+4000', 'c 0 @3000+3000 WIPE 1000'] | 'long. One of the 2 transitions was removed.'
        'Reverse it on clip 2' | ['a 0 @0+6000', 'b 0 @5000+4000 < WIPE 1000', 'c 0 @8000+3000 WIPE 1000'] | 'backwards, picture and sound.'
        'Reverse it' | ['c 0 @0+3000 <', 'b 0 @2000+4000 < WIPE 1000', 'a 0 @5000+6000 < WIPE 1000'] | 'backwards, picture and sound.'
        'Reorder the clips to 3, 1, 2' | ['c 0 @0+3000', 'a 0 @2000+6000 WIPE 1000', 'b 0 @7000+4000 WIPE 1000'] | 'now in this order: 3, 1, 2.'
        'Reorder the clips to 3, 1' | ['c 0 @0+3000', 'a 0 @3000+6000'] | 'Removed 1 that were not named. All 2 transitions were removed.'
        'Set the speed to 3x on clip 2' | ['a 0 @0+6000', 'b 0 @5334+1333 3.0x WIPE 666', 'c 0 @6001+3000 WIPE 666'] | '2 transitions were shortened with their clips.'
    }

    def 'a transition between two of several clips goes with them, and not with others'() {
        given:
        def project = after(Project.empty('x').withMedia(video('a', 6000)).withMedia(video('b', 4000)).withMedia(video('c', 3000)), 'Add a slide transition of 0.5 s between clips 1 and 2')

        expect:
        seen(after(project, 'Reorder the clips to 3, 1, 2')) == ['c 0 @0+3000', 'a 0 @3000+6000', 'b 0 @8500+4000 SLIDE 500']
        seen(after(project, 'Swap clip 1 with clip 2')) == ['b 0 @0+4000', 'a 0 @3500+6000 SLIDE 500', 'c 0 @9500+3000']
        seen(after(project, 'Swap clip 2 with clip 3')) == ['a 0 @0+6000', 'c 0 @6000+3000', 'b 0 @9000+4000']
        Given.apply(project, 'Swap clip 2 with clip 3').phrase().english() == 'Swapped clip 2 and clip 3. The slide of 0.5 s was removed.'
        Given.apply(project, 'Swap clip 2 with clip 3').phrase().chinese().endsWith('滑动转场（0.5 s）已移除。')
    }

    def 'a frame of two pictures is not held, and a cut where a clip begins is there already'() {
        expect:
        Given.apply(two(), 'Freeze the frame at 0:05.5 for 1 s').phrase().english() == "At 0:05.5 clip 1 becomes clip 2, and a frame of both can't be held. Choose a time before 0:05, or from 0:06 on."
        Given.apply(two(), 'Split at 0:05') instanceof Outcome.Unchanged
        Given.apply(two(), 'Make it grayscale from 0:05.2 to 0:05.8 on clip 1').phrase().english().startsWith('From 0:05.2 to 0:05.8, clip 1 is inside a transition')
    }

    def 'a reversed clip that something is cut from its end goes on showing the rest'() {
        given:
        def project = after(two(), 'Reverse it on clip 1')

        expect: 'it begins with its last second, as before'
        seen(after(project, 'Remove from 0:05 to 0:09')) == ['a 1000 @0+5000 <']
        seen(after(project, 'Split at 0:05.5')) == ['a 500 @0+5500 <', 'b 500 @5500+3500']
    }

    def 'titles go with one clip, also where two are seen, and replaced sound with its own'() {
        given:
        def project = after(two(), 'Add the title "both" from 0:05.2 to 0:05.8', 'Add the title "a" from 0:01 to 0:02', 'Replace the sound with "song.mp3"')

        expect:
        titles(after(project, 'Swap clip 1 with clip 2')) as Set == ['both @200+600', 'a @4000+1000'] as Set
        titles(after(project, 'Remove from the start to the end on clip 1')) as Set == ['both @200+600'] as Set
        titles(after(project, 'Remove from the start to the end on clip 2')) as Set == ['a @1000+1000'] as Set
        titles(after(project, 'Reverse it on clip 1')) as Set == ['both @5200+600', 'a @1000+1000'] as Set
        music(after(project, 'Swap clip 1 with clip 2')) == ['song.mp3 5000 @0+3000', 'song.mp3 0 @3000+5000']
        music(after(project, 'Reverse it on clip 1')) == ['song.mp3 1000 @1000+4000', 'song.mp3 5000 @5000+4000']
    }

    def 'pauses, jumps and scenes are found in clips, and transitions stay'() {
        given:
        def pause = [*([-20d] * 300), *([-70d] * 250), *([-20d] * 50)] as double[]
        def figures = ['hash-a': pause, 'cuts-hash-a': [new Cut(Duration.ofMillis(2000), 30d, true), new Cut(Duration.ofMillis(5500), 30d, true), new Cut(Duration.ofMillis(5600), 80d, false)]]
        def run = { String sentence -> seen(Applier.apply(two(), edit(sentence), AnalysisEditsSpec.known(figures)).project()) }

        expect:
        run('Cut the silence longer than 1 s') == ['a 0 @0+3100', 'a 5400 @3100+600', 'b 0 @3400+4000 CROSSFADE 300']
        run('Smooth the jump cuts') == ['a 0 @0+2000', 'a 2000 @1800+4000 CROSSFADE 200', 'b 0 @4800+4000 CROSSFADE 1000']
        run('Find the scenes') == ['a 0 @0+6000', 'b 0 @5000+4000 CROSSFADE 1000']
    }

    def 'a clip named by words is that clip alone: #words'() {
        expect:
        seen(LocalAgent.answer(project, words).next()) == expected

        where:
        project | words | expected
        two() | 'remove clip 2' | ['a 0 @0+6000']
        two() | 'delete the first clip' | ['b 0 @0+4000']
        two() | '删除第二个片段' | ['a 0 @0+6000']
        two() | 'keep only clip 1' | ['a 0 @0+6000']
        two() | '只保留片段2' | ['b 0 @0+4000']
        three() | 'delete clips 2 and 3' | ['a 0 @0+6000']
        three() | 'remove clip 1' | ['b 0 @0+4000', 'c 0 @3000+3000 WIPE 1000']
        two() | 'reverse clip 2' | ['a 0 @0+6000', 'b 0 @5000+4000 < CROSSFADE 1000']
        two() | '交换两个片段' | ['b 0 @0+4000', 'a 0 @3000+6000 CROSSFADE 1000']
        three() | 'insert "a" after clip 2' | ['a 0 @0+6000', 'b 0 @5000+4000 WIPE 1000', 'a 0 @9000+6000', 'c 0 @15000+3000']
    }
}
