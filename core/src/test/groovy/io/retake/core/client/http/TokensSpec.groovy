package io.retake.core.client.http

import io.retake.core.client.ClientSpecification
import io.retake.core.client.WireServer
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Requires

class TokensSpec extends ClientSpecification {
    static final String ANONYMOUS = 'POST /api/auth/anonymous-token'
    static final String CREDITS = 'GET /api/credits/balance/simple'
    static final String BALANCE = '{"code":0,"data":{"available":100,"frozen":0,"total":100}}'

    static String grant(String token, String expires = '2026-11-27T12:00:00Z') {
        """{"code":0,"data":{"token":"$token","user_id":"anon_1","expires_at":"$expires","credits":100}}"""
    }

    /** Accepts the tokens it has given out last. */
    def issue(String... tokens) {
        server.onEach(ANONYMOUS, tokens.collect { token -> return { it.json(grant(token)) } } as Closure[])
        server.on(CREDITS) {
            it.json(it.request.headers['Authorization'] == "Bearer ${tokens[-1]}" ? BALANCE : '{"code":1001}')
        }
    }

    def config() { folder.resolve('.config/nemovideo') }

    def "an anonymous token is taken once and kept for later runs"() {
        given:
        issue('nmv_usr_1')

        when:
        anonymous().credits(none())
        anonymous().credits(none())

        then:
        server.count(ANONYMOUS) == 1
        server.count(CREDITS) == 2
        def request = server.received(ANONYMOUS)[0]
        UUID.fromString(request.headers['X-Client-Id'])
        request.headers['X-Client-Id'] == Files.readString(config().resolve('client_id')).strip()
        request.headers['Authorization'] == null
        request.headers['X-Skill-Source'] == 'retake'
        request.length == 0
    }

    @Requires({ os.linux || os.macOs })
    def "only the owner can read what is kept"() {
        given:
        issue('nmv_usr_1')

        when:
        anonymous().credits(none())

        then:
        def files = Files.walk(config()).filter { Files.isRegularFile(it) }.toList()
        files.size() == 2
        files.every { PosixFilePermissions.toString(Files.getPosixFilePermissions(it)) == 'rw-------' }
        PosixFilePermissions.toString(Files.getPosixFilePermissions(config())) == 'rwx------'
    }

    def "a rejected token is replaced once, with the same client id, and the call repeated"() {
        given:
        issue('nmv_usr_1', 'nmv_usr_2')

        when:
        def credits = anonymous().credits(none())

        then:
        credits.available() == 100
        server.received(CREDITS)*.headers*.get('Authorization') == ['Bearer nmv_usr_1', 'Bearer nmv_usr_2']
        server.received(ANONYMOUS)*.headers*.get('X-Client-Id').unique().size() == 1
    }

    def "replaces a token only once: reports a second rejection"() {
        given:
        server.on(ANONYMOUS) { it.json(grant('nmv_usr_1')) }
        server.on(CREDITS) { it.json('{"code":1001}') }

        when:
        anonymous().credits(none())

        then:
        thrown(ClientException.TokenRejected)
        server.count(ANONYMOUS) == 2
        server.count(CREDITS) == 2
    }

    def "never replaces the user's token"() {
        given:
        issue('nmv_usr_1')

        when:
        client().credits(none())

        then:
        def problem = thrown(ClientException.TokenRejected)
        problem.advice().contains('never replaced in silence')
        server.count(ANONYMOUS) == 0
        !Files.exists(config())
    }

    def "an expired token is not even tried"() {
        given:
        server.on(ANONYMOUS) { it.json(grant('nmv_usr_1', '2026-11-20T12:30:00+00:00')) }
        server.on(CREDITS) { it.json(BALANCE) }
        anonymous().credits(none())

        when:
        now = now.plusSeconds(3600)
        anonymous().credits(none())

        then:
        server.count(ANONYMOUS) == 2
        server.count(CREDITS) == 2
    }

    def "one backend's token is not shown to another"() {
        given:
        issue('nmv_usr_1')
        anonymous().credits(none())
        def other = new WireServer()
        other.on(ANONYMOUS) { it.json(grant('nmv_usr_other')) }
        other.on(CREDITS) { it.json(BALANCE) }

        when:
        client(settings([:]).forBackend(other.url, null)).credits(none())
        anonymous().credits(none())

        then:
        other.received(CREDITS)*.headers*.get('Authorization') == ['Bearer nmv_usr_other']
        server.received(CREDITS)*.headers*.get('Authorization').unique() == ['Bearer nmv_usr_1']

        cleanup:
        clients*.close()
        other.close()
    }

    def "a refused client id is replaced, kept, and the call repeated"() {
        given:
        Files.createDirectories(config())
        Files.writeString(config().resolve('client_id'), 'damaged')
        server.on(ANONYMOUS) {
            def good = it.request.headers['X-Client-Id'] ==~ /[0-9a-f-]{36}/
            it.json(good ? 200 : 400, good ? grant('nmv_usr_1') : '{"message":"X-Client-Id required"}')
        }
        server.on(CREDITS) { it.json(BALANCE) }

        when:
        anonymous().credits(none())

        then:
        server.count(ANONYMOUS) == 2
        Files.readString(config().resolve('client_id')).strip() == server.received(ANONYMOUS)[1].headers['X-Client-Id']
    }

    def "uses the user's client id and never replaces it"() {
        given:
        server.on(ANONYMOUS) { it.json(400, '{"message":"bad id"}') }

        when:
        client(settings([NEMO_CLIENT_ID: 'mine'])).credits(none())

        then:
        def problem = thrown(ClientException.ClientIdRejected)
        problem.advice().contains('NEMO_CLIENT_ID')
        server.received(ANONYMOUS)*.headers*.get('X-Client-Id') == ['mine']
    }

