package io.retake.engine.render

import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.MediaLookup
import io.retake.engine.render.timeline.Output
import io.retake.engine.render.timeline.Source
import io.retake.core.draft.Draft
import io.retake.engine.api.EngineException
import io.retake.engine.measure.Meter
import io.retake.engine.process.CancelSignal
import io.retake.engine.ffmpeg.FFmpeg
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.IgnoreIf
import spock.lang.Specification
import spock.lang.TempDir

/** Whose fault a failed render is said to be. */
@IgnoreIf({ os.windows })
class RenderFaultSpec extends Specification {
    private static final String GRAPH = '[fc#0 @ 0x55c8c31d3d80] Error requesting a frame from the filtergraph: Invalid data found when processing input'

    @TempDir
    Path folder

    /** The real FFmpeg, but where it is given a filter graph it says that and ends with that code. */
    private FFmpeg failing(String words, int code) {
        def program = folder.resolve('ffmpeg')
        Files.writeString(folder.resolve('words'), words)
        Files.writeString(program, """#!/bin/sh
for argument in "\$@"; do
  case \$argument in
    -/filter_complex|-vf) cat '${folder.resolve('words')}' >&2; exit $code ;;
    -filter_complex) cat '${folder.resolve('words')}' >&2; exit $code ;;
  esac
done
exec '${TestMedia.FFMPEG.ffmpeg()}' "\$@"
""")
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString('rwx------'))
        def real = TestMedia.FFMPEG
        new FFmpeg(program, real.ffprobe(), real.version(), real.origin(), real.environment(), real.capabilities())
    }

    private static Draft film(Path... clips) {
        Footage.draft((VIDEO): clips.toList().withIndex().collect { clip, i -> Footage.segment(clip, i * 1000, 1000) })
    }

    private Exception failure(FFmpeg ffmpeg, Draft draft, MediaLookup media = Footage.lookup()) {
        try {
            new Renderer(ffmpeg, folder.resolve('cache')).render(draft, media, Output.of(Container.MP4), folder.resolve('out.mp4'), {}, new CancelSignal())
            return null
        } catch (EngineException e) {
            return e
        }
    }

    def 'a graph of ours that fails is our fault, whatever FFmpeg calls it'() {
        when:
        def failure = failure(failing("[mp2 @ 0x1] Header missing\n$GRAPH\n[vost#0:0/libx264 @ 0x2] Could not open encoder before EOF", 183), film(TestMedia.plain()))

        then:
        failure.message.startsWith('The export failed: FFmpeg stopped with "Error requesting a frame from the filtergraph: Invalid data found when processing input" (exit code 183). None of the footage was found damaged: this is a fault of Retake. Report this message and the timeline.')
        !failure.message.contains("can't be decoded")
        !Files.exists(folder.resolve('out.mp4'))
    }

    def 'a medium is blamed by its name, and only when it alone can not be decoded'() {
        given: 'a file that was whole when it was uploaded'
        def broken = Files.copy(TestMedia.plain(), folder.resolve('holiday.mp4'))
        def info = TestMedia.probe(broken)
        def media = { hash -> hash == 'broken' ? Optional.of(new Source(broken, info)) : Footage.lookup().find(hash) } as MediaLookup
        def draft = film(Footage.counter(), TestMedia.plain())
        draft = draft.withTracks([draft.tracks()[0].withSegments([draft.tracks()[0].segments()[0], io.retake.core.draft.Segment.ofMedia('s2', 'holiday.mp4', 'broken', java.time.Duration.ofSeconds(1), java.time.Duration.ofSeconds(1))])])
        Files.write(broken, bytes(broken))

        when:
        def failure = failure(TestMedia.FFMPEG, draft, media)

        then:
        failure.message =~ /^"holiday.mp4" can't be decoded: .*\. Upload a whole copy of it\.$/

        where:
        bytes << [{ Path f -> Arrays.copyOf(Files.readAllBytes(f), 2000) }, { Path f -> new byte[Files.size(f) as int] }, { Path f -> 'no film'.bytes }]
    }

    def 'a lack of the machine is reported as such (#words)'() {
        expect:
        failure(failing(words, code), film(TestMedia.plain())).message ==~ message

        where:
        words                                                          | code | message
        '[out#0/mp4 @ 0x1] Error writing trailer: No space left on device' | 228 | ~/ffmpeg failed: the disk is full; make room and repeat\./
        '[vost#0:0 @ 0x1] Error: Cannot allocate memory'                | 244  | ~/ffmpeg ran out of memory: it may take [\d.]+ [MG]B here\. Close other programs, choose a smaller size, or do it in parts\./
        'Killed'                                                       | 137  | ~/ffmpeg failed: something ended it, or it crashed \(signal 9\); close other programs if memory is short, and repeat\./
    }

    def 'measuring that fails by our fault blames no footage either'() {
        when:
        new Meter(failing("[vf#0:0 @ 0x1] Error reinitializing filters!", 234), folder.resolve('cache')).cuts(TestMedia.plain(), Footage.info(TestMedia.plain()), new CancelSignal())

        then:
        def e = thrown(EngineException)
        e.message.startsWith('Measuring the footage failed: FFmpeg stopped with "Error reinitializing filters!" (exit code 234). None of the footage was found damaged: this is a fault of Retake.')
    }
}
