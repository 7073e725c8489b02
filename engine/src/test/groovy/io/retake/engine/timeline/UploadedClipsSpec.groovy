package io.retake.engine.timeline

import static io.retake.engine.agent.Given.*

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import io.retake.core.draft.Draft
import io.retake.core.draft.TrackType
import io.retake.engine.agent.AnyEdit
import io.retake.engine.agent.Given
import io.retake.engine.agent.LocalAgent
import io.retake.engine.edit.Applier
import io.retake.engine.edit.Outcome
import spock.lang.Specification

/** A clip that only its upload placed is moved by an edit that names its file; any other is joined by a second one. */
class UploadedClipsSpec extends Specification {

    private static Project uploaded(Asset... assets) {
        assets.inject(Project.empty('x')) { project, asset -> project.withMedia(asset) }
    }

    private static Project two() { uploaded(video('a.mp4', 4000), video('b.mp4', 3000)) }

    private static String said(Project project, String sentence) { Given.apply(project, sentence).phrase().english() }

    private static List<String> names(Project project) { Timelines.video(project.draft()).segments()*.title()*.get() }

    private static List<Boolean> markers(Project project) { Timelines.video(project.draft()).segments()*.uploaded() }

    def "pictures and sounds beside video wait, in whatever order they come: #files"() {
        expect:
        names(uploaded(*files.collect { it == 'p.png' ? image(it) : it == 's.wav' ? sound(it, 5000) : video(it, 4000) })) == clips

        where:
        files                       || clips
        ['a.mp4', 'p.png', 's.wav'] || ['a.mp4']
        ['p.png', 'a.mp4']          || ['a.mp4']
        ['s.wav', 'p.png', 'a.mp4'] || ['a.mp4']
        ['p.png']                   || ['p.png']
        ['p.png', 'p.png']          || ['p.png', 'p.png']
        ['s.wav', 'p.png']          || ['p.png']
        ['s.wav']                   || []
        ['a.mp4', 'a.mp4']          || ['a.mp4', 'a.mp4']
    }

    def "a picture that an edit has touched stays beside video"() {
        expect:
        names(after(uploaded(image('p.png'), image('q.png')), sentence).withMedia(video('a.mp4', 4000))) == clips

        where:
        sentence                                  || clips
        'Make it grayscale on clip 1'             || ['p.png', 'a.mp4']
        'Add the title "Hi" from 0:01 to 0:03'    || ['p.png', 'a.mp4']
        'Add a crossfade transition of 1 s'       || ['p.png', 'q.png', 'a.mp4']
        'Set the speed to 2x from 0:06 to 0:08'   || ['q.png', 'q.png', 'q.png', 'a.mp4']
    }

    def "undo goes back to a timeline on which the pictures wait too"() {
        given:
        def project = after(uploaded(image('p.png')), 'Make it grayscale').withMedia(video('a.mp4', 4000))

        expect:
        names(project) == ['p.png', 'a.mp4']
        names(after(project, 'Undo')) == ['a.mp4']
        names(after(project, 'Undo', 'Redo')) == ['p.png', 'a.mp4']
    }

    def "files that are not to be placed are in the session alone"() {
        given:
        def project = two().withMedia(video('c.mp4', 2000), false)

        expect:
        names(project) == ['a.mp4', 'b.mp4']
        project.media()*.name() == ['a.mp4', 'b.mp4', 'c.mp4']
        names(after(project, 'Append "c.mp4"')) == ['a.mp4', 'b.mp4', 'c.mp4']
        said(project, 'Append "c.mp4"') == 'Appended "c.mp4"; the timeline is now 0:09 long.'
    }

    def "append and insert begin a timeline on which nothing was placed, and other edits say so"() {
        given:
        def project = Project.empty('x').withMedia(sound('s.wav', 5000)).withMedia(video('c.mp4', 2000, 640, 360), false)

        expect:
        clips(after(project, sentence)) == ['c.mp4 0 @0+2000']
        with(after(project, sentence).draft().canvas().get()) { [width(), height()] == [640, 360] }
        names(after(project, sentence, sentence)) == ['c.mp4', 'c.mp4']
        said(project, 'Make it grayscale') == 'The timeline is empty. First put a file of the session on it, for example: append "c.mp4".'
        Given.apply(project, 'Insert "c.mp4" at 0:01') instanceof Outcome.Refused
        Given.apply(project, 'Overlay "c.mp4"') instanceof Outcome.Refused

        where:
        sentence << ['Append "c.mp4"', 'Insert "c.mp4" at the start', 'Insert "c.mp4" at the end']
    }

