package io.retake.core.client.message

import com.fasterxml.jackson.databind.JsonNode
import io.retake.core.client.ClientSpecification
import io.retake.core.client.http.ClientException
import io.retake.core.client.http.Patience
import io.retake.core.protocol.GuiTranslation
import java.time.Duration
import spock.lang.Timeout

@Timeout(30)
class ReplySpec extends ClientSpecification {
    static final String SEND = 'POST /run_sse'
    List<String> heard = []
    def listener = [
        text      : { String text -> heard << text },
        tool      : { ToolUse use -> heard << "tool $use.name" + (use.result() == null ? '' : ' done') },
        suggestion: { GuiTranslation.Action action -> heard << "suggests $action" },
        waiting   : { Duration sofar -> heard << 'waiting' },
        generated : { JsonNode media -> heard << 'generated ' + media.findPath('url').asText() },
    ] as ReplyListener

    def setup() {
        server.on(STATE) { it.json(state(draft(10))) }
    }

    Reply send(String... events) {
        server.on(SEND) { it.events(events) }
        client().send(SESSION, 'do it', listener, none())
    }

    static String adk(String text, boolean partial) {
        """{"content":{"parts":[{"text":"$text"}],"role":"model"},"partial":$partial,"author":"nemo_agent","invocationId":"e-1","id":"1","timestamp":1.5,"actions":{}}"""
    }

    def "the plain family: text for the user, tools inside"() {
        when:
        def reply = send('{"type":"text","content":"I trimmed it. "}', '{"type":"tool_call","name":"trim","args":{"to":10}}',
            '{"type":"heartbeat"}', '{"type":"tool_result","name":"trim","result":{"ok":true}}', '{"type":"text","content":"It is 10 s long."}')

        then:
        reply.text() == 'I trimmed it. It is 10 s long.'
        reply.ending() == Reply.Ending.CLOSED
        reply.tools()*.name() == ['trim']
        reply.tools()[0].arguments().path('to').asInt() == 10
        reply.tools()[0].result().path('ok').asBoolean()
        heard == ['I trimmed it. ', 'tool trim', 'tool trim done', 'It is 10 s long.']
    }

    def "ADK's family: pieces as they come, the whole not twice"() {
        when:
        def reply = send(adk('I trim', true), adk('med it. It', true), adk(' is 10 s', true), adk('I trimmed it. It is 10 s long.', false),
            '{"content":{"parts":[{"functionCall":{"name":"title","args":{}}}],"role":"model"}}',
            '{"content":{"parts":[{"functionResponse":{"name":"title","response":{"ok":1}}}],"role":"user"}}',
            adk('Added the title.', false))

        then:
        reply.text() == 'I trimmed it. It is 10 s long.\nAdded the title.'
        reply.tools()*.name() == ['title']
        heard.findAll { !it.startsWith('tool') }.join('') == reply.text()
    }

    def "describes the changes after a silent close"() {
        given:
        server.onEach(STATE, { it.json(state(draft(10))) }, { it.json(state(draft(4))) })

        when:
        def reply = send('{"type":"tool_call","name":"trim","args":{}}', '')

        then:
        reply.silent()
        reply.change().changed()
        reply.summary() == reply.change().sentence()
        reply.summary() == 'The timeline changed from Timeline (1 track): 1. Video: city timelapse (0-10s)' +
            ' to Timeline (1 track): 1. Video: city timelapse (0-4s)' || reply.summary().contains('(0-4s)')
    }

    def "a silent close without a change says that"() {
        when:
        def reply = send()

        then:
        reply.silent()
        !reply.change().changed()
        reply.summary().startsWith('Nothing changed')
    }

    def "an excuse behind normal text is dropped"() {
        expect:
        send('{"type":"text","content":"The title is in.\\n\\nI encountered a temporary issue. Please try again later."}').text() == 'The title is in.'
    }

    def "the same words alone are all there is, and stay"() {
        expect:
        send('{"type":"text","content":"I encountered a temporary issue. Please try again."}').text().startsWith('I encountered')
    }

    def "instructions for a window become suggestions"() {
        when:
        def reply = send('{"type":"text","content":"The music is in. Click the Exp"}', '{"type":"text","content":"ort button to download it."}')

        then:
        reply.text() == 'The music is in.'
        reply.suggestions() == [GuiTranslation.Action.EXPORT] as Set
        heard == ['The music is in. ', 'suggests EXPORT']
    }

    def "a failure in the stream is thrown: #event"() {
        when:
        send('{"type":"text","content":"Working. "}', event)

        then:
        def problem = thrown(ClientException)
        problem.class == type
        problem.message.contains(words)

        where:
        event                                                       | type                         | words
        '{"errorCode":"500","errorMessage":"model \\u001b[1moverloaded"}' | ClientException.AgentFailed  | 'model overloaded'
        '{"error":"quota"}'                                         | ClientException.AgentFailed  | 'quota'
        '{"code":2001,"message":"no credits"}'                      | ClientException.OutOfCredits | 'no credits'
    }

