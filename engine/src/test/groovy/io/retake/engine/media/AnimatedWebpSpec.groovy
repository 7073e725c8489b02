package io.retake.engine.media

import io.retake.engine.process.MediaException
import io.retake.engine.process.ProcessJob
import io.retake.engine.process.Processes
import java.awt.Color
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Files
import java.nio.file.Path
import javax.imageio.ImageIO
import spock.lang.Specification
import spock.lang.TempDir

/** WebP pictures that move, put together by hand and by libwebp. */
class AnimatedWebpSpec extends Specification {
    @TempDir
    Path folder

    private final webp = new AnimatedWebp(TestMedia.FFMPEG)

    /** The chunks of a still WebP of one color, without loss. */
    static byte[] still(String color, int width, int height) {
        byte[] file = Files.readAllBytes(TestMedia.clip("still-$color-${width}x${height}.webp".toString().replace('@', '-'), '-f', 'lavfi', '-i',
            "color=$color:s=${width}x$height,format=bgra".toString(), '-frames:v', '1', '-c:v', 'libwebp', '-lossless', '1'))
        // Behind RIFF, its size, and WEBP; a head of its own goes.
        int from = 12
        if (new String(file, from, 4, 'ASCII') == 'VP8X') {
            from += 18
        }
        Arrays.copyOfRange(file, from, file.length)
    }

    static class Frame {
        String color
        int x, y, width, height, millis, flags
    }

