package io.retake.engine.agent

import static io.retake.engine.agent.Given.*

import io.retake.core.draft.Segment
import io.retake.core.draft.TrackType
import io.retake.engine.captions.CaptionFile
import io.retake.engine.captions.Cue
import io.retake.engine.edit.AnalysisEditsSpec
import io.retake.engine.edit.Applier
import io.retake.engine.edit.Outcome
import io.retake.engine.timeline.Asset
import io.retake.engine.timeline.Joins
import io.retake.engine.timeline.Project
import io.retake.engine.timeline.SegmentSplitter
import io.retake.engine.timeline.Timelines
import java.time.Duration
import net.jqwik.api.Arbitrary
import net.jqwik.api.EdgeCasesMode
import net.jqwik.api.Example
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide

/**
 * Whatever changes the time, order or direction of the picture, each moment of the footage keeps the caption that was
 * put over it. A caption lasts 0.3 s of each half second, and says of what footage it is: "a.mp4 3".
 */
class CaptionsGoWithThePictureSpec {
    private static final Map<String, Integer> LENGTHS = ['a.mp4': 6000, 'b.mp4': 5000]
    private static final def MEASURED = AnalysisEditsSpec.known(['captions-hash-c.srt': new CaptionFile(cues(), 'UTF-8', false, 0)])

    /** Every kind of edit that leaves no footage without a caption. */
    private static final List<String> RETIMING = ['split', 'speed', 'speedClip', 'speedAll', 'reverse', 'reverseClip', 'reversePart', 'reverseAll', 'freeze',
            'swap', 'reorder', 'move', 'order', 'repeat', 'transition', 'crossfade', 'trim', 'remove', 'removeClip', 'length']

    private static List<Cue> cues() {
        int start = 0
        LENGTHS.collectMany { name, length ->
            int from = start
            start += length
            (0..<length.intdiv(500)).collect { i -> new Cue(Duration.ofMillis(from + 500 * i + 100), Duration.ofMillis(from + 500 * i + 400), "$name $i".toString(), Optional.empty()) }
        }
    }

    private static Project project() {
        def bare = LENGTHS.inject(Project.empty('x')) { project, name, length -> project.withMedia(video(name, length)) }
                .withMedia(new Asset('hash-c.srt', 'c.srt', Asset.AssetKind.CAPTIONS, Duration.ofSeconds(11), 0, 0, 0d, false))
        Applier.apply(bare, edit('Add the captions "c.srt"'), MEASURED).project()
    }

    @Provide
    Arbitrary<List<AnyEdit.Choice>> edits() { AnyEdit.sequences(6, RETIMING) }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void 'captions stay with the footage'(@ForAll('edits') List<AnyEdit.Choice> choices) {
        hold(choices)
    }

    @Example
    void 'captions run backwards with the film'() {
        def reversed = Applier.apply(project(), edit('Reverse it')).project()
        assert titles(reversed).take(2) == ['b.mp4 9 @100+300', 'b.mp4 8 @600+300']
        assert titles(reversed).last() == 'a.mp4 0 @10600+300'
        assert titles(Applier.apply(reversed, edit('Reverse it')).project()) == titles(project())
    }

    @Example
    void 'a caption over two clips is divided when they part, and one again when they meet'() {
        def split = Applier.apply(project(), edit('Split at 0:02.25')).project()
        def parted = Applier.apply(split, edit('Reorder the clips to 2, 1, 3')).project()
        assert titles(parted).findAll { it.startsWith('a.mp4 4') } == ['a.mp4 4 @0+150', 'a.mp4 4 @5850+150']
        assert titles(Applier.apply(parted, edit('Reorder the clips to 2, 1, 3')).project()).findAll { it.startsWith('a.mp4 4') }.size() == 2
        assert titles(Applier.apply(split, edit('Reorder the clips to 3, 1, 2')).project()).findAll { it.startsWith('a.mp4 4') } == ['a.mp4 4 @7100+300']
    }

    @Example
    void 'a transition leaves the captions of the clip before it where they are'() {
        def joined = Applier.apply(project(), edit('Add a crossfade transition of 1 s')).project()
        assert titles(joined).containsAll(['a.mp4 0 @100+300', 'a.mp4 11 @5600+300', 'b.mp4 0 @5100+300', 'b.mp4 9 @9600+300'])
    }

    private static void hold(List<AnyEdit.Choice> choices) {
        Project now = project()
        Set<String> twice = [] as Set // a caption where two clips are seen belongs to either
        choices.each { choice ->
            def edit = AnyEdit.of(now, choice)
            def outcome = edit == null ? null : Applier.apply(now, edit, MEASURED)
            if (outcome instanceof Outcome.Done && Timelines.video(outcome.project().draft()).segments().size() < 40) {
                now = outcome.project()
                twice.addAll(inTransitions(now))
                try {
                    captioned(now, twice)
                } catch (Throwable e) {
                    throw new AssertionError("$edit\nbecame ${now.draft()}\n${e.message}" as Object)
                }
            }
        }
    }

    private static List<Segment> clips(Project project) { Timelines.video(project.draft()).segments() }

    private static Set<String> inTransitions(Project project) {
        def clips = clips(project)
        def joins = (1..<Math.max(1, clips.size())).collect { [clips[it].start().toMillis(), clips[it - 1].end().toMillis()] }.findAll { it[0] < it[1] }
        def over = { double from, double to -> joins.any { it[0] < to && it[1] > from } }
        def texts = segments(project, TrackType.TEXT).findAll { over(it.start().toMillis(), it.end().toMillis()) }*.text()*.get() as Set
        clips.each { clip -> moments(clip).each { if (over(it.at - 200, it.at + 200)) texts << it.text } }
        texts
    }

    /** The middle of each caption that a clip has room for, on the timeline. */
    private static List<Map> moments(Segment clip) {
        double in_ = clip.in().toMillis()
        double played = clip.duration().toMillis() * clip.speed()
        double margin = 40 + 20 * clip.speed()
        clip.frozen() ? [] : (0..<LENGTHS[clip.title().get()].intdiv(500)).findResults { i ->
            double middle = 500 * i + 250
            double from = SegmentSplitter.isReversed(clip) ? in_ + played - middle : middle - in_
            middle >= in_ + margin && middle <= in_ + played - margin ? [text: "${clip.title().get()} $i".toString(), at: clip.start().toMillis() + from / clip.speed()] : null
        }
    }

    private static void captioned(Project project, Set<String> twice) {
        def captions = segments(project, TrackType.TEXT)
        clips(project).each { clip ->
            moments(clip).findAll { !(it.text in twice) && Joins.at(clips(project), it.at as long) < 0 }.each { moment ->
                def seen = captions.findAll { it.start().toMillis() <= moment.at && moment.at < it.end().toMillis() }*.text()*.get().findAll { !(it in twice) }
                assert seen == [moment.text]: "at ${moment.at as long} ms"
            }
        }
    }
}