    def "append moves what only the upload placed, and adds what was placed before: #sentences"() {
        given:
        def before = after(two(), *sentences.init())

        expect:
        names(after(before, sentences.last())) == clips
        said(before, sentences.last()) == answer

        where:
        sentences                                           || clips                       | answer
        ['Append "b.mp4"']                                  || ['a.mp4', 'b.mp4']          | '"b.mp4" is at the end already: its upload placed it there. Append it again to play it twice.'
        ['Append "b.mp4"', 'Append "b.mp4"']                || ['a.mp4', 'b.mp4', 'b.mp4'] | 'Appended "b.mp4"; the timeline is now 0:10 long. "b.mp4" plays 2 times now: it already was clip 2.'
        ['Append "a.mp4"']                                  || ['b.mp4', 'a.mp4']          | 'Moved "a.mp4" to the end: until now only its upload had placed it. The timeline is 0:07 long. Append it again to play it twice.'
        ['Trim from 0:01 to 0:06', 'Append "b.mp4"']        || ['a.mp4', 'b.mp4', 'b.mp4'] | 'Appended "b.mp4"; the timeline is now 0:08 long. "b.mp4" plays 2 times now: it already was clip 2.'
        ['Split at 0:05', 'Append "b.mp4"']                 || ['a.mp4', 'b.mp4', 'b.mp4', 'b.mp4'] | 'Appended "b.mp4"; the timeline is now 0:10 long. "b.mp4" plays 3 times now: it already was clip 2, 3.'
        ['Make it grayscale on clip 2', 'Append "b.mp4"']   || ['a.mp4', 'b.mp4', 'b.mp4'] | 'Appended "b.mp4"; the timeline is now 0:10 long. "b.mp4" plays 2 times now: it already was clip 2.'
        ['Make it grayscale on clip 1', 'Append "b.mp4"']   || ['a.mp4', 'b.mp4']          | '"b.mp4" is at the end already: its upload placed it there. Append it again to play it twice.'
        ['Reorder the clips to 2, 1', 'Append "b.mp4"']     || ['b.mp4', 'a.mp4', 'b.mp4'] | 'Appended "b.mp4"; the timeline is now 0:10 long. "b.mp4" plays 2 times now: it already was clip 1.'
        ['Reorder the clips to clip 2 first', 'Append "b.mp4"'] || ['b.mp4', 'a.mp4', 'b.mp4'] | 'Appended "b.mp4"; the timeline is now 0:10 long. "b.mp4" plays 2 times now: it already was clip 1.'
        ['Reorder the clips to clip 2 first', 'Append "a.mp4"'] || ['b.mp4', 'a.mp4'] | '"a.mp4" is at the end already: its upload placed it there. Append it again to play it twice.'
        ['Swap clip 1 with clip 2', 'Append "a.mp4"']       || ['b.mp4', 'a.mp4', 'a.mp4'] | 'Appended "a.mp4"; the timeline is now 0:11 long. "a.mp4" plays 2 times now: it already was clip 2.'
        ['Repeat it 2 times on clip 2', 'Append "b.mp4"']   || ['a.mp4', 'b.mp4', 'b.mp4', 'b.mp4'] | 'Appended "b.mp4"; the timeline is now 0:13 long. "b.mp4" plays 3 times now: it already was clip 2, 3.'
        ['Remove from 0:01 to 0:02', 'Append "b.mp4"']      || ['a.mp4', 'a.mp4', 'b.mp4'] | '"b.mp4" is at the end already: its upload placed it there. Append it again to play it twice.'
    }

