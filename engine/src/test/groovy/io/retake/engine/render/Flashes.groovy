package io.retake.engine.render

import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Path

/** Eyes and ears for films that flash and beep at once. */
class Flashes {
    /** The times of the frames that are light after a dark one. */
    static List<Double> seen(Path film, double frame) {
        byte[] light = Footage.raw(film, '-map', '0:v', '-fps_mode', 'passthrough', '-vf', 'scale=1:1:flags=area,format=gray', '-f', 'rawvideo')
        (1..<light.length).findAll { (light[it] & 0xff) > 120 && (light[it - 1] & 0xff) <= 120 }.collect { it * frame }
    }

    /** The times at which it becomes loud after 50 ms of quiet. */
    static List<Double> heard(Path film) {
        def shorts = ByteBuffer.wrap(Footage.raw(film, '-map', '0:a', '-af', 'aresample=async=1:first_pts=0', '-f', 's16le', '-ac', '1', '-ar', '8000')).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer()
        List<Double> found = []
        int quiet = 400
        for (int i = 0; i < shorts.remaining(); i++) {
            if (Math.abs((int) shorts.get(i)) > 3000) {
                if (quiet >= 400) {
                    found << i / 8000d
                }
                quiet = 0
            } else {
                quiet++
            }
        }
        found
    }

    /** Of rising times the one nearest to that. */
    static double nearest(List<Double> sorted, double to) {
        int at = Collections.binarySearch(sorted, to)
        at = at < 0 ? -at - 1 : at
        [sorted[Math.min(at, sorted.size() - 1)], sorted[Math.max(0, at - 1)]].min { Math.abs(it - to) }
    }
}
