package io.retake.engine.edit

import static io.retake.engine.agent.Given.*

import io.retake.engine.agent.Given
import io.retake.engine.timeline.Project
import io.retake.engine.timeline.Timelines
import io.retake.core.draft.Effect
import io.retake.core.draft.TrackType
import io.retake.core.edit.value.Position
import io.retake.core.edit.arrange.Trim
import io.retake.core.edit.arrange.Remove
import io.retake.core.edit.arrange.Speed
import io.retake.core.edit.value.Factor
import io.retake.core.edit.value.Moment
import io.retake.core.edit.value.Target
import java.time.Duration
import spock.lang.Specification

class ApplierSpec extends Specification {

    def "cutting and pacing leave the right stretches of the right footage"() {
        expect:
        clips(after(Given.project(), *sentences)) == expected

        where:
        sentences | expected
        ['Trim from 0:02 to 0:12'] | ['a.mp4 2000 @0+8000', 'b.mov 0 @8000+2000']
        ['Trim from 0:05 before the end to the end'] | ['b.mov 15000 @0+5000']
        ['Trim from the start to 1/3 of the way'] | ['a.mp4 0 @0+10000']
        ['Remove from the start to 0:10'] | ['b.mov 0 @0+20000']
        ['Remove from 0:08 to 0:12'] | ['a.mp4 0 @0+8000', 'b.mov 2000 @8000+18000']
        ['Remove from 0:03 to 0:05'] | ['a.mp4 0 @0+3000', 'a.mp4 5000 @3000+5000', 'b.mov 0 @8000+20000']
        ['Trim from 0:01 to 0:02 on clip 2'] | ['a.mp4 0 @0+10000', 'b.mov 1000 @10000+1000']
        ['Remove from 0:01 to 0:02 on "B.MOV"'] | ['a.mp4 0 @0+10000', 'b.mov 0 @10000+1000', 'b.mov 2000 @11000+18000']
        ['Set the speed to 2x'] | ['a.mp4 0 @0+5000 2.0x', 'b.mov 0 @5000+10000 2.0x']
        ['Set the speed to 2x', 'Set the speed to 1x'] | ['a.mp4 0 @0+10000', 'b.mov 0 @10000+20000']
        ['Set the speed to 0.5x from 0:08 to 0:12'] | ['a.mp4 0 @0+8000', 'a.mp4 8000 @8000+4000 0.5x', 'b.mov 0 @12000+4000 0.5x', 'b.mov 2000 @16000+18000']
        ['Set the speed to 2x on clip 1', 'Remove from 0:01 to 0:02'] | ['a.mp4 0 @0+1000 2.0x', 'a.mp4 4000 @1000+3000 2.0x', 'b.mov 0 @4000+20000']
        ['Set the volume to 50% from 0:05 to 0:10'] | ['a.mp4 0 @0+5000', 'a.mp4 5000 @5000+5000 50%', 'b.mov 0 @10000+20000']
        ['Mute the sound on clip 2'] | ['a.mp4 0 @0+10000', 'b.mov 0 @10000+20000 0%']
        ['Set the volume to -6 dB'] | ['a.mp4 0 @0+10000 50%', 'b.mov 0 @10000+20000 50%']
    }

    def "titles move with the picture they stand on, and go with it"() {
        given:
        def project = after(Given.project(), 'Add the title "one" from 0:01 to 0:04', 'Add the title "two" from 0:06 to 0:08', 'Add the title "three" from 0:20 to 0:30')

        expect:
        titles(after(project, sentence)) == expected

        where:
        sentence | expected
        'Remove from 0:05 to 0:09' | ['one @1000+3000', 'three @16000+10000']
        'Remove from 0:02 to 0:07' | ['one @1000+1000', 'two @2000+1000', 'three @15000+10000']
        'Trim from 0:03 to 0:21' | ['one @0+1000', 'two @3000+2000', 'three @17000+1000']
        'Set the speed to 2x' | ['one @500+1500', 'two @3000+1000', 'three @10000+5000']
        'Set the speed to 0.5x from 0:02 to 0:07' | ['one @1000+5000', 'two @10000+3000', 'three @25000+10000']
    }

    def "titles that overlap stand on tracks of their own"() {
        given:
        def project = after(Given.project(), 'Add the title "one"', 'Add the title "two" from 0:01 to 0:02 at the lower third', 'Add the title "three" from 0:02 to 0:03')

        expect:
        project.draft().tracks(TrackType.TEXT)*.segments()*.collect { it.text().get() } == [['one'], ['two', 'three']]
        segments(project, TrackType.TEXT)[1].position() == Position.LOWER_THIRD
    }

