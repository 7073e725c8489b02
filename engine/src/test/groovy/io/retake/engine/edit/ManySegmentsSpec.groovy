package io.retake.engine.edit

import io.retake.core.draft.Segment
import io.retake.core.draft.Track
import io.retake.core.draft.TrackType
import io.retake.engine.agent.Given
import io.retake.engine.timeline.Project
import java.lang.management.ManagementFactory
import java.time.Duration
import spock.lang.Specification

class ManySegmentsSpec extends Specification {

    private static Project ofClips(int count) {
        def clips = (0..<count).collect { Segment.ofMedia("s${it + 1}", 'a.mp4', 'hash-a.mp4', Duration.ofMillis(it * 100L), Duration.ofMillis(100)) }
        new Project(Given.project().draft().withTracks([Track.of(TrackType.VIDEO, clips)]), Given.project().media(), [], [])
    }

    /** The least of five, of this thread alone: what else the machine does is not measured. */
    private static long nanos(Project project, String sentence) {
        (1..5).collect {_ ->
            long start = ManagementFactory.threadMXBean.currentThreadCpuTime
            assert Given.apply(project, sentence) instanceof Outcome.Done
            ManagementFactory.threadMXBean.currentThreadCpuTime - start
        }.min()
    }

    def "ten times the segments take about ten times as long, up to ten thousand: #sentence"() {
        given:
        def few = ofClips(1_000)
        def many = ofClips(10_000)
        [few, many].each { nanos(it, sentence) }

        expect: 'a hundred times as long is what going through all for each would take'
        nanos(many, sentence) < 40 * nanos(few, sentence)

        where:
        sentence << ['Remove from 0:10.05 to 0:20.05', 'Trim from 0:01 to 1:30', 'Set the speed to 1.5x', 'Make it grayscale from 0:10.03 to 1:00',
            'Set the volume to 50% from 0:10.03 to 1:00', 'Fix the color automatically', 'Add the title "x" from 0:01 to 0:02', 'Trim from 0:00.01 to 0:00.09 on "a.mp4"']
    }
}
