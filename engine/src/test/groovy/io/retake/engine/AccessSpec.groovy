package io.retake.engine

import io.retake.engine.api.Policy
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset

/** Who may come in, and who may not. */
class AccessSpec extends EngineSpecification {

    static class Ticking extends Clock {
        Instant now = Instant.parse('2026-11-20T12:00:00Z')
        @Override Instant instant() { now }
        @Override ZoneOffset getZone() { ZoneOffset.UTC }
        @Override Clock withZone(java.time.ZoneId zone) { this }
    }

    def "the engine listens on loopback only, on a port of its own"() {
        given:
        def engine = start()

        expect:
        engine.apiUrl().host == '127.0.0.1'
        engine.apiUrl().port > 0

        and: 'other addresses of this machine give nobody'
        NetworkInterface.networkInterfaces().toList()*.inetAddresses().collectMany { it.toList() }
            .findAll { it instanceof Inet4Address && !it.loopbackAddress }
            .every { address -> !connects(address, engine.apiUrl().port) }
    }

    private static boolean connects(InetAddress address, int port) {
        try {
            new Socket().withCloseable { it.connect(new InetSocketAddress(address, port), 500) }
            return true
        } catch (IOException ignored) {
            return false
        }
    }

    def "a client gets a token for its id, and the same one again as long as it lasts"() {
        given:
        def engine = start()
        def wire = owner(engine)
        def id = UUID.randomUUID().toString()

        when:
        def first = wire.post('/api/auth/anonymous-token', null, ['X-Client-Id': id, Authorization: null])
        def second = wire.post('/api/auth/anonymous-token', null, ['X-Client-Id': id, Authorization: null])
        def other = wire.post('/api/auth/anonymous-token', null, ['X-Client-Id': UUID.randomUUID().toString(), Authorization: null])

        then:
        first.status == 200
        first.code == 0
        first.data.path('token').asText() ==~ /nmv_usr_[0-9a-f]{48}/
        first.data.path('user_id').asText() ==~ /anon_[0-9a-f]+/
        first.data.path('credits').asInt() == 100
        Instant.parse(first.data.path('expires_at').asText()).isAfter(Instant.now())
        second.data == first.data
        other.data.path('token') != first.data.path('token')
    }

    def "without a usable client id there is no token: #why"() {
        given:
        def wire = owner(start())

        when:
        def answer = wire.post('/api/auth/anonymous-token', null, headers)

        then:
        answer.status == 400
        answer.code == 400
        answer.json.path('message').asText().contains(says)

        where:
        why        | headers                         || says
        'missing'  | [:]                             || 'X-Client-Id is missing'
        'blank'    | ['X-Client-Id': ' ']            || 'X-Client-Id is missing'
        'words'    | ['X-Client-Id': 'my own id']    || '1 to 128 visible ASCII characters'
        'too long' | ['X-Client-Id': 'x' * 129]      || '1 to 128 visible ASCII characters'
    }

    def "every call but the anonymous token wants a valid token: #method #path with #token"() {
        given:
        def wire = owner(start())

        when:
        def answer = wire.call(method, path, method == 'POST' ? [:] : null, [Authorization: token])

        then:
        answer.code == 1001
        answer.json.path('message').asText()

        where:
        [call, token] << [
            ['POST /api/tasks/me/with-session/nemo_agent', 'POST /run_sse', 'POST /api/auth/claim-token',
             'POST /api/upload-video/nemo_agent/me/x', 'GET /api/credits/balance/simple',
             'GET /api/state/nemo_agent/me/x/latest', 'POST /api/render/proxy/lambda', 'GET /api/render/proxy/lambda/r',
             'POST /api/render/proxy/lambda/r/cancel', 'GET /api/render/proxy/r/download', 'GET /nothing/here'],
            [null, 'Bearer nmv_usr_000000', 'Bearer ', 'Basic abc']].combinations()
        method = call.split(' ')[0]
        path = call.split(' ')[1]
    }

    def "the Host must be this engine's: #host"() {
        given:
        def engine = start()
        def wire = owner(engine)

        expect:
        wire.get('/api/credits/balance/simple', [Host: host.replace('PORT', "${engine.apiUrl().port}")]).status == status

        where:
        host                    || status
        '127.0.0.1:PORT'        || 200
        'localhost:PORT'        || 200
        '[::1]:PORT'            || 200
        'evil.example:PORT'     || 403
        '127.0.0.1.evil.com:PORT' || 403
        '127.0.0.1:1'           || 403
        'localhost'             || 403
        '192.168.0.1:PORT'      || 403
    }

    def "a page from elsewhere may not call: #origin"() {
        given:
        def engine = start()
        def wire = owner(engine)
        def sent = origin.replace('PORT', "${engine.apiUrl().port}")

        expect:
        wire.get('/api/credits/balance/simple', [Origin: sent]).status == status
        wire.post('/api/auth/anonymous-token', null, ['X-Client-Id': UUID.randomUUID().toString(), Origin: sent]).status == status

        where:
        origin                    || status
        'http://127.0.0.1:PORT'   || 200
        'http://localhost:PORT'   || 200
        'https://evil.example'    || 403
        'http://localhost:1'      || 403
        'https://127.0.0.1:PORT'  || 403
        'null'                    || 403
    }

