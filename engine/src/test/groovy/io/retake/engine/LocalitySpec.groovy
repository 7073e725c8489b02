package io.retake.engine

import io.retake.core.vocabulary.Sentences
import io.retake.engine.api.EngineSettings
import io.retake.engine.media.TestMedia
import io.retake.engine.render.Footage
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.IgnoreIf
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/**
 * An edit happens where its sentence says, and nowhere else: what comes out is laid beside an export without the edit, moment
 * by moment. The timeline is two clips of two seconds: one as it should be, one with a cast, noise, shake and a pause. With
 * {@code -Dretake.locality.footage=true} both are cut from the footage: a slate that is spoken to, and a camera in a hand.
 */
class LocalitySpec extends Specification {
    static final boolean ON_FOOTAGE = Boolean.getBoolean('retake.locality.footage')
    /** Edits that change nothing on that footage: its speech has no hiss and no pause. */
    static final NOT_ON_FOOTAGE = ['Denoise the sound on clip 2', 'Sync the sound by +200 ms on clip 2', 'Fix the color automatically on clip 2']
    /** By how much more than the encoder; a slate that is held still and clean footage change little. */
    static final double LEAST = ON_FOOTAGE ? 1 : 8
    static final int WIDTH = 128
    static final int HEIGHT = 72
    static final int RATE = 30
    static final int SIZE = WIDTH * HEIGHT * 3
    static final int BLOCK = 8
    static final int COLUMNS = WIDTH.intdiv(BLOCK)
    static final int ROWS = HEIGHT.intdiv(BLOCK)

    @TempDir
    @Shared
    Path data
    @Shared
    Engine engine
    @Shared
    Wire wire
    @Shared
    List<Path> media
    @Shared
    Path plain

    def setupSpec() {
        engine = Engine.start(EngineSettings.builder().dataFolder(data).build())
        wire = new Wire(engine.apiUrl(), engine.ownerToken())
        media = ON_FOOTAGE ? [slate(), handheld()] : [good(), bad()]
        plain = wire.exported(media)
    }

    def cleanupSpec() {
        wire?.close()
        engine?.close()
    }

