package io.retake.engine.edit

import static io.retake.engine.agent.Given.*

import io.retake.core.draft.Effect
import io.retake.core.draft.TrackType
import io.retake.core.edit.session.Undo
import io.retake.core.edit.value.ObjectKind
import io.retake.engine.timeline.Project
import io.retake.engine.timeline.TimelineObjects
import io.retake.engine.timeline.Timelines
import spock.lang.Specification

/** Objects as targets, on a film of three clips with titles, a lower third, overlays, a transition and music. */
class ObjectsSpec extends Specification {
    static Project film(String... more) {
        def media = [video('a.mp4', 10_000), video('b.mov', 20_000), video('c.mp4', 5_000), sound('song.mp3', 7_000), sound('other.mp3', 9_000)]
                .inject(Project.empty('objects')) { project, file -> project.withMedia(file) }
        after(media.withMedia(image('logo.png')), 'Add a crossfade transition of 1 s between clips 1 and 2', 'Add the music "song.mp3"',
            'Add the title "Summer" from 0:01 to 0:04', 'Add the title "The end" from 0:20 to 0:25 at the top in box style', 'Add the lower third "Dr. Lin" from 0:05 to 0:10',
            'Overlay "logo.png" from 0:02 to 0:08', 'Overlay "logo.png" from 0:12 to 0:15 at the bottom left', *more)
    }

    static List<String> objects(Project project, ObjectKind kind) {
        TimelineObjects.of(project.draft(), kind).collect { o -> "${o.number()} ${o.segment().text().orElse(o.segment().title().orElse(''))} ${o.span()}".toString() }
    }

    private static List<String> titleSpans(Project project) { objects(project, ObjectKind.TITLE) }

    private static List<String> overlaySpans(Project project) { objects(project, ObjectKind.OVERLAY) }

    private static String refused(Project project, String sentence) {
        def outcome = apply(project, sentence)
        assert outcome instanceof Outcome.Refused && outcome.project() == project: outcome.phrase().english()
        outcome.phrase().english()
    }

    private static String unchanged(Project project, String sentence) {
        def outcome = apply(project, sentence)
        assert outcome instanceof Outcome.Unchanged && outcome.project() == project: outcome.phrase().english()
        outcome.phrase().english()
    }

    private static String done(Project project, String sentence) {
        def outcome = apply(project, sentence)
        assert outcome instanceof Outcome.Done: outcome.phrase().english()
        assert Applier.apply(outcome.project(), new Undo(1)).project().draft() == project.draft()
        outcome.phrase().english()
    }

    def 'objects have numbers: by when they appear, transitions by the clip before them'() {
        expect:
        titleSpans(film()) == ['1 Summer 0:01-0:04', '2 The end 0:20-0:25']
        objects(film(), ObjectKind.LOWER_THIRD) == ['1 Dr. Lin 0:05-0:10']
        overlaySpans(film()) == ['1 logo.png 0:02-0:08', '2 logo.png 0:12-0:15']
        TimelineObjects.of(film('Remove transition 1', 'Add a wipe transition of 1 s between clips 2 and 3').draft(), ObjectKind.TRANSITION)*.number() == [2]
    }