    def "music lies under the whole timeline, whatever happens to it"() {
        expect:
        music(after(Given.project(), *sentences)) == expected

        where:
        sentences | expected
        ['Add the music "song.mp3"'] | ['song.mp3 0 @0+30000 35% loop']
        ['Add the music "SONG.MP3" at 50%'] | ['song.mp3 0 @0+30000 50% loop']
        ['Add the music "song"', 'Trim from 0:02 to 0:08'] | ['song.mp3 0 @0+6000 35%']
        ['Add the music "song"', 'Add the music "a.mp4" at 20%'] | ['a.mp4 0 @0+20000 20% loop']
        ['Add the music "song"', 'Set the volume to 10% from 0:05 to 0:10 on the music'] | ['song.mp3 0 @0+5000 35%', 'song.mp3 5000 @5000+5000 10% loop', 'song.mp3 3000 @10000+20000 35% loop']
        ['Add the music "song"', 'Set the volume to 10% from 0:05 to 0:10 on the music', 'Remove from 0:02 to 0:04'] | ['song.mp3 0 @0+3000 35%', 'song.mp3 3000 @3000+5000 10% loop', 'song.mp3 1000 @8000+20000 35% loop']
        ['Add the music "song"', 'Mute the sound'] | ['song.mp3 0 @0+30000 0% loop']
        ['Add the music "song"', 'Set the volume to 80%'] | ['song.mp3 0 @0+30000 35% loop']
        ['Add the music "song"', 'Set the volume to 80% on "song.mp3"'] | ['song.mp3 0 @0+30000 80% loop']
    }

    def "music that ducks carries its effect, and later footage gets it too"() {
        given:
        def project = after(Given.project(), 'Add the music "song.mp3" with ducking under speech').withMedia(video('c.mp4', 1000))

        expect:
        segments(project, TrackType.AUDIO)[0].effects() == [new Effect.DuckFx()]
        music(project) == ['song.mp3 0 @0+31000 35% loop']
    }

    def "the frame gets the size asked for, even, and keeps its shape"() {
        given:
        def project = Project.empty('x').withMedia(video('a.mp4', 1000, w, h))

        expect:
        with(after(project, sentence).draft().canvas().get()) { [width(), height(), sharpen()] == expected }

        where:
        w | h | sentence | expected
        854 | 480 | 'Upscale to 1080p' | [1920, 1080, true]
        854 | 480 | 'Upscale to 2160p' | [3840, 2160, true]
        480 | 854 | 'Upscale to 1080p' | [1080, 1920, true]
        640 | 358 | 'Resize to 720p' | [1280, 720, false]
        1048 | 576 | 'Upscale to 1080p' | [1966, 1080, true]
        640 | 360 | 'Upscale to 1080p' | [1920, 1080, true]
        360 | 640 | 'Upscale to 1080p' | [1080, 1920, true]
        640 | 360 | 'Upscale to 1920x1080' | [1920, 1080, true]
        640 | 360 | 'Resize to 181p' | [322, 182, false]
        1920 | 1080 | 'Change the aspect ratio to 9:16' | [1080, 1920, false]
        1080 | 1920 | 'Change the aspect ratio to 1:1' | [1080, 1080, false]
        1280 | 720 | 'Change the aspect ratio to 21:9' | [1680, 720, false]
    }

    def "an edit without effect is reported and adds no step of history"() {
        given:
        def project = after(Given.project(), 'Set the speed to 2x', 'Fix the color automatically', 'Fade in over 1 s')

        when:
        def outcome = Given.apply(project, sentence)

        then:
        outcome instanceof Outcome.Unchanged
        outcome.project() == project
        outcome.phrase().english() == words

        where:
        sentence | words
        'Upscale to 480p' | 'Nothing to upscale: the picture is already 1280x720. To make it smaller, say resize to 480p.'
        'Resize to 720p' | 'The picture is already 1280x720.'
        'Set the speed to 2x' | '0:00-0:15 already plays at 2x.'
        'Fix the color automatically' | 'Automatic color correction is already on.'
        'Fade in over 1 s' | 'That fade is already set.'
        'Set the volume to 100%' | 'The volume is already 100%.'
        'Trim from the start to 0:15' | 'That is the whole timeline; nothing to cut.'
    }

