package io.retake.engine

import io.retake.engine.api.Policy
import io.retake.engine.media.TestMedia

/** A message that belongs to another call is answered with that call, in the API's terms and not in the language's. */
class SentencesForOtherCallsSpec extends EngineSpecification {

    private static String session(Wire wire, String name = 'a.mp4') {
        def session = wire.session()
        assert wire.post("/api/upload-video/nemo_agent/me/$session", BackendContractSpec.multipart([(name): TestMedia.plain()])).code == 0
        session
    }

    private static String words(Wire.Answer answer) {
        answer.events.findAll { it }.collect { Wire.parse(it) }.findAll { !it.partial }.collectMany { it.content.parts }*.text.findAll().join('\n')
    }

    def "'#sentence' is answered with #calls"() {
        given:
        def wire = anonymous(start())
        def session = session(wire)
        def before = wire.state(session)

        when:
        def answer = wire.say(session, sentence)

        then:
        calls.every { words(answer).contains(it.replace('SESSION', session)) }
        !words(answer).contains('export command')
        !answer.text.contains('functionCall')
        wire.state(session) == before

        where:
        sentence                    | calls
        'export 1080p MP4'          | ['POST /api/render/proxy/lambda', '"sessionId":"SESSION"', '"format":"mp4"', '"resolution":"1080p"', 'GET /api/render/proxy/lambda/<id>', 'output.url', '/api/state/nemo_agent/me/SESSION/latest']
        'export'                    | ['POST /api/render/proxy/lambda', '"format":"mp4"', '"quality":"high"']
        'Please export for tiktok'  | ['"preset":"tiktok"']
        'export a gif at 12 fps'    | ['"format":"gif"', '"fps":12.0']
        'send me the video'         | ['POST /api/render/proxy/lambda']
        '导出高清视频'                 | ['POST /api/render/proxy/lambda', '导出要用单独的接口']
        'upload'                    | ['POST /api/upload-video/nemo_agent/me/SESSION', "parts named 'files'"]
        'logo.png'                  | ['POST /api/upload-video/nemo_agent/me/SESSION']
        'https://x.example/b.mp4'   | ['POST /api/upload-video/nemo_agent/me/SESSION', '"urls"']
        '上传视频'                     | ['POST /api/upload-video/nemo_agent/me/SESSION']
        'credits'                   | ['100 credits are available', 'GET /api/credits/balance/simple']
        '还有多少积分'                 | ['100', 'GET /api/credits/balance/simple']
        'status'                    | ['Timeline (1 track)', 'GET /api/state/nemo_agent/me/SESSION/latest']
        'show tracks'               | ['Timeline (1 track)']
        '状态'                       | ['Timeline (1 track)', 'GET /api/state']
    }

    def "a message with an edit and an export applies the edit and names the call for the export"() {
        given:
        def wire = anonymous(start())
        def session = session(wire)

        when:
        def said = words(wire.say(session, 'trim to 1 s and export it'))

        then:
        said.contains('POST /api/render/proxy/lambda')
        wire.state(session).path('draft').path('d').asInt() == 1000
    }

    def "words that sound like another call and are an edit stay an edit: #sentence"() {
        given:
        def wire = anonymous(start())
        def session = session(wire, 'b.mp4')

        when:
        wire.say(session, sentence)

        then:
        wire.state(session).path('draft') != null
        wire.state(session).path('history').path('undo').asInt() == 1

        where:
        sentence << ['add the text "Upload now"', 'add the title "Export"', 'append b.mp4']
    }

    def "a message costs only what it did: '#sentence' costs #cost"() {
        given:
        def wire = anonymous(start(settings().policy(Policy.OFF.withCredits(10, 5))))
        def session = session(wire)
        def balance = { wire.get('/api/credits/balance/simple').data.path('available').asInt() }

        when:
        wire.say(session, sentence)

        then:
        balance() == 10 - cost

        where:
        sentence                          || cost
        'flibber the wobbles'             || 0
        '把它变成一首诗'                     || 0
        'how long is it?'                 || 0
        'translate it into French'        || 0
        'make it brighter on clip 9'      || 0
        'remove from 0:30 to 0:40'        || 0
        'export'                          || 0
        'upload'                          || 0
        'credits'                         || 0
        'status'                          || 0
        'mute the sound'                  || 5
        'mute it and flibber the wobbles' || 5
    }

    def "a user without credits still gets the call for an export"() {
        given:
        def wire = anonymous(start(settings().policy(Policy.OFF.withCredits(4, 5))))
        def session = session(wire)

        expect:
        wire.say(session, 'mute the sound').code == 2001
        words(wire.say(session, 'export')).contains('POST /api/render/proxy/lambda')
    }
}
