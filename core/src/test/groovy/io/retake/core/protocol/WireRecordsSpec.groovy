package io.retake.core.protocol

import com.fasterxml.jackson.databind.ObjectMapper
import java.time.Duration
import spock.lang.Specification

class WireRecordsSpec extends Specification {

    static json(String text) { new ObjectMapper().readTree(text) }

    def "the accepted files are the protocol's"() {
        expect:
        MediaType.accepted() == 'mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac, srt, vtt, cube'
        MediaType.MAX_BYTES == 524_288_000L
    }

    def "'#name' is #type"() {
        expect:
        MediaType.ofName(name).orElse(null) == type

        where:
        name                     | type
        'a.mp4'                  | MediaType.MP4
        'A.MP4'                  | MediaType.MP4
        'dir.x/a.b.WebM'         | MediaType.WEBM
        'photo.jpeg'             | MediaType.JPG
        'photo.jpg'              | MediaType.JPG
        'talk.SRT'               | MediaType.SRT
        'talk.en.vtt'            | MediaType.VTT
        'look.cube'              | MediaType.CUBE
        'a.txt'                  | null
        'mp4'                    | null
        'a.'                     | null
        ''                       | null
        'dir.mp4/file'           | null
        'C:\\dir.mp4\\file'      | null
        'playlist.m3u8'          | null
    }

    def "both shapes of a render's status say the same"() {
        expect:
        RenderStatus.isOne(body)
        def status = RenderStatus.parse(body)
        status.state() == RenderState.COMPLETED
        status.outputUrl().get() == 'https://cdn/a.mp4'

        where:
        body << [json('{"status":"completed","output":{"url":"https://cdn/a.mp4"}}'),
                 json('{"success":true,"data":{"id":"render_1","status":"completed","progress":100,"outputUrl":"https://cdn/a.mp4","createdAt":"x","completedAt":"y"}}'),
                 json('{"code":0,"data":{"status":"COMPLETED","output":{"url":"https://cdn/a.mp4"}}}'),
                 json('{"success":true,"status":"completed","output":{"url":"https://cdn/a.mp4"},"data":{"status":"completed","outputUrl":"https://cdn/a.mp4"}}'),
                 json('{"status":"completed","data":{"id":"render_1","outputUrl":"https://cdn/a.mp4"}}'),
                 json('{"output":{"url":"https://cdn/a.mp4"},"data":{"status":"completed"}}')]
    }

    def "a status is read as far as it makes sense"() {
        when:
        def status = RenderStatus.parse(json('{"status":"processing","progress":250,"pollAfterMs":-1}'), Duration.ofSeconds(3))

        then:
        status.progress().asDouble == 100d
        status.pollAfter().get() == Duration.ofSeconds(3)
        status.outputUrl().empty
        !status.state().ended()
        RenderStatus.parse(json('{"status":"warming up"}')).state() == RenderState.OTHER
        RenderStatus.parse(json('{"status":"failed","error":{"message":"a\\u001b[1mb"}}')).error().get() == 'ab'
        !RenderStatus.isOne(json('{"data":{}}'))
    }

    def "an output keeps its wishes in order, there and back"() {
        given:
        def output = OutputFormat.of('mp4').withQuality('draft').with('width', 1920).with('under', '8MB').with('fast', true)

        expect:
        output.json().toString() == '{"format":"mp4","quality":"draft","width":1920,"under":"8MB","fast":true}'
        OutputFormat.parse(output.json()) == output
        OutputFormat.parse(json('{}')) == OutputFormat.of('mp4')
        OutputFormat.parse(json('{"format":"gif","odd":{"a":1},"none":null}')) == OutputFormat.of('gif')
    }

    def "'#bad' is no output format"() {
        when:
        OutputFormat.of(bad)

        then:
        thrown(IllegalArgumentException)

        where:
        bad << ['', 'MP4', 'mp4/../x', 'a b']
    }

    def "a record that is missing things says zero, not nothing"() {
        when:
        def file = UploadedFile.parse(json('{"filename":"a.png","file_type":"image","duration":null,"width":"640","odd":1}'))

        then:
        file.duration() == Duration.ZERO
        file.width() == 640
        file.fps() == 0d
        file.address().empty
        Credits.parse(json('{"available":"12.5","frozen":"x"}')).total() == 12.5
    }

    def "finds error codes by number, and accepts unknown ones"() {
        expect:
        ErrorCode.of(2001).get() == ErrorCode.OUT_OF_CREDITS
        ErrorCode.values()*.code() == [0, 1001, 1002, 2001, 4001, 4002]
        ErrorCode.of(7).empty
    }

    def "a skill header is never blank and never splits: '#bad'"() {
        when:
        new SkillHeaders('retake', '1', bad)

        then:
        thrown(IllegalArgumentException)

        where:
        bad << ['', ' ', 'a\r\nX: y', 'ü']
    }

    def "an id never becomes more of a path"() {
        expect:
        Endpoints.fill(Endpoints.STATE, 'a/../b c') == '/api/state/nemo_agent/me/a%2F..%2Fb%20c/latest'

        when:
        Endpoints.fill(Endpoints.STATE, '..')

        then:
        thrown(IllegalArgumentException)
    }
}
