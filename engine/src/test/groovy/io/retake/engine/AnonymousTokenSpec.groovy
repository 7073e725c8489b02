package io.retake.engine

import io.retake.engine.api.EngineFolder
import io.retake.engine.api.Policy
import java.time.Duration
import java.time.Instant

/** Tokens for whoever asks, and how often. */
class AnonymousTokenSpec extends EngineSpecification {
    private final clock = new AccessSpec.Ticking()

    private static Wire.Answer ask(Wire wire, String client) {
        wire.post('/api/auth/anonymous-token', null, ['X-Client-Id': client, Authorization: null])
    }

    def "a client may be known by any short id: #client"() {
        given:
        def engine = start()
        def wire = owner(engine)

        when:
        def first = ask(wire, client)

        then:
        first.code == 0
        first.data.path('user_id').asText() ==~ /anon_[0-9a-f]{24}/
        ask(wire, client).data == first.data
        ask(wire, client + 'x').data.path('token') != first.data.path('token')
        new Wire(engine.apiUrl(), first.data.path('token').asText()).withCloseable { it.session() }

        where:
        client << ['client-1795907376-12345', 'me', 'x', '../../etc', 'c' * 127, 'zzzzzzzz-0000-0000-0000-000000000000', 'a=b;c"']
    }

    def "a UUID is the same client in capitals and in small letters"() {
        given:
        def wire = owner(start())
        def id = UUID.randomUUID().toString()

        expect:
        ask(wire, id.toUpperCase()).data == ask(wire, id).data
    }

    def "the session and its state say whose they are, as the token did"() {
        given:
        def engine = start()
        def wire = owner(engine)
        def given = ask(wire, 'client-1').data
        def mine = new Wire(engine.apiUrl(), given.path('token').asText())

        when:
        def opened = mine.post('/api/tasks/me/with-session/nemo_agent', [task_name: 'project']).data
        def state = mine.get("/api/state/nemo_agent/me/${opened.path('session_id').asText()}/latest").data

        then:
        opened.path('user_id') == given.path('user_id')
        state.path('user_id') == given.path('user_id')

        cleanup:
        mine?.close()
    }

    def "with one token a week, a client's second is 429 until the week is over"() {
        given:
        def engine = start(settings().clock(clock).folder(EngineFolder.named('main')).policy(Policy.OFF.withOneTokenPerClient()))
        def wire = owner(engine)

        when:
        def first = ask(wire, 'client-1')
        clock.now += Duration.ofHours(1)
        def second = ask(wire, 'client-1')

        then: 'the first is valid for a week, as the cloud says of its own'
        first.code == 0
        Instant.parse(first.data.path('expires_at').asText()) == Instant.parse('2026-11-27T12:00:00Z')
        second.status == 429
        second.code == 429
        second.headers['retry-after'] as long == Duration.ofDays(7).minusHours(1).toSeconds()
        second.json.path('message').asText().contains('one anonymous token in 7 days')
        ask(wire, 'client-2').code == 0

        when: 'the engine is started again meanwhile'
        engine.close()
        def again = owner(start(settings().clock(clock).folder(EngineFolder.named('main')).policy(Policy.OFF.withOneTokenPerClient())))

        then:
        ask(again, 'client-1').status == 429

        when:
        clock.now += Duration.ofDays(7).minusHours(1)
        def next = ask(again, 'client-1')

        then:
        next.code == 0
        next.data.path('token') != first.data.path('token')
        next.data.path('user_id') == first.data.path('user_id')
    }

    def "a lifetime that is set stays, and a token that has ended makes the next no sooner"() {
        given:
        def policy = Policy.OFF.withTokenLifetime(Duration.ofHours(1)).withOneTokenPerClient()
        def wire = owner(start(settings().clock(clock).policy(policy)))
        ask(wire, 'client-1')

        when:
        clock.now += Duration.ofHours(2)

        then:
        ask(wire, 'client-1').status == 429
    }

    def "without that policy a client gets its token again"() {
        given:
        def wire = owner(start())

        expect:
        ask(wire, 'client-1').data == ask(wire, 'client-1').data
    }

    def "the rate limit holds for calls that ask for a token, whatever ids they bring"() {
        given:
        def wire = owner(start(settings().clock(clock).policy(Policy.OFF.withRequestsPerMinute(3))))

        when:
        def answers = (1..4).collect { ask(wire, "client-$it") }

        then:
        answers*.status == [200, 200, 200, 429]
        answers[3].headers['retry-after'] == '60'

        when:
        clock.now += Duration.ofMinutes(1)

        then:
        ask(wire, 'client-4').status == 200
    }
}
