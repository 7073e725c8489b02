package io.retake.engine

import io.retake.engine.media.TestMedia
import io.retake.engine.render.Footage
import java.nio.file.Files
import java.nio.file.Path

/** Footage as it really is, through the whole engine: handed over, cut, exported, and looked at again. */
class OddFootageSpec extends EngineSpecification {
    private static final List<String> H264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '10']
    private static final List<String> H265 = ['-c:v', 'libx265', '-preset', 'ultrafast', '-crf', '12', '-x265-params', 'log-level=none']
    private static final List<String> VP9 = ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-crf', '10', '-b:v', '0']
    /** Converts the picture to BT.709 and limited range. */
    private static final String AS_709 = 'scale=out_color_matrix=bt709:out_range=tv'
    private static final String TAGGED = 'setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709'

    private String session

    private Path edited(List<Path> files, String... sentences) {
        def wire = owner(start())
        session = wire.session()
        def taken = wire.post("/api/upload-video/nemo_agent/me/$session", [urls: files*.toUri()*.toString(), source_type: 'url'])
        assert taken.code == 0: taken.text
        sentences.each { sentence ->
            def answer = wire.say(session, sentence).text
            assert answer.contains('"done":true'): answer
        }
        def id = 'r' + UUID.randomUUID()
        def submitted = wire.post('/api/render/proxy/lambda', [id: id, sessionId: session, draft: wire.state(session).path('draft'), output: [format: 'mp4', quality: 'high']])
        assert submitted.status == 200: submitted.text
        def ended = submitted.data
        for (int i = 0; i < 3000 && !(ended.path('status').asText() in ['completed', 'failed']); i++) {
            Thread.sleep(20)
            ended = wire.get("/api/render/proxy/lambda/$id").data
        }
        assert ended.path('status').asText() == 'completed': ended.toString()
        Files.write(data.resolve(id + '.mp4'), wire.get("/api/render/proxy/$id/download").bytes)
    }

    private Card cut(Path file) {
        Card.read(edited([file], 'Trim from 0:00.5 to 0:02'))
    }

    private static boolean near(double is, double wanted, double within) {
        Math.abs(is - wanted) <= within
    }

    def 'footage keeps its colours and its sync (#what)'() {
        given:
        def file = TestMedia.clip("odd-${name}", '-i', Card.film(rate).toString(), *how)

        when:
        def out = cut(file)

        then:
        [out.width, out.height] == size
        out.error() <= 8
        near(out.frames.size() / out.rate, 1.5, 1.01 / out.rate)
        near(out.flash(), 0.5, 1.01 / out.rate)
        near(out.beep(), 0.5, Math.max(0.015, 0.5 / out.rate)) // sound goes by the picture's frames

        where:
        what                              | name          | size       | how
        'odd sides, VP9'                  | 'odd.webm'    | [322, 182] | ['-vf', "scale=321:181:out_color_matrix=bt709,format=yuv420p,$TAGGED", *VP9, '-c:a', 'libopus']
        'ten bits, H.264'                 | '10.mp4'      | [320, 180] | ['-vf', "$AS_709,format=yuv420p10le,$TAGGED", *H264, '-c:a', 'aac']
        'ten bits, HEVC'                  | '10h.mp4'     | [320, 180] | ['-vf', "$AS_709,format=yuv420p10le,$TAGGED", *H265, '-tag:v', 'hvc1', '-c:a', 'aac']
        'ten bits, AV1'                   | '10a.mp4'     | [320, 180] | ['-vf', "$AS_709,format=yuv420p10le,$TAGGED", '-c:v', 'libsvtav1', '-preset', '12', '-crf', '20', '-svtav1-params', 'fast-decode=1', '-c:a', 'aac']
        'ten bits, 4:2:2, ProRes'         | 'prores.mov'  | [320, 180] | ['-vf', "$AS_709,format=yuv422p10le,$TAGGED", '-c:v', 'prores_ks', '-c:a', 'pcm_s24le']
        '4:2:2'                           | '422.mp4'     | [320, 180] | ['-vf', "$AS_709,format=yuv422p,$TAGGED", *H264, '-c:a', 'aac']
        '4:4:4'                           | '444.mp4'     | [320, 180] | ['-vf', "$AS_709,format=yuv444p,$TAGGED", *H264, '-c:a', 'aac']
        'RGB'                             | 'rgb.mp4'     | [320, 180] | ['-c:v', 'libx264rgb', '-preset', 'ultrafast', '-crf', '4', '-c:a', 'aac']
        'full range'                      | 'full.mp4'    | [320, 180] | ['-vf', 'scale=out_color_matrix=bt709:out_range=pc,format=yuv420p,setparams=range=pc:colorspace=bt709', *H264, '-c:a', 'aac']
        'full range by its pixel format'  | 'mjpeg.avi'   | [320, 180] | ['-vf', 'scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p', '-c:v', 'mjpeg', '-q:v', '2', '-c:a', 'pcm_s16le']
        'no tags, so BT.601'              | 'bare.avi'    | [320, 180] | ['-vf', 'scale=out_color_matrix=bt601:out_range=tv,format=yuv420p', '-c:v', 'mpeg4', '-q:v', '2', '-c:a', 'pcm_s16le']
        'no tags and HD, so BT.709'       | 'hd.mp4'      | [1280, 720] | ['-vf', 'scale=1280:720:flags=neighbor:out_color_matrix=bt709:out_range=tv,format=yuv420p,setparams=range=unknown:colorspace=unknown:color_primaries=unknown:color_trc=unknown', *H264, '-c:a', 'aac']
        'a tag that says RGB of YUV'      | 'lie.mp4'     | [320, 180] | ['-vf', 'scale=out_color_matrix=bt601:out_range=tv,format=yuv420p', *H264, '-bsf:v', 'h264_metadata=matrix_coefficients=0:colour_primaries=1:transfer_characteristics=1', '-c:a', 'aac']
        'BT.2020 without HDR'             | 'wide.mp4'    | [320, 180] | ['-vf', "$AS_709,format=yuv444p,setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709,zscale=matrix=2020_ncl:primaries=2020:transfer=2020_10:matrixin=709:primariesin=709:transferin=709,format=yuv420p10le", *H265, '-c:a', 'aac']
        'anamorphic, narrow pixels'       | 'sar.mp4'     | [320, 180] | ['-vf', "scale=400:180:out_color_matrix=bt709,format=yuv420p,setsar=4/5,$TAGGED", *H264, '-c:a', 'aac']
        'anamorphic, wide pixels'         | 'hdv-mpg.mp4'    | [320, 180] | ['-vf', "scale=240:180:out_color_matrix=bt601,format=yuv420p,setsar=4/3", '-c:v', 'mpeg2video', '-q:v', '2', '-r', '30', '-c:a', 'mp2', '-f', 'mpeg']
        'a beginning at 1.4 s'            | 'late-ts.mp4'    | [320, 180] | ['-vf', "$AS_709,format=yuv420p,$TAGGED", *H264, '-c:a', 'aac', '-f', 'mpegts']
        'a beginning at 5 s'              | 'late.mkv'    | [320, 180] | ['-vf', "$AS_709,format=yuv420p,$TAGGED", *H264, '-c:a', 'libopus', '-output_ts_offset', '5']
        'an empty edit at the beginning'  | 'empty.mp4'   | [320, 180] | ['-vf', "$AS_709,format=yuv420p,$TAGGED", *H264, '-c:a', 'aac', '-output_ts_offset', '3', '-use_editlist', '1']
        'fragments'                       | 'frag.mp4'    | [320, 180] | ['-vf', "$AS_709,format=yuv420p,$TAGGED", *H264, '-g', '15', '-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov']
        'no index'                        | 'live.webm'   | [320, 180] | ['-vf', "$AS_709,format=yuv420p,$TAGGED", *VP9, '-g', '15', '-c:a', 'libopus', '-live', '1']
        'mono'                            | 'mono.mp4'    | [320, 180] | ['-vf', "$AS_709,format=yuv420p,$TAGGED", *H264, '-ac', '1', '-c:a', 'aac']
        'six channels'                    | '5-1.mp4'     | [320, 180] | ['-vf', "$AS_709,format=yuv420p,$TAGGED", *H264, '-af', 'pan=5.1|FC=c0', '-c:a', 'aac']
        'sound of 8 kHz'                  | '8k.mov'      | [320, 180] | ['-vf', "$AS_709,format=yuv420p,$TAGGED", *H264, '-ar', '8000', '-ac', '1', '-c:a', 'pcm_mulaw']
        'a recording of a browser'        | 'recorded.webm' | [320, 180] | ['-vf', "$AS_709,format=yuv420p,$TAGGED,settb=1/1000,setpts=PTS+mod(N\\,3)*4", '-fps_mode', 'vfr', *VP9, '-g', '30', '-c:a', 'libopus', '-live', '1']
        'sound of 44.1 kHz, MP3'          | '44k.mkv'     | [320, 180] | ['-vf', "$AS_709,format=yuv420p,$TAGGED", *H264, '-ar', '44100', '-c:a', 'libmp3lame']
        '23.976 frames a second'          | '23976.mp4'   | [320, 180] | ['-vf', "$AS_709,format=yuv420p,$TAGGED", *H264, '-c:a', 'aac']
        'a rate that is none: 14.63'      | '1463.mkv'    | [320, 180] | ['-vf', "$AS_709,format=yuv420p,$TAGGED", *H264, '-c:a', 'aac']
        rate = name == '23976.mp4' ? '24000/1001' : name == '1463.mkv' ? '14.63' : '30'
    }

    def 'footage with no sound keeps its picture, sound alone its time, and of two sounds the first is heard'() {
        given:
        def silent = TestMedia.clip('odd-silent.mp4', '-i', Card.film().toString(), '-vf', "$AS_709,format=yuv420p,$TAGGED", *H264, '-an')
        def alone = TestMedia.clip('odd-alone.m4a', '-i', Card.film().toString(), '-vn', '-c:a', 'aac')
        def two = TestMedia.clip('odd-two.mkv', '-i', Card.film().toString(), '-f', 'lavfi', '-i', 'sine=f=300:d=2.5', '-map', '0:v', '-map', '0:a', '-map', '1:a',
                '-vf', "$AS_709,format=yuv420p,$TAGGED", *H264, '-c:a', 'pcm_s16le')

        expect:
        with(cut(silent)) { error() <= 8 && near(flash(), 0.5, 0.034) && beep() < 0 }
        with(Card.read(edited([silent, alone], 'Replace the sound with "odd-alone.m4a"', 'Trim from 0:00.5 to 0:02'))) { near(flash(), 0.5, 0.034) && near(beep(), 0.5, 0.015) }
        with(cut(two)) { near(flash(), 0.5, 0.034) && near(beep(), 0.5, 0.015) }
    }

    def 'footage that lies on its side stands upright (#degrees, pixels #sar)'() {
        given:
        def lying = TestMedia.clip("odd-lying-${sar.replace('/', '-')}.mp4", '-i', Card.film().toString(), '-vf', "$AS_709,scale=320*$sar:180,format=yuv420p,setsar=1/($sar),$TAGGED", *H264, '-c:a', 'aac')
        def file = TestMedia.clip("odd-turned-$degrees-${sar.replace('/', '-')}.mp4", '-display_rotation:v:0', "-$degrees", '-i', lying.toString(), '-c', 'copy')

        when:
        def out = cut(file)

        then:
        [out.width, out.height] == size
        out.error(order) <= 8
        near(out.flash(), 0.5, 0.034)

        where:
        degrees | sar   | size       | order
        90      | '1'   | [180, 320] | [2, 0, 3, 1]
        180     | '1'   | [320, 180] | [3, 2, 1, 0]
        270     | '1'   | [180, 320] | [1, 3, 0, 2]
        90      | '3/4' | [180, 320] | [2, 0, 3, 1]
    }

    def 'a still is a clip of 5 s, the right way up (#name)'() {
        when:
        def out = Card.read(edited([picture.call(data)]))

        then:
        [out.width, out.height] == size
        near(out.frames.size() / out.rate, 5, 0.04)
        out.error(order) <= 8
        out.corners(100) == out.corners(3)

        where:
        name                    | size       | order        | picture
        'PNG'                   | [320, 180] | [0, 1, 2, 3] | { still('odd-still.png', '-pix_fmt', 'rgb24') }
        'PNG with a palette'    | [320, 180] | [0, 1, 2, 3] | { still('odd-pal.png', '-vf', 'split[a][b];[a]palettegen[p];[b][p]paletteuse') }
        'JPEG'                  | [320, 180] | [0, 1, 2, 3] | { still('odd-still.jpg', '-vf', 'scale=out_color_matrix=bt601:out_range=pc,format=yuvj444p', '-q:v', '2') }
        'JPEG, held upright'    | [180, 320] | [2, 0, 3, 1] | { held(it, 6) }
        'JPEG, upside down'     | [320, 180] | [3, 2, 1, 0] | { held(it, 3) }
        'WebP'                  | [320, 180] | [0, 1, 2, 3] | { still('odd-still.webp', '-c:v', 'libwebp', '-quality', '95') }
    }

    private static Path still(String name, String... how) {
        TestMedia.clip(name, '-i', Card.film().toString(), '-frames:v', '1', *how, '-update', '1')
    }

    /** A photograph with its orientation in its Exif, as cameras write it. */
    private static Path held(Path folder, int orientation) {
        byte[] plain = Files.readAllBytes(still('odd-still.jpg', '-vf', 'scale=out_color_matrix=bt601:out_range=pc,format=yuvj444p', '-q:v', '2'))
        def out = new ByteArrayOutputStream()
        out.write(plain, 0, 2)
        out.write([0xff, 0xe1, 0, 34] as byte[])
        out.write('Exif\0\0MM\0*'.getBytes('ISO-8859-1'))
        new DataOutputStream(out).with { writeInt(8); writeShort(1); writeShort(0x112); writeShort(3); writeInt(1); writeShort(orientation); writeShort(0); writeInt(0) }
        out.write(plain, 2, plain.length - 2)
        Files.write(folder.resolve("held-${orientation}.jpg"), out.toByteArray())
    }

    def 'a picture that moves is a film (#name)'() {
        given:
        def file = TestMedia.clip(name, '-i', Card.film('10').toString(), *how)

        when:
        def out = cut(file)

        then:
        [out.width, out.height] == [320, 180]
        near(out.frames.size() / out.rate, 1.5, 0.11)
        out.error() <= 10
        near(out.flash(), 0.5, 0.11)

        where:
        name            | how
        'odd-moves.gif' | ['-vf', 'split[a][b];[a]palettegen=stats_mode=full[p];[b][p]paletteuse=dither=none']
        'odd-moves.png' | ['-an', '-plays', '0', '-f', 'apng']
    }

    def 'rates of every kind go together, each cut to its frame, and the sound stays'() {
        given:
        def rates = ['24000/1001', '30000/1001', '50', '60', '15']
        def files = rates.collect { rate -> TestMedia.clip("odd-mix-${rate.replace('/', '-')}.mp4", '-i', Card.film(rate).toString(), '-vf', "$AS_709,format=yuv420p,$TAGGED", *H264, '-c:a', 'aac') }

        when: 'five times 2.5 s, the rate is that of the first'
        def out = Card.read(edited(files))
        def flashes = (0..<out.frames.size()).findAll { it > 0 && out.light(it) && !out.light(it - 1) }.collect { it / out.rate }
        def beeps = Footage.onsets(out.file)

        then:
        near(out.rate, 23.976, 0.001)
        flashes.size() == 5
        [flashes, beeps].transpose().every { f, b -> near(f, b, 0.055) }
        [beeps, [1, 3.5, 6, 8.5, 11]].transpose().every { b, wanted -> near(b, wanted, 0.1) }
    }

    def 'HDR comes out in BT.709, neither dark nor blown out (#transfer)'() {
        given: 'the card with its white at 203 cd/m²'
        def file = TestMedia.clip("odd-hdr-${transfer}.mp4", '-i', Card.film().toString(), '-vf', 'format=gbrp,setparams=color_primaries=bt709:color_trc=bt709:colorspace=gbr:range=pc,'
                + "zscale=matrix=2020_ncl:primaries=2020:transfer=$transfer:npl=203:range=limited,format=yuv420p10le", *H265,
                '-color_primaries', 'bt2020', '-color_trc', transfer, '-colorspace', 'bt2020nc', '-tag:v', 'hvc1', '-c:a', 'aac')

        when:
        def out = cut(file)

        then: 'hues stay, white falls a little to leave room for what is brighter'
        out.error() <= 24
        out.corners()[3].every { it > 185 }
        near(out.flash(), 0.5, 0.034)
        with(TestMedia.probe(out.file).video().get()) { bitDepth() == 8 && color().transfer().get() == 'bt709' && color().primaries().get() == 'bt709' }

        where:
        transfer << ['smpte2084', 'arib-std-b67']
    }

    def 'fields become frames without combs (#order first)'() {
        given: 'a bar that moves 8 pixels a field'
        def file = TestMedia.clip("odd-fields-${order}.mp4", '-f', 'lavfi', '-i', "color=c=black:s=320x180:r=60:d=2[b];color=c=white:s=40x180:r=60:d=2[w];[b][w]overlay=x='mod(8*n\\,320)',interlace=scan=$order:lowpass=0,format=yuv420p",
                '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '8', '-flags', '+ildct+ilme', '-x264opts', order + '=1')

        when:
        def out = edited([file])

        then: 'neighbouring lines are alike'
        combs(file) > 3
        combs(out) < 0.6
        !TestMedia.probe(out).video().get().interlaced()

        where:
        order << ['tff', 'bff']
    }

    /** How much a line differs from those above and below it, where these are alike. */
    private static double combs(Path film) {
        byte[] v = Footage.raw(film, '-map', '0:v', '-ss', '0.5', '-frames:v', '10', '-vf', 'scale=320:180,format=gray', '-f', 'rawvideo')
        double sum = 0
        int lines = v.length.intdiv(320)
        for (int y = 1; y < lines - 1; y++) {
            for (int x = 0; x < 320; x++) {
                int at = y * 320 + x
                int above = v[at - 320] & 0xff
                int below = v[at + 320] & 0xff
                sum += Math.max(0, Math.abs((v[at] & 0xff) - (above + below) / 2d) - Math.abs(above - below))
            }
        }
        sum / v.length
    }

    def 'truncated footage is used as far as it goes, or refused with a reason (#name)'() {
        given:
        def whole = Files.readAllBytes(TestMedia.clip("odd-whole.$format", '-i', Card.film().toString(), '-vf', "$AS_709,format=yuv420p,$TAGGED,noise=alls=6:allf=t", *H264, '-g', '15', '-c:a', 'aac', *how))
        def file = Files.write(data.resolve(name), Arrays.copyOf(whole, (whole.length * 0.7) as int))

        when:
        def out = Card.read(edited([file], 'Remove the first 0.5 seconds'))

        then: 'what is there is right; after it the last picture stands'
        near(out.flash(), 0.5, 0.034)
        near(out.beep(), 0.5, 0.025) // a file in fragments keeps the encoder's head start of 21 ms in its sound
        out.error() <= 10
        near(out.frames.size() / out.rate, 1.6, 0.5)

        where:
        name         | format | how
        'broken.mp4' | 'mp4'  | ['-movflags', '+faststart']
        'frag.mp4'   | 'mp4'  | ['-movflags', 'frag_keyframe+empty_moov', '-bf', '0']
        'broken.mkv' | 'mkv'  | []
        'ts.mp4'     | 'ts'   | []
    }

    def 'a file that is no footage changes nothing and says why (#name)'() {
        given:
        def wire = owner(start())
        session = wire.session()
        def file = data.resolve(name)
        make.call(file)

        when:
        def answer = wire.post("/api/upload-video/nemo_agent/me/$session", [urls: [file.toUri().toString()], source_type: 'url'])

        then:
        answer.code == 4001
        answer.text.contains(name)
        answer.text.contains(said)
        !answer.text.contains(data.toString())
        wire.state(session).path('draft').path('t').every { it.path('sg').isEmpty() }

        where:
        name            | said              | make
        'empty.mp4'     | 'is empty'        | { Path p -> Files.createFile(p) }
        'text.mp4'      | 'it is text'      | { Path p -> Files.writeString(p, 'dear diary, ' * 500) }
        'list.mp4'      | 'a playlist'      | { Path p -> Files.writeString(p, '#EXTM3U\n#EXTINF:2,\nfile:/etc/hostname\n') }
        'headless.mp4'  | 'cut off'         | { Path p -> Files.write(p, Arrays.copyOf(Files.readAllBytes(TestMedia.plain()), 9000)) }
        'no-frames.mp4' | ''                | { Path p -> TestMedia.ffmpeg('-i', TestMedia.plain().toString(), '-an', '-t', '0', '-c', 'copy', 'file:' + p) }
        'moves.webp'    | 'cut off'         | { Path p -> Files.write(p, Arrays.copyOf(moving(p.parent), 2000)) }
    }

    private static byte[] moving(Path folder) {
        def file = folder.resolve('whole.webp')
        TestMedia.ffmpeg('-f', 'lavfi', '-i', 'testsrc2=s=64x48:r=10:d=1', '-c:v', 'libwebp_anim', 'file:' + file)
        Files.readAllBytes(file)
    }

    def 'any name is only a name (#name)'() {
        given:
        def file = Files.copy(TestMedia.plain(), data.resolve(name))

        when:
        def out = edited([file], 'Trim from 0:00.5 to 0:01.5')

        then:
        near(TestMedia.probe(out).duration().toMillis() / 1000, 1, 0.04)
        owner(start()).state(session) != null

        where:
        name << ['it\'s 50%: "a".mp4', '素材 片段.mp4', 'וידאו\u200f.mp4', '%d [0:v];null.mp4']
    }

    def 'sound is as loud as it was: #what'() {
        given:
        def tone = TestMedia.clip("odd-level-${name}", '-f', 'lavfi', '-i', "aevalsrc=exprs='$how':s=$rate:d=2", *codec)

        when:
        def out = edited([Footage.plain('gray'), tone], "Add the music \"odd-level-$name\" with volume 100%")

        then:
        Math.abs(20 * Math.log10(Footage.level(out, 0.5, 1.5) / (0.4 / Math.sqrt(2)))) < within
        near(Footage.pitch(out, 0.5, 1.5), 400, 2)

        where:
        what                               | name     | rate  | how                                                                             | codec                 | within
        'mono'                             | '1.wav'  | 48000 | '0.4*sin(800*PI*t)'                                                             | []                    | 0.3
        'mono of 8 kHz'                    | '8.wav'  | 8000  | '0.4*sin(800*PI*t)'                                                             | ['-c:a', 'pcm_alaw']  | 0.5
    }

    def 'six channels at full level do not clip in two'() {
        given:
        def all = (['0.9*sin(800*PI*t)'] * 6).join('|')
        def film = TestMedia.clip('odd-six.mov', '-i', Footage.plain('gray').toString(), '-f', 'lavfi', '-i', "aevalsrc=exprs='$all':s=48000:d=2:c=5.1",
                '-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-c:a', 'pcm_s16le')

        expect:
        Footage.samples(edited([film])).every { Math.abs(it) < 1 }
    }
}
