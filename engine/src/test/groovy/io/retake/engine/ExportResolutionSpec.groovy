package io.retake.engine

import io.retake.engine.media.TestMedia
import java.nio.file.Files

/** The resolution that a client asks for is the film's, or the export is refused. */
class ExportResolutionSpec extends EngineSpecification {

    private Wire.Answer submit(Wire wire, Object resolution, Map more = [:], String sentence = null) {
        def session = wire.session()
        wire.post("/api/upload-video/nemo_agent/me/$session", [urls: [TestMedia.plain().toUri().toString()], source_type: 'url'])
        if (sentence) {
            wire.say(session, sentence)
        }
        wire.post('/api/render/proxy/lambda', [id: 'r', sessionId: session, draft: wire.state(session).path('draft'),
            output: [format: 'png', quality: 'high', resolution: resolution] + more])
    }

    private List<Integer> size(Wire wire) {
        long end = System.nanoTime() + 60_000_000_000L
        while (wire.get('/api/render/proxy/lambda/r').json.path('status').asText() != 'completed' && System.nanoTime() < end) {
            Thread.sleep(20)
        }
        def picture = javax.imageio.ImageIO.read(new ByteArrayInputStream(wire.get('/api/render/proxy/r/download').bytes))
        [picture.width, picture.height]
    }

    def "#resolution / #shape gives #pixels"() {
        given:
        def wire = owner(start())

        when:
        def answer = submit(wire, resolution, [:], shape ? "Change the aspect ratio to $shape" : null)

        then:
        answer.status == 200
        size(wire) == pixels

        where:
        resolution                 | shape  || pixels
        '720p'                     | ''     || [1280, 720]
        '720p'                     | '9:16' || [720, 1280]
        '1280x720'                 | ''     || [1280, 720]
        '640X360'                  | ''     || [640, 360]
        720                        | ''     || [1280, 720]
        'HD'                       | ''     || [1280, 720]
        [width: 640, height: 360]  | ''     || [640, 360]
        'original'                 | ''     || [320, 180]
        null                       | ''     || [320, 180]
    }

    def "#resolution with #more is refused with a reason"() {
        given:
        def wire = owner(start())

        when:
        def answer = submit(wire, resolution, more)

        then:
        answer.status == 400
        answer.json.path('message').asText().contains('resolution')
        answer.json.path('message').asText().contains('1080p')
        wire.get('/api/render/proxy/lambda/r').status == 404

        where:
        resolution      | more
        'banana'        | [:]
        '0p'            | [:]
        '99999p'        | [:]
        -720            | [:]
        true            | [:]
        ['1080p']       | [:]
        [lines: 720]    | [:]
        '720p'          | [width: 640, height: 360]
    }
}