    def "#sentence"() {
        given:
        assert Sentences.write(Sentences.read(sentence).get()) == sentence

        when:
        def out = wire.exported(media, sentence)
        def picture = new Frames(out)
        def before = new Frames(plain)
        def kept = stays.collectEntries { at, was -> [at, picture.nearest(at, before, was)] }
        double encoder = kept.values().max() ?: 0

        then: 'it is as long as it should be'
        Math.abs(picture.seconds() - length) <= 2 / RATE

        and: 'what stays is what was there, at its new time'
        kept.findAll { it.value >= 18 } == [:]
        sounds.collectEntries { at, was -> [at, heard(out, at) / heard(plain, was)] }.findAll { it.value < 0.85 || it.value > 1.18 } == [:]

        and: 'what was meant is another, by more than the encoder makes of it'
        ON_FOOTAGE && sentence in NOT_ON_FOOTAGE || looksOther.collectEntries { [it, picture.apart(it, before, it)] }.findAll { it.value < encoder + LEAST } == [:]
        ON_FOOTAGE && sentence in NOT_ON_FOOTAGE || soundsOther.collectEntries { [it, heard(out, it) / heard(plain, it)] }.findAll { it.value > 0.7 && it.value < 1.4 } == [:]

        cleanup:
        Files.deleteIfExists(out)

        where:
        sentence                                                    | length | looksOther | soundsOther | stays                                      | sounds
        'Trim from 0:00.6 to 0:01.2'                                | 0.6    | [0.3]      | []          | [0.3: 0.9]                                 | [:]
        'Remove from 0:00.6 to 0:01.2'                              | 3.4    | [0.9]      | []          | [0.3: 0.3, 1.0: 1.6, 2.4: 3.0]             | [0.3: 0.3, 1.7: 2.3]
        'Set the speed to 2x from 0:00.6 to 0:01.2'                 | 3.7    | [0.8]      | []          | [0.3: 0.3, 0.75: 0.9, 1.3: 1.6, 2.7: 3.0]  | [0.3: 0.3, 2.0: 2.3]
        'Make it grayscale from 0:00.6 to 0:01.2'                   | 4.0    | [0.9]      | []          | same(0.3, 1.6, 3.0)                        | same(0.9, 2.3)
        'Zoom to 1.5x from 0:00.6 to 0:01.2'                     | 4.0    | [1.1]      | []          | same(0.3, 1.6, 3.0)                        | same(0.9, 2.3)
        'Reverse it from 0:00.6 to 0:01.2'                          | 4.0    | [0.7]      | []          | same(0.3, 1.6, 3.0)                        | same(0.3, 2.3)
        'Mute the sound from 0:00.6 to 0:01.2'                      | 4.0    | []         | [0.9]       | same(0.3, 0.9, 1.6, 3.0)                   | same(0.3, 1.6, 2.3)
        'Set the volume to 30% from 0:00.6 to 0:01.2'               | 4.0    | []         | [0.9]       | same(0.3, 0.9, 1.6, 3.0)                   | same(0.3, 1.6, 2.3)
        'Add the title "HELLO" from 0:00.6 to 0:01.2'               | 4.0    | [0.9]      | []          | same(0.3, 1.6, 3.0)                        | same(0.9, 2.3)
        'Add the lower third "ADA" from 0:00.6 to 0:01.4' | 4.0  | [1.0]      | []          | same(0.3, 1.7, 3.0)                        | same(0.9, 2.3)
        'Set the speed to 2x on clip 2'                             | 3.0    | []         | []          | [1.6: 1.6, 2.5: 3.0]                       | [1.6: 1.6]
        'Repeat it 2 times on clip 2'                               | 6.0    | []         | []          | [1.6: 1.6, 3.0: 3.0, 5.0: 3.0]             | [1.6: 1.6, 2.3: 2.3, 4.3: 2.3]
        'Reverse it on clip 2'                                      | 4.0    | [2.3]      | [3.1 - 0.4] | same(0.3, 1.6) + [2.5: 3.467]              | same(1.6)
        'Fix the color automatically on clip 2'                     | 4.0    | [3.0]      | []          | same(0.3, 1.6)                             | same(1.6, 2.3)
        'Adjust the color with brightness +20% on clip 2'           | 4.0    | [3.0]      | []          | same(0.3, 1.6)                             | same(1.6, 2.3)
        'Make it grayscale on clip 2'                               | 4.0    | [3.0]      | []          | same(0.3, 1.6)                             | same(1.6, 2.3)
        'Fade in over 1 s on clip 2'                                | 4.0    | [2.1]      | []          | same(0.1, 1.6, 3.5)                        | same(0.1, 1.6)
        'Mute the sound on clip 2'                                  | 4.0    | []         | [2.3]       | same(1.6, 3.0)                             | same(0.3, 1.6)
        'Set the volume to 30% on clip 2'                           | 4.0    | []         | [2.3]       | same(1.6, 3.0)                             | same(0.3, 1.6)
        'Crop 20% from the left on clip 2'                          | 4.0    | [3.0]      | []          | same(0.3, 1.6)                             | same(1.6, 2.3)
        'Rotate by 90 degrees on clip 2'                         | 4.0    | [3.0]      | []          | same(0.3, 1.6)                             | same(1.6, 2.3)
        'Flip it horizontal on clip 2'                            | 4.0    | [3.0]      | []          | same(0.3, 1.6)                             | same(1.6, 2.3)
        'Zoom to 1.5x on clip 2'                                 | 4.0    | [3.5]      | []          | same(0.3, 1.6)                             | same(1.6, 2.3)
        'Denoise the picture on clip 2'                                | 4.0    | [3.0]      | []          | same(0.3, 1.6)                             | same(1.6, 2.3)
        'Sharpen the picture on clip 2'                             | 4.0    | [3.0]      | []          | same(0.3, 1.6)                             | same(1.6, 2.3)
        'Stabilize the footage on clip 2'                           | 4.0    | [3.0]      | []          | same(0.3, 1.6)                             | same(1.6, 2.3)
        'Fade the sound in over 1 s on clip 2'                      | 4.0    | []         | [2.15]      | same(0.3, 1.6, 3.0)                        | same(0.15, 1.6)
        'Denoise the sound on clip 2'        | 4.0    | []         | [3.1]       | same(0.3, 1.6, 3.0)                        | same(0.3, 1.6)
        'Sync the sound by +200 ms on clip 2'                       | 4.0    | []         | [2.8]       | same(0.3, 1.6, 3.0)                        | same(0.3, 1.6)
    }

