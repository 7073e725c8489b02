package io.retake.engine.render

import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.core.draft.Canvas
import io.retake.core.edit.value.Fit
import io.retake.engine.process.CancelSignal
import io.retake.engine.process.ProcessFailure
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

/** Needs the right to mount a file system of 64 kilobytes; passes over itself where there is none. */
class DiskFullSpec extends Specification {
    @TempDir
    Path folder

    private static int command(String... words) {
        def process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
        process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1
    }

    def 'a full disk is reported, and leaves nothing behind'() {
        given:
        def small = Files.createDirectory(folder.resolve('small'))
        def mounted = System.getProperty('os.name') == 'Linux'
                && command('/bin/sh', '-c', "mount -t tmpfs -o size=64k tmpfs '$small'") == 0
        def draft = Footage.draft((VIDEO): [Footage.segment(TestMedia.plain(), 0, 2000)]).withCanvas(new Canvas(1280, 720, Fit.PAD, false))

        when:
        Exception failure = null
        try {
            if (mounted) {
                new Renderer(TestMedia.FFMPEG, folder).render(draft, Footage.lookup(), Output.of(Container.MP4),
                        small.resolve('out.mp4'), { }, new CancelSignal())
            }
        } catch (ProcessFailure e) {
            failure = e
        }

        then:
        !mounted || failure.message.contains('the disk is full')
        Files.list(small).withCloseable { it.toList() }.empty

        cleanup:
        if (mounted) {
            command('umount', small.toString())
        }
    }
}
