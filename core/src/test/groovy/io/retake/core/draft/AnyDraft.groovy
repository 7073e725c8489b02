package io.retake.core.draft

import static net.jqwik.api.Arbitraries.*

import io.retake.core.edit.value.Area
import io.retake.core.edit.value.Change
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Offset
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.Semitones
import io.retake.core.edit.value.Share
import io.retake.core.edit.value.TitleStyle
import io.retake.core.edit.value.TransitionKind
import java.time.Duration
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Builders
import net.jqwik.api.Combinators

/** Generated timelines: any tracks of any segments with any effects that their records accept. */
class AnyDraft {
    static final List<String> TEXTS = ['a', '', 'Ada "the first"\n\\ 好 🎬', '\u0000', 'x' * 300]

    static Arbitrary<Draft> any() {
        def tracks = tracks().list().ofMaxSize(4)
        def canvas = Combinators.combine(sides(), sides(), Arbitraries.of(Fit.values()), Arbitraries.of(true, false))
            .as { w, h, fit, sharpen -> new Canvas(w, h, fit, sharpen) }
        Combinators.combine(texts(), tracks, canvas.optional(), integers().between(1, 240).optional(), effects())
            .as { title, all, size, fps, looks ->
                def draft = Draft.empty(title).withTracks(all)
                draft = size.map { draft.withCanvas(it) }.orElse(draft)
                draft = fps.map { draft.withFps(it) }.orElse(draft)
                looks ? draft.withEffects(looks) : draft
            }
    }

    private static Arbitrary<Integer> sides() { integers().between(8, 4096).map { 2 * it } }

    static Arbitrary<Track> tracks() {
        oneOf(
            segments().list().ofMaxSize(5).map { Track.of(TrackType.VIDEO, it) },
            segments().list().ofMaxSize(3).map { Track.of(TrackType.VIDEO, it).asOverlay() },
            segments().list().ofMaxSize(3).map { Track.of(TrackType.AUDIO, it) },
            titles().list().ofMaxSize(3).map { Track.of(TrackType.TEXT, it) })
    }

    static Arbitrary<Segment> segments() {
        def changes = Combinators.combine(times(0), doubles().between(0.05, 100).ofScale(2).optional(), doubles().between(0, 10).ofScale(2).optional(),
            blends().optional(0.3), effects()).as { from, speed, gain, blend, looks ->
            return { Segment s ->
                s = speed.map { s.withSpeed(it) }.orElse(s)
                s = gain.map { s.withGain(it) }.orElse(s)
                s = blend.present ? s.withBlend(blend) : s
                s = looks ? s.withEffects(looks) : s
                s.withIn(from)
            }
        }
        Combinators.combine(ids(), texts(), times(0), times(1), changes).as { id, title, start, length, change ->
            change(Segment.ofMedia(id, title, "hash-$title".toString(), start, length))
        }
    }

    static Arbitrary<Segment> titles() {
        Combinators.combine(ids(), texts(), times(0), times(1), Arbitraries.of(Position.values()), Arbitraries.of(TitleStyle.values()))
            .as { id, text, start, end, place, style -> Segment.ofText(id, text, start, start + end, place, style) }
    }

    static Arbitrary<List<Effect>> effects() {
        oneOf(Effect.permittedSubclasses.findAll { it.record && it != Effect.Foreign }.collect { effect(it) }).list().ofMaxSize(3)
    }

    /** Any of the kind, by the types of its components: a new kind of effect is in the timelines without a word here. */
    static Arbitrary<Effect> effect(Class<? extends Effect> type) {
        def values = Builders.withBuilder { [] }
        type.recordComponents.each { part -> values = values.use(value(part.type)).in { all, next -> all + [next] } }
        values.build { made(type, it) }.filter { it.present }.map { it.get() }
    }

    private static Optional<Effect> made(Class<? extends Effect> type, List<?> values) {
        try {
            return Optional.of(type.getDeclaredConstructor(*type.recordComponents*.type).newInstance(*values) as Effect)
        } catch (java.lang.reflect.InvocationTargetException refused) {
            assert refused.cause instanceof IllegalArgumentException
            return Optional.empty()
        }
    }

    private static Arbitrary<?> value(Class type) {
        switch (type) {
            case Duration: return times(0)
            case Change: return doubles().between(-100, 100).ofScale(1).map { new Change(it) }
            case Area: return AnyEffect.areas()
            case Semitones: return integers().between(-24, 24).map { new Semitones(it) }
            case Share: return doubles().between(0, 49).ofScale(1).map { new Share(it) }
            case Lufs: return doubles().between(-70, -5).ofScale(1).map { new Lufs(it) }
            case Offset: return longs().between(-60_000, 60_000).map { new Offset(Duration.ofMillis(it)) }
            case String: return Arbitraries.of('look.cube', 'a')
            case int: return oneOf(Arbitraries.of(90, 180, 270), integers().between(1, 100))
            case double: return doubles().between(0.5, 2).ofScale(3)
            case boolean: return Arbitraries.of(true, false)
            default: return Arbitraries.of(type.enumConstants)
        }
    }

    private static Arbitrary<Blend> blends() {
        Combinators.combine(Arbitraries.of(TransitionKind.values()), times(1)).as { kind, length -> new Blend(kind, length) }
    }

    private static Arbitrary<String> ids() { integers().between(1, 1000).map { "s$it".toString() } }

    private static Arbitrary<String> texts() { Arbitraries.of(TEXTS) }

    private static Arbitrary<Duration> times(long least) { longs().between(least, 604_000).map { Duration.ofMillis(it) } }
}