    def "a file that was uploaded twice on purpose plays twice, and the later clip moves first"() {
        given:
        def project = uploaded(video('b.mp4', 3000), video('a.mp4', 4000), video('b.mp4', 3000))

        expect:
        names(after(project, 'Append "b.mp4"')) == ['b.mp4', 'a.mp4', 'b.mp4']
        names(after(project, 'Append "b.mp4"', 'Append "b.mp4"')) == ['a.mp4', 'b.mp4', 'b.mp4']
        names(after(project, 'Append "b.mp4"', 'Append "b.mp4"', 'Append "b.mp4"')) == ['a.mp4', 'b.mp4', 'b.mp4', 'b.mp4']
    }

    def "insert places the clip at the time that it names, whatever was before it: #sentence"() {
        given:
        def project = uploaded(video('i.mp4', 1000), video('a.mp4', 4000), video('b.mp4', 3000))
        def outcome = Given.apply(project, sentence)

        expect:
        clips(outcome.project()) == expected
        outcome.phrase().english() == answer

        where:
        sentence                     || expected | answer
        'Insert "i.mp4" at 0:02'     || ['a.mp4 0 @0+2000', 'i.mp4 0 @2000+1000', 'a.mp4 2000 @3000+2000', 'b.mp4 0 @5000+3000'] | 'Moved "i.mp4" to 0:02: until now only its upload had placed it. The timeline is 0:08 long. Insert it again to play it twice.'
        'Insert "i.mp4" at 0:04'     || ['a.mp4 0 @0+4000', 'i.mp4 0 @4000+1000', 'b.mp4 0 @5000+3000'] | 'Moved "i.mp4" to 0:04: until now only its upload had placed it. The timeline is 0:08 long. Insert it again to play it twice.'
        'Insert "i.mp4" at the end'  || ['a.mp4 0 @0+4000', 'b.mp4 0 @4000+3000', 'i.mp4 0 @7000+1000'] | 'Moved "i.mp4" to 0:07: until now only its upload had placed it. The timeline is 0:08 long. Insert it again to play it twice.'
        'Insert "i.mp4" at the start' || ['i.mp4 0 @0+1000', 'a.mp4 0 @1000+4000', 'b.mp4 0 @5000+3000'] | '"i.mp4" is at 0:00 already: its upload placed it there. Insert it again to play it twice.'
        'Insert "i.mp4" at 0:07.5'   || ['i.mp4 0 @0+1000', 'a.mp4 0 @1000+4000', 'b.mp4 0 @5000+3000'] | '0:07.5 is past the end: the timeline is 0:07 long without "i.mp4", which the edit moves. Choose a time between 0:00 and 0:07.'
    }

    def "insert into a transition comes after it, and a title goes with the clip that moves"() {
        given:
        def project = after(uploaded(video('i.mp4', 2000), video('a.mp4', 4000), video('b.mp4', 3000)),
            'Add a crossfade transition of 1 s between clips 2 and 3', 'Add the title "intro" from 0:00.5 to 0:01.5')
        def moved = after(project, 'Insert "i.mp4" at 0:03.5')

        expect:
        clips(moved) == ['a.mp4 0 @0+4000', 'i.mp4 0 @4000+2000', 'b.mp4 0 @6000+3000']
        titles(moved) == ['intro @4500+1000']
    }

    def "an edit that uses a file in another way takes its clip off the timeline: #sentence"() {
        given:
        def project = uploaded(video('b.mp4', 3000), video('a.mp4', 4000), image('logo.png'))
        def outcome = Given.apply(project, sentence)

        expect:
        outcome.project().draft().tracks().find { it.is(TrackType.VIDEO) && !it.overlay() }.segments()*.title()*.get() == left
        outcome.phrase().english().endsWith(told)
        Timelines.lengthMs(outcome.project().draft()) == ms
        outcome.project().draft().duration() == outcome.project().draft().end()

        where:
        sentence                           || left               | ms   | told
        'Overlay "b.mp4" at 20% of the width' || ['a.mp4']       | 4000 | 'Its own sound is off. "b.mp4" is not a clip any more: only its upload had placed it. The timeline is 0:04 long.'
        'Overlay "b.mp4" from 0:03 to 0:05' || ['b.mp4', 'a.mp4'] | 7000 | '0:05 is past the end: the timeline is 0:04 long without "b.mp4", which the edit moves. Choose a time between 0:00 and 0:04.'
        'Add the music "b.mp4"'            || ['a.mp4']          | 4000 | '"b.mp4" is not a clip any more: only its upload had placed it. The timeline is 0:04 long.'
        'Replace the sound with "b.mp4"'   || ['a.mp4']          | 4000 | 'silent after 0:03. "b.mp4" is not a clip any more: only its upload had placed it. The timeline is 0:04 long.'
        'Overlay "logo.png"'               || ['b.mp4', 'a.mp4'] | 7000 | '0:00-0:07.'
    }

