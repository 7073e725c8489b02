package io.retake.engine.render

import io.retake.core.draft.Draft
import io.retake.core.draft.Segment
import io.retake.core.draft.Track
import io.retake.core.draft.TrackType
import io.retake.engine.media.MediaInfo
import io.retake.engine.media.TestMedia
import io.retake.engine.render.timeline.MediaLookup
import io.retake.engine.render.timeline.Source
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration

/** Clips that say which frame they show and when they sound, and eyes and ears for what came out. */
class Footage {
    /** Twelve columns, black or white: the frame's number in binary. */
    private static final String COUNTER =
            "geq=lum='if(mod(floor(N/pow(2\\,floor(X*12/W)))\\,2)\\,235\\,16)':cb=128:cr=128"

    private static final Map<Path, MediaInfo> KNOWN = [:].asSynchronized()

    /** Numbered frames with a beep of 50 ms at each whole second. */
    static Path counter(String rate = '30', int seconds = 4) {
        TestMedia.clip("counter-${rate.replace('/', '-')}-${seconds}.mp4", '-f', 'lavfi', '-i',
                "color=s=192x108:r=$rate:d=$seconds,format=yuv420p,$COUNTER", '-f', 'lavfi', '-i',
                "aevalsrc=exprs='0.5*sin(2*PI*1000*t)*lt(mod(t\\,1)\\,0.05)':s=48000:d=$seconds",
                '-c:v', 'libx264', '-preset', 'ultrafast', '-g', '50', '-crf', '12', '-c:a', 'aac', '-b:a', '128k')
    }

    /** A steady tone without a picture. */
    static Path tone(int hertz, int seconds, double level = 0.5) {
        TestMedia.clip("tone-$hertz-$seconds-${level}.wav", '-f', 'lavfi', '-i',
                "aevalsrc=exprs='$level*sin(2*PI*$hertz*t)|$level*sin(2*PI*$hertz*t)':s=48000:d=$seconds")
    }

    /** One colour, silent. */
    static Path plain(String color, String size = '192x108', int seconds = 2) {
        TestMedia.clip("plain-$color-$size-${seconds}.mp4", '-f', 'lavfi', '-i', "color=c=$color:s=$size:r=30:d=$seconds",
                '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '10', '-pix_fmt', 'yuv420p')
    }

    static MediaInfo info(Path file) {
        KNOWN.computeIfAbsent(file) { TestMedia.probe(it) }
    }

    static MediaLookup lookup() {
        { hash -> Optional.ofNullable(KNOWN.find { it.value.hash() == hash }).map { new Source(it.key, it.value) } } as MediaLookup
    }

    static Segment segment(Path file, long startMs, long durationMs, long inMs = 0) {
        def info = info(file)
        Segment.ofMedia("s$startMs", info.name(), info.hash(), Duration.ofMillis(startMs), Duration.ofMillis(durationMs))
                .withIn(Duration.ofMillis(inMs))
    }

    static Draft draft(Map<TrackType, List<Segment>> tracks) {
        Draft.empty('test').withTracks(tracks.collect { type, segments -> Track.of(type, segments) })
    }

    /** The numbers on all frames. */
    static List<Integer> numbers(Path video) {
        raw(video, '-map', '0:v', '-fps_mode', 'passthrough', '-vf', 'scale=12:1:flags=area,format=gray', '-f', 'rawvideo').toList().collate(12).collect { row ->
            (0..11).sum { (row[it] & 0xff) > 128 ? 1 << it : 0 } as int
        }
    }

    /** Average red, green and blue of the frame at that time; of the part that the filter leaves. */
    static List<Integer> color(Path video, double seconds, String part = 'null') {
        raw(video, '-map', '0:v', '-ss', seconds.toString(), '-frames:v', '1', '-vf',
                "$part,scale=1:1:flags=area:in_color_matrix=bt709,format=rgb24", '-f', 'rawvideo').toList()*.toInteger().collect { it & 0xff }
    }

    /** The left channel, -1 to 1. */
    static float[] samples(Path media) {
        def bytes = raw(media, '-map', '0:a', '-f', 'f32le', '-ac', '2', '-ar', '48000')
        def floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer()
        float[] left = new float[floats.remaining().intdiv(2)]
        for (int i = 0; i < left.length; i++) {
            left[i] = floats.get(2 * i)
        }
        left
    }

    /** The times, in seconds, at which it becomes loud after at least 100 ms of quiet. */
    static List<Double> onsets(Path media) {
        float[] s = samples(media)
        def found = []
        int quiet = 4800
        for (int i = 0; i < s.length; i++) {
            if (Math.abs(s[i]) > 0.1f) {
                if (quiet >= 4800) {
                    found << i / 48000d
                }
                quiet = 0
            } else {
                quiet++
            }
        }
        found
    }

    /** Root mean square between two times. */
    static double level(Path media, double from, double to) {
        float[] s = samples(media)
        double sum = 0
        int a = (from * 48000) as int
        int b = Math.min((to * 48000) as int, s.length)
        for (int i = a; i < b; i++) {
            sum += s[i] * s[i]
        }
        Math.sqrt(sum / (b - a))
    }

    /** Which tone is there: zero crossings a second, halved. */
    static double pitch(Path media, double from, double to) {
        float[] s = samples(media)
        int crossings = 0
        int a = (from * 48000) as int
        int b = (to * 48000) as int
        for (int i = a + 1; i < b; i++) {
            if (s[i - 1] < 0 && s[i] >= 0) {
                crossings++
            }
        }
        crossings / (to - from)
    }

    static byte[] raw(Path media, String... arguments) {
        Path out = Files.createTempFile('raw', '.bin')
        try {
            TestMedia.ffmpeg('-i', 'file:' + media, *arguments, 'file:' + out)
            return Files.readAllBytes(out)
        } finally {
            Files.delete(out)
        }
    }
}
