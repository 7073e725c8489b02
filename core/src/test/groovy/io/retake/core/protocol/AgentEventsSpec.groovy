package io.retake.core.protocol

import static io.retake.core.protocol.AgentEvent.*

import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.Specification

class AgentEventsSpec extends Specification {

    static json(String text) { new ObjectMapper().readTree(text) }

    def "#what"() {
        expect:
        AgentEvents.parse(data) == events

        where:
        what                        | data                                                                  || events
        'empty data keeps waiting'  | ''                                                                    || [new Heartbeat()]
        'so do blanks'              | ' \n'                                                                 || [new Heartbeat()]
        'and an empty object'       | '{}'                                                                  || [new Heartbeat()]
        'plain heartbeat'           | '{"type":"heartbeat"}'                                                || [new Heartbeat()]
        'plain text'                | '{"type":"text","content":"Hi"}'                                      || [new Text('Hi', Span.NEXT)]
        'plain call'                | '{"type":"tool_call","name":"trim","args":{"a":1}}'                   || [new ToolCall('trim', json('{"a":1}'))]
        'plain result'              | '{"type":"tool_result","name":"trim","result":[2]}'                   || [new ToolResult('trim', json('[2]'))]
        'plain error'               | '{"type":"error","error":"boom"}'                                     || [new Failure('boom', 0)]
        'ADK piece'                 | '{"content":{"parts":[{"text":"H"}],"role":"model"},"partial":true}'  || [new Text('H', Span.PIECE)]
        'ADK whole'                 | '{"content":{"parts":[{"text":"Hi"}],"role":"model"}}'                || [new Text('Hi', Span.WHOLE)]
        'ADK partial false'         | '{"content":{"parts":[{"text":"Hi"}]},"partial":false}'               || [new Text('Hi', Span.WHOLE)]
        'ADK several parts'         | '{"content":{"parts":[{"text":"a"},{"functionCall":{"name":"t","args":{}}}],"role":"model"}}' || [new Text('a', Span.WHOLE), new ToolCall('t', json('{}'))]
        'ADK in snake case'         | '{"content":{"parts":[{"function_call":{"name":"t","args":{}}}]}}'    || [new ToolCall('t', json('{}'))]
        'ADK answer, role user'     | '{"content":{"parts":[{"functionResponse":{"name":"t","response":{"ok":1}}}],"role":"user"}}' || [new ToolResult('t', json('{"ok":1}'))]
        'ADK failure'               | '{"errorCode":"X","errorMessage":"boom","author":"a"}'                || [new Failure('boom', 0)]
        'ADK failure beside text'   | '{"content":{"parts":[{"text":"a"}]},"error":"boom"}'                 || [new Text('a', Span.WHOLE), new Failure('boom', 0)]
        'no failure'                | '{"content":{"parts":[{"text":"a"}]},"error":null,"errorMessage":null}' || [new Text('a', Span.WHOLE)]
        'error object'              | '{"error":{"code":503,"message":"overloaded"}}'                       || [new Failure('overloaded', 0)]
        'envelope'                  | '{"code":2001,"message":"no credits"}'                                || [new Failure('no credits', 2001)]
        'only a code of the model'  | '{"errorCode":"SAFETY","finishReason":"SAFETY","author":"a"}'         || [new Failure('the model stopped with SAFETY', 0)]
        'how each turn ends'        | '{"content":{"parts":[{"text":"a"}]},"errorCode":"STOP"}'             || [new Text('a', Span.WHOLE)]
        'a call that is streamed'   | '{"content":{"parts":[{"text":"a"},{"functionCall":{"name":"t","partialArgs":[]}}]},"partial":true}' || [new Text('a', Span.PIECE)]
        'a tool that goes on'       | '{"content":{"parts":[{"functionCall":{"id":"1","name":"t","args":{}}}]},"longRunningToolIds":["1"]}' || [new ToolCall('t', json('{}')), new GoesOn()]
        'no tool that goes on'      | '{"content":{"parts":[{"text":"a"}]},"longRunningToolIds":[]}'        || [new Text('a', Span.WHOLE)]
        'envelope without words'    | '{"code":1002}'                                                       || [new Failure('code 1002', 1002)]
    }

    def "#what is unknown and no reason to fail"() {
        expect:
        AgentEvents.parse(data)*.class == [Unknown]

        where:
        what                       | data
        'a later type'             | '{"type":"usage","tokens":7}'
        'a thought'                | '{"content":{"parts":[{"text":"hmm","thought":true}],"role":"model"}}'
        "the person's own words"   | '{"content":{"parts":[{"text":"trim it"}],"role":"user"}}'
        'a state delta'            | '{"actions":{"stateDelta":{"a":1}},"author":"nemo_agent"}'
        'broken JSON'              | '{"type":'
        'no object'                | '[1]'
        'a word'                   | '[DONE]'
        'odd shapes'               | '{"content":5,"parts":{"a":[]}}'
    }
}