    def '#sentence takes it off and nothing else'() {
        when:
        def before = film()
        def answer = done(before, sentence)
        def next = after(before, sentence)

        then:
        answer.startsWith(said)
        titleSpans(next).size() == 2 - titlesGone
        overlaySpans(next).size() == 2 - overlaysGone
        music(next).isEmpty() == musicGone
        clips(next).findAll { !it.startsWith('logo') }.size() == 3

        where:
        sentence                | said                                                      || titlesGone | overlaysGone | musicGone
        'Remove title 1'        | 'Removed title 1 "Summer".'                               || 1          | 0            | false
        'Remove title "the END"' | 'Removed title 2 "The end".'                             || 1          | 0            | false
        'Remove the last title' | 'Removed title 2 "The end".'                              || 1          | 0            | false
        'Remove titles'         | 'Removed title 1 "Summer", title 2 "The end".'            || 2          | 0            | false
        'Remove the text'       | 'Removed the text.'                                       || 2          | 0            | false
        'Remove lower third 1'  | 'Removed lower third 1 "Dr. Lin".'                        || 0          | 0            | false
        'Remove overlay 2'      | 'Removed overlay 2 "logo.png".'                           || 0          | 1            | false
        'Remove "logo.png"'     | 'Removed overlay 1 "logo.png", overlay 2 "logo.png".'     || 0          | 2            | false
        'Remove the music'      | 'Removed the music.'                                      || 0          | 0            | true
        'Remove "song"'         | 'Removed the music.'                                      || 0          | 0            | true
    }

    def 'a removed transition becomes a cut, and both clips are seen whole'() {
        when:
        def next = after(film(), 'Remove transition 1')

        then:
        done(film(), 'Remove transition 1') == 'Removed the transition between clips 1 and 2: the clips meet with a cut now. The timeline is now 0:35 long.'
        Timelines.lengthMs(film().draft()) == 34_000
        Timelines.lengthMs(next.draft()) == 35_000
        Timelines.video(next.draft()).segments().every { it.blend().empty }
        titleSpans(next)[1] == '2 The end 0:21-0:26'
    }

    def 'the sound of a clip is muted, and the answer says that the picture stays'() {
        when:
        def next = after(film(), 'Remove the sound of clip 2')

        then:
        done(film(), 'Remove the sound of clip 2') == 'Muted the sound of clip 2; the picture stays.'
        Timelines.video(next.draft()).segments()*.gain() == [1d, 0d, 1d]
        Timelines.video(after(film(), 'Remove the sound').draft()).segments()*.gain() == [0d, 0d, 0d]
        segments(after(film(), 'Mute the sound on the sound'), TrackType.AUDIO)*.gain() == [0.35d]
    }

    def 'a range takes a part off: #sentence'() {
        expect:
        titleSpans(after(film(), sentence)) == left

        where:
        sentence                             || left
        'Remove from 0:03 to 0:10 on title 1' || ['1 Summer 0:01-0:03', '2 The end 0:20-0:25']
        'Remove from 0:02 to 0:03 on title 1' || ['1 Summer 0:01-0:02', '2 Summer 0:03-0:04', '3 The end 0:20-0:25']
        'Remove from 0:03 to 0:22 on titles'  || ['1 Summer 0:01-0:03', '2 The end 0:22-0:25']
    }

    def 'clips are named several at a time: #sentence'() {
        expect:
        Timelines.video(after(film(), sentence).draft()).segments()*.speed() == speeds

        where:
        sentence                                       || speeds
        'Set the speed to 2x on clips 1, 3'            || [2d, 1d, 2d]
        'Set the speed to 2x on all but clip 2'        || [2d, 1d, 2d]
        'Set the speed to 2x on all but clips 1, 2'    || [1d, 1d, 2d]
        'Set the speed to 2x on the last clip'         || [1d, 1d, 2d]
    }