    static byte[] animation(int width, int height, boolean alpha, List<Frame> frames) {
        def out = new ByteArrayOutputStream()
        def three = { int value -> [value & 255, value >> 8 & 255, value >> 16 & 255] as byte[] }
        def chunk = { String name, byte[] data ->
            out.write(name.bytes)
            out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array())
            out.write(data)
            if (data.length % 2) {
                out.write(0)
            }
        }
        def join = { byte[]... parts -> def all = new ByteArrayOutputStream(); parts.each { all.write(it) }; all.toByteArray() }
        chunk('VP8X', join([(byte) (alpha ? 0x12 : 0x02), 0, 0, 0] as byte[], three(width - 1), three(height - 1)))
        chunk('ANIM', new byte[6])
        frames.each {
            chunk('ANMF', join(three(it.x.intdiv(2)), three(it.y.intdiv(2)), three(it.width - 1), three(it.height - 1), three(it.millis),
                [(byte) it.flags] as byte[], still(it.color, it.width, it.height)))
        }
        def body = out.toByteArray()
        join('RIFF'.bytes, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(4 + body.length).array(), 'WEBP'.bytes, body)
    }

    private Path unfolded(byte[] bytes) {
        def file = Files.write(folder.resolve('in.webp'), bytes)
        webp.unfold(file, 'in.webp', Files.createDirectories(folder.resolve('out'))).get()
    }

    /** When each frame begins, in ms, and its picture. */
    private Map<Integer, java.awt.image.BufferedImage> shown(Path png) {
        def times = TestMedia.FFMPEG.ffprobe().toString()
        def said = new Processes(TestMedia.FFMPEG.environment()).run(ProcessJob.of([times, '-v', 'error', '-show_entries', 'frame=pts_time', '-of', 'csv=p=0', png.toString()])).stdout()
        TestMedia.ffmpeg('-i', png.toString(), '-fps_mode', 'passthrough', folder.resolve('f%d.png').toString())
        said.readLines()*.replace(',', '')*.toBigDecimal().withIndex().collectEntries { time, i -> [(time * 1000).intValue(), ImageIO.read(folder.resolve("f${i + 1}.png").toFile())] }
    }

    private static Color at(java.awt.image.BufferedImage picture, int x, int y) { new Color(picture.getRGB(x, y), true) }

    private static boolean near(Color a, Color b) {
        [a.red - b.red, a.green - b.green, a.blue - b.blue, a.alpha - b.alpha].every { Math.abs(it) <= 2 }
    }

    def "frames keep their times, and each lies over what was there"() {
        when:
        def frames = shown(unfolded(animation(64, 48, false, [
            new Frame(color: 'red', width: 64, height: 48, millis: 100),
            new Frame(color: 'lime', x: 16, y: 8, width: 20, height: 10, millis: 250),
            new Frame(color: 'blue', x: 0, y: 0, width: 8, height: 8, millis: 1000)])))

        then:
        frames.keySet().toList() == [0, 100, 350]
        near(at(frames[0], 20, 10), Color.RED)
        near(at(frames[100], 20, 10), Color.GREEN)
        near(at(frames[100], 40, 10), Color.RED)
        near(at(frames[350], 20, 10), Color.GREEN)
        near(at(frames[350], 2, 2), Color.BLUE)
        near(at(frames[350], 60, 40), Color.RED)
    }

    def "a frame's place is cleared when it says so, and what was transparent stays so"() {
        when:
        def frames = shown(unfolded(animation(64, 48, true, [
            new Frame(color: 'red', width: 64, height: 48, millis: 100),
            new Frame(color: 'lime', x: 16, y: 8, width: 20, height: 10, millis: 100, flags: 1),
            new Frame(color: 'blue', x: 0, y: 0, width: 8, height: 8, millis: 100)])))

        then:
        near(at(frames[100], 20, 10), Color.GREEN)
        at(frames[200], 20, 10).alpha == 0
        near(at(frames[200], 50, 40), Color.RED)
    }

    def "a frame that is half transparent is mixed, or replaces what is there: #flags"() {
        when:
        def frames = shown(unfolded(animation(16, 16, true, [
            new Frame(color: 'red', width: 16, height: 16, millis: 100),
            new Frame(color: 'blue@0.5', width: 16, height: 16, millis: 100, flags: flags)])))
        def seen = at(frames[100], 4, 4)

        then:
        near(seen, expected)

        where:
        flags || expected
        0     || new Color(127, 0, 128, 255)
        2     || new Color(0, 0, 255, 128)
    }

    def "frames without a length are shown as browsers show them"() {
        expect:
        shown(unfolded(animation(16, 16, false, [
            new Frame(color: 'red', width: 16, height: 16, millis: 0),
            new Frame(color: 'blue', width: 16, height: 16, millis: 10),
            new Frame(color: 'lime', width: 16, height: 16, millis: 20)]))).keySet().toList() == [0, 100, 200]
    }

    def "a file by libwebp looks the same after conversion: #quality"() {
        given:
        def source = TestMedia.clip("moving-${quality}.webp".toString(), '-f', 'lavfi', '-i', 'testsrc2=s=96x64:r=10:d=1', '-c:v', 'libwebp_anim', *options, '-loop', '0')
        def png = webp.unfold(source, 'a.webp', folder).get()

        when:
        def said = new Processes(TestMedia.FFMPEG.environment()).run(ProcessJob.of([TestMedia.FFMPEG.ffmpeg().toString(), '-nostdin', '-v', 'info', '-i', png.toString(),
            '-f', 'lavfi', '-i', 'testsrc2=s=96x64:r=10:d=1', '-lavfi', '[0]format=rgb24[a];[1]format=rgb24[b];[a][b]psnr', '-f', 'null', '-'])).stderr()

        then:
        def psnr = (said =~ /average:(\S+)/)[0][1]
        psnr == 'inf' || (psnr as double) > least
        TestMedia.probe(png).with { kind() == MediaKind.ANIMATION && duration().toMillis() == 1000 }

        where:
        quality    | options           || least
        'lossless' | ['-pix_fmt', 'bgra', '-lossless', '1'] || 45
        'lossy'    | ['-quality', '90'] || 21
    }

    def "a still WebP is none, and neither is anything else: #name"() {
        expect:
        webp.unfold(file(), name, folder).empty

        where:
        name       | file
        'a.webp'   | { TestMedia.clip('still.webp', '-f', 'lavfi', '-i', 'color=red:s=16x16', '-frames:v', '1', '-c:v', 'libwebp') }
        'a.mp4'    | { TestMedia.plain() }
        'text'     | { Files.writeString(Files.createTempFile('x', '.webp'), 'RIFF1234WEBPVP8X') }
    }

    def "a damaged or oversized file is refused with a reason: #why"() {
        given:
        def good = animation(64, 48, false, [new Frame(color: 'red', width: 64, height: 48, millis: 100), new Frame(color: 'blue', width: 64, height: 48, millis: 100)])

        when:
        unfolded(damaged(good))

        then:
        def e = thrown(MediaException)
        e.message.startsWith("in.webp can't be used: ")
        e.message.contains(says)

        where:
        why                          | damaged                                                              || says
        'cut off'                    | { byte[] b -> Arrays.copyOf(b, b.length - 7) }                         || 'cut off'
        'no frames'                  | { byte[] b -> Arrays.copyOf(b, 44) }                                   || 'no frames'
        'a frame of nonsense'        | { byte[] b -> def c = b.clone(); Arrays.fill(c, b.length - 20, b.length, (byte) 0x55); c } || 'damaged'
        'a frame beside the picture' | { byte[] b -> def c = b.clone(); c[52] = 40; c }                       || 'outside the picture'
        'a huge canvas'              | { byte[] b -> def c = b.clone(); Arrays.fill(c, 24, 30, (byte) 0xff); c } || '16 million pixels'
    }
}
