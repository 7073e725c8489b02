package io.retake.engine.agent

import static io.retake.engine.agent.Given.*

import io.retake.engine.edit.Applier
import io.retake.engine.edit.Outcome
import io.retake.engine.timeline.Project
import io.retake.engine.timeline.Timelines
import io.retake.core.edit.arrange.Freeze
import io.retake.core.edit.arrange.Insert
import io.retake.core.edit.arrange.Remove
import io.retake.core.edit.arrange.Reorder
import io.retake.core.edit.arrange.Repeat
import io.retake.core.edit.arrange.Reverse
import io.retake.core.edit.arrange.Speed
import io.retake.core.edit.arrange.Split
import io.retake.core.edit.arrange.Swap
import io.retake.core.edit.picture.Grayscale
import io.retake.core.edit.picture.Transition
import io.retake.core.edit.picture.Zoom
import io.retake.core.edit.value.Direction
import io.retake.core.edit.value.Factor
import io.retake.core.edit.value.Joint
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Moment
import io.retake.core.edit.value.Offset
import io.retake.core.edit.value.Order
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.Share
import io.retake.core.edit.value.Strength
import io.retake.core.edit.value.Target
import io.retake.core.edit.value.TransitionKind
import io.retake.core.draft.Effect
import io.retake.core.draft.Segment
import io.retake.core.draft.TrackType
import io.retake.core.edit.*
import java.time.Duration
import spock.lang.Specification

class ArrangingSpec extends Specification {

    private static Project three() {
        Given.project().withMedia(video('c.mp4', 4_000)).withMedia(image('logo.png'))
    }

    def "clips are arranged, and nothing of the footage is lost or doubled but what was asked for"() {
        expect:
        clips(after(Given.project(), *sentences)) == expected

        where:
        sentences | expected
        ['Split at 0:04'] | ['a.mp4 0 @0+4000', 'a.mp4 4000 @4000+6000', 'b.mov 0 @10000+20000']
        ['Make it 12 s long'] | ['a.mp4 0 @0+10000', 'b.mov 0 @10000+2000']
        ['Append "a.mp4"'] | ['b.mov 0 @0+20000', 'a.mp4 0 @20000+10000']
        ['Append "b.mov"', 'Append "b.mov"'] | ['a.mp4 0 @0+10000', 'b.mov 0 @10000+20000', 'b.mov 0 @30000+20000']
        ['Insert "b.mov" at 0:04'] | ['a.mp4 0 @0+4000', 'b.mov 0 @4000+20000', 'a.mp4 4000 @24000+6000']
        ['Insert "b.mov" at 0:04', 'Insert "b.mov" at 0:04'] | ['a.mp4 0 @0+4000', 'b.mov 0 @4000+20000', 'b.mov 0 @24000+20000', 'a.mp4 4000 @44000+6000']
        ['Insert "a" at the end'] | ['b.mov 0 @0+20000', 'a.mp4 0 @20000+10000']
        ['Swap clip 1 with clip 2'] | ['b.mov 0 @0+20000', 'a.mp4 0 @20000+10000']
        ['Reorder the clips to clip 2 first'] | ['b.mov 0 @0+20000', 'a.mp4 0 @20000+10000']
        ['Split at 0:04', 'Reorder the clips to clip 1 after clip 2'] | ['a.mp4 4000 @0+6000', 'a.mp4 0 @6000+4000', 'b.mov 0 @10000+20000']
        ['Reorder the clips to 2, 1'] | ['b.mov 0 @0+20000', 'a.mp4 0 @20000+10000']
        ['Reorder the clips to 2'] | ['b.mov 0 @0+20000']
        ['Reorder the clips to longest first'] | ['b.mov 0 @0+20000', 'a.mp4 0 @20000+10000']
        ['Reorder the clips to reversed', 'Reorder the clips to shortest first'] | ['a.mp4 0 @0+10000', 'b.mov 0 @10000+20000']
        ['Repeat it 2 times on clip 1'] | ['a.mp4 0 @0+10000', 'a.mp4 0 @10000+10000', 'b.mov 0 @20000+20000']
        ['Repeat it 2 times'] | ['a.mp4 0 @0+10000', 'b.mov 0 @10000+20000', 'a.mp4 0 @30000+10000', 'b.mov 0 @40000+20000']
        ['Freeze the frame at 0:04 for 2 s'] | ['a.mp4 0 @0+4000', 'a.mp4 4000 @4000+2000', 'a.mp4 4000 @6000+6000', 'b.mov 0 @12000+20000']
        ['Freeze the frame at the end for 1 s'] | ['a.mp4 0 @0+10000', 'b.mov 0 @10000+20000', 'b.mov 19960 @30000+1000']
        ['Reverse it'] | ['b.mov 0 @0+20000', 'a.mp4 0 @20000+10000']
        ['Reverse it', 'Split at 0:05'] | ['b.mov 15000 @0+5000', 'b.mov 0 @5000+15000', 'a.mp4 0 @20000+10000']
        ['Reverse it from 0:08 to 0:12'] | ['a.mp4 0 @0+8000', 'b.mov 0 @8000+2000', 'a.mp4 8000 @10000+2000', 'b.mov 2000 @12000+18000']
        ['Reverse it', 'Reverse it'] | ['a.mp4 0 @0+10000', 'b.mov 0 @10000+20000']
        ['Add a crossfade transition of 1 s'] | ['a.mp4 0 @0+10000', 'b.mov 0 @9000+20000']
        ['Add a crossfade transition of 1 s', 'Add a wipe transition of 2 s between clips 1 and 2'] | ['a.mp4 0 @0+10000', 'b.mov 0 @8000+20000']
        ['Add a crossfade transition of 2 s', 'Remove from 0:02 to 0:05'] | ['a.mp4 0 @0+2000', 'a.mp4 5000 @2000+5000', 'b.mov 0 @5000+20000']
        ['Add a crossfade transition of 2 s', 'Remove from 0:09 to 0:12'] | ['a.mp4 0 @0+9000', 'b.mov 4000 @9000+16000']
        ['Add a crossfade transition of 2 s', 'Trim from the start to 0:08'] | ['a.mp4 0 @0+8000']
        ['Add a crossfade transition of 2 s', 'Make it grayscale on clip 1'] | ['a.mp4 0 @0+10000', 'b.mov 0 @8000+20000']
        ['Add a crossfade transition of 2 s', 'Set the speed to 2x'] | ['a.mp4 0 @0+5000 2.0x', 'b.mov 0 @3000+10000 2.0x']
        ['Add a crossfade transition of 2 s', 'Swap clip 1 with clip 2'] | ['b.mov 0 @0+20000', 'a.mp4 0 @18000+10000']
    }

