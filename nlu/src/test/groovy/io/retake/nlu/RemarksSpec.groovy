package io.retake.nlu

import io.retake.nlu.frame.ClauseReading.ReadingKind
import io.retake.nlu.frame.Reading
import spock.lang.Specification

/** What is said beside a request: a reason leaves nothing over, a condition does. */
class RemarksSpec extends Specification {
    def "'#message' is read with a place for every word"() {
        expect:
        readings(context, message).find { it.requests()*.toString() == requests }.with { it != null && isWhole(it) }

        where:
        context | message                                                     || requests
        'A'     | 'mute 0:10 to 0:20, because the neighbor has not agreed'     || ['{"op":"mute","from":"0:10","to":"0:20"}']
        'A'     | 'mute 0:10 to 0:20, where he coughs'                         || ['{"op":"mute","from":"0:10","to":"0:20"}']
        'B'     | 'delete clip 2, twitch will ban us'                          || ['{"op":"remove","on":"clip 2"}']
        'A'     | 'make it square for our newsletter, thanks a lot'            || ['{"op":"aspect","ratio":"1:1"}']
        'A'     | 'fade in over 1 second and out over 3'                       || ['{"op":"fade","in":"1 s","out":"3 s"}']
        'A'     | 'a bit more contrast and saturation'                         || ['{"op":"color","contrast":"+little","saturation":"+little"}']
        'E'     | '25%, not 50'                                                || ['{"op":"amend","edit":{"op":"volume","level":"25%"}}']
        'F'     | 'i meant until 0:40, not 0:45'                               || ['{"op":"amend","edit":{"op":"speed","factor":"0.5x","from":"0:30","to":"0:40"}}']
        'E'     | 'put the logo at the bottom left and make it half transparent' || ['{"op":"change","on":"overlay 1","position":"bottom left"}', '{"op":"opacity","on":"overlay 1","level":"50%"}']
    }

    def "'#message' has no reading for all of the film with a place for every word"() {
        expect:
        !readings(context, message).any { isWhole(it) && it.requests()*.toString() == requests }

        where:
        context | message                                            || requests
        'A'     | 'mute it where he coughs'                          || ['{"op":"mute"}']
        'A'     | 'zoom in when he talks'                            || ['{"op":"zoom","factor":"+some"}']
        'A'     | 'make it brighter, the sky is fine'                || ['{"op":"color","brightness":"+some"}']
        'A'     | 'no need to stabilize it'                          || ['{"op":"stabilize"}']
        'B'     | 'everything brighter except the sunset'            || ['{"op":"color","brightness":"+some"}']
        'B'     | 'No, keep it until 0:06.'                          || ['{"op":"trim","to":"0:06"}']
    }

    private static List<Reading> readings(String context, String message) {
        Parser.readings(message, Contexts.ALL[context])
    }

    private static boolean isWhole(Reading reading) {
        reading.clauses().every { it.kind() == ReadingKind.REMARK ? it.leftover() <= 0.5 : it.words().empty }
    }
}
