package io.retake.core.client

import io.retake.core.client.http.ClientException
import io.retake.core.client.http.TokensSpec
import io.retake.core.client.message.Reply
import io.retake.core.client.message.ReplyListener

/** Whatever happens to the connection, the server counts one message. */
class MessageOnceSpec extends ClientSpecification {
    static final String SEND = 'POST /run_sse'

    def setup() {
        server.on(STATE) { it.json(state(draft(10))) }
    }

    def "a server that #does has received the message once, and the state is read instead"() {
        given:
        server.on(SEND, handler)

        when:
        client().send(SESSION, 'trim it', ReplyListener.SILENT, none())

        then:
        def problem = thrown(ClientException.ReplyLost)
        problem.message.contains('the timeline is as it was')
        server.count(SEND) == 1
        slept*.toSeconds() == [30, 60, 60, 60, 60]
        server.count(STATE) == 6

        where:
        does                                       | handler
        'closes after it read the request'         | { it.drop() }
        'resets after it read the request'         | { it.reset() }
        'answers 408'                              | { it.json(408, '{}') }
        'answers 408 and closes'                   | { it.answer(408, [Connection: 'close'], new byte[0]); it.drop() }
        'answers 503 with Retry-After: 0'          | { it.answer(503, ['Retry-After': '0'], 'busy'.bytes) }
        'answers 502 in HTML'                      | { it.answer(502, ['Content-Type': 'text/html'], '<html>'.bytes) }
        'answers 504 in JSON'                      | { it.json(504, '{"message":"upstream"}') }
        'breaks off inside the headers'            | { it.raw('HTTP/1.1 200 OK\r\nContent-'); it.drop() }
        'breaks off inside an event'               | { it.startEvents(); it.chunk('data: {"ty'); it.reset() }
        'breaks off between events'                | { it.startEvents(); it.event('{"type":"heartbeat"}'); it.drop() }
        'never stops talking'                      | { it.startEvents(); 9.times { i -> it.event('x' * (1 << 22)) }; it.connection.inputStream.read() }
        'sends an event without end'               | { it.startEvents(); 20.times { i -> it.chunk('data: ' + 'x' * (1 << 19)) }; it.drop() }
    }

    def "the listener hears of it before the first byte leaves, and can keep it from leaving"() {
        given:
        int received = -1
        server.on(SEND) { it.events('{"type":"text","content":"Done."}') }

        when:
        client().send(SESSION, 'trim it', [sending: { received = server.count(SEND) }] as ReplyListener, none())

        then:
        received == 0
        server.count(SEND) == 1

        when:
        client().send(SESSION, 'trim it again', [sending: { throw new IllegalStateException('no room to write it down') }] as ReplyListener, none())

        then:
        def refusal = thrown(IllegalStateException)
        refusal.message == 'no room to write it down'
        server.count(SEND) == 1
    }

    def "the listener hears of no message that can't be sent"() {
        given:
        boolean heard = false
        server.on(STATE) { server.listenNoMore(); it.json(200, state(draft(10)), [Connection: 'close']) }

        when:
        client().send(SESSION, 'trim it', [sending: { heard = true }] as ReplyListener, none())

        then:
        def problem = thrown(ClientException.ConnectionLost)
        problem.message.contains('the message was not sent')
        !heard
    }