    def "colours are effects of the footage, in a fixed order, and grades add up"() {
        given:
        def project = after(Given.project(), 'Make it grayscale', 'Adjust the color with brightness +60%', 'Fix the color automatically', 'Adjust the color with brightness +60% with temperature -5%')

        expect:
        segments(project, TrackType.VIDEO)*.effects().every {
            it*.class == [Effect.AutoColorFx, Effect.GradeFx, Effect.GrayscaleFx] && it[1].brightness().percent() == 100 && it[1].temperature().percent() == -5
        }
        project.draft().effects() == []
    }

    def "a fade of the whole is the timeline's, and each end can be said by itself"() {
        given:
        def project = after(Given.project(), 'Fade in over 2 s', 'Fade out over 3 s', 'Fade in over 1 s on clip 2')

        expect:
        project.draft().effects() == [new Effect.FadeFx(Duration.ofSeconds(2), Duration.ofSeconds(3))]
        segments(project, TrackType.VIDEO)[1].effects() == [new Effect.FadeFx(Duration.ofSeconds(1), Duration.ZERO)]

        and: 'fades are never longer than what fades, and cutting a clip leaves each end its own'
        def cut = after(project, 'Trim from 0:08 to 0:12', 'Remove from 0:02.5 to 0:03')
        cut.draft().effects() == [new Effect.FadeFx(Duration.ofSeconds(2), Duration.ofMillis(1500))]
        segments(cut, TrackType.VIDEO)*.effects() == [[], [new Effect.FadeFx(Duration.ofMillis(500), Duration.ZERO)], []]
    }

    def "an impossible edit changes nothing and says why"() {
        given:
        def project = after(Given.project(), 'Set the volume to 50%')

        when:
        def outcome = Given.apply(project, sentence)

        then:
        outcome instanceof Outcome.Refused
        outcome.project().is(project)
        outcome.phrase().english() == words
        !outcome.phrase().chinese().contains('%s')

        where:
        sentence | words
        'Trim from 0:20 to 0:40' | 'The range 0:20 to 0:40 is past the end: the timeline is 0:30 long. Choose times between 0:00 and 0:30.'
        'Trim from 1:00 before the end to the end' | 'The range -0:30 to 0:30 is past the end: the timeline is 0:30 long. Choose times between 0:00 and 0:30.'
        'Trim from 0:25 to 0:10 before the end' | 'The range from 0:25 to 0:20 is empty: the timeline is 0:30 long, and a range must end after it begins.'
        'Remove from 0:00 to 0:30' | 'Removing 0:00-0:30 would leave nothing: the timeline is 0:30 long. Keep at least part of it.'
        'Mute the sound on clip 3' | 'There is no clip 3: the timeline has 2 clips.'
        'Mute the sound from 0:05 to 0:12 on clip 1' | 'The range 0:05 to 0:12 is past the end: clip 1 is 0:10 long. Choose times between 0:00 and 0:10.'
        'Make it grayscale on "c.mp4"' | 'There is no "c.mp4" on the timeline. Files: a.mp4, b.mov.'
        'Set the speed to 2x on the music' | 'That is not possible for the music alone. Apply it to the video, or to a clip such as clip 1.'
        'Set the volume to 20% on the music' | 'There is no music on the timeline. Add some first: add the music "song.mp3".'
        'Add the music "hit.mp3"' | 'No file "hit.mp3" in this session; files with sound: a.mp4, b.mov, song.mp3.'
        'Fade in over 20 s out over 11 s' | 'A fade of 31 s doesn\'t fit: the timeline is 0:30 long. Choose a shorter one.'
        'Add the title "x" from 0:29 to 0:31' | 'The range 0:29 to 0:31 is past the end: the timeline is 0:30 long. Choose times between 0:00 and 0:30.'
        'Undo the last 2 changes' | 'Can\'t undo 2 changes: there are only 1. To undo all of them, say undo 1.'
    }

    def "a picture larger than can be drawn is refused with its size"() {
        given:
        def project = after(Project.empty('x').withMedia(video('a.mp4', 1000, 2000, 1000)), 'Set the volume to 50%')

        expect:
        Given.apply(project, 'Upscale to 4320p').phrase().english() == 'That would be 8640x4320 pixels; a side has at most 8192. Choose a smaller size.'
        Given.apply(project, 'Change the aspect ratio to 10:1') instanceof Outcome.Refused
    }

    def "without footage there is nothing to edit, and without changes nothing to take back"() {
        expect:
        Given.apply(Project.empty('x'), 'Upscale to 1080p').phrase().english().startsWith('The timeline is empty.')
        Given.apply(Given.project(), 'Undo').phrase().english() == 'There is nothing to undo.'
    }
}