    def 'names what there is: #sentence'() {
        expect:
        refused(film(), sentence) == said

        where:
        sentence                  || said
        'Remove title 3'          || 'There is no title 3. There are 2 titles: 1 "Summer", 2 "The end".'
        'Remove title "Winter"'   || 'There is no title "Winter". There are 2 titles: 1 "Summer", 2 "The end".'
        'Remove lower third 2'    || 'There is no lower third 2. There is one lower third: 1 "Dr. Lin".'
        'Remove transition 2'     || 'There is no transition between clips 2 and 3: they meet with a cut. There is one transition: 1 (between clips 1 and 2).'
        'Remove the captions'     || 'There are no captions on the timeline.'
        'Remove overlay "logo"'   || '"logo" is the text of several overlays: 1 "logo.png", 2 "logo.png". Name one by its number.'
        'Make it grayscale on title 1' || "Can't apply grayscale to title 1. It is for the video, clips, scenes and files; an object can be changed, moved, replaced, duplicated and removed."
        'Make it grayscale on title 7' || 'There is no title 7. There are 2 titles: 1 "Summer", 2 "The end".'
        'Make it grayscale on the sound of clip 2' || "Can't apply grayscale to the sound of clip 2: it changes the picture too. Name the clip itself, or use an edit of the sound."
        'Remove grain'            || '"grain" is an effect, not an object. To take it off, say for example: clear grain.'
        'Change title 1: size 20%' || 'There is no argument size for title. It takes: text, from, to, shift, position, style.'
        'Change clip 1: text "A"' || "Can't change clip 1 that way: change is for titles, lower thirds, overlays, transitions, captions, the music and effects. A clip is changed with its own verbs, such as speed, crop or volume."
        'Move transition 1 to 0:05' || "Can't move transition 1. Clips, titles, lower thirds, overlays and the music can be moved."
        'Duplicate transition 1'  || "There can't be a copy of transition 1. Clips, titles, lower thirds and overlays can be copied."
        'Replace title 1 with "b.mov"' || 'There is no file in title 1. Give it another text with change.'
        'Clear split'             || '"split" is not an effect that can be taken off. Effects: blur, color, color-auto, crop, deinterlace, denoise, denoiseAudio, fade, fadeAudio, flip, grain, grayscale, look, loudness, opacity, pitch, pixelate, rotate, sharpen, stabilize, syncAudio, vignette, zoom, fadeIn, fadeOut, duck, speed, volume, mute, or all.'
    }

    def 'an effect is taken off where it is asked: #sentence'() {
        given:
        def before = film('Make it grayscale on clip 2', 'Add film grain on clip 2', 'Fade in over 1 s out over 2 s')

        expect:
        done(before, sentence) == said
        Timelines.video(after(before, sentence).draft()).segments().collect { it.effects().collect { it.class.simpleName } } == effects
        after(before, sentence).draft().effects() == [fade]*.call()

        where:
        sentence                                  | said                                        || effects                                                       | fade
        'Clear grayscale'                         | 'Took "grayscale" off the timeline.'        || [[], ['GrainFx'], []]                                         | { fx(1, 2) }
        'Clear grayscale on clip 2'               | 'Took "grayscale" off clip 2.'              || [[], ['GrainFx'], []]                                         | { fx(1, 2) }
        'Clear grayscale from 0:05 to 0:10 on clip 2' | 'Took "grayscale" off clip 2 from 0:05-0:10.' || [[], ['GrayscaleFx', 'GrainFx'], ['GrainFx'], ['GrayscaleFx', 'GrainFx'], []] | { fx(1, 2) }
        'Clear all on clip 2'                     | 'Took every effect off clip 2.'             || [[], [], []]                                                  | { fx(1, 2) }
        'Clear fadeIn'                            | 'Took "fadeIn" off the timeline.'           || [[], ['GrayscaleFx', 'GrainFx'], []]                          | { fx(0, 2) }
    }

    private static Effect fx(long begin, long end) { new Effect.FadeFx(java.time.Duration.ofSeconds(begin), java.time.Duration.ofSeconds(end)) }

    def 'says plainly when there is none to take off'() {
        expect:
        unchanged(film(), 'Clear grayscale') == 'There is no "grayscale" on the timeline; nothing changed.'
        unchanged(film('Make it grayscale on clip 2'), 'Clear grayscale on clip 1') == 'There is no "grayscale" on clip 1; nothing changed. Clips that have it: 2.'
        unchanged(film('Fade in over 1 s'), 'Clear fade on clip 1') == 'There is no "fade" on clip 1; nothing changed. It is on the film as a whole: leave range and target out.'
        unchanged(film(), 'Clear speed') == 'There is no "speed" on the timeline; nothing changed.'
        unchanged(film(), 'Clear all') == 'There is no effect on the timeline; nothing changed.'
        unchanged(film('Make it grayscale on clip 2'), 'Clear all on clip 1') == 'There is no effect on clip 1; nothing changed. Clips that have it: 2.'
        unchanged(film(), 'Clear mute') == 'There is no "mute" on the timeline; nothing changed.'
    }

