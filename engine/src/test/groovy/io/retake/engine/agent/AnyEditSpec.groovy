package io.retake.engine.agent

import static io.retake.engine.agent.Given.*

import io.retake.core.edit.arrange.Speed
import io.retake.core.edit.picture.Blur
import io.retake.core.edit.picture.Color
import io.retake.core.edit.picture.Denoise
import io.retake.core.edit.picture.Look
import io.retake.core.edit.picture.Opacity
import io.retake.core.edit.picture.Pixelate
import io.retake.core.edit.picture.Sharpen
import io.retake.core.edit.sound.Pitch
import io.retake.engine.edit.AnalysisEditsSpec
import io.retake.engine.edit.Applier
import io.retake.engine.edit.Measurements
import io.retake.engine.edit.Outcome
import io.retake.engine.timeline.Asset
import io.retake.engine.timeline.Joins
import io.retake.engine.timeline.Project
import io.retake.engine.timeline.SegmentSplitter
import io.retake.engine.timeline.Targets
import io.retake.engine.timeline.TimeRange
import io.retake.engine.timeline.Timelines
import io.retake.core.edit.Edit
import io.retake.core.edit.Targeted
import io.retake.core.edit.arrange.CutSilence
import io.retake.core.edit.arrange.Freeze
import io.retake.core.edit.arrange.Length
import io.retake.core.edit.arrange.Remove
import io.retake.core.edit.arrange.Reorder
import io.retake.core.edit.arrange.Repeat
import io.retake.core.edit.arrange.Reverse
import io.retake.core.edit.arrange.Split
import io.retake.core.edit.arrange.Swap
import io.retake.core.edit.arrange.Trim
import io.retake.core.edit.picture.Aspect
import io.retake.core.edit.picture.Captions
import io.retake.core.edit.picture.Crop
import io.retake.core.edit.picture.Fade
import io.retake.core.edit.picture.Fps
import io.retake.core.edit.picture.Grayscale
import io.retake.core.edit.picture.Overlay
import io.retake.core.edit.picture.Resize
import io.retake.core.edit.picture.Rotate
import io.retake.core.edit.picture.Title
import io.retake.core.edit.picture.Transition
import io.retake.core.edit.picture.Zoom
import io.retake.core.edit.session.FindScenes
import io.retake.core.edit.session.Undo
import io.retake.core.edit.sound.FadeAudio
import io.retake.core.edit.sound.Music
import io.retake.core.edit.sound.Mute
import io.retake.core.edit.sound.ReplaceAudio
import io.retake.core.edit.sound.SyncAudio
import io.retake.core.edit.sound.Volume
import io.retake.core.edit.value.Level
import io.retake.core.edit.value.Order
import io.retake.core.edit.value.Target
import io.retake.core.draft.Draft
import io.retake.core.draft.Segment
import io.retake.core.draft.TrackType
import io.retake.core.edit.*
import io.retake.engine.captions.CaptionFile
import io.retake.engine.captions.Cue
import io.retake.engine.measure.Cut
import java.time.Duration
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.EdgeCasesMode
import net.jqwik.api.Example
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide

/**
 * Any edit on any timeline gives a timeline that can be, leaves alone what it isn't about, and can be taken back. For
 * more cases than a build has time for: -Djqwik.tries=20000 (of this class alone, it takes two minutes).
 */
class AnyEditSpec {
    /** A frame of any footage: what rounding to milliseconds at a hundred times the speed may add up to. */
    private static final long FRAME = 60

    private static final Measurements MEASURED = AnalysisEditsSpec.known([
        'hash-a.mp4': levels(6, [2..2]), 'hash-b.mov': levels(4, [0..0, 3..3]),
        'cuts-hash-a.mp4': [new Cut(Duration.ofMillis(1500), 30d, true), new Cut(Duration.ofMillis(4000), 80d, false)],
        'captions-hash-c.srt': new CaptionFile((0..9).collect { new Cue(Duration.ofMillis(it * 1000), Duration.ofMillis(it * 1000 + 900), "cue $it".toString(), Optional.empty()) }, 'UTF-8', false, 0)])