    @IgnoreIf({ Boolean.getBoolean('retake.locality.footage') })
    def "a pause is cut out of the clip that is meant"() {
        when:
        def out = wire.exported(media, sentence)

        then:
        new Frames(out).seconds() < longest
        new Frames(out).nearest(1.6, new Frames(plain), 1.6) < 18

        cleanup:
        Files.deleteIfExists(out)

        where:
        sentence                                            | longest
        'Cut the silence longer than 0.4 s on clip 2'   | 3.6
    }

    private static Map<Number, Number> same(Number... times) {
        times.collectEntries { [it, it] }
    }

    private static Path slate() {
        footage('slate', '-ss', '2.2', '-i', file('slate-with-pauses.mp4'))
    }

    private static Path handheld() {
        footage('handheld', '-ss', '1', '-i', file('shaky-handheld.avi'), '-i', file('speech.mp4'), '-map', '0:v', '-map', '1:a')
    }

    private static Path footage(String name, String... from) {
        TestMedia.clip("locality-${name}.mp4", *from, '-t', '2', '-r', RATE.toString(), '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '6', '-pix_fmt', 'yuv420p',
            '-c:a', 'aac', '-b:a', '192k', '-ar', '48000')
    }

    private static String file(String name) {
        Path.of(System.getProperty('retake.footage'), name)
    }

    private static Path good() {
        TestMedia.clip('locality-good.mp4', '-f', 'lavfi', '-i', "testsrc2=s=${WIDTH}x$HEIGHT:r=$RATE:d=2", '-f', 'lavfi', '-i', 'sine=1000:r=48000:d=2',
            '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '6', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-b:a', '192k')
    }

    private static Path bad() {
        TestMedia.clip('locality-bad.mp4', '-f', 'lavfi', '-i',
            "testsrc=s=${WIDTH + 24}x${HEIGHT + 24}:r=$RATE:d=2,crop=$WIDTH:$HEIGHT:'12+10*sin(n*1.9)':'12+10*cos(n*2.3)',"
                + 'colorchannelmixer=rr=0.7:gg=1:bb=0.6,noise=alls=28:allf=t',
            '-f', 'lavfi', '-i', "aevalsrc=exprs='0.3*sin(2*PI*440*t)*(lt(t\\,0.7)+gt(t\\,1.5))+0.01*(random(0)-0.5)':s=48000:d=2",
            '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '6', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-b:a', '192k')
    }

    private static double heard(Path film, Number at) {
        Footage.level(film, (at - 0.1) as double, (at + 0.1) as double) + 1e-6
    }

    /** The frames in colours, as they follow each other. */
    static class Frames {
        private final byte[] all

        Frames(Path film) {
            all = Footage.raw(film, '-map', '0:v', '-vf', "scale=$WIDTH:$HEIGHT,format=rgb24", '-f', 'rawvideo')
        }

        double seconds() {
            all.length / SIZE / RATE
        }

        /** The same, of whichever frame at that moment is the nearest: another pace takes one or the next. */
        double nearest(Number at, Frames other, Number was) {
            (-1..1).collect { apart(at, other, was + it / RATE) }.min()
        }

        /** How far two moments are apart, of 255: in the block of the picture in which they are it most. */
        double apart(Number at, Frames other, Number was) {
            int a = frame(at) * SIZE
            int b = frame(was) * SIZE
            long[] sums = new long[COLUMNS * ROWS]
            for (int i = 0; i < SIZE; i++) {
                int column = i.intdiv(3) % WIDTH
                int row = i.intdiv(3 * WIDTH)
                sums[row.intdiv(BLOCK) * COLUMNS + column.intdiv(BLOCK)] += Math.abs((all[a + i] & 0xff) - (other.all[b + i] & 0xff))
            }
            sums.max() / (BLOCK * BLOCK * 3)
        }

        private static int frame(Number seconds) {
            Math.floor(seconds * RATE + 0.001) as int
        }
    }
}
