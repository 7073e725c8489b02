package io.retake.core.client

import io.retake.core.client.http.Cancellation
import io.retake.core.client.http.ClientException
import io.retake.core.client.http.ClientSettings
import io.retake.core.client.http.Sleeper
import io.retake.core.client.message.Reply
import io.retake.core.client.message.ReplyListener
import io.retake.core.client.message.ToolUse
import io.retake.core.protocol.SessionRef
import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** The client against a backend that answers as Google's ADK development server does. */
@Timeout(20)
class AdkServerSpec extends Specification {
    @TempDir
    java.nio.file.Path folder

    @AutoCleanup
    AdkServer server = new AdkServer()

    @AutoCleanup
    RetakeClient client

    Instant now = Instant.parse('2026-11-20T12:00:00Z')
    List<Duration> slept = new CopyOnWriteArrayList<>()
    List<String> heard = []
    def listener = [
        text      : { String text -> heard << text },
        tool      : { ToolUse use -> heard << "tool $use.name${use.result() == null ? '' : ' done'}".toString() },
        incomplete: { String reason -> heard << "incomplete: $reason".toString() },
        broken    : { String reason -> heard << "broken: $reason".toString() },
    ] as ReplyListener

    SessionRef session

    def setup() {
        def settings = ClientSettings.fromEnvironment([NEMO_API_URL: server.wire.url.toString(), NEMO_TOKEN: 't'], folder, folder)
        client = RetakeClient.builder(settings).clock({ now } as InstantSource)
            .sleeper({ Duration time, Cancellation c -> slept << time; now += time } as Sleeper).build()
        session = client.openSession('project', 'en', Cancellation.none())
    }

    private Reply send(String message = 'trim it to 4 seconds') {
        client.send(session, message, listener, Cancellation.none())
    }

    def "an edit: words as they come and once, tools inside, the timeline from the state"() {
        given:
        server.agent = { [
            server.piece('I will cut'), server.piece(' it to 4 s.'),
            server.event([[text: 'I will cut it to 4 s.'], [functionCall: [id: 'c1', name: 'trim', args: [to: 4]]]], [partial: false]),
            server.response('c1', 'trim', [status: 'ok'], [draft: AdkServer.draft(4)]),
            server.piece('Done: 4 s'), server.piece(' now.'), server.whole('Done: 4 s now.')] }

        when:
        def reply = send()

        then:
        reply.text() == 'I will cut it to 4 s.\nDone: 4 s now.'
        reply.tools()*.name() == ['trim']
        reply.tools()[0].arguments().path('to').asInt() == 4
        reply.tools()[0].result().path('status').asText() == 'ok'
        reply.ending() == Reply.Ending.CLOSED
        reply.change().timelineChanged()
        reply.state().draft().get().summary().contains('(0-4s)')
        heard.findAll { !it.startsWith('tool') }.join('') == reply.text()
        slept == []
        server.wire.count('POST /run_sse') == 1
    }

    def "a call whose arguments are streamed is one call"() {
        given:
        server.agent = { [
            server.event([[functionCall: [id: 'c1', name: 'trim', partialArgs: [[jsonPath: '$.to', numberValue: 4]], willContinue: true]]], [partial: true]),
            server.call('c1', 'trim', [to: 4]),
            server.response('c1', 'trim', [result: null], [draft: AdkServer.draft(4)])] }

        expect:
        send().tools()*.name() == ['trim']
        heard == ['tool trim', 'tool trim done']
    }

    def "thoughts stay inside, and events without words are no words"() {
        given:
        server.agent = { [
            server.event([[text: 'The user wants 4 s', thought: true]], [partial: true]),
            server.event([], [usageMetadata: [totalTokenCount: 3]]),
            [invocationId: 'e-1', author: 'nemo_agent', actions: [stateDelta: [draft: AdkServer.draft(4)], artifactDelta: ['film.mp4': 0]], id: 'x', timestamp: 1.0],
            server.event([[executableCode: [language: 'PYTHON', code: '1']], [inlineData: [mimeType: 'image/png', data: 'AAAA']]]),
            server.event([[text: 'trim it']], [:], 'user'),
            server.whole('Cut.')] }

        expect:
        send().text() == 'Cut.'
        heard == ['Cut.']
    }

    def "describes a silent turn from the state"() {
        given:
        server.agent = { [server.call('c1', 'trim', [:]), server.response('c1', 'trim', [:], [draft: AdkServer.draft(4)])] }

        expect:
        send().with { silent() && summary().contains('(0-4s)') }
    }