    def "ignores unknown events"() {
        expect:
        send('[DONE]', '{"type":"usage","tokens":5}', '{"type":"text","content":"Fine."}', '42').text() == 'Fine.'
    }

    def "heartbeats alone end in a time-out, with a line now and then, and one look at the state"() {
        given:
        def patience = Patience.DEFAULT.withReply(Duration.ofMillis(60), Duration.ofMillis(400), Duration.ofSeconds(30))
        server.on(SEND) { exchange ->
            exchange.startEvents()
            while (true) {
                exchange.event('{"type":"heartbeat"}')
                Thread.sleep(15)
            }
        }

        when:
        client { it.patience(patience) }.send(SESSION, 'do it', listener, none())

        then:
        def problem = thrown(ClientException.TimedOut)
        problem.message.contains('Nothing but heartbeats')
        heard.count('waiting') in 1..7
        server.count(SEND) == 1
    }

    def "news keeps it going, up to the limit for a whole reply"() {
        given:
        def patience = Patience.DEFAULT.withReply(Duration.ofSeconds(5), Duration.ofMillis(250), Duration.ofMillis(700))
        def states = [draft(10), draft(4)]
        server.on(STATE) { it.json(state(states.size() > 1 ? states.remove(0) : states[0])) }
        server.on(SEND) { exchange ->
            exchange.startEvents()
            while (true) {
                exchange.event('{"type":"text","content":"more "}')
                Thread.sleep(20)
            }
        }

        when:
        def reply = client { it.patience(patience) }.send(SESSION, 'do it', listener, none())

        then:
        reply.ending() == Reply.Ending.TIMED_OUT
        reply.change().changed()
    }

    def "cancelling ends the wait at once and leaves no thread"() {
        given:
        def reached = new java.util.concurrent.CountDownLatch(1)
        server.on(SEND) { it.startEvents(); it.event('{"type":"heartbeat"}'); reached.countDown(); it.connection.inputStream.read() }
        def cancellation = none()
        long asked = 0
        Thread.start { reached.await(); asked = System.nanoTime(); cancellation.cancel() }

        when:
        client().send(SESSION, 'do it', listener, cancellation)

        then:
        thrown(ClientException.Cancelled)
        System.nanoTime() - asked < 5_000_000_000L
        Thread.allStackTraces.keySet().every { it.name != 'retake-message' }
    }

    def "interrupting the thread does the same"() {
        given:
        server.on(SEND) { it.startEvents(); it.event('{"type":"heartbeat"}'); it.connection.inputStream.read() }
        def caller = Thread.currentThread()
        Thread.start { while (server.count(SEND) == 0) { Thread.sleep(5) }; caller.interrupt() }

        when:
        client().send(SESSION, 'do it', listener, none())

        then:
        thrown(ClientException.Cancelled)
        Thread.interrupted()
    }

    def "closing the client ends what waits"() {
        given:
        def client = client()
        server.on(SEND) { it.startEvents(); it.event('{"type":"heartbeat"}'); client.close(); it.connection.inputStream.read() }

        when:
        client.send(SESSION, 'do it', listener, none())

        then:
        thrown(ClientException)
    }

    def "a listener that throws ends the call and leaves nothing behind"() {
        given:
        server.on(SEND) { it.startEvents(); it.event('{"type":"text","content":"One. Two."}'); it.connection.inputStream.read() }

        when:
        client().send(SESSION, 'do it', [text: { throw new IllegalStateException('mine') }] as ReplyListener, none())

        then:
        def problem = thrown(IllegalStateException)
        problem.message == 'mine'
    }

    def "a generation: the raw result at once, the finished timeline when it is there"() {
        given:
        server.onEach(STATE,
            { it.json(state()) },
            { it.json(state('{}', ',"generated_media":[{"id":"g1","url":"https://cdn/raw.mp4?sig=1"}]')) },
            { it.json(502, '{"message":"gateway"}') },
            { it.json(state(draft(8), ',"generated_media":[{"id":"g1","url":"https://cdn/raw.mp4?sig=3"}]')) })

        when:
        def reply = send('{"type":"tool_call","name":"generate_video","args":{}}',
            '{"type":"tool_result","name":"generate_video","result":{"url":"https://cdn/raw.mp4"}}',
            '{"type":"text","content":"Your video is being finished."}')

        then:
        heard.indexOf('generated https://cdn/raw.mp4') == 2
        heard.count { it.startsWith('generated') } == 1
        reply.generated().size() == 1
        reply.state().draft().get().ready()
        slept*.toSeconds() == [30, 60]
    }

    def "links that are signed anew at every look are no change"() {
        given:
        int look = 0
        server.on(STATE) { it.json(state(draft(10), """,\"generated_media\":[{"id":"g1","url":"https://cdn/a.mp4?sig=${look++}"}]""")) }

        expect:
        !send().change().changed()
    }

    def "an empty message is not sent"() {
        when:
        client().send(SESSION, ' \n', listener, none())

        then:
        thrown(IllegalArgumentException)
        server.requests == []
    }
}