    def 'nothing is cut where there is nothing to take off'() {
        expect:
        clips(after(film('Make it grayscale from 0:02 to 0:04'), 'Clear grayscale from 0:01 to 0:20')).size() == clips(film('Make it grayscale from 0:02 to 0:04')).size()
    }

    def 'a speed, a level and a mute are taken off; a muted sound has its earlier level again'() {
        expect:
        Timelines.lengthMs(after(film('Set the speed to 2x on clip 2'), 'Clear speed').draft()) == 34_000
        Timelines.video(after(film('Set the volume to 50% on clip 2'), 'Clear volume').draft()).segments()*.gain() == [1d, 1d, 1d]
        Timelines.video(after(film('Set the volume to 50% on clip 2', 'Mute the sound'), 'Clear mute').draft()).segments()*.gain() == [1d, 0.5d, 1d]
        segments(after(film('Mute the sound'), 'Clear mute'), TrackType.AUDIO)*.gain() == [0.35d]
        segments(after(film('Mute the sound'), 'Clear mute on clip 1'), TrackType.AUDIO)*.gain() == [0d]
    }

    def 'the frame is as it was before the crop, unless something else changed it'() {
        expect:
        def crop = film('Crop 10% from the left')
        crop.draft().canvas().get().width() == 1152
        after(crop, 'Clear crop').draft().canvas().get().width() == 1280
        done(crop, 'Clear crop') == 'Took "crop" off the timeline. The frame is 1280x720 again.'
        done(after(crop, 'Resize to 320x180'), 'Clear crop') == 'Took "crop" off the timeline. The frame stays 320x180; change it with resize or aspect.'
    }

    def 'changes what is given, and the rest stays: #sentence'() {
        when:
        def next = after(film(), sentence)

        then:
        done(film(), sentence) == said
        titleSpans(next) + overlaySpans(next) == ['1 Summer 0:01-0:04', '2 The end 0:20-0:25', '1 logo.png 0:02-0:08', '2 logo.png 0:12-0:15'].collect { it == was ? is : it }

        where:
        sentence                                     | was                        | is                         || said
        'Change title 1: text "Winter"'              | '1 Summer 0:01-0:04'       | '1 Winter 0:01-0:04'       || 'Changed title 1 "Summer": it is at the center, 0:01-0:04, and says "Winter".'
        'Change title 1: from 0:02 to 0:06'          | '1 Summer 0:01-0:04'       | '1 Summer 0:02-0:06'       || 'Changed title 1 "Summer": it is at the center, 0:02-0:06.'
        'Change title 1: shift +2 s'                 | '1 Summer 0:01-0:04'       | '1 Summer 0:03-0:06'       || 'Changed title 1 "Summer": it is at the center, 0:03-0:06.'
        'Change the last overlay: to 0:20'           | '2 logo.png 0:12-0:15'     | '2 logo.png 0:12-0:20'     || 'Changed overlay 2 "logo.png": it is at the bottom left, 0:12-0:20.'
        'Change overlay 1: position top size 10%'    | '1 logo.png 0:02-0:08'     | '1 logo.png 0:02-0:08'     || 'Changed overlay 1 "logo.png": it is at the top, 0:02-0:08.'
    }

    def 'a title that passes another one says its new number'() {
        expect:
        done(film(), 'Change title 1: shift +25 s') == 'Changed title 1 "Summer": it is at the center, 0:26-0:29, and is title 2.'
        titleSpans(after(film(), 'Change title 1: from 0:21 to 0:24')) == ['1 The end 0:20-0:25', '2 Summer 0:21-0:24']
    }

