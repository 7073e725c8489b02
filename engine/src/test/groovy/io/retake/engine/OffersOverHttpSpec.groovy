package io.retake.engine

import io.retake.engine.api.EngineFolder
import io.retake.engine.media.TestMedia

/** Offers belong to a session, survive a restart, and end with an export. */
class OffersOverHttpSpec extends EngineSpecification {
    private static final String SLOW = 'have it plod at 0.5x'

    private static String session(Wire wire) {
        def session = wire.session()
        assert wire.post("/api/upload-video/nemo_agent/me/$session", BackendContractSpec.multipart(['a.mp4': TestMedia.plain()])).code == 0
        session
    }

    private static int length(Wire wire, String session) {
        wire.state(session).path('draft').path('d').asInt()
    }

    def "an offer survives a restart, and is its session's alone"() {
        given:
        def client = UUID.randomUUID()
        def first = start(settings().folder(EngineFolder.named('main')))
        def wire = anonymous(first, client)
        def asked = session(wire)
        def other = session(wire)
        def before = length(wire, asked)
        assert wire.say(asked, SLOW).text.contains('Set the speed to 0.5x')
        wire.say(other, 'yes')
        def untouched = length(wire, other)
        first.close()

        when:
        def again = new Wire(start(settings().folder(EngineFolder.named('main'))).apiUrl(), wire.token)
        again.say(asked, 'yes')

        then:
        untouched == before
        length(again, asked) == before * 2
        length(again, other) == before

        cleanup:
        again?.close()
    }

    def "'#ending' ends an offer"() {
        given:
        def wire = anonymous(start())
        def session = session(wire)
        def before = length(wire, session)
        wire.say(session, SLOW)
        wire.say(session, ending)

        when:
        wire.say(session, 'yes')

        then:
        length(wire, session) == before

        where:
        ending << ['export 1080p MP4', 'credits', 'mute it']
    }

    def "an export ends an offer"() {
        given:
        def wire = anonymous(start())
        def session = session(wire)
        def before = length(wire, session)
        wire.say(session, SLOW)

        when:
        def render = wire.post('/api/render/proxy/lambda',
            [id: 'render_1', sessionId: session, draft: wire.state(session).path('draft'), output: [format: 'mp4', quality: 'high']],
            ['X-Skill-Source': 'test', 'X-Skill-Version': '1', 'X-Skill-Platform': 'test'])
        wire.say(session, 'yes')

        then:
        render.status == 200
        length(wire, session) == before
    }
}
