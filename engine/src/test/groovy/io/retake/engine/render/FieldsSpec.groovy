package io.retake.engine.render

import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.engine.process.CancelSignal
import io.retake.engine.media.TestMedia
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class FieldsSpec extends Specification {
    @TempDir
    Path folder

    /** How much rows differ from both of their neighbours: the comb of two fields in one picture. */
    private static double comb(Path video, int frame) {
        def bytes = Footage.raw(video, '-map', '0:v', '-vf', "select='eq(n,$frame)',format=gray", '-frames:v', '1', '-f', 'rawvideo')
        long sum = 0
        for (int y = 1; y < 239; y++) {
            for (int x = 0; x < 320; x++) {
                int here = bytes[y * 320 + x] & 0xff
                int above = bytes[(y - 1) * 320 + x] & 0xff
                int below = bytes[(y + 1) * 320 + x] & 0xff
                int up = here - above
                int down = here - below
                sum += up * down > 0 ? Math.min(Math.abs(up), Math.abs(down)) : 0
            }
        }
        sum / (320 * 237d)
    }

    def 'fields become whole frames: the comb at moving edges is gone'() {
        given: 'a white bar that runs 8 pixels between two fields'
        def fields = TestMedia.clip('bar-fields.mp4', '-f', 'lavfi', '-i', "color=c=black:s=320x240:r=50:d=1,format=yuv420p,"
                + "geq=lum='if(between(X\\,mod(N*8\\,280)\\,mod(N*8\\,280)+40)\\,235\\,16)':cb=128:cr=128,interlace", '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '8', '-flags', '+ildct+ilme', '-x264opts', 'tff=1')

        when:
        def out = new Renderer(TestMedia.FFMPEG, folder.resolve('cache')).render(Footage.draft((VIDEO): [Footage.segment(fields, 0, 1000)]),
                Footage.lookup(), Output.of(Container.MP4), folder.resolve('out.mp4'), {}, new CancelSignal()).file()

        then:
        TestMedia.probe(fields).video().get().interlaced()
        comb(fields, 10) > 3
        comb(out, 10) < 0.25 * comb(fields, 10)
        !TestMedia.probe(out).video().get().interlaced()
    }
}
