package io.retake.engine.media

import io.retake.engine.ffmpeg.ContentHash
import io.retake.engine.process.MediaException
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.zip.CRC32
import java.util.zip.Deflater
import java.util.zip.DeflaterOutputStream
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class ProbeSpec extends Specification {
    @TempDir
    Path folder

    private static String[] x264(String... more) {
        ['-c:v', 'libx264', '-preset', 'ultrafast', *more] as String[]
    }

    def 'a plain clip is described exactly'() {
        when:
        def info = TestMedia.probe(TestMedia.plain())

        then:
        info.kind() == MediaKind.VIDEO
        info.name() == 'plain.mp4'
        info.hash() ==~ /[0-9a-f]{64}/
        info.duration() == Duration.ofSeconds(2)
        with(info.video().get()) {
            codec() == 'h264'
            width() == 320
            height() == 180
            rotation() == 0
            bitDepth() == 8
            pixelFormat() == 'yuv420p'
            frameRate() == new Rational(30, 1)
            !variable()
            frames().asLong == 60
            color().matrix().empty
            !interlaced()
        }
        info.audio()*.channels() == [1]
        info.audio()*.sampleRate() == [48000]
    }

    def 'phone footage stands upright and anamorphic footage is wide'() {
        given:
        def turned = TestMedia.clip('rotated.mp4', '-display_rotation:v:0', '-90', '-i', TestMedia.plain().toString(), '-c', 'copy')
        def wide = TestMedia.clip('anamorphic.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=720x576:r=25:d=1,setsar=64/45', *x264())

        expect:
        with(TestMedia.probe(turned).video().get()) { [width(), height(), rotation()] == [180, 320, 90] }
        with(TestMedia.probe(wide).video().get()) { [width(), height(), pixelShape()] == [1024, 576, new Rational(64, 45)] }
    }

    def 'Probe reports rates, depth, color, fields and sound streams'() {
        given:
        def film = TestMedia.clip('film.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=322x182:r=24000/1001:d=1,format=yuv420p10le,'
                + 'setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709', *x264())
        def fields = TestMedia.clip('fields.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=320x240:r=50:d=1,interlace', *x264('-flags', '+ildct+ilme', '-x264opts', 'tff=1'))
        def uneven = TestMedia.clip('vfr.mp4', '-f', 'lavfi', '-i', "testsrc2=s=320x180:r=30:d=2,select='not(mod(n\\,3))+lt(n\\,30)'", '-fps_mode', 'vfr', *x264())
        def two = TestMedia.clip('two-sounds.mkv', '-f', 'lavfi', '-i', 'sine=f=440:d=1', '-f', 'lavfi', '-i', 'sine=f=880:d=1',
                '-map', '0', '-map', '1', '-c:a', 'pcm_s16le')

        expect:
        with(TestMedia.probe(film).video().get()) {
            frameRate() == new Rational(24000, 1001)
            bitDepth() == 10
            [color().matrix().get(), color().primaries().get(), color().transfer().get(), color().range().get()] == ['bt709', 'bt709', 'bt709', 'tv']
        }
        TestMedia.probe(fields).video().get().interlaced()
        TestMedia.probe(uneven).video().get().variable()
        with(TestMedia.probe(two)) { kind() == MediaKind.AUDIO && audio().size() == 2 && duration() == Duration.ofSeconds(1) }
    }

    def 'a picture is an image whatever its name says'() {
        given:
        def png = TestMedia.clip('still.png', '-f', 'lavfi', '-i', 'testsrc2=s=64x48', '-frames:v', '1', '-update', '1')
        def misnamed = Files.copy(png, folder.resolve('photo %03d.jpg'))
        def gif = TestMedia.clip('dance.gif', '-f', 'lavfi', '-i', 'testsrc2=s=64x48:r=10:d=1')

        expect:
        with(TestMedia.probe(misnamed)) { kind() == MediaKind.IMAGE && duration() == Duration.ZERO && video().get().codec() == 'png' }
        with(TestMedia.probe(gif)) { kind() == MediaKind.ANIMATION && duration() == Duration.ofSeconds(1) }
    }

    @Requires({ os.linux })
    def 'any name is only a name'() {
        given:
        def file = Files.copy(TestMedia.plain(), folder.resolve(name))

        expect:
        TestMedia.probe(file).duration() == Duration.ofSeconds(2)

        where:
        name << ['it\'s 50%: "a".mp4', '素材 片段.mp4', 'וידאו‏.mp4', '-i.mp4', 'two\nlines.mp4', 'http:x.mp4', '%d.mp4', 'a\\b.mp4', 'concat:a|b.mp4']
    }

    def 'a #what does not open the file it names'() {
        given:
        def secret = Files.copy(TestMedia.plain(), folder.resolve('secret.mp4'))
        def trap = folder.resolve('clip.' + extension)
        Files.writeString(trap, text.replace('SECRET', secret.toString()))

        when:
        TestMedia.probe(trap)

        then:
        def e = thrown(MediaException)
        e.message.startsWith('clip.' + extension + ' is not a video: it is ' + called)

        where:
        what                     | extension | called       | text
        'playlist named mp4'     | 'mp4'     | 'a playlist' | '#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile:SECRET\n#EXT-X-ENDLIST\n'
        'playlist named m3u8'    | 'm3u8'    | 'a playlist' | '#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile:SECRET\n#EXT-X-ENDLIST\n'
        'concat script'          | 'mp4'     | 'a playlist' | "ffconcat version 1.0\nfile 'SECRET'\n"
        'concat script as mkv'   | 'mkv'     | 'a playlist' | "ffconcat version 1.0\nfile 'SECRET'\n"
        'DASH manifest'          | 'mp4'     | 'a playlist' | '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><Period><AdaptationSet><Representation><BaseURL>file:SECRET</BaseURL></Representation></AdaptationSet></Period></MPD>'
        'session description'    | 'mp4'     | 'text'       | 'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5000 RTP/AVP 96\n'
    }

    def 'a broken file is refused with a reason (#name)'() {
        given:
        def file = folder.resolve(name)
        make.call(file)

        when:
        TestMedia.probe(file)

        then:
        def e = thrown(MediaException)
        e.message.contains(name)
        e.message.contains(said)

        where:
        name        | said                         | make
        'empty.mp4' | 'is empty'     | { Path p -> Files.createFile(p) }
        'text.mp4'  | 'is not a video: it is text' | { Path p -> Files.writeString(p, 'dear diary, ' * 500) }
        'cut.mp4'   | 'cut off'      | { Path p -> Files.write(p, Arrays.copyOf(Files.readAllBytes(TestMedia.plain()), 9000)) }
        'none.mp4'  | 'no file'      | { Path p -> }
    }

    def 'a picture that would unfold to gigabytes is refused at once'() {
        given:
        def bomb = folder.resolve('bomb.png')
        Files.write(bomb, png(20_000, 20_000))
        def start = System.nanoTime()

        when:
        TestMedia.probe(bomb)

        then:
        def e = thrown(MediaException)
        e.message.contains('million')
        System.nanoTime() - start < 10_000_000_000L
    }

    def 'the hash is SHA-256'() {
        given:
        def file = Files.writeString(folder.resolve('abc'), 'abc')

        expect: 'FIPS 180-2, appendix B.1'
        ContentHash.of(file) == 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    }

    def 'the sample clip is the same every time, and what it promises'() {
        given:
        def one = SampleClip.make(TestMedia.FFMPEG, folder.resolve('one.mp4'))
        def info = TestMedia.probe(one)

        expect:
        info.duration() == Duration.ofSeconds(8)
        [info.video().get().width(), info.video().get().height()] == [640, 360]
        info.hasSound()
        Files.list(folder).withCloseable { it.count() } == 1
    }

    def 'footage of every kind is described'() {
        given:
        def footage = Path.of(System.getProperty('retake.footage'))

        expect:
        !Files.isDirectory(footage) || Files.list(footage).withCloseable { it.toList() }
                .findAll { !it.toString().endsWith('.md') }
                .every { TestMedia.probe(it).with { it.kind() == MediaKind.VIDEO && it.duration() > Duration.ofSeconds(5) } }
    }

    private static byte[] png(int width, int height) {
        def out = new ByteArrayOutputStream()
        out.write([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as byte[])
        def head = new ByteArrayOutputStream()
        new DataOutputStream(head).with { writeInt(width); writeInt(height); write([8, 2, 0, 0, 0] as byte[]) }
        chunk(out, 'IHDR', head.toByteArray())
        def data = new ByteArrayOutputStream()
        new DeflaterOutputStream(data, new Deflater(1)).withCloseable { z -> 100.times { z.write(new byte[width * 3 + 1]) } }
        chunk(out, 'IDAT', data.toByteArray())
        chunk(out, 'IEND', new byte[0])
        out.toByteArray()
    }

    private static void chunk(OutputStream out, String type, byte[] data) {
        def both = new ByteArrayOutputStream()
        both.write(type.getBytes(StandardCharsets.US_ASCII))
        both.write(data)
        byte[] named = both.toByteArray()
        def crc = new CRC32()
        crc.update(named, 0, named.length)
        new DataOutputStream(out).with { writeInt(data.length); write(named, 0, named.length); writeInt((int) crc.value) }
    }
}
