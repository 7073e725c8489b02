package io.retake.engine.media

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

/** Where the data of footage end is known at upload: of files that are cut off, and of picture and sound of different lengths. */
class MediaEndsSpec extends Specification {
    private static final List<String> H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '10', '-pix_fmt', 'yuv420p', '-c:a', 'aac']
    private static final List<String> VP9 = ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-g', '10', '-c:a', 'libopus']

    @TempDir
    Path folder

    private static Path whole(String name, List<String> how) {
        TestMedia.clip('ends-' + name, '-f', 'lavfi', '-i', 'testsrc2=s=128x72:r=20:d=6', '-f', 'lavfi', '-i', 'sine=f=440:r=48000:d=6', *how)
    }

    private Path cut(Path file, double share) {
        byte[] bytes = Files.readAllBytes(file)
        Files.write(folder.resolve('cut-' + file.fileName), Arrays.copyOf(bytes, (int) (bytes.length * share) | 1))
    }

    private static double seconds(Optional<Duration> time) { time.map { it.toMillis() / 1000d }.orElse(-1d) }

    def 'a file that is cut off says how long it was to be and where its data end, a whole one nothing (#name)'() {
        given:
        def file = whole(name, how)

        when:
        def good = TestMedia.probe(file).ends()
        def bad = TestMedia.probe(cut(file, 0.5)).ends()

        then: 'the whole one'
        good.early().empty
        !good.cutOff()
        good.soundBeyond().zero
        good.soundMissing().zero

        and: 'half of it'
        bad.cutOff() || name.endsWith('mp3') || name == 'flash.mp4'
        seconds(bad.data()) > 2
        seconds(bad.data()) < 4
        promised < 0 || Math.abs(seconds(bad.promised()) - promised) < 0.1
        bad.early().present || promised < 0

        where:
        name            | promised | how
        'fast.mp4'      | 6        | [*H264, '-movflags', '+faststart']
        'fast.mov'      | 6        | [*H264, '-movflags', '+faststart']
        'gop.mp4'       | 6        | [*H264, '-g', '600', '-movflags', '+faststart']
        'sidx.mp4'      | 6        | [*H264, '-movflags', '+dash+frag_keyframe+global_sidx']
        'frag.mp4'      | -1       | [*H264, '-movflags', 'frag_keyframe+empty_moov+default_base_moof+delay_moov']
        'pcm.mov'       | 6        | ['-c:v', 'mjpeg', '-c:a', 'pcm_s16le', '-movflags', '+faststart']
        'sound.m4a'     | 6        | ['-vn', '-c:a', 'aac', '-movflags', '+faststart']
        'film.mkv'      | 6        | H264
        'film.webm'     | 6        | VP9
        'live.webm'     | -1       | [*VP9, '-live', '1']
        'film.avi'      | 6        | ['-c:v', 'mpeg4', '-c:a', 'mp3']
        'h264.avi'      | 6        | ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-c:a', 'pcm_s16le']
        'stream.mp4'    | -1       | [*H264, '-f', 'mpegts']
        'sound.wav'     | 6        | ['-vn', '-c:a', 'pcm_s16le']
        'constant.mp3'  | 6        | ['-vn', '-c:a', 'libmp3lame', '-b:a', '128k']
        'variable.mp3'  | 6        | ['-vn', '-c:a', 'libmp3lame', '-q:a', '4']
        'flash.mp4'     | 6        | [*H264, '-f', 'flv']
    }

    def 'the end of a truncated film is found to within a few frames (#share)'() {
        given: 'frames at 20 a second, each complete when its packet is'
        def film = cut(whole('fast.mp4', [*H264, '-movflags', '+faststart']), share)
        def last = TestMedia.ffmpeg('-i', film.toString(), '-map', '0:v', '-f', 'framecrc', '-').readLines().findAll { !it.startsWith('#') }.size()

        expect:
        Math.abs(seconds(TestMedia.probe(film).ends().picture()) - last / 20d) < 0.16

        where:
        share << [0.2d, 0.4d, 0.6d, 0.8d]
    }

    def 'MediaEnds reports by how much the sound is longer or shorter than the picture (#name)'() {
        given:
        def file = TestMedia.clip('lengths-' + name, '-f', 'lavfi', '-i', "testsrc2=s=128x72:r=20:d=$picture", '-f', 'lavfi', '-i', "sine=d=$sound", *how)
        def ends = TestMedia.probe(file).ends()

        expect:
        Math.abs(ends.soundBeyond().toMillis() / 1000d - Math.max(0, sound - picture)) < 0.1
        Math.abs(ends.soundMissing().toMillis() / 1000d - Math.max(0, picture - sound)) < 0.1
        ends.early().empty

        where:
        name          | picture | sound | how
        'long.mp4'    | 1       | 3     | H264
        'long.mkv'    | 1       | 3     | H264
        'long.webm'   | 1       | 3     | VP9
        'long.avi'    | 1       | 3     | ['-c:v', 'mpeg4', '-c:a', 'mp3']
        'long-ts.mp4' | 1       | 3     | [*H264, '-f', 'mpegts']
        'cover.mp4'   | 0.05    | 3     | H264
        'short.mp4'   | 3       | 1     | H264
        'short.mov'   | 3       | 1     | ['-c:v', 'mjpeg', '-c:a', 'pcm_s16le']
        'short.mkv'   | 3       | 1     | H264
        'half.mp4'    | 2       | 2.5   | H264
    }

    def 'differences as encoders make them are none (#name)'() {
        given:
        def file = TestMedia.clip('usual-' + name, '-f', 'lavfi', '-i', "testsrc2=s=128x72:r=$rate:d=2", '-f', 'lavfi', '-i', "sine=r=$samples:d=2.03", *how)
        def ends = TestMedia.probe(file).ends()

        expect:
        ends.soundBeyond().zero
        ends.soundMissing().zero
        ends.early().empty

        where:
        name         | rate    | samples | how
        'slow.mp4'   | '10'    | 22050   | H264
        'film.mp4'   | '24'    | 44100   | H264
        'tv.mkv'     | '29.97' | 48000   | [*H264, '-c:a', 'libmp3lame']
        'web.webm'   | '30'    | 48000   | VP9
        'old.avi'    | '15'    | 11025   | ['-c:v', 'mjpeg', '-c:a', 'pcm_u8']
        'late.mp4'   | '25'    | 48000   | [*H264, '-output_ts_offset', '2']
        'late.mkv'   | '25'    | 48000   | [*H264, '-output_ts_offset', '5']
    }

    def 'all footage that is at hand is whole'() {
        given:
        def footage = Path.of(System.getProperty('retake.footage'))

        expect:
        !Files.isDirectory(footage) || Files.list(footage).withCloseable { it.toList() }
                .findAll { !it.toString().endsWith('.md') }
                .every { TestMedia.probe(it).ends().with { it.early().empty && !it.cutOff() && it.soundBeyond().zero && it.soundMissing().zero } }
    }
}
