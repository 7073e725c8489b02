package io.retake.core.client

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode

/**
 * A backend whose messages go to Google's ADK development server, as its documentation describes that: FastAPI's errors,
 * {@code data:} lines without event names, events with camel-case fields and none that is null, a state that events change
 * by their delta. The calls around it are the API's.
 */
class AdkServer implements Closeable {
    private static final ObjectMapper MAPPER = new ObjectMapper()
    final WireServer wire = new WireServer()
    /** The agent's reply to a message: maps and texts; a closure runs in between. */
    Closure<List> agent = { String message -> [] }
    private final Map<String, ObjectNode> sessions = [:]
    private int count

    AdkServer() {
        wire.on('POST /api/tasks/me/with-session/nemo_agent') { exchange ->
            def id = "adk_${sessions.size() + 1}"
            sessions[id] = MAPPER.createObjectNode()
            register(id)
            exchange.json("""{"code":0,"data":{"task_id":"t_$id","session_id":"$id","user_id":"anon_adk"}}""")
        }
        wire.on('POST /run_sse') { run(it) }
    }

    private void register(String id) {
        wire.on("GET /api/state/nemo_agent/me/$id/latest".toString()) { exchange ->
            exchange.json("""{"code":0,"data":{"state":${sessions[id]}}}""")
        }
    }

    private void run(WireServer.Exchange exchange) {
        JsonNode body = MAPPER.readTree(exchange.request.text)
        def missing = ['app_name', 'user_id', 'session_id', 'new_message'].findAll { !body.has(it) }
        if (missing) {
            exchange.json(422, MAPPER.writeValueAsString([detail: missing.collect { [type: 'missing', loc: ['body', it], msg: 'Field required', input: [:]] }]))
            return
        }
        def session = sessions[body.path('session_id').asText()]
        if (session == null) {
            exchange.json(404, """{"detail":"Session not found: ${body.path('session_id').asText()}"}""")
            return
        }
        def answers = agent.call(body.path('new_message').path('parts').path(0).path('text').asText())
        if (answers == null) {
            exchange.answer(500, ['content-type': 'text/plain; charset=utf-8'], 'Internal Server Error'.bytes)
            return
        }
        exchange.raw('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\ntransfer-encoding: chunked\r\n\r\n')
        for (answer in answers) {
            if (answer instanceof Closure) {
                answer.call(exchange)
            } else {
                apply(session, answer as Map)
                exchange.event(MAPPER.writeValueAsString(answer))
            }
            if (exchange.last) {
                return
            }
        }
        exchange.end()
    }

    private static void apply(ObjectNode state, Map event) {
        ((event.actions as Map)?.stateDelta as Map)?.each { key, value -> state.set(key as String, MAPPER.valueToTree(value)) }
    }

    /** An event as the server writes one: by alias, without nulls. */
    Map event(List<Map> parts, Map more = [:], String role = 'model') {
        def event = [content: [parts: parts, role: role]] + more
        [invocationId: 'e-8b1c7e', author: 'nemo_agent', actions: [stateDelta: [:], artifactDelta: [:], requestedAuthConfigs: [:], requestedToolConfirmations: [:]],
         id: "ev${++count}".toString(), timestamp: 1795900000.25] + event
    }

    Map piece(String text) { event([[text: text]], [partial: true]) }

    Map whole(String text) {
        event([[text: text]], [partial: false, finishReason: 'STOP', turnComplete: true, modelVersion: 'gemini-2.5-flash', usageMetadata: usage()])
    }

    Map call(String id, String name, Map args, Map more = [:]) {
        event([[functionCall: [id: id, name: name, args: args]]], [finishReason: 'STOP', usageMetadata: usage()] + more)
    }

    Map response(String id, String name, Map response, Map delta = [:]) {
        event([[functionResponse: [id: id, name: name, response: response]]], [actions: [stateDelta: delta, artifactDelta: [:], requestedAuthConfigs: [:]]], 'user')
    }

    private static Map usage() {
        [candidatesTokenCount: 17, promptTokenCount: 4210, totalTokenCount: 4227, promptTokensDetails: [[modality: 'TEXT', tokenCount: 4210]]]
    }

    static Map draft(int seconds) {
        [t: [[tt: 0, sg: [[d: seconds * 1000, m: [title: 'city timelapse']]]]], d: seconds * 1000, m: [:]]
    }

    @Override
    void close() {
        wire.close()
    }
}
