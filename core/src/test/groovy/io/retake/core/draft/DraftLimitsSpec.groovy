package io.retake.core.draft

import java.time.Duration
import spock.lang.Specification

/** The limits of values in a timeline: the last valid one, and the first invalid one. */
class DraftLimitsSpec extends Specification {
    private static Segment segment(String fields) {
        Draft.parse("{\"t\":[{\"tt\":0,\"sg\":[{\"s\":0,\"d\":1,$fields}]}]}".toString()).tracks()[0].segments()[0]
    }

    def "a speed of #written is #speed"() {
        expect:
        segment("\"sp\":$written").speed() == speed

        where:
        written || speed
        0.001   || 0.001
        0.0009  || 1
        1000    || 1000
        1000.1  || 1
    }

    def "a width of #written % is #width"() {
        expect:
        segment("\"w\":$written").widthPercent() == width

        where:
        written || width
        0       || Optional.empty()
        0.1     || Optional.of(0.1d)
        100     || Optional.of(100d)
        100.1   || Optional.empty()
    }

    def "a week is the longest time, of #json"() {
        given:
        def draft = { "{\"t\":[{\"tt\":0,\"sg\":[${json.replace('MS', it)}]}]}".toString() }

        when:
        Draft.parse(draft('604800000'))

        then:
        noExceptionThrown()

        when:
        Draft.parse(draft('604800001'))

        then:
        def e = thrown(InvalidDraft)
        e.message.contains('must be a time in milliseconds, 0 to a week; found 604800001')

        where:
        json << ['{"s":MS,"d":1}', '{"s":0,"d":MS}', '{"s":0,"d":1,"in":MS}']
    }

    def "a fade of a week is one, and of more is of no kind we know"() {
        expect:
        segment("\"fx\":[{\"k\":\"fade\",\"in\":$millis,\"out\":0}]").effects()[0].class == type

        where:
        millis    || type
        604800000 || Effect.FadeFx
        604800001 || Effect.Foreign
    }

    def "all tracks together have a hundred thousand segments at most"() {
        given:
        def track = { int count -> '{"tt":0,"sg":[' + (['{"s":0,"d":1}'] * count).join(',') + ']}' }
        def draft = { int... counts -> '{"t":[' + counts.collect { track(it) }.join(',') + ']}' }

        when:
        Draft.parse(draft(60_000, 40_000))

        then:
        noExceptionThrown()

        when:
        Draft.parse(draft(60_000, 40_001))

        then:
        def e = thrown(InvalidDraft)
        e.message.contains('t[1]')
        e.message.contains('has more than 100000 segments')
    }

    def "what is no list of tracks is refused where it is: #where"() {
        when:
        Draft.parse(json)

        then:
        def e = thrown(InvalidDraft)
        e.message.contains(where)
        e.message.contains(wrong)

        where:
        json                        || where      | wrong
        '{"t":{}}'                  || 't'        | 'must be an array of tracks'
        '{"t":[1]}'                 || 't[0]'     | 'must be an object'
        '{"t":[{"sg":{}}]}'         || 't[0].sg'  | 'must be an array of segments'
        '{"t":[{"sg":[{},7]}]}'     || 't[0].sg[1]' | 'must be an object'
    }

    def "a track is of captions where its role says so"() {
        expect:
        Draft.parse("{\"t\":[{\"tt\":7,\"m\":{\"role\":\"$role\"},\"sg\":[]}]}".toString()).tracks()[0].captions() == captions

        where:
        role       || captions
        'captions' || true
        'sound'    || false
    }

    def "reports segments that swapped places among similar ones as moved"() {
        given: 'no ids: segments match by their content'
        def draft = { List<List> all ->
            Draft.empty('x').withTracks([Track.of(TrackType.VIDEO, all.collect { at, name -> Segment.ofMedia('', name, "m-$name".toString(), Duration.ofSeconds(at), Duration.ofSeconds(2)) })])
        }

        expect: 'moves only, nothing added or removed'
        DraftDiff.between(draft([[0, 'a'], [2, 'b'], [4, 'c']]), draft([[0, 'a'], [2, 'c'], [4, 'b']])).segments()*.class.toSet() == [DraftDiff.Changed].toSet()
    }
}
