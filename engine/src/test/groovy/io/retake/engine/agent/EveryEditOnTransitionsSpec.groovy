package io.retake.engine.agent

import static io.retake.engine.agent.Given.*
import static net.jqwik.api.Arbitraries.*

import io.retake.core.draft.Segment
import io.retake.core.edit.Edit
import io.retake.core.edit.Group
import io.retake.core.edit.arrange.Reorder
import io.retake.core.edit.arrange.Reverse
import io.retake.core.edit.arrange.Swap
import io.retake.core.edit.picture.Transition
import io.retake.core.edit.value.*
import io.retake.core.vocabulary.Argument
import io.retake.core.vocabulary.InvalidEdit
import io.retake.core.vocabulary.Operation
import io.retake.core.vocabulary.Vocabulary
import io.retake.engine.captions.CaptionFile
import io.retake.engine.captions.Cue
import io.retake.engine.edit.AnalysisEditsSpec
import io.retake.engine.edit.Applier
import io.retake.engine.edit.Outcome
import io.retake.engine.measure.Cut
import io.retake.engine.timeline.Asset
import io.retake.engine.timeline.Project
import io.retake.engine.timeline.Timelines
import java.time.Duration
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Builders
import net.jqwik.api.EdgeCasesMode
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide

/**
 * Every edit of the vocabulary on clips that transitions join: a transition stays, or the answer names its end. The edits
 * come from the vocabulary: a new one is among them without a word here.
 */
class EveryEditOnTransitionsSpec {
    private static final List<String> CLIPS = ['a.mp4', 'b.mp4', 'c.mp4']
    /** Going back to an earlier timeline takes its transitions as they were. */
    private static final List<Operation> OPERATIONS = Vocabulary.operations().findAll { it.group() != Group.HISTORY }

    private static final def MEASURED = AnalysisEditsSpec.known([
        'hash-a.mp4': ((0..<600).collect { it.intdiv(100) == 2 ? -70d : -20d } as double[]),
        'hash-b.mp4': ((0..<400).collect { it < 100 ? -70d : -20d } as double[]),
        'cuts-hash-a.mp4': [new Cut(Duration.ofMillis(1500), 30d, true), new Cut(Duration.ofMillis(4000), 80d, false)],
        'captions-hash-c.srt': new CaptionFile([new Cue(Duration.ofMillis(100), Duration.ofMillis(5500), 'cue', Optional.empty())], 'UTF-8', false, 0)])

    private static Project joined(TransitionKind kind) {
        def bare = Project.empty('x').withMedia(video('a.mp4', 6000)).withMedia(video('b.mp4', 4000)).withMedia(video('c.mp4', 3000))
                .withMedia(sound('song.mp3', 9000)).withMedia(image('p.png'))
                .withMedia(new Asset('hash-c.srt', 'c.srt', Asset.AssetKind.CAPTIONS, Duration.ofSeconds(10), 0, 0, 0d, false))
                .withMedia(new Asset('hash-look', 'look.cube', Asset.AssetKind.LUT, Duration.ZERO, 0, 0, 0d, false))
        Applier.apply(bare, new Transition(kind, Duration.ofSeconds(1), Joint.ALL)).project()
    }

    @Provide
    Arbitrary<Edit> edits() { Arbitraries.of(OPERATIONS).flatMap { editOf(it) } }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void 'a transition stays, or the answer names its end'(@ForAll('edits') Edit edit, @ForAll TransitionKind kind) {
        def before = joined(kind)
        def outcome = Applier.apply(before, edit, MEASURED)
        if (outcome instanceof Outcome.Done) {
            try {
                told(joints(before), joints(outcome.project()), edit, outcome.phrase().english(), outcome.phrase().chinese())
            } catch (Throwable e) {
                throw new AssertionError("${Vocabulary.of(edit).script(edit)}\n${outcome.phrase().english()}\nbecame ${outcome.project().draft()}\n${e.message}" as Object)
            }
        }
    }

    private static void told(Map<Set<String>, List<Long>> was, Map<Set<String>, List<Long>> is, Edit edit, String answer, String chinese) {
        // Where one transition was everywhere, another order of the same clips has it everywhere too, and clips that are
        // turned round together stay joined to what is before and after them.
        boolean everywhere = (edit instanceof Swap || edit instanceof Reorder || edit instanceof Reverse) && is.values().sum { it.size() } == was.values().sum { it.size() }
        was.each { clips, lengths ->
            if (everywhere) {
                return
            }
            if (!is.containsKey(clips)) {
                assert answer =~ /(was|were) removed/ && chinese.contains('已移除'): "the transition of $clips went"
            } else if (edit !instanceof Transition && is[clips].max() < lengths.max()) {
                assert answer =~ /(was|were) (shortened|removed)/: "the transition of $clips is shorter"
            }
        }
    }