    def "no answer invites other origins"() {
        given:
        def wire = owner(start())

        expect:
        !wire.get('/api/credits/balance/simple').headers.keySet().any { it.startsWith('access-control') }
        wire.call('OPTIONS', '/run_sse', '', [Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST']).status == 403
    }

    def "a request that is no call is answered as such: #method #path"() {
        given:
        def wire = owner(start())

        when:
        def answer = wire.call(method, path, method == 'GET' ? null : '{}')

        then:
        answer.status == status
        answer.code == status

        where:
        method   | path                                                   || status
        'GET'    | '/'                                                    || 404
        'GET'    | '/api/state/nemo_agent/me/..%2f..%2fusers/latest'      || 400
        'GET'    | '/api/state/nemo_agent/me/%2e%2e/latest'               || 404
        'GET'    | '/api/render/proxy/..%5c..%5cx/download'               || 400
        'GET'    | '/api/render/proxy/a%00b/download'                     || 400
        'DELETE' | '/run_sse'                                             || 405
        'GET'    | '/run_sse'                                             || 405
    }

    def "a body that is no JSON object or too large is refused, whatever type it is said to be of: #type #status"() {
        given:
        def wire = owner(start())

        when:
        def answer = wire.post('/api/tasks/me/with-session/nemo_agent', okhttp3.RequestBody.create(body.getBytes('UTF-8'), okhttp3.MediaType.get(type)))

        then:
        answer.status == status

        where:
        type               | body                                   || status
        'text/plain'       | '{"task_name":"x"}'                    || 200
        'application/x-www-form-urlencoded' | '{"task_name":"x"}'   || 200
        'application/octet-stream'          | 'task_name=x'         || 400
        'text/plain'       | ''                                     || 200
        'application/json' | '{"task_name":'                        || 400
        'application/json' | '[]'                                   || 400
        'application/json' | '{} {}'                                || 400
        'application/json' | '[' * 5000                             || 400
        'application/json' | '{"task_name":"' + 'x' * (9 << 20) + '"}' || 413
        'application/json; charset=utf-8' | '{}'                    || 200
    }

    def "when its files can't be written, the engine says so and goes on"() {
        given:
        def engine = start()
        def wire = owner(engine)
        def sessions = data.resolve("engines/${engine.folder().name().get()}/sessions").toFile()
        sessions.deleteDir()

        when:
        def answer = wire.post('/api/tasks/me/with-session/nemo_agent', [:])

        then:
        answer.status == 500
        answer.json.path('message').asText().contains('Check its data folder')

        when:
        sessions.mkdir()

        then:
        wire.post('/api/tasks/me/with-session/nemo_agent', [:]).code == 0
    }

    def "a session is its user's alone"() {
        given:
        def engine = start()
        def ada = anonymous(engine)
        def eve = anonymous(engine)
        def session = ada.session()

        expect:
        ada.get("/api/state/nemo_agent/me/$session/latest").code == 0
        eve.get("/api/state/nemo_agent/me/$session/latest").code == 1002
        eve.say(session, 'mute').code == 1002
        eve.post("/api/upload-video/nemo_agent/me/$session", [urls: ['https://example.com/a.mp4'], source_type: 'url']).code == 1002
        eve.post('/api/auth/claim-token', [task_id: 'x', session_id: session]).code == 1002
        ada.get('/api/state/nemo_agent/me/nothere/latest').code == 1002
    }

    def "a token ends when its time is over; the same client gets a new one and finds its session"() {
        given:
        def clock = new Ticking()
        def engine = start(settings().clock(clock).policy(Policy.OFF.withTokenLifetime(Duration.ofDays(7))))
        def client = UUID.randomUUID()
        def wire = anonymous(engine, client)
        def session = wire.session()

        when:
        clock.now += Duration.ofDays(7).minusSeconds(1)

        then:
        wire.get('/api/credits/balance/simple').code == 0

        when:
        clock.now += Duration.ofSeconds(1)

        then:
        wire.get('/api/credits/balance/simple').code == 1001

        when:
        def renewed = anonymous(engine, client)

        then:
        renewed.token != wire.token
        renewed.get("/api/state/nemo_agent/me/$session/latest").code == 0
    }

    def "with a rate limit, the engine tells a client that sends too many requests how long to wait"() {
        given:
        def clock = new Ticking()
        def engine = start(settings().clock(clock).policy(Policy.OFF.withRequestsPerMinute(3)))
        def wire = owner(engine)
        3.times { assert wire.get('/api/credits/balance/simple').status == 200 }

        when:
        clock.now += Duration.ofSeconds(20)
        def refused = wire.get('/api/credits/balance/simple')

        then:
        refused.status == 429
        refused.headers['retry-after'] == '40'

        when:
        clock.now += Duration.ofSeconds(40)

        then:
        wire.get('/api/credits/balance/simple').status == 200
    }
}
