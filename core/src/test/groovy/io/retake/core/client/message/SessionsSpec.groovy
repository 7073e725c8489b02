package io.retake.core.client.message

import io.retake.core.Version
import io.retake.core.client.ClientSpecification
import io.retake.core.client.http.ClientException
import io.retake.core.protocol.SessionRef

class SessionsSpec extends ClientSpecification {

    def "opens a session, with the headers of every request"() {
        given:
        server.on('POST /api/tasks/me/with-session/nemo_agent') {
            it.json('{"code":0,"data":{"task_id":"task_1","session_id":"ses_1","new_field":[1]}}')
        }

        when:
        def session = client(settings([NEMO_TOKEN: TOKEN, SKILL_SOURCE: 'ci'])) { it.source('hd-local-ai') }
            .openSession('project "Ä"', 'en', none())

        then:
        session == new SessionRef('task_1', 'ses_1')
        def request = server.requests[0]
        request.text == '{"task_name":"project \\"Ä\\"","language":"en"}'
        request.headers['Authorization'] == "Bearer $TOKEN"
        request.headers['X-Skill-Source'] == 'hd-local-ai'
        request.headers['X-Skill-Version'] == Version.current()
        request.headers['X-Skill-Platform'] == 'ci'
        Version.current() ==~ /\d+\.\d+.*/
    }

    def "a claim link holds the claim token and never the API's"() {
        given:
        server.on('POST /api/auth/claim-token') { it.json('{"code":0,"data":{"claim_token":"clm_a+b","expires_in":604800}}') }

        when:
        def link = client(settings([NEMO_TOKEN: TOKEN, NEMO_WEB_URL: 'https://web.example/'])).claimLink(SESSION, none())

        then:
        link.toString() == 'https://web.example/workspace/claim?ct=clm_a%2Bb'
        server.requests[0].text == '{"task_id":"task_1","session_id":"ses_1"}'
        server.requests.every { !it.target.contains(TOKEN) }
    }

    def "reads the balance"() {
        given:
        server.on('GET /api/credits/balance/simple') { it.json('{"code":0,"data":{"available":87.5,"frozen":"2","total":89.5}}') }

        when:
        def credits = client().credits(none())

        then:
        credits.available() == 87.5
        credits.frozen() == 2
        credits.total() == 89.5
    }

    def "reads the state and keeps what it doesn't know"() {
        given:
        server.on(STATE) { it.json(state(draft(10), ',"new_thing":{"a":1},"generated_media":{"x":{"id":"x"}}')) }

        when:
        def state = client().state(SESSION, none())

        then:
        state.draft().get().ready()
        state.json().path('new_thing').path('a').asInt() == 1
        state.generatedMedia()*.path('id')*.asText() == ['x']
    }

    def "code #code is a #type.simpleName that says what to do"() {
        given:
        server.on(STATE) { it.json(status, body) }

        when:
        client().state(SESSION, none())

        then:
        def problem = thrown(ClientException)
        problem.class == type
        problem.message.contains(message)
        problem.advice().contains(advice)
        problem.refused() == refused
        server.count(STATE) == 1

        where:
        code    | status | body                                             || type                            | message                 | advice             | refused
        1001    | 200    | '{"code":1001,"message":"expired"}'              || ClientException.TokenRejected   | 'expired'               | 'NEMO_TOKEN'       | true
        'HTTP 401' | 401 | 'Unauthorized'                                   || ClientException.TokenRejected   | '1001'                  | 'NEMO_TOKEN'       | true
        1002    | 200    | '{"code":1002}'                                  || ClientException.NoSuchSession   | 'ses_1'                 | 'Open a new'       | false
        2001    | 200    | '{"code":2001,"msg":"no credits"}'               || ClientException.OutOfCredits    | 'no credits'            | 'Top up'           | true
        4001    | 200    | '{"code":4001}'                                  || ClientException.UnsupportedFile | '4001'                  | 'mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac, srt, vtt, cube' | false
        4002    | 200    | '{"code":4002}'                                  || ClientException.FileTooLarge    | '4002'                  | '500 MB'           | false
        'HTTP 402' | 402 | '{"message":"free plan"}'                        || ClientException.ExportNotInPlan | 'free plan'             | 'not of credits'   | true
        9876    | 200    | '{"code":9876,"message":"odd"}'                  || ClientException.Refused         | 'code 9876'             | ''                 | false
        'plain 500' | 500 | 'Internal Server Error'                         || ClientException.Refused         | 'HTTP 500 Internal Server Error' | 'few minutes' | false
        'plain 503' | 503 | 'overloaded'                                    || ClientException.Refused         | 'HTTP 503 Service Unavailable' | 'few minutes' | false
        'page of 500' | 500 | '<!doctype html><title>500</title>'           || ClientException.Refused         | 'HTTP 500 Internal Server Error' | 'few minutes' | false
        'HTTP 422' | 422 | '{"detail":[{"type":"missing","loc":["body","session_id"],"msg":"Field required","input":{}}]}' || ClientException.Refused | 'Field required (body.session_id)' | '' | false
        'HTTP 404' | 404 | '{"detail":"Session not found: ses_1"}'          || ClientException.NoSuchSession   | 'ses_1'                 | 'Open a new'       | false
        'HTTP 500' | 500 | '{"error":{"message":"boom"}}'                   || ClientException.Refused         | 'boom'                  | 'few minutes'      | false
    }

