package io.retake.core.edit

import static net.jqwik.api.Arbitraries.*

import io.retake.core.draft.AnyEffect
import io.retake.core.edit.value.Area
import io.retake.core.edit.value.Change
import io.retake.core.edit.value.Factor
import io.retake.core.edit.value.FrameRate
import io.retake.core.edit.value.FrameSize
import io.retake.core.edit.value.Joint
import io.retake.core.edit.value.Level
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Moment
import io.retake.core.edit.value.Offset
import io.retake.core.edit.value.Order
import io.retake.core.edit.value.Range
import io.retake.core.edit.value.RangeList
import io.retake.core.edit.value.Ratio
import io.retake.core.edit.value.Semitones
import io.retake.core.edit.value.Share
import io.retake.core.edit.value.Shift
import io.retake.core.edit.value.Target
import io.retake.core.vocabulary.InvalidEdit
import io.retake.core.vocabulary.Operation
import io.retake.core.vocabulary.Vocabulary
import java.time.Duration
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Builders

/** Generated edits: any operation with any values that its record accepts. */
class AnyEdit {
    private static final List<String> TEXTS = [
        'a', 'Ada Lovelace', 'It\'s 50%: "a".mp4', 'a\\b', 'two\nlines', '你好，世界', 'שלום', '🎬 take 2', 'from 0:02 to 0:12',
        'clip 2', 'the end', ' spaced ', '[x] {y}', 'tab\there', '"', '\\"', 'with ducking under speech']

    /** Each operation is as likely as the others. */
    static Arbitrary<Edit> any() { oneOf(Vocabulary.operations().collect { of(it) }) }

    static Arbitrary<Edit> of(Operation operation) {
        def values = Builders.withBuilder { [:] as Map<String, Object> }
        operation.arguments().each { argument ->
            def value = value(argument.notation().type())
            values = values.use(argument.required() ? value : value.injectNull(0.5d)).in { map, given -> given == null ? map : map + [(argument.name()): given] }
        }
        values.build { bound(operation, it) }.filter { it.present }.map { it.get() }
    }

    /** Values that make no edit together are left out. */
    private static Optional<Edit> bound(Operation operation, Map<String, Object> values) {
        try {
            return Optional.of(operation.bind(values))
        } catch (InvalidEdit ignored) {
            return Optional.empty()
        }
    }

    private static Arbitrary<Long> between(long least, long most) { longs().between(least, most) }

    private static Arbitrary<Double> tenths(long least, long most) { between(least * 10, most * 10).map { it / 10d } }

    private static Arbitrary<Duration> millis(long least, long most) { between(least, most).map { Duration.ofMillis(it) } }

    private static Arbitrary<?> value(Class type) {
        switch (type) {
            case Moment: return moments()
            case RangeList: return ranges()
            case Duration: return millis(0, 20_000)
            case Level: return oneOf(tenths(0, 1000).map { new Level.Percent(it) }, tenths(-120, 20).map { new Level.Decibel(it) })
            case Change: return tenths(-100, 100).map { new Change(it) }
            case Factor: return between(5, 9000).map { new Factor(it / 100d) }
            case FrameSize: return oneOf(integers().between(16, 4000).map { new FrameSize.Lines(it) },
                integers().between(16, 8000).tuple2().map { new FrameSize.Pixels(it.get1(), it.get2()) })
            case Ratio: return integers().between(9, 20).tuple2().map { new Ratio(it.get1(), it.get2()) }
            case Target.Piece: return pieces()
            case Target: return targets()
            case String: return Arbitraries.of(TEXTS)
            case Area: return AnyEffect.areas()
            case Semitones: return integers().between(-24, 24).map { new Semitones(it) }
            case Share: return tenths(0, 49).map { new Share(it) }
            case Lufs: return tenths(-70, -5).map { new Lufs(it) }
            case FrameRate: return between(100, 24_000).map { new FrameRate(it / 100d) }
            case Shift: return millis(-86_400_000, 86_400_000).map { new Shift(it) }
            case Offset: return millis(-60_000, 60_000).map { new Offset(it) }
            case Joint: return oneOf(just(Joint.ALL), integers().between(1, 500).map { new Joint.Between(it, it + 1) })
            case Order: return orders()
            case Integer: return oneOf(Arbitraries.of(90, 180, 270), integers().between(1, 1000))
            case Boolean: return Arbitraries.of(true, false)
            default: return Arbitraries.of(type.enumConstants)
        }
    }

    private static Arbitrary<Moment> moments() {
        def offsets = oneOf(millis(0, 120_000), millis(0, 40_000_000))
        oneOf(offsets.map { Moment.at(it) }, offsets.map { new Moment.BeforeEnd(it) }, integers().between(0, 7).map { new Moment.Fraction(it, 8) })
    }

    /** Ranges one after the other, from the start or counted from the end. */
    private static Arbitrary<RangeList> ranges() {
        def times = millis(1, 9_000).list().ofMinSize(2).ofMaxSize(8).map { steps -> def at = Duration.ZERO; steps.collect { at = at.plus(it) } }
        def after = times.map { it.collate(2, false).collect { from, to -> new Range(Moment.at(from), Moment.at(to)) } }
        def before = times.map { it.collate(2, false).collect { from, to -> new Range(new Moment.BeforeEnd(to), new Moment.BeforeEnd(from)) } }
        oneOf(after, before).map { new RangeList(it) }
    }

    private static Arbitrary<Target.Piece> pieces(int least = 1) {
        oneOf(integers().between(least, least + 499).map { new Target.Clip(it) }, integers().between(least, least + 499).map { new Target.Scene(it) })
    }

    private static Arbitrary<Target> targets() {
        oneOf(just(Target.EVERYTHING), pieces(), Arbitraries.of(TEXTS).map { new Target.Named(it) }, Arbitraries.of(Target.TrackKind.values()).map { new Target.Layer(it) })
    }

    private static Arbitrary<Order> orders() {
        def numbers = integers().between(1, 9).flatMap { shuffle((1..it).toList()) }
        oneOf(Arbitraries.of(Order.Rule.values().take(5)).map { new Order.By(it) }, numbers.map { new Order.Scenes(it) }, numbers.map { new Order.Listed(it) }, moves())
    }

    /** Beside one of a number that the other never has: nothing goes beside itself. */
    private static Arbitrary<Order> moves() {
        def edges = Arbitraries.of(Order.Edge.values())
        [Target.Clip, Target.Scene].collect { kind ->
            def piece = integers().between(1, 500).map { kind.newInstance(it) }
            def beside = integers().between(501, 1000).flatMap { n -> Arbitraries.of(true, false).map { new Order.Beside(it, kind.newInstance(n)) } }
            piece.flatMap { what -> oneOf(edges, beside).map { new Order.Moved(what, it) } }
        }.with { oneOf(it) }
    }
}
