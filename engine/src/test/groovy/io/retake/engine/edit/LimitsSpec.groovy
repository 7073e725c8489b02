package io.retake.engine.edit

import static io.retake.engine.agent.Given.*

import io.retake.core.draft.TrackType
import io.retake.engine.agent.Given
import io.retake.engine.captions.CaptionFile
import io.retake.engine.captions.Cue
import io.retake.engine.timeline.Asset
import io.retake.engine.timeline.Project
import java.time.Duration
import spock.lang.Specification

/** The longest texts, the last possible step, the nearest name. */
class LimitsSpec extends Specification {

    private static String said(Project project, String sentence) { Given.apply(project, sentence).phrase().english() }

    def "a title has at most 2000 characters, and so has a lower third with its line"() {
        expect:
        Given.apply(Given.project(), "Add the title \"${'x' * 2000}\"".toString()) instanceof Outcome.Done
        said(Given.project(), "Add the title \"${'x' * 2001}\"".toString()) == 'A title has at most 2000 characters; this one has 2001.'
        Given.apply(Given.project(), "Add the lower third \"${'x' * 1500}\" with the line \"${'x' * 500}\"".toString()) instanceof Outcome.Done
        said(Given.project(), "Add the lower third \"${'x' * 1500}\" with the line \"${'x' * 501}\"".toString()) == 'A lower third has at most 2000 characters; this one has 2001.'
    }

    def "a lower third has a second line only when it has a text"() {
        expect:
        segments(after(Given.project(), sentence), TrackType.TEXT)*.subline() == [subline]

        where:
        sentence                                                         | subline
        'Add the lower third "Ada"'                                      | Optional.empty()
        'Add the lower third "Ada" with the line "Countess of Lovelace"' | Optional.of('Countess of Lovelace')
    }

    def "steps are taken back and done again one by one or several at a time"() {
        given:
        def project = after(Given.project(), 'Set the speed to 2x', 'Make it grayscale', 'Add the title "x"')

        expect:
        said(project, 'Undo') == 'Undid the last change.'
        said(project, 'Undo the last 3 changes') == 'Undid the last 3 changes.'
        said(project, 'Undo the last 4 changes') == "Can't undo 4 changes: there are only 3. To undo all of them, say undo 3."
        said(project, 'Redo') == 'There is nothing to redo: nothing was undone, or another change followed.'
        said(after(project, 'Undo'), 'Redo') == 'Redid the change.'
        said(after(project, 'Undo the last 2 changes'), 'Redo the last 2 changes') == 'Redid 2 changes.'
        said(after(project, 'Undo'), 'Redo the last 2 changes') == "Can't redo 2 changes: only 1 were undone."
        after(project, 'Undo the last 3 changes').draft() == Given.project().draft()
        after(project, 'Undo the last 2 changes', 'Redo the last 2 changes').draft() == project.draft()
    }

    def "a checkpoint is found by its name, or by the only one that is like it"() {
        given:
        def first = after(Given.project(), 'Save the checkpoint "Cut"')
        def second = after(first, 'Set the speed to 2x', 'Save the checkpoint "cut"')

        expect:
        said(Given.project(), 'Save the checkpoint "Cut"') == 'Saved the checkpoint "Cut".'
        said(first, 'Save the checkpoint "Cut"') == 'Saved the checkpoint "Cut", replacing the earlier one.'
        said(first, 'Restore the checkpoint "CUT"') == 'The timeline is already as in "CUT".'
        after(second, 'Restore the checkpoint "Cut"').draft() == Given.project().draft()
        said(second, 'Restore the checkpoint "cut"') == 'The timeline is already as in "cut".'
        said(second, 'Restore the checkpoint "CUT"') == 'There is no checkpoint "CUT". Checkpoints: Cut, cut.'
        said(Given.project(), 'Restore the checkpoint "Cut"') == 'There are no checkpoints. Save one first: save the checkpoint "Cut".'
        Given.apply(Given.project(), "Save the checkpoint \"${'x' * 100}\"".toString()) instanceof Outcome.Done
        said(Given.project(), "Save the checkpoint \"${'x' * 101}\"".toString()) == "A checkpoint's name has at most 100 characters."
    }

    def "a file is the one whose name is said, in these capitals if there are two: #name"() {
        given:
        def project = [video('A.mp4', 1000), video('b.mp4', 2000), new Asset('hash-later', 'b.mp4', Asset.AssetKind.VIDEO, Duration.ofSeconds(3), 1280, 720, 30d, true)]
                .inject(Given.project()) { p, file -> p.withMedia(file) }

        expect:
        segments(after(project, "Append \"$name\"".toString()), TrackType.VIDEO).last().media() == Optional.of('hash-' + meant)

        where:
        name     || meant
        'a.mp4'  || 'a.mp4'
        'A.mp4'  || 'A.mp4'
        'B.MP4'  || 'later'
        'b.mp4'  || 'later'
        'B.mov'  || 'b.mov'
    }

