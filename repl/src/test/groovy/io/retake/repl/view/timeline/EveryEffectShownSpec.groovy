package io.retake.repl.view.timeline

import static io.retake.repl.view.timeline.Films.clip

import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.core.draft.Track
import io.retake.core.draft.TrackType
import io.retake.core.edit.value.Area
import io.retake.core.edit.value.Change
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Offset
import io.retake.core.edit.value.Semitones
import io.retake.core.edit.value.Share
import io.retake.repl.view.Theme
import java.time.Duration
import spock.lang.Specification

/** Views of the timeline show every effect that core declares; none is listed by hand. */
class EveryEffectShownSpec extends Specification {
    private static final Theme PLAIN = new Theme(false, true)

    private static Effect effect(Class<? extends Effect> type) {
        def components = type.recordComponents
        type.getDeclaredConstructor(*components*.type).newInstance(*components.collect { value(it.type) })
    }

    private static Object value(Class type) {
        switch (type) {
            case Duration: return Duration.ofMillis(1500)
            case Offset: return new Offset(Duration.ofMillis(120))
            case Change: return new Change(30)
            case Area: return new Area(10, 20, 30, 40)
            case Semitones: return new Semitones(-3)
            case Share: return new Share(10)
            case Lufs: return new Lufs(-30)
            case int: return 90
            case double: return 1.5d
            case String: return 'hash'
            default: return type.enumConstants.last()
        }
    }

    private static Draft film(List<Effect> onClip, List<Effect> onAll) {
        Draft.empty('film').withTracks([Track.of(TrackType.VIDEO, [clip('a', 'a.mp4', 0, 60).withEffects(onClip)])]).withEffects(onAll)
    }

    def 'shown: #name'() {
        given:
        def effect = effect(type)
        def plain = film([], [])

        expect: 'on a clip and on all, in the picture, in the table, in JSON and in what changed'
        [film([effect], []), film([], [effect])].every {
            [new TimelineView(PLAIN, 120).lines(it), new TimelineTable(PLAIN, 160).lines(it), new DiffView(PLAIN, 120).lines(plain, it)].every { it.join('\n').contains(name) } &&
                    TimelineJson.of(it).toString().contains(effect.json().toString())
        }
        and: 'with what it was given, each value in a notation of its own'
        EffectText.full(effect).length() > name.length() || type.recordComponents.length == 0

        where:
        type << Effect.permittedSubclasses.findAll { it.record }
        name = (type.simpleName - ~/Fx$/).replaceAll(/(?<!^)([A-Z])/, ' $1').toLowerCase()
    }
}