    def "#status is a refusal: sent once, reported at once"() {
        given:
        server.on(SEND) { it.json(status, body, headers) }

        when:
        client().send(SESSION, 'trim it', ReplyListener.SILENT, none())

        then:
        def problem = thrown(ClientException)
        problem.class == type
        problem.advice().contains(advice)
        server.count(SEND) == 1
        slept == []

        where:
        status                 | body                                || type                            | advice
        307                    | ''                                  || ClientException.NotAnApi        | 'NEMO_API_URL'
        429                    | '{"code":429}'                      || ClientException.RateLimited     | 'Send it again in'
        402                    | '{}'                                || ClientException.ExportNotInPlan | 'subscription'
        401                    | '{}'                                || ClientException.TokenRejected   | 'NEMO_TOKEN'
        200                    | '{"code":1001}'                     || ClientException.TokenRejected   | 'NEMO_TOKEN'
        200                    | '{"code":1002}'                     || ClientException.NoSuchSession   | 'new session'
        200                    | '{"code":2001}'                     || ClientException.OutOfCredits    | 'Top up'
        200                    | '{"code":0,"data":{}}'              || ClientException.NotAnApi        | 'NEMO_API_URL'
        200                    | '<html>Sign in</html>'              || ClientException.NotAnApi        | 'NEMO_API_URL'
        headers = status == 307 ? [Location: '/run_sse'] : [:]
    }

    def "a rejected anonymous token is replaced for the next message, and this one is not repeated"() {
        given:
        server.onEach('POST /api/auth/anonymous-token',
            { it.json(TokensSpec.grant('nmv_usr_1')) }, { it.json(TokensSpec.grant('nmv_usr_2')) })
        server.on(SEND) {
            it.request.headers['Authorization'] == 'Bearer nmv_usr_2' ? it.events('{"type":"text","content":"Done."}') : it.json('{"code":1001}')
        }
        def client = anonymous()

        when:
        client.send(SESSION, 'trim it', ReplyListener.SILENT, none())

        then:
        thrown(ClientException.TokenRejected)
        server.count(SEND) == 1

        when:
        def reply = client.send(SESSION, 'trim it', ReplyListener.SILENT, none())

        then:
        reply.text() == 'Done.'
        server.count(SEND) == 2
    }

    def "reports a message that could not be sent, without waiting"() {
        given: 'a backend that goes away between the look at the state and the message'
        server.on(STATE) {
            server.listenNoMore()
            it.answer(200, [Connection: 'close'], state().bytes)
        }

        when:
        client().send(SESSION, 'trim it', ReplyListener.SILENT, none())

        then:
        def problem = thrown(ClientException.ConnectionLost)
        problem.message.contains('the message was not sent')
        slept == []
    }

    def "reports the changes when a stream broke after the edit was done"() {
        given:
        server.onEach(STATE, { it.json(state(draft(10))) }, { it.json(502, '{}') }, { it.json(state(draft(10))) }, { it.json(state(draft(4))) })
        server.on(SEND) { it.startEvents(); it.event('{"type":"text","content":"Trimming now. "}'); it.reset() }
        def told = []

        when:
        def reply = client().send(SESSION, 'trim it', [broken: { String reason -> told << reason }] as ReplyListener, none())

        then:
        reply.ending() == Reply.Ending.BROKEN
        reply.text() == 'Trimming now.'
        reply.change().changed()
        reply.change().sentence().contains('(0-4s)')
        slept*.toSeconds() == [30, 60, 60]
        told.size() == 1
        server.count(SEND) == 1
    }

    def "a local backend that is gone is not waited for"() {
        given: 'no connection that is kept from the first look'
        server.on(STATE) { it.json(200, state(draft(10)), [Connection: 'close']) }
        server.on(SEND) { server.close() }

        when:
        client().send(SESSION, 'trim it', ReplyListener.SILENT, none())

        then:
        thrown(ClientException.ReplyLost)
        slept*.toSeconds() == [30]
    }

    def "sends the sentence unchanged"() {
        given:
        server.on(SEND) { it.events('{"type":"text","content":"ok"}') }

        when:
        client().send(SESSION, 'add the title "50 % \\ 你好 🎬"\nnow', ReplyListener.SILENT, none())

        then:
        def request = server.received(SEND)[0]
        request.headers['Accept'] == 'text/event-stream'
        request.headers['Content-Type'].startsWith('application/json')
        request.text == '{"app_name":"nemo_agent","user_id":"me","session_id":"ses_1",' +
            '"new_message":{"parts":[{"text":"add the title \\"50 % \\\\ 你好 🎬\\"\\nnow"}]}}'
    }
}