    def "a picture of a slide show becomes an overlay, and the only clip stays"() {
        expect:
        names(after(uploaded(image('p.png'), image('logo.png')), 'Overlay "logo.png"')) == ['p.png']
        said(uploaded(video('a.mp4', 4000)), 'Overlay "a.mp4"').endsWith('"a.mp4" also plays as clip 1; remove that clip if it should not.')
        names(after(after(two(), 'Make it grayscale on clip 2'), 'Overlay "b.mp4"')) == ['a.mp4', 'b.mp4']
        said(after(two(), 'Make it grayscale on clip 2'), 'Overlay "b.mp4"').endsWith('"b.mp4" also plays as clip 2; remove that clip if it should not.')
        names(after(after(two(), 'Add the title "x" from 0:05 to 0:06'), 'Overlay "b.mp4"')) == ['a.mp4', 'b.mp4']
    }

    def "the marker survives the session's file, undo and redo, and a draft without it is as before"() {
        given:
        def kept = Project.of(new ObjectMapper().readTree(two().json().toString()) as ObjectNode)
        def touched = after(kept, 'Make it grayscale on clip 2')
        def bare = new Project(Draft.parse(two().draft().toString().replace(',"up":true', '')), two().media(), [], [])

        expect:
        markers(kept) == [true, true]
        markers(touched) == [true, false]
        markers(after(touched, 'Undo')) == [true, true]
        names(after(touched, 'Undo', 'Append "a.mp4"')) == ['b.mp4', 'a.mp4']
        markers(after(touched, 'Undo', 'Redo')) == [true, false]
        names(after(touched, 'Undo', 'Redo', 'Append "b.mp4"')) == ['a.mp4', 'b.mp4', 'b.mp4']
        names(after(bare, 'Append "b.mp4"')) == ['a.mp4', 'b.mp4', 'b.mp4']
        names(after(bare, 'Overlay "b.mp4"')) == ['a.mp4', 'b.mp4', 'b.mp4'].take(2)
    }

    def "words that become these edits move the clip too: #words"() {
        given:
        def answer = LocalAgent.answer(two(), words)

        expect:
        names(answer.next()) == clips
        answer.text().contains(told)

        where:
        words                   || clips              | told
        'put b.mp4 last'        || ['a.mp4', 'b.mp4'] | 'already in that order'
        'put b.mp4 at the end'  || ['a.mp4', 'b.mp4'] | 'already in that order'
        'put a.mp4 last'        || ['b.mp4', 'a.mp4'] | ''
        'put b.mp4 first'       || ['b.mp4', 'a.mp4'] | ''
        '把a.mp4接到最后'         || ['b.mp4', 'a.mp4'] | '已把“a.mp4”移到末尾'
    }

    def "whatever edit names or changes a clip clears its marker, or leaves the clip as it was: #kind"() {
        given:
        def project = two().withMedia(sound('song.mp3', 5000))

        when:
        def outcomes = (0..<12).collect { n ->
            def edit = AnyEdit.of(project, new AnyEdit.Choice(kind, n * 83 % 1000, n * 41 % 1000, n * 29 % 1000))
            edit == null ? null : Applier.apply(project, edit)
        }.findAll { it instanceof Outcome.Done }

        then:
        outcomes.every { outcome ->
            Timelines.video(outcome.project().draft()).segments().findAll { it.uploaded() }.every { clip ->
                def was = Timelines.video(project.draft()).segments().find { it.id() == clip.id() }
                was != null && was.withStart(clip.start()).withScene(0) == clip.withScene(0)
            }
        }

        where:
        kind << AnyEdit.KINDS.keySet()
    }
}