    def "a file that can't be meant is asked back: #name"() {
        expect:
        said(files.inject(Project.empty('x')) { p, file -> p.withMedia(file) }.withMedia(video('long.mp4', 1000)), "Append \"$name\"".toString()) == answer

        where:
        name       | files                                         | answer
        'b'        | [video('b.mp4', 1000), video('b.mov', 1000)]  | '"b" matches several files: b.mp4, b.mov. Say which one.'
        'song'     | [sound('song.mp3', 1000)]                     | '"song" has no picture. Files with a picture: long.mp4.'
        'x.mp4'    | (1..8).collect { video("c${it}.mp4", 1000) }  | 'No file "x.mp4" in this session. Files with a picture: c1.mp4, c2.mp4, c3.mp4, c4.mp4, c5.mp4, c6.mp4, c7.mp4, c8.mp4 ….'
        'x.mp4'    | (1..7).collect { video("c${it}.mp4", 1000) }  | 'No file "x.mp4" in this session. Files with a picture: c1.mp4, c2.mp4, c3.mp4, c4.mp4, c5.mp4, c6.mp4, c7.mp4, long.mp4.'
    }

    def "an overlay is there as long as it is asked for, or as its footage lasts: #sentence"() {
        given:
        def project = after(Given.project().withMedia(image('logo.png')), 'Swap clip 1 with clip 2', 'Swap clip 1 with clip 2')
        def outcome = Given.apply(project, sentence)
        def overlay = outcome.project().draft().tracks().findAll { it.overlay() }*.segments().flatten()

        expect:
        overlay.collect { [it.start().toMillis(), it.duration().toMillis(), it.gain()] } == [[start, length, 0d]]
        outcome.phrase().english() == answer

        where:
        sentence                                     || start  | length | answer
        'Overlay "logo.png" from 0:05 to 0:25'       || 5000   | 20_000 | 'Laid "logo.png" over the picture at 0:05-0:25.'
        'Overlay "a.mp4" from 0:05 to 0:25'          || 5000   | 10_000 | 'Laid "a.mp4" over the picture at 0:05-0:15. Its own sound is off. "a.mp4" also plays as clip 1; remove that clip if it should not.'
        'Overlay "a.mp4" from 0:05 to 0:06'          || 5000   | 1000   | 'Laid "a.mp4" over the picture at 0:05-0:06. Its own sound is off. "a.mp4" also plays as clip 1; remove that clip if it should not.'
    }

    def "a frame rate that is already there changes nothing"() {
        given:
        def project = after(Given.project(), 'Set the frame rate to 25 fps')

        expect:
        said(project, 'Set the frame rate to 25 fps') == 'It already has 25 frames a second.'
        said(project, 'Set the frame rate to 24 fps') == 'Set to 24 frames a second.'
    }

    def "a side of the picture has at most 8192 pixels"() {
        given:
        def project = Project.empty('x').withMedia(video('a.mp4', 1000, width, height))

        expect:
        with(after(project, 'Upscale to 4096p').draft().canvas().get()) { [it.width(), it.height()].max() == 8192 }
        said(project, 'Upscale to 4097p').startsWith("That would be $refused pixels")

        where:
        width | height || refused
        1000  | 500    || '8194x4097'
        500   | 1000   || '4097x8194'
    }

    def "a caption that ends where the timeline begins, or begins where it ends, is outside; one that touches an end is whole"() {
        given:
        def cues = [[0, 1000], [1000, 3000], [29_000, 31_000], [31_000, 32_000]].collect { from, to ->
            new Cue(Duration.ofMillis(from), Duration.ofMillis(to), 'x', Optional.empty())
        }
        def project = Given.project().withMedia(new Asset('hash-c.srt', 'c.srt', Asset.AssetKind.CAPTIONS, Duration.ofSeconds(32), 0, 0, 0d, false))
        def outcome = Applier.apply(project, edit('Add the captions "c.srt" shifted by -1 s'),
                AnalysisEditsSpec.known(['captions-hash-c.srt': new CaptionFile(cues, 'UTF-8', false, 0)]))

        expect:
        titles(outcome.project()) == ['x @0+2000', 'x @28000+2000']
        outcome.phrase().english() == 'Added the captions "c.srt" (2). Skipped, outside of the timeline: 2.'
    }
}
