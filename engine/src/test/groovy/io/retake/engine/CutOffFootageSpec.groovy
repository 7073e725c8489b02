package io.retake.engine

import com.fasterxml.jackson.databind.JsonNode
import io.retake.engine.api.EngineFolder
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path

/** Footage that ends before it should is said at upload, in the state, in a diagnosis and on the receipt of an export. */
class CutOffFootageSpec extends EngineSpecification {

    private static Path film(String name, double picture, double sound) {
        TestMedia.clip('cutoff-' + name, '-f', 'lavfi', '-i', "testsrc2=s=128x72:r=20:d=$picture", '-f', 'lavfi', '-i', "sine=r=48000:d=$sound",
                '-c:v', 'libx264', '-preset', 'ultrafast', '-g', '10', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-movflags', '+faststart')
    }

    private Path half(Path film) {
        byte[] bytes = Files.readAllBytes(film)
        Files.write(data.resolve('half.mp4'), Arrays.copyOf(bytes, bytes.length.intdiv(2)))
    }

    private static String uploaded(Wire wire, Path file, List<String> warnings) {
        def session = wire.session()
        def answer = wire.post("/api/upload-video/nemo_agent/me/$session", [urls: [file.toUri().toString()], source_type: 'url'])
        assert answer.code == 0: answer.text
        answer.data.path('files').get(0).path('warnings').each { warnings << it.asText() }
        assert wire.state(session).path('video_infos').get(0).path('warnings')*.asText() == warnings
        session
    }

    private static JsonNode exported(Wire wire, String session, String format = 'mp4') {
        def id = 'r' + UUID.randomUUID()
        assert wire.post('/api/render/proxy/lambda', [id: id, sessionId: session, draft: wire.state(session).path('draft'), output: [format: format]]).status == 200
        def now = wire.get("/api/render/proxy/lambda/$id").data
        while (!(now.path('status').asText() in ['completed', 'failed'])) {
            Thread.sleep(20)
            now = wire.get("/api/render/proxy/lambda/$id").data
        }
        assert now.path('status').asText() == 'completed': now
        now.path('receipt')
    }

    def 'a truncated film is reported everywhere until the missing part is trimmed away'() {
        given:
        def wire = owner(start())
        def warnings = []
        def session = uploaded(wire, half(film('whole.mp4', 6, 6)), warnings)

        expect: 'at upload'
        warnings.size() == 1
        warnings[0] ==~ /Its data ends at (2\.[5-9]|3\.[0-5]) s, although its declared length is 6\.0 s: it was cut off\. .*/

        and: 'in the state'
        def shortfall = wire.state(session).path('shortfalls').get(0)
        shortfall.path('kind').asText() == 'picture-held'
        shortfall.path('filename').asText() == 'half.mp4'
        Math.abs(shortfall.path('atMs').asInt() + shortfall.path('ms').asInt() - 6000) < 60
        shortfall.path('text').asText() ==~ /half\.mp4 ends at \d\.\d s; the last frame is held for \d\.\d s/

        and: 'in a diagnosis'
        wire.say(session, 'Diagnose everything').text.contains('it was cut off')
        wire.state(session).path('video_analyses').get(0).path('findings')*.path('what')*.asText().contains('cut-off')

        and: 'on the receipt, for a machine and for a person'
        def receipt = exported(wire, session)
        receipt.path('shortfalls').get(0) == shortfall
        receipt.path('line').asText().contains(shortfall.path('text').asText())

        when: 'only what is there is used'
        wire.say(session, 'Trim from 0:00 to 0:02')

        then:
        wire.state(session).path('shortfalls').empty
        exported(wire, session).path('shortfalls').empty
    }

    def 'sound beyond the picture is reported, and left out of the film (#format)'() {
        given:
        def wire = owner(start())
        def warnings = []
        def session = uploaded(wire, film('long.mp4', 1, 3), warnings)
        def receipt = exported(wire, session, format)

        expect:
        warnings == ['Its sound goes on for 2.0 s after its picture, which ends at 1.0 s; a film ends with the picture.']
        receipt.path('shortfalls')*.path('kind')*.asText() == ['sound-left-out']
        receipt.path('line').asText().contains('2.0 s of sound beyond the picture is not in the film')
        receipt.path('gotMs').asInt() < 1200

        where:
        format << ['mp4', 'wav']
    }

    def 'sound that ends before the picture is reported if the format has sound (#format)'() {
        given:
        def wire = owner(start())
        def warnings = []
        def session = uploaded(wire, film('short.mp4', 3, 1), warnings)
        def receipt = exported(wire, session, format)

        expect:
        warnings == ['Its sound ends at 1.0 s, 2.0 s before its picture; the rest is silent.']
        receipt.path('shortfalls')*.path('text')*.asText() == told

        where:
        format || told
        'mp4'  || ['the sound of cutoff-short.mp4 ends at 1.0 s; 2.0 s are silent']
        'gif'  || []
    }

    def 'a film that is whole has nothing to tell'() {
        given:
        def wire = owner(start())
        def session = uploaded(wire, film('whole.mp4', 6, 6), [])

        expect:
        wire.state(session).path('shortfalls').empty
        exported(wire, session).path('shortfalls').empty
    }

    def 'a session that is opened again still knows it'() {
        given:
        def engine = start(settings().folder(EngineFolder.named('main')))
        def wire = owner(engine)
        def session = uploaded(wire, film('long.mp4', 1, 3), [])
        def before = wire.state(session)

        when:
        engine.close()
        def after = owner(start(settings().folder(EngineFolder.named('main')))).state(session)

        then:
        after.path('video_infos') == before.path('video_infos')
        after.path('shortfalls') == before.path('shortfalls')
        !after.path('shortfalls').empty
    }
}