    def 'transitions, music, captions and effects are changed too'() {
        expect:
        Timelines.video(after(film(), 'Change transition 1: kind wipe duration 2 s').draft()).segments()[1].blend().get().toString().contains('WIPE')
        done(film(), 'Change transition 1: duration 2 s') == 'Changed the transition between clips 1 and 2: it is now a crossfade of 2 s. The timeline is now 0:33 long.'
        music(after(film(), 'Change the music: level 70%')) == ['song.mp3 0 @0+34000 70% loop']
        music(after(film(), 'Change the music: amount x2')) == ['song.mp3 0 @0+34000 70% loop']
        music(after(film(), 'Change the music: from 0:10')) == ['song.mp3 0 @10000+24000 35% loop']
        segments(after(film(), 'Change the music: duck yes'), TrackType.AUDIO)[0].effects() == [new Effect.DuckFx()]
        unchanged(film(), 'Change the music: level 35%')
        refused(film(), 'Change the music: position top') == 'There is no argument position for the music. It takes: from, shift, level, duck, amount.'
    }

    def 'music that begins later stays where it begins, in the song and in the film, when the film is cut'() {
        given:
        def late = after(film(), 'Change the music: from 0:10')

        expect:
        music(after(late, 'Remove from 0:02 to 0:05')) == ['song.mp3 0 @7000+24000 35% loop']
        music(after(late, 'Move the music to first')) == ['song.mp3 0 @0+34000 35% loop']
        music(after(late, 'Set the volume to 10% from 0:20 to the end on the music')) == ['song.mp3 0 @10000+10000 35% loop', 'song.mp3 3000 @20000+14000 10% loop']
    }

    def 'effects are changed wherever they are: #sentence'() {
        when:
        def before = film('Add film grain on clip 2', 'Adjust the color with brightness +20% on clip 1', 'Set the speed to 2x on clip 3', 'Fade in over 1 s')
        def next = after(before, sentence)

        then:
        done(before, sentence)
        check(next)

        where:
        sentence                              | check
        'Change grain: strength strong'       | { Timelines.video(it.draft()).segments()[1].effects() == [new Effect.GrainFx(io.retake.core.edit.value.Strength.STRONG)] }
        'Change grain: amount -little'        | { Timelines.video(it.draft()).segments()[1].effects() == [new Effect.GrainFx(io.retake.core.edit.value.Strength.LIGHT)] }
        'Change color: amount x0.5'           | { Timelines.video(it.draft()).segments()[0].effects()[0].brightness().percent() == 10 }
        'Change color: contrast +30%'         | { Timelines.video(it.draft()).segments()[0].effects()[0].with { it.brightness().percent() == 20 && it.contrast().percent() == 30 } }
        'Change speed: factor 1.25x'          | { Timelines.lengthMs(it.draft()) == 33_000 }
        'Change fade: in 2 s'                 | { it.draft().effects() == [fx(2, 0)] }
    }

    def 'an effect that is not there, or has not that, is refused'() {
        expect:
        refused(film(), 'Change grain: strength light') == 'There is no "grain" on the timeline to change; apply it first.'
        refused(film('Add film grain'), 'Change grain: factor 2x') == 'There is no argument factor for "grain". It takes: strength, amount.'
        unchanged(film('Add film grain at strong strength'), 'Change grain: amount +some') == 'No change: "grain" is that way already, or at its limit.'
    }

    def 'clips move: #sentence'() {
        expect:
        clips(after(film('Remove transition 1'), sentence)).findAll { !it.startsWith('logo') }*.replaceAll(/ .*/, '') == order

        where:
        sentence                        || order
        'Move clip 3 to first'          || ['c.mp4', 'a.mp4', 'b.mov']
        'Move clip 1 to last'           || ['b.mov', 'c.mp4', 'a.mp4']
        'Move clip 3 to before clip 2'  || ['a.mp4', 'c.mp4', 'b.mov']
        'Move clips 1, 2 to after the last clip' || ['c.mp4', 'a.mp4', 'b.mov']
        'Move "c.mp4" to 0:09'          || ['a.mp4', 'c.mp4', 'b.mov']
    }