    def "a join knows what it is, and one that is cut into becomes plain"() {
        given:
        def joined = after(Given.project(), 'Add a dip to black transition of 2 s')

        expect:
        segments(joined, TrackType.VIDEO)[1].blend().get() == new io.retake.core.draft.Blend(TransitionKind.DIP_TO_BLACK, Duration.ofSeconds(2))
        segments(after(joined, 'Split at 0:09'), TrackType.VIDEO)*.blend().every { it.isEmpty() }
        Timelines.lengthMs(after(joined, 'Split at 0:09').draft()) == 28_000
        segments(after(joined, 'Make it grayscale on clip 1'), TrackType.VIDEO)*.effects()*.size() == [1, 0]
    }

    def "titles go with the clip they stand on, and those over several stay"() {
        given:
        def project = after(Given.project(), 'Add the title "one" from 0:01 to 0:04', 'Add the title "all"')

        expect:
        titles(after(project, sentence)) as Set == expected as Set

        where:
        sentence | expected
        'Swap clip 1 with clip 2' | ['one @21000+3000', 'all @0+30000']
        'Reorder the clips to 2' | ['all @0+20000']
        'Repeat it 2 times on clip 1' | ['one @1000+3000', 'one @11000+3000', 'all @0+30000']
        'Freeze the frame at 0:02 for 2 s' | ['one @1000+5000', 'all @0+32000']
        'Add a crossfade transition of 1 s' | ['one @900+2700', 'all @0+29000']
    }

    def "the frame is turned, mirrored and cropped, and its canvas with it"() {
        given:
        def project = after(Given.project(), *sentences)

        expect:
        with(project.draft().canvas().get()) { [width(), height()] == canvas }
        segments(project, TrackType.VIDEO)*.effects().every { it == effects }

        where:
        sentences | canvas | effects
        ['Rotate by 90 degrees'] | [720, 1280] | [new Effect.RotateFx(90)]
        ['Rotate by 90 degrees', 'Rotate by 270 degrees'] | [1280, 720] | []
        ['Rotate by 180 degrees'] | [1280, 720] | [new Effect.RotateFx(180)]
        ['Flip it horizontal'] | [1280, 720] | [new Effect.FlipFx(Direction.HORIZONTAL)]
        ['Flip it vertical', 'Flip it vertical'] | [1280, 720] | []
        ['Crop 25% from the left 25% from the right'] | [640, 720] | [new Effect.CropFx(new Share(25), new Share(25), new Share(0), new Share(0))]
        ['Sharpen the picture', 'Denoise the picture strong', 'Deinterlace the picture', 'Denoise the picture light'] | [1280, 720] | [new Effect.DeinterlaceFx(), new Effect.DenoiseFx(Strength.LIGHT), new Effect.SharpenFx(Strength.MEDIUM)]
    }

    def "a zoom runs evenly through all of its range, whatever is cut"() {
        given:
        def project = after(Given.project(), 'Zoom to 2x from 0:05 to 0:15', 'Split at 0:07')

        expect:
        segments(project, TrackType.VIDEO)*.effects() == [[], [new Effect.ZoomFx(1, 1.2)], [new Effect.ZoomFx(1.2, 1.5)], [new Effect.ZoomFx(1.5, 2)], []]
    }

