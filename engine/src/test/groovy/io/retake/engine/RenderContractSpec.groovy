package io.retake.engine

import com.fasterxml.jackson.databind.JsonNode
import io.retake.engine.api.EngineFolder
import io.retake.engine.api.Policy
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant

/** Export, as protocol.md says: submit, look, cancel, download. */
class RenderContractSpec extends EngineSpecification {

    /** A session with one clip, handed over where it lies. */
    private String sessionWith(Wire wire, Path clip = TestMedia.plain()) {
        def session = wire.session()
        assert wire.post("/api/upload-video/nemo_agent/me/$session", [urls: [clip.toUri().toString()], source_type: 'url']).code == 0
        session
    }

    /** Ten minutes of picture that take a while. */
    private String sessionWithLongFilm(Wire wire) {
        def session = sessionWith(wire)
        wire.say(session, 'Set the speed to 0.1')
        wire.say(session, 'Upscale to 1440p')
        session
    }

    private Wire.Answer submit(Wire wire, String session, String id, Map output = [format: 'mp4', quality: 'high'], JsonNode draft = null) {
        wire.post('/api/render/proxy/lambda',
            [id: id, sessionId: session, draft: draft ?: wire.state(session).path('draft'), output: output])
    }

    private static JsonNode await(Wire wire, String id, List<String> until = ['completed', 'failed']) {
        long end = System.nanoTime() + 60_000_000_000L
        while (System.nanoTime() < end) {
            def data = wire.get("/api/render/proxy/lambda/$id").data
            if (data.path('status').asText() in until) {
                return data
            }
            Thread.sleep(data.path('pollAfterMs').asInt(25))
        }
        throw new AssertionError("render $id did not end")
    }

    def "an export goes from pending to completed, and can be downloaded"() {
        given:
        def wire = owner(start())
        def session = sessionWith(wire)
        def before = Instant.now()

        when:
        def submitted = submit(wire, session, 'render_1')

        then:
        submitted.status == 200
        submitted.json.path('success').asBoolean()
        submitted.data.path('id').asText() == 'render_1'
        submitted.data.path('status').asText() in ['pending', 'processing']
        submitted.data.path('progress').asInt() == 5
        submitted.data.path('pollAfterMs').asInt() in 1..40

        when:
        def done = await(wire, 'render_1')

        then:
        done.path('status').asText() == 'completed'
        done.path('progress').asInt() == 100
        !Instant.parse(done.path('createdAt').asText()).isBefore(before.minusSeconds(1))
        !Instant.parse(done.path('completedAt').asText()).isBefore(Instant.parse(done.path('createdAt').asText()))
        !done.has('pollAfterMs')
        done.path('outputUrl').asText().startsWith(wire.url.toString())

        when:
        def file = wire.get('/api/render/proxy/render_1/download')

        then:
        file.status == 200
        file.headers['content-type'] == 'video/mp4'
        file.headers['accept-ranges'] == 'bytes'
        file.headers['etag']
        file.headers['content-length'] as int == file.bytes.length
        def saved = Files.write(data.resolve('out.mp4'), file.bytes)
        Math.abs(TestMedia.probe(saved).duration().toMillis() - 2000) < 70

        and: 'the URL in the answer gives the same'
        wire.get(done.path('outputUrl').asText() - wire.url.toString()).bytes == file.bytes
    }

    def "a download can be resumed: #range with If-Range #condition gives #status"() {
        given:
        def wire = owner(start())
        def session = sessionWith(wire)
        submit(wire, session, 'render_1')
        await(wire, 'render_1')
        def whole = wire.get('/api/render/proxy/render_1/download')
        def headers = [Range: range]
        if (condition) {
            headers['If-Range'] = condition == 'same' ? whole.headers['etag'] : '"other"'
        }

        when:
        def part = wire.get('/api/render/proxy/render_1/download', headers)

        then:
        part.status == status
        status != 206 || part.bytes == (whole.bytes[from..(to < 0 ? whole.bytes.length + to : to)] as byte[])
        status != 206 || part.headers['content-range'].endsWith("/${whole.bytes.length}")
        status != 200 || part.bytes == whole.bytes

        where:
        range                     | condition || status | from | to
        'bytes=0-99'              | null      || 206    | 0    | 99
        'bytes=1000-'             | null      || 206    | 1000 | -1
        'bytes=1000-'             | 'same'    || 206    | 1000 | -1
        'bytes=1000-'             | 'other'   || 200    | 0    | 0
        'bytes=999999999-'        | null      || 416    | 0    | 0
    }

