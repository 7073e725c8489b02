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

/** Ranges, and the effects of parts, on objects: titles, overlays and the music of the film of {@link ObjectsSpec}. */
class RangesOfObjectsSpec extends Specification {
    private static List<String> titleSpans(Project project) { ObjectsSpec.objects(project, ObjectKind.TITLE) }

    private static List<String> overlays(Project project) {
        TimelineObjects.of(project.draft(), ObjectKind.OVERLAY).collect { "${it.span()} ${opacity(it.segment().effects())}".toString() }
    }

    private static int opacity(List<Effect> effects) { effects.findAll { it instanceof Effect.OpacityFx }.collect { it.level().percent() as int }.with { it ? it[0] : 100 } }

    private static List<String> pitches(Project project) {
        segments(project, TrackType.AUDIO).collect { "${it.start().toSeconds()}-${it.end().toSeconds()} ${it.effects().findAll { e -> e instanceof Effect.PitchFx }.collect { e -> e.semitones().count() }}".toString() }
    }

    private static String described(Effect effect) { effect.json().with { [it.path('k').asText(), it.path('strength').asText() + it.path('name').asText()].join(' ') } }

    private static String done(Project project, String sentence) {
        def outcome = apply(project, sentence)
        assert outcome instanceof Outcome.Done: outcome.phrase().english()
        assert Applier.apply(outcome.project(), new Undo(1)).project().draft() == project.draft()
        outcome.phrase().english()
    }

    def 'several ranges, and all but some, of a title are taken off, and no footage: #sentence'() {
        given:
        def film = ObjectsSpec.film()

        expect:
        done(film, sentence) == said
        titleSpans(after(film, sentence)) == left
        Timelines.lengthMs(after(film, sentence).draft()) == Timelines.lengthMs(film.draft())

        where:
        sentence                                                   || said                                                              | left
        'Remove from 0:01 to 0:02 and 0:03 to 0:04 on title 1'     || 'Removed title 1 "Summer" from 0:01-0:02, 0:03-0:04.'             | ['1 Summer 0:02-0:03', '2 The end 0:20-0:25']
        'Remove except from 0:02 to 0:22 on titles'                || 'Removed title 1 "Summer", title 2 "The end" from 0:00-0:02, 0:22-0:34.' | ['1 Summer 0:02-0:04', '2 The end 0:20-0:22']
    }

    def 'overlays have an opacity by their number: #sentence'() {
        given:
        def film = ObjectsSpec.film()

        expect:
        done(film, sentence) == said
        overlays(after(film, sentence)) == left

        where:
        sentence                                               || said                                                     | left
        'Set the opacity to 40% on overlay 2'                  || 'Set the opacity of overlay 2 to 40%.'                   | ['0:02-0:08 100', '0:12-0:15 40']
        'Set the opacity to 40% on overlays'                   || 'Set the opacity of all overlays to 40%.'                | ['0:02-0:08 40', '0:12-0:15 40']
        'Set the opacity to 40% on the last overlay'           || 'Set the opacity of overlay 2 to 40%.'                   | ['0:02-0:08 100', '0:12-0:15 40']
        'Set the opacity to 40% from 0:01 to 0:02 on overlay 1' || 'Set the opacity of overlay 1 to 40%. Only 0:03-0:04.'  | ['0:02-0:03 100', '0:03-0:04 40', '0:04-0:08 100', '0:12-0:15 100']
        'Change overlay 1: opacity 30%'                        || 'Changed overlay 1 "logo.png": it is at the top right, 0:02-0:08, with an opacity of 30%.' | ['0:02-0:08 30', '0:12-0:15 100']
    }

    def 'other effects are refused on overlays, and opacity on titles'() {
        expect:
        apply(ObjectsSpec.film(), sentence) instanceof Outcome.Refused

        where:
        sentence << ['Blur the picture on overlay 1', 'Set the opacity to 40% on title 1', 'Set the opacity to 40% on the music', 'Set the opacity to 40% on overlay 7', 'Shift the pitch by 2 semitones on overlay 1']
    }