    def 'a clip lands on a cut, and the answer says where'() {
        expect:
        done(film('Remove transition 1'), 'Move clip 3 to 0:08') == 'The clips are now in this order: 1, 3, 2. It begins at 0:10, at the nearest cut: clips go between clips.'
        unchanged(film(), 'Move clip 1 to first') == 'The clips are already in that order.'
    }

    def 'objects move in time: #sentence'() {
        expect:
        titleSpans(after(film(), sentence)) == left

        where:
        sentence                             || left
        'Move title 1 to 0:05'               || ['1 Summer 0:05-0:08', '2 The end 0:20-0:25']
        'Move title 1 to after title 2'      || ['1 The end 0:20-0:25', '2 Summer 0:25-0:28']
        'Move title 2 to before overlay 2'   || ['1 Summer 0:01-0:04', '2 The end 0:07-0:12']
        'Move title 1 to last'               || ['1 The end 0:20-0:25', '2 Summer 0:31-0:34']
        'Move titles to 0:05'                || ['1 Summer 0:05-0:08', '2 The end 0:24-0:29']
        'Move title 2 to after clip 1'       || ['1 Summer 0:01-0:04', '2 The end 0:10-0:15']
    }

    def 'replaced footage keeps place, length and effects, as far as it is long enough'() {
        when:
        def grain = film('Add film grain on clip 1')

        then:
        clips(after(grain, 'Replace clip 1 with "b.mov"'))[0] == 'b.mov 0 @0+10000'
        Timelines.video(after(grain, 'Replace clip 1 with "b.mov"').draft()).segments()[0].effects().size() == 1
        Timelines.video(after(grain, 'Replace clip 2 with "a.mp4"').draft()).segments()[1].blend().present
        done(grain, 'Replace clip 2 with "c.mp4"') == 'Replaced clip 2 with "c.mp4". The file is only 0:05 long, so the clip is shorter; the timeline is now 0:14 long. The clip that only the upload of "c.mp4" had placed was taken off; the timeline is 0:14 long.'
        clips(after(grain, 'Replace clip 3 with "b.mov"')).take(3)*.replaceAll(/ .*/, '') == ['a.mp4', 'b.mov', 'b.mov']
        music(after(film(), 'Replace the music with "other.mp3"')) == ['other.mp3 0 @0+34000 35% loop']
        overlaySpans(after(film(), 'Replace overlay 2 with "c.mp4"')) == ['1 logo.png 0:02-0:08', '2 c.mp4 0:12-0:15']
        refused(film(), 'Replace clip 1 with "song.mp3"').contains('song.mp3')
    }

    def 'sound in place of the own sound of a clip ends with it when the clip gets shorter'() {
        when:
        def next = after(film('Replace the sound with "other.mp3"'), 'Replace clip 2 with "c.mp4"')

        then:
        Timelines.lengthMs(next.draft()) == 19_000
        segments(next, TrackType.AUDIO)*.end()*.toMillis().max() == 19_000
    }

    def 'a copy comes behind'() {
        expect:
        clips(after(film('Remove transition 1'), 'Duplicate clip 2')).findAll { !it.startsWith('logo') }*.replaceAll(/ .*/, '') == ['a.mp4', 'b.mov', 'b.mov', 'c.mp4']
        titleSpans(after(film(), 'Duplicate title 1')) == ['1 Summer 0:01-0:04', '2 Summer 0:04-0:07', '3 The end 0:20-0:25']
        refused(film('Move title 1 to last'), 'Duplicate title 2') == 'There is no room for a copy behind title 2 "Summer": the film ends there, at 0:34. Make it shorter or move it first.'
    }
}