    private static double[] levels(int seconds, List<IntRange> quiet) {
        (0..<seconds * 100).collect { i -> quiet.any { i.intdiv(100) in it } ? -70d : -20d } as double[]
    }

    private static Project project(List<Integer> lengths = [6000, 4000]) {
        Project.empty('any')
                .withMedia(video('a.mp4', lengths[0]))
                .withMedia(video('b.mov', lengths[1]))
                .withMedia(image('still.png'))
                .withMedia(video('c.mp4', 1300))
                .withMedia(sound('song.mp3', 7000))
                .withMedia(new Asset('hash-c.srt', 'c.srt', Asset.AssetKind.CAPTIONS, Duration.ofSeconds(10), 0, 0, 0d, false))
    }

    @Provide
    Arbitrary<List<AnyEdit.Choice>> edits() { AnyEdit.sequences(25) }

    @Provide
    Arbitrary<List<Integer>> lengths() { Arbitraries.integers().between(1000, 9000).list().ofSize(2) }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void 'any sequence of edits'(@ForAll('edits') List<AnyEdit.Choice> choices, @ForAll('lengths') List<Integer> lengths) {
        hold(choices, project(lengths))
    }

    @Provide
    Arbitrary<List<AnyEdit.Choice>> cuts() { AnyEdit.sequences(12, ['remove', 'trim', 'speed', 'speedClip', 'speedAll', 'split']) }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void 'music lasts as long as the film, whatever is cut out of it and however fast it is'(@ForAll('cuts') List<AnyEdit.Choice> choices, @ForAll('lengths') List<Integer> lengths) {
        def film = hold(choices, done(project(lengths), new Music('a.mp4', new Level.Percent(40), false)))
        def music = film.draft().tracks().find { Timelines.isMusic(it) }
        assert music.segments()*.duration()*.toMillis().sum() == Timelines.lengthMs(film.draft())
    }

    /** The smallest cases of faults that were found, in the words of {@link AnyEdit.Choice}. */
    @Example
    void 'a transition that has no room beside a sliver of a clip'() {
        hold([new AnyEdit.Choice('transition', 0, 0, 2), new AnyEdit.Choice('reverse', 0, 0, 0), new AnyEdit.Choice('reverse', 8, 4, 0)])
    }

    private static Project hold(List<AnyEdit.Choice> choices, Project start = project()) {
        Project project = start
        choices.each { choice ->
            def edit = AnyEdit.of(project, choice)
            if (edit != null && Timelines.video(project.draft()).segments().size() < 60) {
                try {
                    project = done(project, edit)
                } catch (Throwable e) {
                    throw new AssertionError("$edit\nof ${project.draft()}\n${e.message}" as Object)
                }
            }
        }
        project
    }

    private static Project done(Project before, Edit edit) {
        def outcome = Applier.apply(before, edit, MEASURED)
        assert !(outcome.phrase().chinese() =~ /%\d?\$?s/) && !(outcome.phrase().english() =~ /%\d?\$?s/)
        if (!(outcome instanceof Outcome.Done)) {
            assert outcome.project() == before
            return before
        }
        def after = outcome.project()
        try {
            isATimeline(after)
            leavesAlone(before, after, edit, outcome.phrase().english())
            tellsOfTransitions(before, after, outcome.phrase().english())
            assert Applier.apply(after, new Undo(1)).project().draft() == before.draft()
        } catch (Throwable e) {
            throw new AssertionError("became ${after.draft()}\n${outcome.phrase().english()}\n${e.message}" as Object)
        }
        after
    }

    private static List<Segment> clips(Project project) { Timelines.video(project.draft()).segments() }

