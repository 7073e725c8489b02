package io.retake.engine.http

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import io.retake.core.draft.Draft
import spock.lang.Specification

class RenderKeySpec extends Specification {
    static final MAPPER = new ObjectMapper()

    private static String key(String draft, String form = '{"format":"mp4"}', String program = '1') {
        RenderKey.of(program, Draft.parse(draft), (ObjectNode) MAPPER.readTree(form))
    }

    def "keys in another order are the same render"() {
        expect:
        key('{"t":[],"d":0,"m":{"a":1,"b":2}}') == key('{"m":{"b":2,"a":1},"d":0,"t":[]}')
    }

    def "anything else that differs is another render"() {
        given:
        def base = '{"t":[],"d":0,"m":{"a":1}}'

        expect:
        [key(base), key('{"t":[],"d":0,"m":{"a":2}}'), key('{"t":[],"d":0,"m":{"a":"1"}}'), key('{"t":[],"d":1,"m":{"a":1}}'),
         key('{"t":[],"d":0,"m":{"a,b":1}}'), key('{"t":[],"d":0,"m":{"a":1,"b":1}}'),
         key(base, '{"format":"mov"}'), key(base, '{"format":"mp4","quality":"low"}'), key(base, '{"format":"mp4"}', '2'),
         RenderKey.unique(), RenderKey.unique()].toSet().size() == 11
    }

    def "a key is a name for a folder"() {
        expect:
        key('{"t":[],"d":0}') ==~ /[0-9a-f]{64}/
        RenderKey.unique() ==~ /[0-9a-f]{64}/
    }
}
