package io.retake.core.draft

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.core.draft.DraftDiff.Added
import io.retake.core.draft.DraftDiff.Changed
import io.retake.core.draft.DraftDiff.Removed
import io.retake.core.draft.DraftDiff.Whole
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.TitleStyle
import io.retake.core.edit.value.TransitionKind
import java.time.Duration
import spock.lang.Specification

class DraftDiffSpec extends Specification {

    def "a timeline doesn't differ from itself, nor from how it is written"() {
        given:
        def film = film()

        expect:
        DraftDiff.between(film, film).empty
        DraftDiff.between(film, Draft.parse(film.toString())).empty
        DraftDiff.between(Draft.empty('a'), Draft.empty('a')).empty
        DraftDiff.between(film, mapped(film, 'a') { it.withSpeed(1).withGain(1).withIn(Duration.ZERO) }).empty
    }

    def "finds added, removed, moved and changed segments"() {
        given:
        def before = film()
        def clips = before.tracks()[0].segments()
        def after = before.withTrack({ it.is(TrackType.VIDEO) }, before.tracks()[0].withSegments([
            clips[0].withDuration(s(2)).withSpeed(2), clips[2].withStart(s(2)), clip('n', 'new', 5, 1),
        ]))

        when:
        def diff = DraftDiff.between(before, after)

        then:
        diff.segments()*.class == [Changed, Changed, Removed, Added]
        diff.segments()[0].aspects() == EnumSet.of(SegmentAspect.LENGTH, SegmentAspect.SPEED)
        diff.segments()[1].move
        diff.segments()[1].shift() == s(-6)
        diff.segments()[2].segment().id() == 'b'
        diff.segments()[3].segment().id() == 'n'
        diff.whole()*.what() == [Whole.DURATION]
    }

    def "segments without ids are known by what they show"() {
        given:
        def before = Draft.parse('{"t":[{"tt":0,"sg":[{"s":0,"d":1000,"md":"x"},{"s":1000,"d":1000,"md":"x"},{"s":2000,"d":1000,"md":"y"}]}]}')
        def after = Draft.parse('{"t":[{"tt":0,"sg":[{"s":0,"d":1000,"md":"y"},{"s":1000,"d":1000,"md":"x"}]}]}')

        when:
        def diff = DraftDiff.between(before, after)

        then: 'one of the two that are alike stayed, the other went'
        diff.segments().collect { [it.class, it.segment().media().get(), it.segment().start().toMillis()] } ==
            [[Removed, 'x', 0L], [Changed, 'y', 0L]]
        diff.whole()*.what() == [Whole.DURATION]
    }

    def "reports a new track by its segments; an empty one by itself"() {
        given:
        def before = film()

        expect:
        DraftDiff.between(before, before.withTracks(before.tracks() + Track.of(TrackType.AUDIO, [clip('x', 'song', 0, 2)])))
            .with { segments().size() == 1 && whole().empty }
        DraftDiff.between(before, before.withTracks(before.tracks() + Track.of(TrackType.AUDIO, []))).whole()*.what() == [Whole.TRACKS]
        DraftDiff.between(before, before.withTracks(before.tracks().reverse())).whole()*.what() == [Whole.TRACKS]
    }

    def "on another track: #aspects"() {
        given:
        def song = clip('x', 'song', 0, 2)
        def one = Draft.empty('a').withTracks([Track.of(TrackType.AUDIO, [song]), Track.of(TrackType.AUDIO, [clip('y', 'y', 0, 2)])])
        def two = one.withTracks([Track.of(TrackType.AUDIO, []), Track.of(TrackType.AUDIO, [clip('y', 'y', 0, 2), song])])

        expect:
        DraftDiff.between(one, two).segments().collect { [it.segment().id(), it.trackBefore(), it.track(), it.aspects()] } ==
            [['x', 1, 2, EnumSet.of(SegmentAspect.TRACK)]]
    }

