package io.retake.engine.agent

import io.retake.core.edit.*
import io.retake.core.edit.Edit
import io.retake.core.edit.arrange.Append
import io.retake.core.edit.arrange.CutSilence
import io.retake.core.edit.arrange.Freeze
import io.retake.core.edit.arrange.Insert
import io.retake.core.edit.arrange.Length
import io.retake.core.edit.arrange.Remove
import io.retake.core.edit.arrange.Reorder
import io.retake.core.edit.arrange.Repeat
import io.retake.core.edit.arrange.Reverse
import io.retake.core.edit.arrange.SmoothJumpCuts
import io.retake.core.edit.arrange.Speed
import io.retake.core.edit.arrange.Split
import io.retake.core.edit.arrange.Swap
import io.retake.core.edit.arrange.Trim
import io.retake.core.edit.picture.Aspect
import io.retake.core.edit.picture.AutoColor
import io.retake.core.edit.picture.Captions
import io.retake.core.edit.picture.Color
import io.retake.core.edit.picture.Crop
import io.retake.core.edit.picture.Deinterlace
import io.retake.core.edit.picture.Denoise
import io.retake.core.edit.picture.Fade
import io.retake.core.edit.picture.Flip
import io.retake.core.edit.picture.Fps
import io.retake.core.edit.picture.Grayscale
import io.retake.core.edit.picture.Look
import io.retake.core.edit.picture.LowerThird
import io.retake.core.edit.picture.Opacity
import io.retake.core.edit.picture.Overlay
import io.retake.core.edit.picture.Resize
import io.retake.core.edit.picture.Rotate
import io.retake.core.edit.picture.Sharpen
import io.retake.core.edit.picture.Stabilize
import io.retake.core.edit.picture.Title
import io.retake.core.edit.picture.Transition
import io.retake.core.edit.picture.Upscale
import io.retake.core.edit.picture.Zoom
import io.retake.core.edit.session.FindScenes
import io.retake.core.edit.sound.DenoiseAudio
import io.retake.core.edit.sound.FadeAudio
import io.retake.core.edit.sound.Loudness
import io.retake.core.edit.sound.Music
import io.retake.core.edit.sound.Mute
import io.retake.core.edit.sound.Pitch
import io.retake.core.edit.sound.ReplaceAudio
import io.retake.core.edit.sound.SyncAudio
import io.retake.core.edit.sound.Volume
import io.retake.core.edit.value.Change
import io.retake.core.edit.value.Direction
import io.retake.core.edit.value.Factor
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.FrameRate
import io.retake.core.edit.value.FrameSize
import io.retake.core.edit.value.Joint
import io.retake.core.edit.value.Level
import io.retake.core.edit.value.LookName
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Moment
import io.retake.core.edit.value.Offset
import io.retake.core.edit.value.Order
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.Range
import io.retake.core.edit.value.RangeList
import io.retake.core.edit.value.Ratio
import io.retake.core.edit.value.Semitones
import io.retake.core.edit.value.Share
import io.retake.core.edit.value.Shift
import io.retake.core.edit.value.Strength
import io.retake.core.edit.value.Target
import io.retake.core.edit.value.TitleStyle
import io.retake.core.edit.value.TransitionKind
import io.retake.core.edit.value.UpscaleMethod
import io.retake.core.vocabulary.Operation
import io.retake.core.vocabulary.Vocabulary
import io.retake.engine.effect.EffectKinds
import io.retake.engine.timeline.Asset
import io.retake.engine.timeline.Project
import io.retake.engine.timeline.Timelines
import java.time.Duration
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Combinators

/**
 * Edits of every kind, of which properties make sequences. An edit is a kind and three numbers, which mean something on
 * whatever timeline it meets: what is left of a sequence when others are taken out of it still makes sense.
 */
class AnyEdit {
    /** Which kind, and numbers from 0 to 999 that say of what and how. */
    static record Choice(String kind, int a, int b, int c) {
        @Override
        String toString() { "$kind:$a,$b,$c" }
    }

