package io.retake.engine.edit

import static io.retake.engine.agent.Given.*

import io.retake.engine.agent.Given
import io.retake.engine.timeline.Asset
import io.retake.engine.timeline.Project
import io.retake.core.draft.Effect
import io.retake.core.draft.TrackType
import io.retake.core.edit.value.Position
import io.retake.engine.captions.CaptionFile
import io.retake.engine.captions.Cue
import java.time.Duration
import spock.lang.Specification

/** Captions on a timeline of 30 s, and colour tables. */
class CaptionRuleSpec extends Specification {

    private static Asset file(String name, Asset.AssetKind kind) {
        new Asset('hash-' + name, name, kind, kind == Asset.AssetKind.LUT ? Duration.ZERO : Duration.ofSeconds(40), 0, 0, 0d, false)
    }

    private static Cue cue(String text, long from, long to, Position position = null) {
        new Cue(Duration.ofMillis(from), Duration.ofMillis(to), text, Optional.ofNullable(position))
    }

    private static final CaptionFile TALK = new CaptionFile(
        [cue('one', 1000, 3000), cue('two', 2500, 4000, Position.TOP), cue('three', 28_000, 31_000), cue('four', 35_000, 36_000)], 'UTF-8', false, 0)
    private static final CaptionFile OTHER = new CaptionFile([cue('\u16a0 other', 5000, 6000)], 'Windows-1252', true, 0)

    private static Project project() {
        Given.project().withMedia(file('talk.srt', Asset.AssetKind.CAPTIONS)).withMedia(file('other.srt', Asset.AssetKind.CAPTIONS)).withMedia(file('look.cube', Asset.AssetKind.LUT))
    }

    private static final Measurements FILES = AnalysisEditsSpec.known(['captions-hash-talk.srt': TALK, 'captions-hash-other.srt': OTHER])

    private static Outcome run(Project project, String sentence) { Applier.apply(project, edit(sentence), FILES) }

    private static List<String> captions(Project project) {
        project.draft().tracks(TrackType.TEXT).findAll { it.captions() }.collectMany { it.segments() }.collect {
            "${it.text().get()} @${it.start().toMillis()}+${it.duration().toMillis()} ${it.position()}".toString()
        }
    }

    def "an upload of captions or of a table changes no timeline"() {
        expect:
        project().draft() == Given.project().draft()
    }

    def "each cue is a segment of the captions' own track, cut where the timeline ends, and that is said"() {
        when:
        def done = run(after(project(), 'Add the title "hello"'), 'Add the captions "talk.srt"')

        then:
        captions(done.project()) == ['one @1000+2000 BOTTOM', 'two @2500+1500 TOP', 'three @28000+2000 BOTTOM']
        done.phrase().english() == 'Added the captions "talk.srt" (3). Skipped, outside of the timeline: 1. Cut at the end of the timeline: 1.'
        done.phrase().chinese() == '添加了字幕“talk.srt”（3 条）。有 1 条在时间线之外，已略去。有 1 条超出两端，已截断。'
        done.project().draft().tracks(TrackType.TEXT).size() == 2
        done.project().draft().summary().contains('Captions: "one" (1-3s), "two" (2.5-4s)')
    }

    def "a shift moves them, a place and a style are theirs, unless the file says the place"() {
        expect:
        captions(run(project(), sentence).project()) == expected

        where:
        sentence                                                  | expected
        'Add the captions "talk" shifted by -2 s'                 | ['one @0+1000 BOTTOM', 'two @500+1500 TOP', 'three @26000+3000 BOTTOM']
        'Add the captions "TALK.SRT" shifted by +1.5 s at the top' | ['one @2500+2000 TOP', 'two @4000+1500 TOP', 'three @29500+500 TOP']
    }

    def "other captions take their place, and a title never goes on their track"() {
        when:
        def done = run(run(project(), 'Add the captions "talk.srt"').project(), 'Add the captions "other.srt"')
        def titled = after(done.project(), 'Add the title "hello" from 0:10 to 0:12')

        then:
        captions(titled) == ['ᚠ other @5000+1000 BOTTOM']
        titled.draft().tracks(TrackType.TEXT).size() == 2
        done.phrase().english() == 'Added the captions "other.srt" (1), replacing the earlier ones.' +
            ' The file doesn\'t declare its encoding; read as Windows-1252. If letters are wrong, save it as UTF-8.' +
            ' No font has these characters, so they will be missing: ᚠ'
    }

    def "they move with the picture, overlapping or not"() {
        given:
        def captioned = run(project(), 'Add the captions "talk.srt"').project()

        expect:
        captions(after(captioned, sentence)) == expected

        where:
        sentence                          | expected
        'Remove from the start to 0:02'   | ['one @0+1000 BOTTOM', 'two @500+1500 TOP', 'three @26000+2000 BOTTOM']
        'Set the speed to 2x'             | ['one @500+1000 BOTTOM', 'two @1250+750 TOP', 'three @14000+1000 BOTTOM']
        'Reorder the clips to 2, 1'       | ['three @18000+2000 BOTTOM', 'one @21000+2000 BOTTOM', 'two @22500+1500 TOP']
    }

    def "an impossible caption edit is refused, with the files there are"() {
        expect:
        run(project(), sentence) instanceof Outcome.Refused
        run(project(), sentence).phrase().english() == said

        where:
        sentence                                              | said
        'Add the captions "lost.srt"'                         | 'No file "lost.srt" in this session. Caption files: talk.srt, other.srt.'
        'Add the captions "a.mp4"'                            | '"a.mp4" is not a caption file. Caption files: talk.srt, other.srt.'
        'Add the captions "other.srt" shifted by +60 s'       | 'None of the 1 captions in "other.srt" is on the timeline, which is 0:30 long: they run from 1:05 to 1:06. Shift them, for example: add the captions "other.srt" shifted by -10 s.'
        'Adjust the color with the table "talk.srt"'          | '"talk.srt" is not a LUT. LUTs: look.cube.'
        'Append "talk.srt"'                                   | '"talk.srt" has no picture. Files with a picture: a.mp4, b.mov.'
    }

    def "a title is warned of when no font has its characters"() {
        expect:
        run(project(), 'Add the title "run \u16a0"').phrase().english().endsWith('No font has these characters, so they will be missing: \u16a0')
        !run(project(), 'Add the title "run"').phrase().english().contains('font')
    }

    def "a colour table is one effect of the clips, after the grade; another takes its place"() {
        when:
        def done = run(run(project(), 'Adjust the color with the table "look.cube" on clip 1').project(), 'Adjust the color with brightness +10%')

        then:
        done.project().draft().tracks(TrackType.VIDEO)[0].segments()*.effects() == [
            [new Effect.GradeFx(change(10), change(0), change(0), change(0)), new Effect.LutFx('hash-look.cube')],
            [new Effect.GradeFx(change(10), change(0), change(0), change(0))]]
        run(done.project(), 'Adjust the color with the table "look.cube" on clip 1') instanceof Outcome.Unchanged
        run(project(), 'Adjust the color with brightness +5% with the table "look"').phrase().english() == 'Adjusted the color: brightness +5%, the LUT "look".'
    }

    private static change(int percent) { new io.retake.core.edit.value.Change(percent) }
}
