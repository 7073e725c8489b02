package io.retake.engine.measure

import static io.retake.engine.measure.Finding.What.*
import static io.retake.engine.measure.Measured.info
import static io.retake.engine.measure.Measured.never

import io.retake.core.edit.sound.AutoSyncAudio
import io.retake.core.edit.arrange.CutSilence
import io.retake.core.edit.picture.Deinterlace
import io.retake.core.edit.picture.Denoise
import io.retake.core.edit.picture.Fps
import io.retake.core.edit.arrange.SmoothJumpCuts
import io.retake.core.edit.picture.Stabilize
import io.retake.core.edit.picture.Upscale
import io.retake.engine.media.TestMedia
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class DiagnosisSpec extends Specification {
    private static final List<String> H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '14', '-pix_fmt', 'yuv420p']

    @TempDir Path cache

    private Diagnosis diagnose(Path file) {
        new Meter(TestMedia.FFMPEG, cache).diagnose(file, info(file), never())
    }

    def "a clean clip has nothing wrong with it"() {
        def file = TestMedia.clip('diagnose-clean.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=1280x720:r=25:d=2',
                '-f', 'lavfi', '-i', 'sine=f=440:r=48000:d=2,volume=6dB', *H264, '-colorspace', 'bt709',
                '-color_primaries', 'bt709', '-color_trc', 'bt709', '-c:a', 'aac')

        expect:
        diagnose(file).findings() == []
        diagnose(file).summary().english() == 'Nothing is wrong with it that can be measured.'
    }

    def "#what is found, said and has its remedy"() {
        when:
        def finding = diagnose(file).of(what)

        then:
        finding.present
        !finding.get().sentence().english().contains('%s') && finding.get().sentence().english().endsWith('.')
        finding.get().remedies()*.class == remedies

        where:
        file                | what                | remedies
        Measured.jump()     | JUMP_CUTS           | [SmoothJumpCuts]
        Measured.shaken()   | SHAKE               | [Stabilize]
        Measured.shaken()   | LOW_RESOLUTION      | [Upscale]
        Measured.steady()   | COLOR_MATRIX        | []
        talking()           | SILENCE             | [CutSilence]
        interlaced()        | INTERLACED          | [Deinterlace]
        noisy()             | NOISE               | [Denoise]
        clipped()           | CLIPPING            | []
        late()              | SYNC                | [AutoSyncAudio]
        drifting()          | DRIFT               | [AutoSyncAudio]
        turned()            | ROTATION            | []
        uneven()            | VARIABLE_FRAME_RATE | [Fps]
    }

    def "a shift is reported with its amount"() {
        def file = late()

        when:
        def repair = new Meter(TestMedia.FFMPEG, cache).sync(file, info(file), never()).get()

        then:
        Math.abs(repair.earlier().toMillis() - 300) <= 25
        repair.stretch() == 1d
    }

    def "drift is said with its factor"() {
        def file = drifting()

        when:
        def repair = new Meter(TestMedia.FFMPEG, cache).sync(file, info(file), never()).get()

        then:
        repair.earlier().zero
        Math.abs(repair.stretch() - 1 / 1.01) < 0.0015
    }

    private static Path talking() {
        Measured.talk()
    }

    private static Path interlaced() {
        TestMedia.clip('diagnose-interlaced.mpg', '-f', 'lavfi', '-i', 'testsrc2=s=640x480:r=50:d=2', '-vf',
                'tinterlace=interleave_top,fieldorder=tff', '-flags', '+ilme+ildct', '-c:v', 'mpeg2video', '-q:v', '3')
    }

    private static Path noisy() {
        TestMedia.clip('diagnose-noisy.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=25:d=2', '-vf',
                'noise=alls=25:allf=t:all_seed=1', *H264)
    }

    private static Path clipped() {
        TestMedia.clip('diagnose-clipped.wav', '-f', 'lavfi', '-i', "aevalsrc='clip(1.6*sin(2*PI*200*t),-1,1)':s=48000:d=2")
    }

    private static Path late() {
        TestMedia.clip('diagnose-late.mkv', '-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=3', '-itsoffset', '0.3',
                '-f', 'lavfi', '-i', 'sine=f=440:r=48000:d=2.7', *H264, '-c:a', 'flac')
    }

    private static Path drifting() {
        TestMedia.clip('diagnose-drift.mkv', '-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=12', '-f', 'lavfi', '-i',
                'sine=f=440:r=48000:d=12.12', *H264, '-c:a', 'flac')
    }

    private static Path uneven() {
        TestMedia.clip('diagnose-uneven.mp4', '-f', 'lavfi', '-i', "testsrc2=s=320x180:r=30:d=2,select='not(mod(n\\,3))+lt(n\\,30)'",
                '-fps_mode', 'vfr', *H264)
    }

    private static Path turned() {
        TestMedia.clip('diagnose-turned.mp4', '-display_rotation', '90', '-i', 'file:' + Measured.steady(), '-c', 'copy')
    }
}
