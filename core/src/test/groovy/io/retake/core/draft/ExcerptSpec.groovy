package io.retake.core.draft

import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.TitleStyle
import io.retake.core.edit.value.TransitionKind
import java.time.Duration
import spock.lang.Specification

class ExcerptSpec extends Specification {

    def "returns the part between two times, with the same in points in the media"() {
        given:
        def draft = film()

        when:
        def part = Excerpt.of(draft, s(3), s(6))

        then:
        part.duration() == s(3)
        part.tracks()*.type()*.get() == [TrackType.VIDEO, TrackType.TEXT]
        part.tracks()[0].segments().collect { [it.id(), it.start(), it.end(), it.in()] } ==
            [['a', s(0), s(1), s(4)], ['b', s(1), s(3), s(7)]]
        part.tracks()[1].segments().collect { [it.start(), it.end()] } == [[s(0), s(2)]]

        and: 'a transition in it stays, a fade that is cut off goes, and the loudness of the whole is not asked of it'
        part.tracks()[0].segments()[0].effects() == [new Effect.FadeFx(s(0), s(1))]
        part.tracks()[0].segments()[1].blend().present
        part.effects() == [new Effect.FadeFx(s(0), s(0)), new Effect.GrayscaleFx()]
    }

    def "backwards it is cut from the other side"() {
        expect:
        Excerpt.of(film(), s(5), s(7)).tracks()[0].segments().collect { [it.id(), it.in()] } == [['b', s(6)]]
    }

    def "all of it is the same, its loudness aside"() {
        expect:
        Excerpt.of(film(), s(0), s(8)) == film().withEffects(film().effects().drop(1))
    }

    def "an empty one is refused"() {
        when:
        Excerpt.of(film(), s(3), s(3))

        then:
        thrown(IllegalArgumentException)
    }

    private static Draft film() {
        def a = Segment.ofMedia('a', 'a', 'ma', s(0), s(4)).withIn(s(1)).withEffects([new Effect.FadeFx(s(1), s(1))])
        def b = Segment.ofMedia('b', 'b', 'mb', s(4), s(4)).withIn(s(5)).withEffects([new Effect.ReverseFx()])
            .withBlend(Optional.of(new Blend(TransitionKind.CROSSFADE, s(1))))
        def music = Segment.ofMedia('m', 'm', 'mm', s(0), s(2))
        def text = Segment.ofText('t', 'Hi', s(1), s(4), Position.TOP, TitleStyle.BOX)
        Draft.empty('x').withTracks([Track.of(TrackType.VIDEO, [a, b]), Track.of(TrackType.AUDIO, [music]), Track.of(TrackType.TEXT, [text])])
            .withEffects([new Effect.LoudnessFx(new Lufs(-14)), new Effect.FadeFx(s(1), s(1)), new Effect.GrayscaleFx()])
    }

    private static Duration s(int seconds) {
        Duration.ofSeconds(seconds)
    }
}