    /** The lengths of transitions, by the footage that they join. */
    private static Map<Set<String>, List<Long>> joints(Project project) {
        List<Segment> clips = Timelines.video(project.draft()).segments()
        (1..<Math.max(1, clips.size())).findAll { it < clips.size() && clips[it].blend().isPresent() }
                .groupBy { [clips[it - 1].title().get(), clips[it].title().get()] as Set }
                .collectEntries { pair, at -> [pair, at.collect { clips[it].blend().get().duration().toMillis() }] }
    }

    private static Arbitrary<Edit> editOf(Operation operation) {
        def values = Builders.withBuilder { [:] as Map<String, Object> }
        operation.arguments().each { argument ->
            def value = value(operation, argument)
            values = values.use(argument.required() ? value : value.injectNull(0.3d)).in { map, given -> given == null ? map : map + [(argument.name()): given] }
        }
        values.build { bound(operation, it) }.filter { it.present }.map { it.get() }
    }

    private static Optional<Edit> bound(Operation operation, Map<String, Object> values) {
        try {
            return Optional.of(operation.bind(values))
        } catch (InvalidEdit ignored) {
            return Optional.of(operation.sample()) // values that make no edit together
        }
    }

    private static Arbitrary<Duration> millis(long least, long most) { longs().between(least.intdiv(100), most.intdiv(100)).map { Duration.ofMillis(it * 100) } }

    private static Arbitrary<?> value(Operation operation, Argument argument) {
        Class type = argument.notation().type()
        def pieces = integers().between(1, 3).flatMap { n -> Arbitraries.of(new Target.Clip(n), new Target.Scene(n)) }
        switch (type) {
            case Moment: return oneOf(millis(0, 11_000).map { Moment.at(it) }, millis(0, 5000).map { new Moment.BeforeEnd(it) })
            case Duration: return millis(100, 3000)
            case Level: return integers().between(0, 200).map { new Level.Percent(it) }
            case Change: return integers().between(-90, 90).map { new Change(it) }
            case Factor: return integers().between(2, 90).map { new Factor(it / 10d) }
            case FrameSize: return integers().between(100, 1500).map { new FrameSize.Lines(it) }
            case Ratio: return Arbitraries.of(new Ratio(1, 1), new Ratio(9, 16))
            case Target.Piece: return pieces
            case Target: return oneOf(just(Target.EVERYTHING), pieces, Arbitraries.of(CLIPS).map { new Target.Named(it) })
            case String: return argument.file() ? Arbitraries.of([*CLIPS, 'p.png', 'song.mp3', 'c.srt', 'look.cube']) : just('text')
            case Share: return integers().between(1, 40).map { new Share(it) }
            case Lufs: return integers().between(-30, -10).map { new Lufs(it) }
            case FrameRate: return Arbitraries.of(24, 25, 60).map { new FrameRate(it) }
            case Shift: return millis(-2000, 2000).map { new Shift(it) }
            case Offset: return millis(-2000, 2000).map { new Offset(it) }
            case Joint: return oneOf(just(Joint.ALL), integers().between(1, 2).map { new Joint.Between(it, it + 1) })
            case Order: return oneOf(Arbitraries.of(Order.Rule.values()).map { new Order.By(it) },
                shuffle(1, 2, 3).flatMap { numbers -> integers().between(1, 3).map { new Order.Listed(numbers.take(it)) } },
                Arbitraries.of(Order.Edge.values()).flatMap { edge -> pieces.map { new Order.Moved(it, edge) } })
            case Integer: return oneOf(Arbitraries.of(90, 180, 270), integers().between(1, 4))
            case Boolean: return Arbitraries.of(true, false)
            case RangeList: return Arbitraries.of('0:02-0:05', '0:01-0:02, 0:04-0:08', '0:03-the end').map { argument.notation().from(it) }
            default: return type.enum ? Arbitraries.of(type.enumConstants) : just(example(operation, argument))
        }
    }

    /** What the operation's example says, for values that no transition depends on. */
    private static Object example(Operation operation, Argument argument) {
        operation.values(operation.sample())[argument.name()] ?: argument.fallback().get()
    }
}
