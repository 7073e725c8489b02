package io.retake.engine.timeline

import static io.retake.engine.agent.Given.*

import io.retake.engine.agent.Given
import io.retake.engine.agent.LocalAgent
import io.retake.engine.edit.Outcome
import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.core.draft.Draft
import spock.lang.Specification

class ProjectSpec extends Specification {

    def "videos are appended in the order of upload, the first one sets the frame, and the rest waits"() {
        given:
        def project = Project.empty('x').withMedia(sound('song.mp3', 7000)).withMedia(video('a.mp4', 10_000, 1281, 719))
            .withMedia(image('pic.png')).withMedia(video('b.mov', 2000, 640, 360))

        expect:
        clips(project) == ['a.mp4 0 @0+10000', 'b.mov 0 @10000+2000']
        with(project.draft().canvas().get()) { [width(), height()] == [1282, 720] }
        project.draft().fps().get() == 30d
        music(project) == []
        project.media()*.name() == ['song.mp3', 'a.mp4', 'pic.png', 'b.mov']
        project.draft().tracks()[0].segments()*.id().toUnique().size() == 2
    }

    def "stills before the first video don't decide the frame"() {
        when:
        def stills = Project.empty('x').withMedia(image('huge.jpg', 12_000, 9000))

        then:
        with(stills.draft().canvas().get()) { [width(), height()] == [3840, 2880] }

        when:
        def project = stills.withMedia(video('a.mp4', 1000, 1080, 1920)).withMedia(video('b.mp4', 1000, 320, 240))

        then:
        with(project.draft().canvas().get()) { [width(), height()] == [1080, 1920] }
    }

    def "undo takes back edits and never an upload"() {
        given:
        def project = after(Given.project(), 'Trim from 0:02 to 0:12').withMedia(video('late.mp4', 3000))

        when:
        def undone = after(project, 'Undo')

        then:
        clips(undone) == ['a.mp4 0 @0+10000', 'b.mov 0 @10000+20000', 'late.mp4 0 @30000+3000']
        Given.apply(undone, 'Undo') instanceof Outcome.Refused
    }

    def "a project survives its JSON, as text"() {
        given:
        def project = after(Given.project(), 'Trim from 0:02 to 0:12', 'Add the title "好\\n\\"x\\"" from 0:01 to 0:02', 'Add the music "song.mp3"', 'Undo')

        expect:
        Project.of(new ObjectMapper().readTree(project.json().toString())) == project
        project.future().size() == 1
        project.past().size() == 2
    }

    def "history is bounded by steps and by segments"() {
        given:
        def project = Given.project()

        when:
        def long_ = (1..250).inject(project) { p, i -> after(p, "Set the volume to ${i}%") }

        then:
        long_.past().size() == 200
        Given.apply(long_, 'Undo the last 201 changes') instanceof Outcome.Refused
        after(long_, 'Undo the last 200 changes').draft() == after(project, 'Set the volume to 50%').draft()

        when:
        def wide = Draft.empty('x').withTracks([io.retake.core.draft.Track.of(io.retake.core.draft.TrackType.VIDEO, (1..60_000).collect { io.retake.core.draft.Segment.ofMedia("s$it", 'a', 'b', java.time.Duration.ofMillis(it), java.time.Duration.ofMillis(1)) })])

        then:
        new Project(wide, [], [wide] * 10, []).past().size() == 3
    }

    def "kept JSON that is no project is refused"() {
        when:
        Project.of(new ObjectMapper().readTree('{"draft":[]}'))

        then:
        thrown(IllegalArgumentException)
    }

    def "a timeline that can't be is left by undo, also after the session was kept: #what"() {
        given: 'a session of a program that made it'
        def good = after(Given.project(), 'Split at 0:05')
        def json = good.json()
        json.withObject('/draft').withArray('t').get(0).withArray('sg').get(1).put(key, value)
        json.withArray('past').add(good.draft().json())

        when:
        def kept = Project.of(new ObjectMapper().readTree(json.toString()))

        then:
        Given.apply(kept, 'Set the volume to 50%') instanceof Outcome.Refused
        Given.apply(kept, 'Set the volume to 50%').phrase().english() =~ /^The timeline is invalid \(.*\), so it can't be edited further. Undo the last change: undo.$/
        Given.apply(kept, 'Undo').project().draft() == good.draft()
        LocalAgent.answer(kept, 'undo').next().draft() == good.draft()
        ['make clip 2 louder', 'remove clip 2', 'add the title "x" over clip 2'].every { LocalAgent.answer(kept, it).next().draft() == kept.draft() }

        where:
        what                | key  | value
        'before the start'  | 's'  | -1000
        'of no length'      | 'd'  | 0
        'before its medium' | 'in' | -40
        'over another'      | 's'  | 2000
        'beyond a week'     | 'd'  | 700_000_000
    }

    def "an edit that would make a timeline of more than a week is refused with a reason"() {
        given:
        def project = Project.empty('x').withMedia(video('a.mp4', 5 * 3_600_000L))

        expect:
        Given.apply(project, 'Repeat it 100 times').phrase().english() == 'That would be 500:00:00 long; the limit is a week. Repeat it fewer times, or slow it down less.'
        Given.apply(after(project, 'Repeat it 30 times'), 'Set the speed to 0.05x') instanceof Outcome.Refused
    }
}