    static void isATimeline(Project project) {
        def clips = clips(project)
        long length = Timelines.lengthMs(project.draft())
        assert !clips.isEmpty()
        assert clips*.id().toUnique().size() == clips.size() && !clips*.id().contains('')
        assert Draft.of(project.draft().json()) == project.draft()
        assert project.draft().duration() == project.draft().end()
        clips.eachWithIndex { clip, i ->
            long start = clip.start().toMillis()
            long overlap = clip.blend().map { it.duration().toMillis() }.orElse(0L)
            long before = i == 0 ? 0 : clips[i - 1].end().toMillis()
            assert start >= 0 && clip.duration().toMillis() > 0 && clip.in().toMillis() >= 0
            assert start == before - overlap: 'a gap, or an overlap that is no transition'
            assert i == 0 || start > clips[i - 1].start().toMillis(): 'a clip before the one that it follows'
            assert i < 2 || start >= clips[i - 2].end().toMillis(): 'three clips at once'
            def footage = project.media().find { it.hash() == clip.media().get() }
            assert clip.frozen() || footage.kind() == Asset.AssetKind.IMAGE
                    || clip.in().toMillis() + clip.duration().toMillis() * clip.speed() <= footage.duration().toMillis() + FRAME
        }
        assert clips.last().end().toMillis() == length
        project.draft().tracks().findAll { it.sound() || Timelines.isMusic(it) }.each { track ->
            long end = 0
            track.segments().each {
                assert it.start().toMillis() >= end && it.duration().toMillis() > 0 && it.in().toMillis() >= 0
                end = it.end().toMillis()
            }
            assert end <= length + (track.sound() ? 1 : 0)
        }
        project.draft().tracks().findAll { it.overlay() || it.is(TrackType.TEXT) }.each { track ->
            track.segments().each {
                assert it.start().toMillis() >= 0 && it.duration().toMillis() > 0 && it.end().toMillis() <= length + 1
            }
        }
    }

    /** How long clips are in transitions: a transition that has no room after an edit gives this time back to its clips. */
    private static long overlaps(List<Segment> clips) {
        clips.collect { it.blend().map { blend -> blend.duration().toMillis() }.orElse(0L) }.sum(0L) as long
    }

    /** The properties that decide which part of its medium a segment shows, and how; not its place. */
    private static List shown(Segment s) { [s.media().get(), s.in(), s.duration(), s.speed(), s.frozen(), SegmentSplitter.isReversed(s)] }