    /** Each on a project of any media; null where the timeline has nothing for it. */
    static final Map<String, Closure<Edit>> KINDS = [
        split: { p, a, b, c -> new Split(at(p, a)) },
        trim: { p, a, b, c -> a % 2 ? new Trim(*range(p, b, c), Target.EVERYTHING) : onClip(p, a) { on, r -> new Trim(*r, on) }(b, c) },
        remove: { p, a, b, c -> a % 2 ? new Remove(*range(p, b, c), Target.EVERYTHING) : onClip(p, a) { on, r -> new Remove(*r, on) }(b, c) },
        trimRanges: { p, a, b, c -> new Trim(ranges(p, a, b, c), Target.EVERYTHING) },
        removeRanges: { p, a, b, c -> new Remove(ranges(p, a, b, c), a % 2 ? clip(p, a) : Target.EVERYTHING) },
        speedRanges: { p, a, b, c -> new Speed(factor(c), ranges(p, a, b, c), Target.EVERYTHING) },
        reverseRanges: { p, a, b, c -> new Reverse(ranges(p, a, b, c), Target.EVERYTHING) },
        speedFit: { p, a, b, c -> new Speed(Optional.empty(), Optional.of(ms(Math.max(1, length(p) * (200 + a * 2) / 1000 as long))), c % 2 ? Ranges.ALL : ranges(p, a, b, c), b % 3 ? Target.EVERYTHING : clip(p, b)) },
        lengthAtMost: { p, a, b, c -> new Length(Optional.empty(), Optional.of(ms(Math.max(1, length(p) * (500 + a) / 1000 as long)))) },
        opacity: { p, a, b, c -> new Opacity(new Share(a % 101), c % 2 ? Ranges.ALL : ranges(p, a, b, c), b % 2 ? clip(p, b) : Target.EVERYTHING) },
        look: { p, a, b, c -> new Look(LookName.values()[a % 6], c % 2 ? Ranges.ALL : ranges(p, a, b, c), b % 2 ? clip(p, b) : Target.EVERYTHING) },
        pitch: { p, a, b, c -> new Pitch(new Semitones(a % 49 - 24), c % 2 ? Ranges.ALL : ranges(p, a, b, c), b % 2 ? clip(p, b) : Target.EVERYTHING) },
        muteRanges: { p, a, b, c -> new Mute(ranges(p, a, b, c), Target.EVERYTHING) },
        removeClip: { p, a, b, c -> new Remove(Moment.START, Moment.END, target(p, a)) },
        speed: { p, a, b, c -> new Speed(factor(c), *range(p, a, b), Target.EVERYTHING) },
        speedClip: { p, a, b, c -> new Speed(factor(b), Moment.START, Moment.END, target(p, a)) },
        speedAll: { p, a, b, c -> new Speed(factor(a), Moment.START, Moment.END, Target.EVERYTHING) },
        reverse: { p, a, b, c -> new Reverse(*range(p, a, b), Target.EVERYTHING) },
        reverseClip: { p, a, b, c -> new Reverse(Moment.START, Moment.END, target(p, a)) },
        reversePart: { p, a, b, c -> onClip(p, a) { on, r -> new Reverse(*r, on) }(b, c) },
        reverseAll: { p, a, b, c -> new Reverse(Moment.START, Moment.END, Target.EVERYTHING) },
        freeze: { p, a, b, c -> new Freeze(at(p, a), ms(40 + b)) },
        insert: { p, a, b, c -> new Insert(visual(p, b), at(p, a)) },
        append: { p, a, b, c -> new Append(visual(p, a)) },
        swap: { p, a, b, c -> count(p) < 2 ? null : new Swap(clip(p, a), new Target.Clip(a % count(p) == count(p) - 1 ? 1 : a % count(p) + 2)) },
        reorder: { p, a, b, c -> new Reorder(new Order.Listed((1..count(p)).toList().tap { Collections.shuffle(it, new Random(a)) }.take(b % 4 ? count(p) : 1 + c % count(p)))) },
        move: { p, a, b, c -> new Reorder(new Order.Moved(clip(p, a), Order.Edge.values()[b % 2])) },
        order: { p, a, b, c -> new Reorder(new Order.By([Order.Rule.REVERSED, Order.Rule.SHORTEST_FIRST, Order.Rule.LONGEST_FIRST][a % 3])) },
        repeat: { p, a, b, c -> count(p) > 12 ? null : new Repeat(2, b % 3 ? clip(p, a) : Target.EVERYTHING) },
        transition: { p, a, b, c -> new Transition(TransitionKind.values()[a % 5], ms(40 + b * 2), count(p) > 1 && c % 3 ? between(p, c) : Joint.ALL) },
        crossfade: { p, a, b, c -> new Transition(TransitionKind.CROSSFADE, ms(100 + a), Joint.ALL) },
        length: { p, a, b, c -> new Length(ms(Math.max(1, length(p) * (500 + a.intdiv(2)).intdiv(1000)))) },
        cutSilence: { p, a, b, c -> new CutSilence(ms(100 + a), b % 2 ? target(p, c) : Target.EVERYTHING) },
        smooth: { p, a, b, c -> new SmoothJumpCuts(Target.EVERYTHING) },
        scenes: { p, a, b, c -> new FindScenes() },
        mute: { p, a, b, c -> new Mute(*range(p, a, b), Target.EVERYTHING) },
        volume: { p, a, b, c -> onClip(p, a) { on, r -> new Volume(new Level.Percent(c % 2 ? 30 : 180), *r, on) }(b, c) },
        fade: { p, a, b, c -> new Fade(ms(a.intdiv(2)), ms(1 + b.intdiv(2)), c % 2 ? clip(p, c) : Target.EVERYTHING) },
        fadeAudio: { p, a, b, c -> new FadeAudio(ms(a.intdiv(2)), ms(1 + b.intdiv(2)), c % 2 ? clip(p, c) : Target.EVERYTHING) },
        music: { p, a, b, c -> new Music(sounding(p, a), new Level.Percent(40), b % 2 == 0) },
        replaceAudio: { p, a, b, c -> new ReplaceAudio(sounding(p, a)) },
        syncAudio: { p, a, b, c -> a == 500 ? null : new SyncAudio(new Offset(ms(a - 500)), '', b % 2 ? clip(p, b) : Target.EVERYTHING) },
        title: { p, a, b, c -> new Title("T$c", *range(p, a, b), Position.values()[c % 8], TitleStyle.values()[c % TitleStyle.values().length]) },
        lowerThird: { p, a, b, c -> new LowerThird("Ada $c", c % 2 ? 'Mathematician' : '', *range(p, a, b)) },
        captions: { p, a, b, c -> p.media().any { it.kind() == Asset.AssetKind.CAPTIONS } ? new Captions(p.media().find { it.kind() == Asset.AssetKind.CAPTIONS }.name(), new Shift(Duration.ZERO), Position.BOTTOM, TitleStyle.OUTLINE) : null },
        overlay: { p, a, b, c -> new Overlay(visual(p, c), *range(p, a, b), Position.values()[c % 8], new Share(20)) },
        crop: { p, a, b, c -> new Crop(new Share(a % 30), new Share(b % 30), new Share(5), new Share(0), c % 2 ? clip(p, c) : Target.EVERYTHING) },
        rotate: { p, a, b, c -> new Rotate([90, 180, 270][a % 3], b % 2 ? clip(p, b) : Target.EVERYTHING) },
        flip: { p, a, b, c -> new Flip(Direction.values()[a % 2], b % 2 ? clip(p, b) : Target.EVERYTHING) },
        zoom: { p, a, b, c -> new Zoom(new Factor(1.5), *range(p, a, b), Target.EVERYTHING) },
        grayscale: { p, a, b, c -> onClip(p, a) { on, r -> new Grayscale(*r, on) }(b, c) },
        color: { p, a, b, c -> new Color(new Change(a % 60 - 30), new Change(10), new Change(0), new Change(b % 40 - 20), '', Target.EVERYTHING) },
        denoise: { p, a, b, c -> new Denoise(Strength.LIGHT, clip(p, a)) },
        stabilize: { p, a, b, c -> new Stabilize(Strength.values()[b % 3], clip(p, a)) },
        autoColor: { p, a, b, c -> new AutoColor(a % 2 ? clip(p, b) : Target.EVERYTHING) },
        sharpen: { p, a, b, c -> new Sharpen(Strength.LIGHT, clip(p, a)) },
        deinterlace: { p, a, b, c -> new Deinterlace(clip(p, a)) },
        denoiseAudio: { p, a, b, c -> new DenoiseAudio(Strength.values()[b % 3], clip(p, a)) },
        loudness: { p, a, b, c -> new Loudness(new Lufs(-14 - a % 12)) },
        fps: { p, a, b, c -> new Fps(new FrameRate([24, 25, 29.97, 30, 12.5, 60][a % 6])) },
        aspect: { p, a, b, c -> new Aspect([new Ratio(1, 1), new Ratio(9, 16), new Ratio(16, 9)][a % 3], Fit.values()[b % 3]) },
        upscale: { p, a, b, c -> new Upscale(new FrameSize.Lines(140), UpscaleMethod.FAST) },
        resize: { p, a, b, c -> new Resize(new FrameSize.Lines([90, 120, 65][a % 3])) },
    ]