    def "#what is not taken for an API"() {
        given:
        server.on(STATE, handler)

        when:
        client().state(SESSION, none())

        then:
        def problem = thrown(ClientException.NotAnApi)
        problem.message.contains(message)
        problem.advice().contains('NEMO_API_URL')

        where:
        what                | message                   | handler
        'HTML'              | "HTTP 200 and '<html><h1>Sign in</h1>'" | { it.answer(200, ['Content-Type': 'text/html'], '<html><h1>Sign\u001b[2J in</h1>'.bytes) }
        'an empty answer'   | 'HTTP 200 and an empty'   | { it.answer(200, [:], new byte[0]) }
        'half an answer'    | '{"code":0,"da'           | { it.json('{"code":0,"da') }
        'a list'            | '[1,2]'                   | { it.json('[1,2]') }
        'a gateway\'s page' | 'HTTP 502'                | { it.answer(502, [:], '<html>Bad gateway</html>'.bytes) }
        'a redirect'        | 'redirect (302) to https://login.example/' | { it.answer(302, [Location: 'https://login.example/'], new byte[0]) }
    }

    def "an answer without end is refused"() {
        given:
        server.on(STATE) {
            it.raw('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n')
            def megabyte = (' ' * (1 << 20)).bytes
            33.times { i -> it.bytes(megabyte) }
            it.drop()
        }

        when:
        client().state(SESSION, none())

        then:
        def problem = thrown(ClientException)
        problem.message.contains('32 MB')
    }

    def "a server's text cannot reach the terminal's controls"() {
        given:
        server.on(STATE) { it.json('{"code":9,"message":"a\\u001b]0;owned\\u0007b\\u202e"}') }

        when:
        client().state(SESSION, none())

        then:
        def problem = thrown(ClientException.Refused)
        problem.message == 'The backend refused: ab (code 9)'
    }

    def "after 429 it waits #seconds s, once"() {
        given:
        server.onEach(STATE, { it.json(429, '{"code":429}', headers) }, { it.json(state()) })

        when:
        client().state(SESSION, none())

        then:
        slept*.toSeconds() == [seconds]
        server.count(STATE) == 2

        where:
        headers                  | seconds
        [:]                      | 30
        ['Retry-After': '7']     | 7
        ['Retry-After': '86400'] | 120
        ['Retry-After': 'soon']  | 30
    }

    def "reports a second 429"() {
        given:
        server.on(STATE) { it.answer(429, [:], 'Too Many Requests'.bytes) }

        when:
        client().state(SESSION, none())

        then:
        thrown(ClientException.RateLimited)
        slept.size() == 1
        server.count(STATE) == 2
    }

    def "reports a failed connection with the address"() {
        given:
        def settings = settings()
        server.close()

        when:
        client(settings).credits(none())

        then:
        def problem = thrown(ClientException.ConnectionLost)
        problem.message.contains("127.0.0.1:$server.url.port")
        problem.advice().contains('NEMO_API_URL')
    }

    def "a kept connection that the server closed meanwhile is not the caller's concern"() {
        given:
        server.on(STATE) { it.json(state()); it.drop() }
        def client = client()

        expect:
        (1..3).each { client.state(SESSION, none()) }
        server.count(STATE) == 3
    }

    def "POSTs are not repeated when the connection breaks after the request"() {
        given:
        server.on('POST /api/tasks/me/with-session/nemo_agent') { it.drop() }

        when:
        client().openSession('a', 'en', none())

        then:
        thrown(ClientException.ConnectionLost)
        server.count('POST /api/tasks/me/with-session/nemo_agent') == 1
    }

    def "a cancelled call ends at once"() {
        given:
        def reached = new java.util.concurrent.CountDownLatch(1)
        server.on(STATE) { reached.countDown(); it.connection.inputStream.read() }
        def cancellation = none()
        Thread.start { reached.await(); cancellation.cancel() }

        when:
        long start = System.nanoTime()
        client().state(SESSION, cancellation)

        then:
        thrown(ClientException.Cancelled)
        System.nanoTime() - start < 5_000_000_000L
    }

    def "a session id is one path segment, whatever it holds"() {
        given:
        server.on('GET /api/state/nemo_agent/me/..%2F%3Fa%20b/latest') { it.json(state()) }

        when:
        client().state(new SessionRef('t', '../?a b'), none())

        then:
        server.requests.size() == 1
    }
}