    def "overlays lie over the picture and are not part of it"() {
        given:
        def project = after(three(), 'Overlay "logo.png" from 0:02 to 0:05 at the bottom left at 10% of the width', 'Overlay "c.mp4"', 'Remove from 0:03 to 0:04')
        def overlays = project.draft().tracks().findAll { it.overlay() }.collectMany { it.segments() }

        expect:
        overlays*.title()*.get() == ['logo.png', 'c.mp4']
        overlays*.start()*.toMillis() == [2000, 0]
        overlays*.duration()*.toMillis() == [2000, 3000]
        overlays[0].position() == Position.BOTTOM_LEFT
        overlays[0].widthPercent().get() == 10d
        Timelines.video(project.draft()).segments()*.title()*.get() == ['a.mp4', 'a.mp4', 'b.mov']
    }

    def "sound in place of the footage's own is cut with the picture"() {
        given:
        def project = after(Given.project(), 'Replace the sound with "song.mp3"', 'Remove from 0:02 to 0:04')

        expect:
        music(project) == ['song.mp3 0 @0+2000', 'song.mp3 4000 @2000+3000']
        clips(project).every { it.endsWith('0%') }
        music(after(project, 'Swap clip 1 with clip 2')) == ['song.mp3 4000 @0+3000', 'song.mp3 0 @6000+2000']
        !Timelines.hasMusic(project.draft())
    }

    def "sound is moved, measured, cleaned and faded by effects"() {
        given:
        def project = after(Given.project(), 'Sync the sound by +200 ms', 'Sync the sound by -50 ms', 'Denoise the sound', 'Set the loudness to -16 LUFS', 'Fade the sound in over 2 s', 'Fade the sound out over 1 s')

        expect:
        segments(project, TrackType.VIDEO)*.effects().every { it == [new Effect.SyncFx(new Offset(Duration.ofMillis(150)), 1d), new Effect.DenoiseAudioFx(Strength.MEDIUM)] }
        project.draft().effects() == [new Effect.LoudnessFx(new Lufs(-16)), new Effect.FadeAudioFx(Duration.ofSeconds(2), Duration.ofSeconds(1))]
        project.draft().fps().get() == 30d
        after(project, 'Set the frame rate to 60 fps').draft().fps().get() == 60d
    }

    def "a lower third has a name and a smaller line"() {
        expect:
        with(segments(after(Given.project(), 'Add the lower third "Ada" with the line "Mathematician" from 0:01 to 0:04'), TrackType.TEXT)[0]) {
            text().get() == 'Ada'
            subline().get() == 'Mathematician'
            position() == Position.LOWER_THIRD
        }
    }

    def "redo repeats undone edits, and checkpoints restore timelines by name"() {
        given:
        def project = after(Given.project(), 'Save the checkpoint "rough cut"', 'Remove from 0:02 to 0:04', 'Set the speed to 2x')
        def undone = after(project, 'Undo the last 2 changes')

        expect:
        after(undone, 'Redo', 'Redo').draft() == project.draft()
        after(undone, 'Redo the last 2 changes').draft() == project.draft()
        Given.apply(after(undone, 'Split at 0:05'), 'Redo') instanceof Outcome.Refused
        after(project, 'Restore the checkpoint "Rough Cut"').draft() == Given.project().draft()
        after(project, 'Restore the checkpoint "rough cut"', 'Undo').draft() == project.draft()
        Given.apply(project, 'Restore the checkpoint "final"').phrase().english() == 'There is no checkpoint "final". Checkpoints: rough cut.'
        Project.of(project.json()) == project

        and: 'footage that comes later is on remembered timelines too, as it is on those that undo goes back to'
        clips(after(project.withMedia(video('c.mp4', 1000)), 'Restore the checkpoint "rough cut"')).size() == 3
    }

    def "an edit of something missing or without room is refused"() {
        given:
        def project = after(Given.project(), 'Set the volume to 50%')

        when:
        def outcome = Given.apply(project, sentence)

        then:
        outcome instanceof Outcome.Refused
        outcome.project().is(project)
        outcome.phrase().english().startsWith(words)
        !(outcome.phrase().chinese() =~ /%\d?\$?s/)

        where:
        sentence | words
        'Add a crossfade transition of 6 s' | 'A transition of 6 s doesn\'t fit: clip 1 is 0:10 long'
        'Add a crossfade transition of 1 s between clips 2 and 3' | 'There is no clip 3'
        'Split at 0:31' | '0:31 is past the end'
        'Make it 60 s long' | 'The timeline is only 0:30 long. To make it longer, slow it down (set the speed to 0.50x)'
        'Append "song.mp3"' | '"song.mp3" has no picture. Files with a picture: a.mp4, b.mov'
        'Append "x.mp4"' | 'No file "x.mp4" in this session'
        'Reorder the clips to 3, 1' | 'There is no clip 3'
        'Swap clip 1 with clip 5' | 'There is no clip 5'
        'Swap scene 1 with scene 5' | 'There is no scene 5'
        'Reorder the clips to clip 7 first' | 'There is no clip 7'
        'Freeze the frame at 0:40 for 2 s' | '0:40 is past the end'
        'Redo' | 'There is nothing to redo'
        'Restore the checkpoint "a"' | 'There are no checkpoints.'
        'Replace the sound with "x.wav"' | 'No file "x.wav" in this session'
    }
}
