package io.retake.core.client

import io.retake.core.client.http.Cancellation
import io.retake.core.client.http.ClientException
import io.retake.core.client.http.Patience
import io.retake.core.client.message.Reply
import io.retake.core.client.message.ReplyListener
import io.retake.core.client.message.ReplySpec
import io.retake.core.client.message.ToolUse
import java.time.Duration

/** Reports of replies that break off. */
class BrokenReplySpec extends ClientSpecification {
    static final String SEND = 'POST /run_sse'
    List<String> heard = []
    def listener = [
        text      : { String text -> heard << text },
        incomplete: { String reason -> heard << "incomplete: $reason".toString() },
        broken    : { String reason -> heard << "broken: $reason".toString() },
        looking   : { int look, int looks, Duration pause -> heard << "look $look of $looks in ${pause.toSeconds()} s".toString() },
    ] as ReplyListener

    def setup() {
        server.on(STATE) { it.json(state(draft(10))) }
    }

    def "reports the text before a stream broke as incomplete: #family"() {
        given:
        server.on(SEND) { it.startEvents(); events.each { event -> it.event(event) }; it.reset() }

        when:
        client().send(SESSION, 'do it', listener, none())

        then:
        def problem = thrown(ClientException.ReplyLost)
        heard[0] == 'Half an ans'
        heard[1].startsWith('incomplete: the connection broke (')
        heard[2].startsWith('broken: the connection broke (')
        problem.message.startsWith('After the message was sent, the connection broke (')

        where:
        family            | events
        'plain'           | ['{"type":"text","content":"Half an "}', '{"type":"text","content":"ans"}']
        "ADK's pieces"    | [ReplySpec.adk('Half ', true), ReplySpec.adk('an ans', true)]
    }

    def "reports the text before a stream hung as incomplete"() {
        given:
        def patience = Patience.DEFAULT.withReply(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(30))
        server.on(SEND) { exchange ->
            exchange.startEvents()
            exchange.event('{"type":"text","content":"Half an ans"}')
            exchange.connection.inputStream.read()
        }

        when:
        client { it.patience(patience) }.send(SESSION, 'do it', listener, none())

        then:
        def problem = thrown(ClientException.TimedOut)
        problem.message.startsWith('Nothing but heartbeats came for ')
        heard[0] == 'Half an ans'
        heard[1].startsWith('incomplete: nothing but heartbeats came for ')
    }

    def "reports the text before a wait was cancelled, too"() {
        given:
        def cancellation = Cancellation.none()
        server.on(SEND) {
            it.startEvents()
            it.event('{"type":"text","content":"Half an ans"}')
            it.event('{"type":"tool_call","name":"trim","args":{}}')
            it.connection.inputStream.read()
        }
        def stopping = [
            text: listener.&text, incomplete: listener.&incomplete, tool: { ToolUse use -> cancellation.cancel() }] as ReplyListener

        when:
        client().send(SESSION, 'do it', stopping, cancellation)

        then:
        thrown(ClientException.Cancelled)
        heard == ['Half an ans', 'incomplete: waiting for the rest was stopped']
    }

    def "reports the text before a failure, and the changes until then"() {
        given:
        server.onEach(STATE, { it.json(state(draft(10))) }, { it.json(state(draft(4))) })
        server.on(SEND) { it.events('{"type":"text","content":"Cutting the"}', '{"error":"RuntimeError: quota"}') }

        when:
        client().send(SESSION, 'do it', listener, none())

        then:
        def problem = thrown(ClientException.AgentFailed)
        heard == ['Cutting the', 'incomplete: the backend reported a failure']
        problem.message.contains('RuntimeError: quota')
        problem.message.contains('(0-4s)')
    }

    def "a reply that broke after the edit was done says so in its summary"() {
        given:
        server.onEach(STATE, { it.json(state(draft(10))) }, { it.json(state(draft(4))) })
        server.on(SEND) { it.startEvents(); it.event('{"type":"text","content":"Trimmed it to"}'); it.reset() }

        when:
        def reply = client().send(SESSION, 'do it', listener, none())

        then:
        reply.ending() == Reply.Ending.BROKEN
        reply.text() == 'Trimmed it to'
        reply.summary().startsWith('Trimmed it to… (the reply is incomplete) The timeline changed')
        heard.last() == 'look 1 of 5 in 30 s'
    }

    def "without text there is nothing that is not all"() {
        given:
        server.on(SEND) { it.startEvents(); it.event('{"type":"heartbeat"}'); it.reset() }

        when:
        client().send(SESSION, 'do it', listener, none())

        then:
        thrown(ClientException.ReplyLost)
        heard.every { !it.startsWith('incomplete') }
    }

    def "reports HTTP #status, and each look at the state"() {
        given:
        server.on(SEND) { it.answer(status, ['Content-Type': type], body.bytes) }

        when:
        client().send(SESSION, 'do it', listener, none())

        then:
        def problem = thrown(ClientException.ReplyLost)
        problem.message == "After the message was sent, the backend answered $says; the timeline is as it was"
        heard == ["broken: the backend answered $says".toString(), 'look 1 of 5 in 30 s', 'look 2 of 5 in 60 s', 'look 3 of 5 in 60 s', 'look 4 of 5 in 60 s', 'look 5 of 5 in 60 s']

        where:
        status | type               | body                       || says
        500    | 'text/plain'       | 'Internal Server Error'    || 'HTTP 500 Internal Server Error'
        500    | 'text/html'        | '<h1>Server Error</h1>'    || 'HTTP 500 Internal Server Error'
        502    | 'text/html'        | '<h1>Bad Gateway</h1>'     || 'HTTP 502 Bad Gateway'
        504    | 'application/json' | '{"message":"upstream"}'   || 'HTTP 504 Gateway Timeout: upstream'
        408    | 'text/plain'       | ''                         || 'HTTP 408 Request Timeout'
        599    | 'text/plain'       | ''                         || 'HTTP 599'
    }

    def "reports the wait for a generated film's timeline, too"() {
        given:
        server.onEach(STATE, { it.json(state()) }, { it.json(state()) }, { it.json(state()) }, { it.json(state(draft(8))) })
        server.on(SEND) { it.events('{"type":"tool_call","name":"generate_video","args":{}}', '{"type":"text","content":"On it."}') }

        when:
        client().send(SESSION, 'do it', listener, none())

        then:
        heard == ['On it.', 'look 1 of 5 in 30 s', 'look 2 of 5 in 60 s']
    }
}
