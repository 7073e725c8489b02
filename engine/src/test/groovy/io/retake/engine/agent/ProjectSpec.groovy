package io.retake.engine.agent

import static io.retake.engine.agent.Given.*

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.core.draft.Draft
import spock.lang.Specification

class ProjectSpec extends Specification {

    def "footage is appended in the order of upload, and the first video sets the frame"() {
        given:
        def project = Project.empty('x').withMedia(sound('song.mp3', 7000)).withMedia(video('a.mp4', 10_000, 1281, 719))
            .withMedia(image('pic.png')).withMedia(video('b.mov', 2000, 640, 360))

        expect:
        clips(project) == ['a.mp4 0 @0+10000', 'pic.png 0 @10000+5000', 'b.mov 0 @15000+2000']
        with(project.draft().canvas().get()) { [width(), height()] == [1282, 720] }
        project.draft().fps().get() == 30d
        music(project) == []
        project.media()*.name() == ['song.mp3', 'a.mp4', 'pic.png', 'b.mov']
        project.draft().tracks()[0].segments()*.id().toUnique().size() == 3
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
}