    def "a download is never answered by 'not modified', which some clients wait on for ever; its size can be asked for"() {
        given:
        def wire = owner(start())
        def session = sessionWith(wire)
        submit(wire, session, 'render_1')
        await(wire, 'render_1')
        def etag = wire.get('/api/render/proxy/render_1/download').headers['etag']

        expect:
        wire.get('/api/render/proxy/render_1/download', ['If-None-Match': etag]).status == 200
        wire.call('HEAD', '/api/render/proxy/render_1/download').headers['content-length'] as int > 1000
    }

    def "the same timeline in the same form is not rendered twice; another form or timeline is"() {
        given:
        def wire = owner(start())
        def session = sessionWith(wire)
        submit(wire, session, 'render_1')
        await(wire, 'render_1')

        when:
        submit(wire, session, 'render_2')
        await(wire, 'render_2')

        then:
        outputs() == 1
        wire.get('/api/render/proxy/render_2/download').bytes == wire.get('/api/render/proxy/render_1/download').bytes

        when:
        submit(wire, session, 'render_3', [format: 'mp4', quality: 'low'])
        await(wire, 'render_3')
        wire.say(session, 'Trim from 0:00 to 0:01')
        submit(wire, session, 'render_4')
        await(wire, 'render_4')

        then:
        outputs() == 3
    }

    def "with reuse off each export is rendered"() {
        given:
        def wire = owner(start(settings().reuseRenders(false)))
        def session = sessionWith(wire)

        when:
        ['render_1', 'render_2'].each {
            submit(wire, session, it)
            await(wire, it)
        }

        then:
        outputs() == 2
    }

    private long outputs() {
        Files.list(data.resolve('cache/renders')).count()
    }

    def "footage that changed since it was uploaded is not rendered, not even from what was made before"() {
        given:
        def wire = owner(start())
        def clip = Files.copy(TestMedia.plain(), data.resolve('a.mp4'))
        def session = sessionWith(wire, clip)
        submit(wire, session, 'render_1')
        await(wire, 'render_1')
        Files.write(clip, new byte[1000])

        when:
        def refused = submit(wire, session, 'render_2')

        then:
        refused.status == 400
        refused.json.path('message').asText().contains('a.mp4')
        refused.json.path('message').asText().contains('changed')
    }

    def "a render id is used once"() {
        given:
        def wire = owner(start())
        def session = sessionWith(wire)
        submit(wire, session, 'render_1')
        await(wire, 'render_1')

        when:
        def again = submit(wire, session, 'render_1')

        then:
        again.status == 409
        again.json.path('message').asText().contains('taken')
    }

    def "a request that can't be rendered is refused at once: #why"() {
        given:
        def wire = owner(start())
        def session = sessionWith(wire)
        def good = wire.state(session).path('draft')
        def body = [id: 'render_1', sessionId: session, draft: good, output: [format: 'mp4', quality: 'high']]
        body.putAll(change)

        when:
        def answer = wire.post('/api/render/proxy/lambda', body)

        then:
        answer.status == 400
        answer.json.path('message').asText()
        wire.get('/api/render/proxy/lambda/render_1').status == 404

        where:
        why                    | change
        'a path for an id'     | [id: '../../x']
        'no id'                | [id: '']
        'no draft'             | [draft: null]
        'an empty draft'       | [draft: [t: [], d: 0, m: [:]]]
        'a draft of nonsense'  | [draft: [t: 'x']]
        'an unknown format'    | [output: [format: 'exe']]
        'a path for a format'  | [output: [format: '../mp4']]
        'another medium'       | [draft: [t: [[tt: 0, sg: [[id: 'a', s: 0, d: 1000, md: '0' * 64]]]], d: 1000, m: [width: 320, height: 180]]]
        'a path for a medium'  | [draft: [t: [[tt: 0, sg: [[id: 'a', s: 0, d: 1000, md: '../../../etc/passwd']]]], d: 1000, m: [width: 320, height: 180]]]
    }

    def "a session of another user can't be rendered, nor its renders looked at"() {
        given:
        def engine = start()
        def wire = owner(engine)
        def eve = anonymous(engine)
        def session = sessionWith(wire)
        submit(wire, session, 'render_1')
        await(wire, 'render_1')

        expect:
        eve.post('/api/render/proxy/lambda', [id: 'r', sessionId: session, draft: [:], output: [:]]).code == 1002
        eve.get('/api/render/proxy/lambda/render_1').status == 404
        eve.get('/api/render/proxy/render_1/download').status == 404
        eve.post('/api/render/proxy/lambda/render_1/cancel').status == 404
    }

    def "export without #missing is refused with 402"() {
        given:
        def wire = owner(start())
        def session = sessionWith(wire)

        when:
        def answer = wire.post('/api/render/proxy/lambda',
            [id: 'render_1', sessionId: session, draft: wire.state(session).path('draft'), output: [format: 'mp4']], [(missing): null])

        then:
        answer.status == 402
        answer.json.path('message').asText().contains(missing)

        where:
        missing << ['X-Skill-Source', 'X-Skill-Version', 'X-Skill-Platform']
    }

