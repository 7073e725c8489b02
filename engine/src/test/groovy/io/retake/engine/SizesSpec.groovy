package io.retake.engine

import io.retake.engine.media.TestMedia
import io.retake.engine.render.Footage
import java.nio.file.Files
import java.nio.file.Path

/** Footage of odd sizes, at the sizes people mean: the picture fills them, with square pixels and no lines of black. */
class SizesSpec extends EngineSpecification {

    private static Path footage(String name, String size, String... how) {
        TestMedia.clip("size-${name}.mp4", '-f', 'lavfi', '-i', "color=c=white:s=$size:r=10:d=0.5", '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', *how)
    }

    /** A film of a phone that was held upright: lying frames, and a note to turn them. */
    private static Path rotated() {
        TestMedia.clip('size-rotated.mp4', '-display_rotation', '90', '-i', footage('lying', '640x358').toString(), '-c', 'copy')
    }

    private Path exported(Path file, String sentence, Map output) {
        def wire = owner(start())
        def session = wire.session()
        assert wire.post("/api/upload-video/nemo_agent/me/$session", [urls: [file.toUri().toString()], source_type: 'url']).code == 0
        if (sentence) {
            assert wire.say(session, sentence).text.contains('"done":true')
        }
        def id = 'r' + UUID.randomUUID()
        def ended = wire.post('/api/render/proxy/lambda', [id: id, sessionId: session, draft: wire.state(session).path('draft'), output: [format: 'mp4', quality: 'low'] + output]).data
        for (int i = 0; i < 3000 && !(ended.path('status').asText() in ['completed', 'failed']); i++) {
            Thread.sleep(20)
            ended = wire.get("/api/render/proxy/lambda/$id").data
        }
        assert ended.path('status').asText() == 'completed': ended.toString()
        Files.write(data.resolve(id + '.mp4'), wire.get("/api/render/proxy/$id/download").bytes)
    }

    private static boolean isWhite(Path film, String part) {
        Footage.color(film, 0.2, part).every { it > 225 }
    }

    def "#name becomes #size by '#sentence' #output"() {
        when:
        def film = exported(file, sentence, output)
        def info = TestMedia.probe(film).video().get()

        then:
        [info.codedWidth(), info.codedHeight()] == size
        info.pixelShape().value() == 1d
        ['crop=iw:2:0:0', 'crop=iw:2:0:ih-2', 'crop=2:ih:0:0', 'crop=2:ih:iw-2:0'].every { isWhite(film, it) }

        where:
        name                  | file                                                  | sentence           | output               || size
        '854x480'             | footage('854', '854x480')                             | 'Upscale to 720p'  | [:]                  || [1280, 720]
        '852x480'             | footage('852', '852x480')                             | ''                 | [resolution: '720p'] || [1280, 720]
        '640x358'             | footage('lying', '640x358')                           | 'Upscale to 720p'  | [:]                  || [1280, 720]
        '480x854'             | footage('854-up', '480x854')                          | 'Upscale to 720p'  | [:]                  || [720, 1280]
        '1440x1080, 4:3'      | footage('hdv', '1440x1080', '-vf', 'setsar=4/3')      | 'Resize to 480p'   | [:]                  || [854, 480]
        '720x576, 16:11'      | footage('pal', '720x576', '-vf', 'setsar=16/11')      | 'Upscale to 720p'  | [:]                  || [1310, 720]
        '720x576, 64:45'      | footage('dv', '720x576', '-vf', 'setsar=64/45')       | 'Upscale to 720p'  | [:]                  || [1280, 720]
        'a rotated 640x358'   | rotated()                                             | 'Upscale to 720p'  | [:]                  || [720, 1280]
    }

    def "a platform's name is its size and shape, also of a small source: #preset"() {
        when:
        def info = TestMedia.probe(exported(footage('854', '854x480'), '', [preset: preset])).video().get()

        then:
        [info.codedWidth(), info.codedHeight()] == size
        info.pixelShape().value() == 1d

        where:
        preset    || size
        'reels'   || [1080, 1920]
        'tiktok'  || [1080, 1920]
        'shorts'  || [1080, 1920]
        'square'  || [1080, 1080]
        'youtube' || [1920, 1080]
    }
}
