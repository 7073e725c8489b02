package io.retake.engine.process

import java.time.Duration
import spock.lang.Specification

class ProgressReaderSpec extends Specification {
    private static List<Progress> read(String log) {
        def told = []
        new ProgressReader({ told << it }).read(new ByteArrayInputStream(log.bytes))
        told
    }

    def 'a recorded log is read block by block'() {
        expect:
        read('''\
            frame=0
            fps=0.00
            out_time_us=N/A
            out_time_ms=N/A
            out_time=N/A
            speed=N/A
            progress=continue
            frame=57
            fps=56.61
            stream_0_0_q=29.0
            bitrate= 209.7kbits/s
            total_size=48
            out_time_us=1833333
            out_time_ms=1833333
            out_time=00:00:01.833333
            dup_frames=0
            drop_frames=0
            speed=1.82x
            progress=continue
            frame=60
            out_time_us=2000000
            speed=   2x
            progress=end
            '''.stripIndent()) == [
            new Progress(0, Duration.ZERO, 0, false),
            new Progress(57, Duration.ofNanos(1_833_333_000), 1.82, false),
            new Progress(60, Duration.ofSeconds(2), 2, true)]
    }

    def 'a log that breaks off tells only whole blocks'() {
        expect:
        read('frame=1\nout_time_us=-23220\nprogress=continue\nframe=2\nout_ti') == [new Progress(1, Duration.ZERO, 0, false)]
    }

    def 'a listener that throws does not end the reading'() {
        given:
        def count = 0

        when:
        new ProgressReader({ count++; throw new IllegalStateException('no') })
                .read(new ByteArrayInputStream('progress=continue\nprogress=end\n'.bytes))

        then:
        count == 2
    }
}