    static {
        // An effect that asks for nothing but what it is on, and how much, needs no line above.
        EffectKinds.edits().collect { kind -> Vocabulary.operations().find { it.type() == kind.edit() } }
                .findAll { operation -> !KINDS.containsKey(operation.type().simpleName.uncapitalize()) && operation.arguments().every { !it.required() } }
                .each { operation -> KINDS[operation.name()] = { p, a, b, c -> operation.bind(given(operation, p, a, b, c)) } }
    }

    private static Map<String, Object> given(Operation operation, Project p, int a, int b, int c) {
        operation.arguments()*.name().collectEntries {
            it == 'on' ? [on: b % 2 ? clip(p, b) : Target.EVERYTHING] : it == 'strength' ? [strength: Strength.values()[a % 3]] : [:]
        } + (Ranged.isAssignableFrom(operation.type()) && b % 2 == 0 ? part(p, a, c) : [:])
    }

    private static Ranges ranges(Project p, int a, int b, int c) {
        def part = part(p, a * 4 + 2 + b % 2, c)
        if (!part) {
            throw new IllegalArgumentException('too short for ranges')
        }
        part.ranges ? Ranges.of(part.ranges.ranges()) : Ranges.except(part.except.ranges())
    }

    /** A part of the timeline: all of it, a range, several, or all but some. */
    private static Map<String, Object> part(Project p, int a, int c) {
        def times = [c, (c * 7 + a) % 1000, (c * 13 + 2 * a) % 1000, (a * 3 + c) % 1000].collect { length(p) * it / 1000 as long }.toUnique().sort()
        def ranges = times.collate(2, false).collect { from, to -> new Range(Moment.at(ms(from)), Moment.at(ms(to))) }
        if (ranges.empty) {
            return [:]
        }
        switch (a % 4) {
            case 0: return [:]
            case 1: return [from: ranges[0].from(), to: ranges[0].to()]
            case 2: return [ranges: new RangeList(ranges)]
            default: return [except: new RangeList(ranges)]
        }
    }