    def "a second token within 7 days is a rate limit with advice of its own"() {
        given:
        server.on(ANONYMOUS) { it.json(429, '{"code":429}') }

        when:
        anonymous().credits(none())

        then:
        def problem = thrown(ClientException.RateLimited)
        problem.message.contains('7 days')
        problem.advice().contains('NEMO_TOKEN')
    }

    def "a limit on calls for tokens is waited for once, and the week between two tokens is not: #retryAfter"() {
        given:
        server.onEach(ANONYMOUS, { it.json(429, '{"code":429}', retryAfter ? ['Retry-After': retryAfter] : [:]) }, { it.json(grant('nmv_usr_1')) })
        server.on(CREDITS) { it.json('{"code":0,"data":{"available":1}}') }

        when:
        def problem = null
        try {
            anonymous().credits(none())
        } catch (ClientException.RateLimited e) {
            problem = e
        }

        then:
        slept*.toSeconds() == waits
        (problem?.message ?: '').contains(says)
        (problem == null) == (says == '')

        where:
        retryAfter | waits | says
        null       | [30]  | ''
        '40'       | [40]  | ''
        '0'        | [0]   | ''
        '604800'   | []    | 'the next one in 7 days'
        '7200'     | []    | 'the next one in 2 hours'
    }

    def "the link to register names the user from the session or its state: #how"() {
        given:
        server.on(ANONYMOUS) { it.json('{"code":0,"data":{"token":"nmv_usr_1","expires_at":"2099-01-01T00:00:00Z"}}') }
        server.on('POST /api/tasks/me/with-session/nemo_agent') { it.json("""{"code":0,"data":{"task_id":"t","session_id":"ses_1"${how == 'session' ? ',"user_id":"anon_7"' : ''}}}""") }
        server.on(STATE) { it.json("""{"code":0,"data":{"state":{"draft":{}}${how == 'state' ? ',"user_id":"anon_7"' : ''}}}""") }
        server.on(CREDITS) { it.json('{"code":2001}') }
        def client = client(settings([NEMO_WEB_URL: 'https://web.example'] + (how == 'given token' ? [NEMO_TOKEN: 'nmv_usr_given'] : [:])))
        if (how == 'given token') {
            server.on(STATE) { it.json('{"code":0,"data":{"state":{"user_id":"anon_7"}}}') }
        }

        when:
        def session = client.openSession('project', 'en', none())
        client.state(session, none())
        client.credits(none())

        then:
        def problem = thrown(ClientException.OutOfCredits)
        problem.registration().map { it.toString() }.orElse(null) == link

        where:
        how           || link
        'session'     || 'https://web.example/register?bind=anon_7'
        'state'       || 'https://web.example/register?bind=anon_7'
        'given token' || 'https://web.example/register?bind=anon_7'
        'nowhere'     || 'https://web.example/register'
    }

    def "a registered user tops up: with a given token, or when not anonymous"() {
        given:
        server.on(STATE) { it.json('{"code":0,"data":{"state":{},"user_id":"usr_42"}}') }
        server.on(CREDITS) { it.json('{"code":2001}') }
        def client = client()
        client.state(SESSION, none())

        when:
        client.credits(none())

        then:
        def problem = thrown(ClientException.OutOfCredits)
        problem.registration().empty
        problem.advice().contains('Top up')
    }

    def "out of credits: an anonymous user gets a link to register"() {
        given:
        server.on(ANONYMOUS) { it.json(grant('nmv_usr_1')) }
        server.on(STATE) { it.json('{"code":2001}') }

        when:
        client(settings([NEMO_WEB_URL: 'https://web.example'])).state(SESSION, none())

        then:
        def problem = thrown(ClientException.OutOfCredits)
        problem.registration().get().toString() == 'https://web.example/register?bind=anon_1'
        problem.advice().contains('https://web.example/register?bind=anon_1')
    }

    def "no token in any text"() {
        given:
        server.on(ANONYMOUS) { it.json(grant('nmv_usr_secret')) }
        server.on(CREDITS) { it.json('{"code":1001,"message":"bad"}') }

        when:
        def texts = [settings([NEMO_TOKEN: 'nmv_usr_secret']).toString(), new StoredToken('nmv_usr_secret', 'a', now).toString()]
        try {
            anonymous().credits(none())
        } catch (ClientException problem) {
            def trace = new StringWriter()
            problem.printStackTrace(new PrintWriter(trace))
            texts += [problem.toString(), problem.advice(), trace.toString()]
        }

        then:
        texts.size() == 5
        texts.every { !it.contains('secret') }
        server.requests.every { !it.target.contains('secret') }
    }

    def "a token with a line end is refused before it becomes a header, and not shown"() {
        given:
        server.on(ANONYMOUS) { it.json(grant('nmv_usr_\\nX-Evil: 1')) }

        when:
        anonymous().credits(none())

        then:
        def problem = thrown(ClientException.NotAnApi)
        !problem.toString().contains('Evil')
    }

    def "threads that start together take one token together"() {
        given:
        issue('nmv_usr_1')
        def client = anonymous()
        def pool = Executors.newFixedThreadPool(6)

        when:
        pool.invokeAll((1..6).collect { { -> client.credits(none()) } as Callable })*.get()

        then:
        server.count(ANONYMOUS) == 1

        cleanup:
        pool.shutdownNow()
    }
}