    private static void leavesAlone(Project before, Project after, Edit edit, String answer) {
        def was = clips(before)
        def is = clips(after)
        if (edit instanceof Targeted && edit.on() instanceof Target.Clip && !(edit instanceof Repeat)) {
            int n = (edit.on() as Target.Clip).number() - 1
            assert is.take(n).collect { shown(it) } == was.take(n).collect { shown(it) }
            assert is.takeRight(was.size() - n - 1).collect { shown(it) } == was.drop(n + 1).collect { shown(it) }
        }
        if (edit instanceof Remove && edit.on() instanceof Target.Named) {
            def others = was.findAll { !(it in Targets.named(before.draft(), (edit.on() as Target.Named).name())) }
            assert is.collect { shown(it) } == others.collect { shown(it) }
        }
        if (edit instanceof Transition || edit instanceof Swap || edit instanceof Reorder && (edit as Reorder).order() !instanceof Order.Listed) {
            assert is.collect { shown(it) } as Set == was.collect { shown(it) } as Set && is.size() == was.size()
        }
        boolean takenOff = answer.contains('is not a clip any more')
        if (takenOff) {
            def gone = was.findAll { clip -> !is.any { it.id() == clip.id() } }
            assert gone.size() == 1 && gone[0].uploaded() && gone[0].title().get() == edit.file()
            assert is.collect { shown(it) } == (was - gone).collect { shown(it) }
            return
        }
        if (edit instanceof Title || edit instanceof Music || edit instanceof Overlay || edit instanceof Captions || edit instanceof Fps || edit instanceof Resize || edit instanceof Aspect) {
            assert is == was
        }
        if (edit instanceof Fade || edit instanceof FadeAudio || edit instanceof Zoom || edit instanceof Mute || edit instanceof Volume || edit instanceof Grayscale
                || edit instanceof Reverse || edit instanceof Crop || edit instanceof Rotate || edit instanceof ReplaceAudio || edit instanceof SyncAudio || edit instanceof FindScenes) {
            long longer = Timelines.lengthMs(after.draft()) - Timelines.lengthMs(before.draft())
            assert longer == 0 || edit instanceof Reverse && longer == overlaps(was) - overlaps(is) && answer =~ /shortened|(was|were) removed/
        }
        if (edit instanceof Speed && edit.fit().present && edit.range().all && edit.on() instanceof Target.Everything) {
            assert Timelines.lengthMs(after.draft()) == edit.fit().get().toMillis()
        }
        if (edit instanceof Length) {
            assert Timelines.lengthMs(after.draft()) == edit.duration().or { edit.atMost() }.get().toMillis()
        }
        if (edit instanceof Blur || edit instanceof Pixelate || edit instanceof Look || edit instanceof Opacity || edit instanceof Pitch || edit instanceof Denoise || edit instanceof Sharpen || edit instanceof Color) {
            assert Timelines.lengthMs(after.draft()) == Timelines.lengthMs(before.draft())
        }
        if (edit instanceof Freeze) {
            assert Timelines.lengthMs(after.draft()) == Timelines.lengthMs(before.draft()) + edit.hold().toMillis()
        }
        if (edit instanceof Remove && edit.on() instanceof Target.Everything) {
            long gone = Targets.within(new TimeRange(0, Timelines.lengthMs(before.draft())), edit.range(), Target.EVERYTHING).sum { it.lengthMs() }
            assert Timelines.lengthMs(after.draft()) == Timelines.lengthMs(before.draft()) - gone
            assert playedMs(after) <= playedMs(before) + is.size()
        }
        if (!(edit instanceof Trim || edit instanceof Remove || edit instanceof Length || edit instanceof CutSilence
                || edit instanceof Split && Joins.at(was, edit.at().on(Duration.ofMillis(Timelines.lengthMs(before.draft()))).toMillis()) >= 0
                || edit instanceof Reorder && (edit as Reorder).order() instanceof Order.Listed && is.size() < was.size())) {
            losesNothing(was, is)
        }
    }

    /** Every moment of every medium that was seen is seen; a thousandth of a second at a cut may go by rounding, which is more of a fast medium. */
    private static void losesNothing(List<Segment> was, List<Segment> is) {
        was.groupBy { it.media().get() }.each { media, segments ->
            def seen = is.findAll { it.media().get() == media }.collect { source(it) }.sort { it[0] }
            segments.findAll { !it.frozen() }.each { segment ->
                def (double at, double end, double pace) = source(segment)
                seen.each { from, to, speed ->
                    if (from <= at + 2 + 2 * Math.max(pace, speed)) {
                        at = Math.max(at, to)
                        pace = Math.max(pace, speed)
                    }
                }
                assert at >= end - 2 - 5 * pace: "of $media ${source(segment)} is not there any more"
            }
        }
    }

    /** The part of its medium that it shows, in ms, and the speed: from, to, factor. */
    private static List<Double> source(Segment s) {
        [s.in().toMillis() as double, s.in().toMillis() + s.duration().toMillis() * s.speed() as double, s.speed()]
    }

    private static void tellsOfTransitions(Project before, Project after, String answer) {
        def was = clips(before).count { it.blend().isPresent() }
        def is = clips(after).count { it.blend().isPresent() }
        assert is >= was || answer =~ /(was|were) removed/: 'a transition went without a word'
    }
}