    /** Edits that make a timeline of several clips out of one, and hard ones: chosen more often than the others. */
    private static final List<String> OFTEN = ['split', 'crossfade', 'transition', 'reverseClip', 'removeClip', 'speedClip', 'swap', 'reorder']

    static Arbitrary<List<Choice>> sequences(int most, Collection<String> kinds = KINDS.keySet()) {
        def number = Arbitraries.integers().between(0, 999)
        def kind = Arbitraries.of([*kinds, *kinds.findAll { it in OFTEN }, *kinds.findAll { it in OFTEN }])
        Combinators.combine(kind, number, number, number).as { k, a, b, c -> new Choice(k, a, b, c) }.list().ofMinSize(1).ofMaxSize(most)
    }

    /** Turns a choice into an edit of that project; null where it gives none. */
    static Edit of(Project project, Choice choice) {
        try {
            return KINDS[choice.kind()](project, choice.a(), choice.b(), choice.c())
        } catch (IllegalArgumentException refused) {
            return null // an edit that nobody can say: such as the range that is everything
        }
    }

    private static Duration ms(long value) { Duration.ofMillis(value) }

    private static long length(Project p) { Timelines.lengthMs(p.draft()) }

    private static int count(Project p) { Timelines.video(p.draft()).segments().size() }

    /** Every second one is where a clip begins or ends, or beside it: there things go wrong. */
    private static Moment at(Project p, int n) {
        def edges = Timelines.video(p.draft()).segments().collectMany { [it.start().toMillis(), it.end().toMillis()] }
        long moment = n % 2 ? length(p) * n.intdiv(2).intdiv(1) / 500 as long : edges[n.intdiv(2) % edges.size()] + [0, 0, 1, -1][n.intdiv(4) % 4]
        Moment.at(ms(Math.max(0, Math.min(length(p), moment))))
    }

    private static List<Moment> range(Project p, int a, int b) {
        def both = [at(p, a), at(p, b)].sort { it.offset() }
        both[0] == both[1] ? [Moment.START, Moment.END] : both
    }

    private static Target.Clip clip(Project p, int n) { new Target.Clip(1 + n % count(p)) }

    /** A clip, or all that are made of one file. */
    private static Target target(Project p, int n) {
        def clip = clip(p, n.intdiv(4))
        n % 4 ? clip : new Target.Named(Timelines.video(p.draft()).segments()[clip.number() - 1].title().get())
    }

    private static Closure<Edit> onClip(Project p, int n, Closure<Edit> edit) {
        return { int b, int c ->
            def on = clip(p, n.intdiv(2))
            long length = Timelines.video(p.draft()).segments()[on.number() - 1].duration().toMillis()
            long from = Math.min(b, c) * length / 1000 as long
            long to = Math.max(b, c) * length / 1000 as long
            to > from ? edit(on, [Moment.at(ms(from)), Moment.at(ms(to))]) : edit(on, [Moment.START, Moment.END])
        }
    }

    private static Joint between(Project p, int n) {
        int first = 1 + n % (count(p) - 1)
        new Joint.Between(first, first + 1)
    }

    private static Factor factor(int n) { new Factor([0.5d, 2d, 1.3d, 0.77d, 1d, 3d, 4.5d, 0.25d][n % 8]) }

    private static String visual(Project p, int n) {
        def files = p.media().findAll { it.isVisual() }
        files[n % files.size()].name()
    }

    private static String sounding(Project p, int n) {
        def files = p.media().findAll { it.hasAudio() }
        files ? files[n % files.size()].name() : 'none.mp3'
    }
}
