package io.retake.engine

import com.fasterxml.jackson.databind.JsonNode
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.time.Duration
import okhttp3.HttpUrl
import spock.lang.Requires

/** A finished film, for whoever was given its address, and for nobody else. */
class DownloadAddressSpec extends EngineSpecification {
    private final clock = new AccessSpec.Ticking()

    private static JsonNode film(Wire wire, String id = 'render_1', String format = 'png') {
        def session = wire.session()
        assert wire.post("/api/upload-video/nemo_agent/me/$session", BackendContractSpec.multipart(['a.mp4': TestMedia.plain()])).code == 0
        def sent = wire.post('/api/render/proxy/lambda', [id: id, sessionId: session, draft: wire.state(session).path('draft'), output: [format: format]])
        assert sent.status == 200: sent.text
        ended(wire, id)
    }

    private static JsonNode ended(Wire wire, String id) {
        long end = System.nanoTime() + 60_000_000_000L
        def answer = wire.get("/api/render/proxy/lambda/$id").json
        while (!(answer.path('status').asText() in ['completed', 'failed']) && System.nanoTime() < end) {
            Thread.sleep(answer.path('data').path('pollAfterMs').asInt(10))
            answer = wire.get("/api/render/proxy/lambda/$id").json
        }
        answer
    }

    /** A request with none of our headers. */
    private static Wire.Answer stranger(Wire wire, String address, Map<String, String> more = [:]) {
        def url = HttpUrl.get(address)
        new Wire(wire.url).withCloseable { it.headers = [:]; it.get(url.encodedPath(), more) }
    }

    def "a render's status is in the answer twice: at the top level and in data"() {
        given:
        def wire = anonymous(start())

        when:
        def done = film(wire)

        then:
        done.path('status').asText() == 'completed'
        done.path('id').asText() == 'render_1'
        done.path('progress').asInt() == 100
        done.path('output').path('url').asText().startsWith("${wire.url}/")
        done.path('success').asBoolean()
        done.path('data').path('status').asText() == 'completed'
        done.path('data').path('outputUrl') == done.path('output').path('url')

        when: 'one that is being submitted, and one that failed'
        def session = wire.session()
        wire.post("/api/upload-video/nemo_agent/me/$session", BackendContractSpec.multipart(['a.mp4': TestMedia.plain()]))
        wire.say(session, 'Set the speed to 0.05')
        def submitted = wire.post('/api/render/proxy/lambda', [id: 'r2', sessionId: session, draft: wire.state(session).path('draft'), output: [format: 'mp4']]).json
        def cancelled = wire.post('/api/render/proxy/lambda/r2/cancel', '{}').json
        def failed = ended(wire, 'r2')

        then:
        submitted.path('status').asText() in ['pending', 'processing']
        submitted.path('data').path('status') == submitted.path('status')
        !submitted.has('output')
        cancelled.path('data').path('status') == cancelled.path('status')
        failed.path('status').asText() == 'failed'
        failed.path('error') == failed.path('data').path('error')
        failed.path('error').asText().contains('cancelled')
    }

    def "the address of a finished film works by itself, for a day, and keeps its name"() {
        given:
        def wire = anonymous(start(settings().clock(clock)))
        def address = film(wire).path('output').path('url').asText()
        def whole = wire.get('/api/render/proxy/render_1/download').bytes

        expect:
        address.endsWith('/render_1.png')
        stranger(wire, address).bytes == whole
        stranger(wire, address, [Range: 'bytes=0-9']).with { status == 206 && bytes.length == 10 }

        and: 'asked again at once it is the same one'
        wire.get('/api/render/proxy/lambda/render_1').json.path('output').path('url').asText() == address

        when:
        clock.now += Duration.ofHours(24)

        then:
        stranger(wire, address).status == 200

        when:
        clock.now += Duration.ofHours(1)
        def late = stranger(wire, address)
        def next = wire.get('/api/render/proxy/lambda/render_1').json.path('output').path('url').asText()

        then:
        late.status == 401
        late.json.path('message').asText().contains('expired at')
        stranger(wire, next).bytes == whole
    }

    def "an address that was not given opens nothing: #why"() {
        given:
        def wire = anonymous(start())
        def address = film(wire).path('output').path('url').asText()
        film(wire, 'render_2')

        when:
        def answer = stranger(wire, forged(address))

        then:
        answer.status in [401, 404]
        answer.headers['content-type'].startsWith('application/json')

        where:
        why                      | forged
        'another film'           | { String it -> it.replace('/render_1.', '/render_2.') }
        'another ending'         | { String it -> it.replace('.png', '.mp4') }
        'a later end'            | { String it -> it.replaceFirst('/file/([0-9a-f]+)-', { m, end -> "/file/${Long.toHexString(Long.parseLong(end, 16) + 3600)}-" }) }
        'another signature'      | { String it -> it.replaceFirst('-([0-9a-f]{40})/', "-${'0' * 40}/") }
        'a short signature'      | { String it -> it.replaceFirst('-([0-9a-f]{8})[0-9a-f]+/', '-$1/') }
        'no signature'           | { String it -> it.replaceFirst('/file/[^/]+/', '/file/x/') }
        'a long one'             | { String it -> it.replaceFirst('/file/', "/file/${'a' * 80}") }
        'a number beyond all'    | { String it -> it.replaceFirst('/file/[0-9a-f]+-', '/file/ffffffffffff-') }
        'no ticket at all'       | { String it -> it.replaceFirst('/file/[^/]+/', '/file/') }
    }

    def "an address of another engine opens nothing, and pages of elsewhere can't use one"() {
        given:
        def one = anonymous(start())
        def two = anonymous(start())
        def address = film(one).path('output').path('url').asText()
        film(two)

        expect:
        stranger(two, address).status == 401
        stranger(one, address, [Origin: 'https://evil.example']).status == 403
        stranger(one, address, [Host: 'evil.example']).status == 403
    }

    def "a film without a token is HTTP 401 and JSON, so that no tool keeps the refusal for a film: #path"() {
        given:
        def wire = anonymous(start())
        film(wire)

        when:
        def answer = stranger(wire, wire.url.toString() + path, token == null ? [:] : [Authorization: token])

        then:
        answer.status == 401
        answer.code == 1001
        answer.headers['content-type'].startsWith('application/json')
        answer.headers['www-authenticate'] == 'Bearer'

        when: 'the size alone is asked for'
        def head = new Wire(wire.url).withCloseable { it.call('HEAD', path) }

        then:
        head.status == 401

        where:
        path                                | token
        '/api/render/proxy/render_1/download' | null
        '/api/render/proxy/render_1/download' | 'Bearer nmv_usr_0'
        '/api/render/proxy/other/download'  | null
        '/api/render/file/'                 | null
    }

    def "another user's film is not there"() {
        given:
        def engine = start()
        film(anonymous(engine))

        expect:
        anonymous(engine).get('/api/render/proxy/render_1/download').status == 404
    }

    @Requires({ Curl.there })
    def "curl without a token fails with -f, and with the address it has the film"() {
        given:
        def wire = anonymous(start())
        def address = film(wire).path('output').path('url').asText()

        expect:
        Curl.run(data, '-f', '-s', '-o', 'refused.png', "${wire.url}/api/render/proxy/render_1/download").exit == 22
        Curl.run(data, '-f', '-s', '-S', '-O', address).exit == 0
        Files.readAllBytes(data.resolve('render_1.png')) == wire.get('/api/render/proxy/render_1/download').bytes
    }
}