    def "reports every change of a segment, and nothing else: #aspect"() {
        given:
        def film = film()
        def changed = mapped(film, 'b', change)

        expect:
        DraftDiff.between(film, changed).segments().collect { [it.segment().id(), it.aspects()] } == [['b', EnumSet.of(aspect)]]

        and: 'back again'
        DraftDiff.between(changed, film).segments()*.aspects() == [EnumSet.of(aspect)]

        where:
        aspect            | change
        SegmentAspect.START      | { it.withStart(s(5)) }
        SegmentAspect.LENGTH     | { it.withDuration(s(1)) }
        SegmentAspect.SOURCE     | { it.withIn(s(1)) }
        SegmentAspect.NAME       | { it.withTitle('other') }
        SegmentAspect.SPEED      | { it.withSpeed(1.5) }
        SegmentAspect.LEVEL      | { it.withGain(0) }
        SegmentAspect.EFFECTS    | { it.withEffects([new Effect.GrayscaleFx()]) }
        SegmentAspect.TRANSITION | { it.withBlend(Optional.of(new Blend(TransitionKind.CROSSFADE, s(1)))) }
        SegmentAspect.FREEZE     | { it.withFrozen(true) }
        SegmentAspect.LOOP       | { it.withLoop(true) }
        SegmentAspect.PLACE      | { it.withPlace(Position.TOP, 20) }
        SegmentAspect.TEXT       | { it.withSubline('x') }
        SegmentAspect.MEDIA      | { raw(it, 'md', 'other') }
        SegmentAspect.OTHER      | { raw(it, 'zz', 'new') }
        SegmentAspect.OTHER      | { raw(it, 'm', [title: it.title().get(), lang: 'en']) }
    }

    def "reports every change of the whole, and nothing else: #what"() {
        expect:
        DraftDiff.between(film(), change(film())).with { segments().empty && whole()*.what() == [what] }

        where:
        what           | change
        Whole.CANVAS   | { it.withCanvas(new Canvas(640, 360, Fit.CROP, false)) }
        Whole.FPS      | { it.withFps(25) }
        Whole.EFFECTS  | { it.withEffects([new Effect.LoudnessFx(new Lufs(-14))]) }
        Whole.TITLE    | { Draft.parse(it.toString().replace('"Film"', '"Cut"')) }
        Whole.OTHER    | { Draft.parse(it.toString().replaceFirst(/^\{/, '{"zz":1,')) }
        Whole.OTHER    | { Draft.parse(it.toString().replace('"title":"Film"', '"title":"Film","mood":"calm"')) }
    }

    def "ten thousand segments that all moved"() {
        given:
        def clips = (0..<10_000).collect { clip("c$it", "n${it % 7}", it, 1) }

        expect:
        DraftDiff.between(draft(clips), draft(clips.drop(1).collect { it.withStart(it.start().minusSeconds(1)) })).segments().size() == 10_000
    }

    // ---

    private static Draft film() {
        draft([clip('a', 'one', 0, 4), clip('b', 'two', 4, 4), clip('c', 'three', 8, 4)])
            .withTrack({ it.is(TrackType.TEXT) }, Track.of(TrackType.TEXT, [Segment.ofText('t', 'Hello', s(1), s(2), Position.TOP, TitleStyle.BOX)]))
    }

    private static Draft draft(List<Segment> clips) {
        Draft.empty('Film').withTracks([Track.of(TrackType.VIDEO, clips)])
    }

    private static Segment clip(String id, String name, int from, int length) {
        Segment.ofMedia(id, name, "m-$name".toString(), s(from), s(length))
    }

    private static Draft mapped(Draft film, String id, Closure<Segment> change) {
        film.withTracks(film.tracks().collect { t -> t.withSegments(t.segments().collect { it.id() == id ? change(it) : it }) })
    }

    private static Segment raw(Segment segment, String key, Object value) {
        def map = new ObjectMapper().readValue(segment.toString(), Map) + [(key): value]
        Draft.parse(new ObjectMapper().writeValueAsString([t: [[tt: 0, sg: [map]]]])).tracks()[0].segments()[0]
    }

    private static Duration s(Number seconds) {
        Duration.ofMillis(Math.round(seconds.toDouble() * 1000))
    }
}