    def "a tool that goes on after the stream is waited for by the state"() {
        given:
        server.agent = { [
            server.call('c1', 'render_scene', [:], [longRunningToolIds: ['c1']]),
            server.response('c1', 'render_scene', [status: 'pending', ticket: 7]),
            server.whole('I have started it.')] }
        int looks = 0
        server.wire.on("GET /api/state/nemo_agent/me/${session.sessionId()}/latest".toString()) { exchange ->
            exchange.json(++looks < 4 ? '{"code":0,"data":{"state":{}}}' : '{"code":0,"data":{"state":{"draft":{"t":[{"tt":0,"sg":[{"d":9000}]}],"d":9000}}}}')
        }

        when:
        def reply = send()

        then:
        reply.text() == 'I have started it.'
        reply.change().changed()
        slept*.toSeconds() == [30, 60]
    }

    def "reports an error in the stream as the backend's, with the text before it and the changes made"() {
        given:
        server.agent = { [
            server.piece('I will cut'),
            server.call('c1', 'trim', [to: 4]), server.response('c1', 'trim', [:], [draft: AdkServer.draft(4)]),
            [error: 'ValueError: no such clip', error_details: [error_type: 'ValueError', error_message: 'no such clip', timestamp: 1.5]]] }

        when:
        send()

        then:
        def problem = thrown(ClientException.AgentFailed)
        problem.message.contains('ValueError: no such clip')
        problem.message.contains('The timeline changed')
        heard == ['tool trim', 'tool trim done', 'I will cut', 'incomplete: the backend reported a failure']
        server.wire.count('POST /run_sse') == 1
    }

    def "a model that gives up is a failure with its reason: #event.errorCode"() {
        given:
        server.agent = { [server.piece('Let me'), [invocationId: 'e', author: 'nemo_agent', actions: [:], id: 'x', timestamp: 1.0] + event] }

        when:
        send()

        then:
        def problem = thrown(ClientException.AgentFailed)
        problem.message.contains(says)
        problem.message.contains('Nothing changed')

        where:
        event                                                              || says
        [errorCode: 'SAFETY', finishReason: 'SAFETY']                      || 'the model stopped with SAFETY'
        [errorCode: 'MALFORMED_FUNCTION_CALL', errorMessage: 'bad call']   || 'bad call'
        [errorCode: '429', errorMessage: 'RESOURCE_EXHAUSTED']             || 'RESOURCE_EXHAUSTED'
    }

    def "a stream that breaks off leaves its words, marked, and the state is read"() {
        given:
        server.agent = { [server.piece('I will cut it'), { exchange -> exchange.reset() }] }

        when:
        send()

        then:
        thrown(ClientException.ReplyLost)
        heard[0] == 'I will cut it'
        heard[1].startsWith('incomplete: the connection broke')
        server.wire.count('POST /run_sse') == 1
    }

    def "reports a plain 500 as HTTP 500"() {
        given:
        server.agent = { null }

        when:
        send()

        then:
        def problem = thrown(ClientException.ReplyLost)
        problem.message.contains('the backend answered HTTP 500 Internal Server Error')
        heard == ['broken: the backend answered HTTP 500 Internal Server Error']
    }

    def "a session that it doesn't know is no session"() {
        given:
        server.wire.on('GET /api/state/nemo_agent/me/gone/latest') { it.json('{"code":0,"data":{"state":{}}}') }

        when:
        client.send(new SessionRef('t', 'gone'), 'trim it', listener, Cancellation.none())

        then:
        def problem = thrown(ClientException.NoSuchSession)
        problem.message.contains('Session not found: gone')
    }

    def "reports the place of an invalid body: the client sends every required field"() {
        given:
        server.agent = { [server.whole('Fine.')] }

        expect:
        send().text() == 'Fine.'
        def sent = new com.fasterxml.jackson.databind.ObjectMapper().readTree(server.wire.received('POST /run_sse')[0].text)
        sent.fieldNames().toList() == ['app_name', 'user_id', 'session_id', 'new_message']
        sent.path('new_message').path('parts').get(0).path('text').asText() == 'trim it to 4 seconds'

        when: 'it wants more all the same'
        server.wire.on('POST /run_sse') { it.json(422, '{"detail":[{"type":"missing","loc":["body","streaming"],"msg":"Field required","input":{}}]}') }
        send()

        then:
        def problem = thrown(ClientException.Refused)
        problem.message.contains('Field required (body.streaming)')
    }
}