    def 'an opacity is changed where it is, and taken off again: #sentence'() {
        given:
        def faint = ObjectsSpec.film('Set the opacity to 40% on overlays')

        expect:
        done(faint, sentence) == said
        overlays(after(faint, sentence)) == left

        where:
        sentence                                        || said                                                    | left
        'Change opacity: level 60%'                     || 'Changed opacity: level 60%.'                           | ['0:02-0:08 60', '0:12-0:15 60']
        'Change opacity: amount x0.5'                   || 'Changed opacity: amount x0.5.'                         | ['0:02-0:08 20', '0:12-0:15 20']
        'Change opacity: level 100%'                    || 'Changed opacity: level 100%.'                          | ['0:02-0:08 100', '0:12-0:15 100']
        'Clear opacity'                                 || 'Took "opacity" off the timeline.'                      | ['0:02-0:08 100', '0:12-0:15 100']
        'Clear opacity on overlay 1'                    || 'Took "opacity" off overlay 1.'                         | ['0:02-0:08 100', '0:12-0:15 40']
        'Clear opacity on "logo.png"'                   || 'Took "opacity" off "logo.png".'                        | ['0:02-0:08 100', '0:12-0:15 100']
        'Clear opacity from 0:01 to 0:02 on overlay 1'  || 'Took "opacity" off overlay 1 from 0:01-0:02.'          | ['0:02-0:03 40', '0:03-0:04 100', '0:04-0:08 40', '0:12-0:15 40']
        'Clear all'                                     || 'Took every effect off the timeline.'                   | ['0:02-0:08 100', '0:12-0:15 100']
    }

    def 'the pitch of the music is shifted, changed and taken off in a part: #sentence'() {
        given:
        def high = ObjectsSpec.film('Shift the pitch by 4 semitones on the music')

        expect:
        done(high, sentence)
        pitches(after(high, sentence)) == left

        where:
        sentence                                                              || left
        'Shift the pitch by -2 semitones from 0:10 to 0:20 on the music'      || ['0-10 [4]', '10-20 [-2]', '20-34 [4]']
        'Change pitch: semitones 7'                                           || ['0-34 [7]']
        'Change pitch: semitones 0'                                           || ['0-34 []']
        'Change pitch: amount x0.5'                                           || ['0-34 [2]']
        'Clear pitch'                                                         || ['0-34 []']
        'Clear pitch from 0:10 to 0:20 and 0:30 to 0:32 on the music'         || ['0-10 [4]', '10-20 []', '20-30 [4]', '30-32 []', '32-34 [4]']
        'Clear pitch except from 0:10 to 0:20 on the music'                   || ['0-10 []', '10-20 [4]', '20-34 []']
    }

    def 'effects of clips are changed wherever they are, and taken off in ranges: #sentence'() {
        given:
        def film = ObjectsSpec.film('Blur the picture in the left half on clip 3', 'Pixelate the picture on clip 3', 'Give it the noir look on clip 3')

        expect:
        done(film, sentence)
        Timelines.video(after(film, sentence).draft()).segments().drop(2).collect { it.effects().collect { described(it) } } == left

        where:
        sentence                                                       || left
        'Change blur: strength strong'                                 || [['blur strong', 'pixelate medium', 'look noir']]
        'Change pixelate: amount -little'                              || [['blur medium', 'pixelate light', 'look noir']]
        'Change look: name cold'                                       || [['blur medium', 'pixelate medium', 'look cold']]
        'Clear blur'                                                   || [['pixelate medium', 'look noir']]
        'Clear all on clip 3'                                          || [[]]
        'Clear look from 0:01 to 0:02 and 0:03 to 0:04 on clip 3'      || [3, 2, 3, 2, 3].collect { ['blur medium', 'pixelate medium', 'look noir'].take(it) }
    }

    def 'a level is cleared in several ranges, and but in some'() {
        given:
        def quiet = ObjectsSpec.film('Set the volume to 50% on clip 3')

        expect:
        Timelines.video(after(quiet, sentence).draft()).segments().drop(2)*.gain() == gains

        where:
        sentence                                                       || gains
        'Clear volume from 0:01 to 0:02 and 0:03 to 0:04 on clip 3'    || [0.5d, 1d, 0.5d, 1d, 0.5d]
        'Clear volume except from 0:01 to 0:02 on clip 3'              || [1d, 0.5d, 1d]
    }

    def 'a removed transition leaves captions and titles where the picture is that they were on'() {
        given:
        def film = ObjectsSpec.film()

        expect:
        titleSpans(after(film, 'Remove transition 1')) == ['1 Summer 0:01-0:04', '2 The end 0:21-0:26']
    }
}
