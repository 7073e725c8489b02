package io.retake.engine

import io.retake.engine.media.TestMedia
import io.retake.engine.render.Footage
import java.nio.file.Path

/**
 * A picture that tells whether it was treated rightly: a colour in each corner, and in the middle a square that flashes
 * at the second 1, while a beep is heard. What came out is read back here.
 */
class Card {
    /** Left top, right top, left bottom, right bottom. */
    static final List<List<Integer>> CORNERS = [[200, 40, 40], [40, 180, 60], [40, 60, 200], [210, 210, 210]]

    final int width
    final int height
    final double rate
    final List<byte[]> frames
    final Path file

    private Card(Path file) {
        this.file = file
        def video = TestMedia.probe(file).video().get()
        width = video.width()
        height = video.height()
        rate = video.frameRate().value()
        byte[] raw = Footage.raw(file, '-map', '0:v', '-fps_mode', 'passthrough', '-vf',
                'scale=8:8:flags=area:in_color_matrix=bt709,format=rgb24', '-f', 'rawvideo')
        frames = (0..<raw.length.intdiv(192)).collect { Arrays.copyOfRange(raw, it * 192, it * 192 + 192) }
    }

    static Card read(Path file) { new Card(file) }

    /** The footage, lossless, as long as that. */
    static Path film(String rate = '30', String seconds = '2.5') {
        TestMedia.clip("card-${rate.replace('/', '-')}-${seconds}.mkv", '-f', 'lavfi', '-i', "${picture(rate, seconds)}", '-f', 'lavfi', '-i',
                "aevalsrc=exprs='0.5*sin(2*PI*1000*t)*between(t\\,1\\,1.1)|0.5*sin(2*PI*1000*t)*between(t\\,1\\,1.1)':s=48000:d=$seconds",
                '-c:v', 'ffv1', '-c:a', 'pcm_s16le')
    }

    private static String picture(String rate, String seconds) {
        def channel = { int i ->
            "if(between(X\\,96\\,223)*between(Y\\,54\\,125)\\,255*between(T\\,0.999\\,1.099)\\," +
                    "if(lt(Y\\,90)\\,if(lt(X\\,160)\\,${CORNERS[0][i]}\\,${CORNERS[1][i]})\\,if(lt(X\\,160)\\,${CORNERS[2][i]}\\,${CORNERS[3][i]})))"
        }
        "color=s=320x180:r=$rate:d=$seconds,format=gbrp,geq=r='${channel(0)}':g='${channel(1)}':b='${channel(2)}'"
    }

    private List<Integer> cell(int frame, int x, int y) {
        (0..2).collect { frames[frame][(y * 8 + x) * 3 + it] & 0xff }
    }

    /** The colours of the corners of a frame near the beginning, in reading order. */
    List<List<Integer>> corners(int frame = 3) {
        [cell(frame, 0, 0), cell(frame, 7, 0), cell(frame, 0, 7), cell(frame, 7, 7)]
    }

    /** The largest difference in any corner and channel from what they were. */
    int error(List<Integer> order = [0, 1, 2, 3]) {
        [corners(), order.collect { CORNERS[it] }].transpose().collectMany { [it[0], it[1]].transpose().collect { a, b -> Math.abs(a - b) } }.max()
    }

    /** Whether the middle of that frame is light. */
    boolean light(int frame) {
        cell(frame, 3, 3)[1] > 128
    }

    /** Seconds to the first frame in which the middle is light; -1 when it never is. */
    double flash() {
        int found = frames.indices.find { light(it) } ?: -1
        found < 0 ? -1 : found / rate
    }

    /** Seconds to the first beep; -1 when none is heard. */
    double beep() {
        TestMedia.probe(file).hasSound() ? Footage.onsets(file)[0] ?: -1 : -1
    }
}