    def "export can be outside the plan"() {
        given:
        def wire = owner(start(settings().policy(Policy.OFF.withoutExport())))
        def session = sessionWith(wire)

        expect:
        submit(wire, session, 'render_1').status == 402
    }

    def "a render that runs can be cancelled, and leaves no process and no file"() {
        given:
        def wire = owner(start())
        def session = sessionWithLongFilm(wire)
        submit(wire, session, 'render_1')
        await(wire, 'render_1', ['processing', 'failed', 'completed'])

        when:
        def began = System.nanoTime()
        def answer = wire.post('/api/render/proxy/lambda/render_1/cancel')
        def ended = await(wire, 'render_1')

        then:
        answer.status == 200
        ended.path('status').asText() == 'failed'
        ended.path('error').asText().contains('cancelled')
        (System.nanoTime() - began) / 1_000_000 < 10_000
        wire.get('/api/render/proxy/render_1/download').status == 409
        children() == []
        unfinished().findAll { it.contains('/tmp/') } == []

        and: 'cancelling again changes nothing'
        wire.post('/api/render/proxy/lambda/render_1/cancel').data.path('status').asText() == 'failed'
    }

    def "renders wait for each other, and one that waits can be cancelled at once"() {
        given:
        def wire = owner(start())
        def session = sessionWithLongFilm(wire)
        submit(wire, session, 'render_1')
        submit(wire, session, 'render_2', [format: 'mp4', quality: 'low'])

        expect:
        await(wire, 'render_1', ['processing', 'failed', 'completed']).path('status').asText() == 'processing'
        wire.get('/api/render/proxy/lambda/render_2').data.path('status').asText() == 'pending'

        when:
        wire.post('/api/render/proxy/lambda/render_2/cancel')

        then:
        wire.get('/api/render/proxy/lambda/render_2').data.path('status').asText() == 'failed'
        wire.get('/api/render/proxy/lambda/render_1').data.path('status').asText() == 'processing'
    }

    def "closing the engine ends what is rendered, soon, and a restart says so"() {
        given:
        def engine = start(settings().folder(EngineFolder.named('main')))
        def wire = owner(engine)
        def session = sessionWithLongFilm(wire)
        submit(wire, session, 'render_1')
        await(wire, 'render_1', ['processing'])

        when:
        def began = System.nanoTime()
        engine.close()

        then:
        (System.nanoTime() - began) / 1_000_000 < 10_000
        children() == []

        when:
        def again = owner(start(settings().folder(EngineFolder.named('main'))))

        then:
        again.get('/api/render/proxy/lambda/render_1').data.path('status').asText() == 'failed'
    }

    def "closing works in a thread that was interrupted, which stays so"() {
        given:
        def engine = start()
        def wire = owner(engine)
        def session = sessionWithLongFilm(wire)
        submit(wire, session, 'render_1')
        await(wire, 'render_1', ['processing'])

        when:
        Thread.currentThread().interrupt()
        engine.close()

        then:
        Thread.interrupted()
        children() == []
        unfinished() == []
    }

    def "a finished render survives a restart"() {
        given:
        def engine = start(settings().folder(EngineFolder.named('main')))
        def wire = owner(engine)
        def session = sessionWith(wire)
        submit(wire, session, 'render_1')
        await(wire, 'render_1')
        def bytes = wire.get('/api/render/proxy/render_1/download').bytes
        engine.close()

        when:
        def again = owner(start(settings().folder(EngineFolder.named('main'))))

        then:
        again.get('/api/render/proxy/lambda/render_1').data.path('status').asText() == 'completed'
        again.get('/api/render/proxy/render_1/download').bytes == bytes
    }

    def "the end of a render can be seen within 50 ms"() {
        given:
        def wire = owner(start())
        def session = sessionWith(wire)
        submit(wire, session, 'warm-up')
        await(wire, 'warm-up')

        expect: 'of several one is: a busy machine holds up one, but not all'
        (1..10).any {
            submit(wire, session, "render_$it", [format: 'mp4', quality: 'low'])
            def done = await(wire, "render_$it")
            assert done.path('status').asText() == 'completed'
            java.time.Duration.between(Instant.parse(done.path('completedAt').asText()), Instant.now()).toMillis() < 50
        }
    }

    def "a render whose file made room for others says so"() {
        given:
        def wire = owner(start())
        def session = sessionWith(wire)
        submit(wire, session, 'render_1')
        await(wire, 'render_1')
        Files.list(data.resolve('cache/renders')).forEach { it.toFile().deleteDir() }

        when:
        def answer = wire.get('/api/render/proxy/render_1/download')

        then:
        answer.status == 410
        answer.json.path('message').asText().contains('Submit the render again')
    }
}
