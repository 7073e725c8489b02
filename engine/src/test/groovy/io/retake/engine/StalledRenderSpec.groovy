package io.retake.engine

import io.retake.engine.media.TestMedia
import spock.lang.IgnoreIf
import spock.util.concurrent.PollingConditions

/** An FFmpeg that hangs fails its own render, and the queue goes on. */
@IgnoreIf({ os.windows })
class StalledRenderSpec extends EngineSpecification {

    def "a render whose FFmpeg is stopped fails with a reason after a while, and the next one succeeds"() {
        given:
        def engine = start(settings().environment(System.getenv() + [RETAKE_STALL_SECONDS: '1']))
        def wire = owner(engine)
        def session = wire.session()
        assert wire.post("/api/upload-video/nemo_agent/me/$session", [urls: [TestMedia.plain().toUri().toString()], source_type: 'url']).code == 0
        def draft = wire.state(session).path('draft')
        submit(wire, session, 'hangs', lengthened(draft))
        def conditions = new PollingConditions(timeout: 60, delay: 0.05)
        conditions.eventually { assert encoder().present }

        when:
        assert new ProcessBuilder('kill', '-STOP', "${encoder().get().pid()}").start().waitFor() == 0
        submit(wire, session, 'next', draft)

        then:
        conditions.eventually { assert wire.get('/api/render/proxy/lambda/hangs').data.path('status').asText() == 'failed' }
        wire.get('/api/render/proxy/lambda/hangs').data.path('error').asText().contains('no progress for 1 s')
        conditions.eventually { assert wire.get('/api/render/proxy/lambda/next').data.path('status').asText() == 'completed' }
    }

    private static void submit(Wire wire, String session, String id, Object draft) {
        assert wire.post('/api/render/proxy/lambda', [id: id, sessionId: session, draft: draft, output: [format: 'mp4', quality: 'high']]).status == 200
    }

    /** The clip over and over, for minutes: it doesn't end by itself before it is stopped. */
    private static Object lengthened(Object draft) {
        def json = Wire.parse(draft.toString())
        def clip = json.t[0].sg[0]
        json.t[0].sg = (0..<300).collect { clip + [id: "c$it".toString(), s: it * 2000, d: 2000] }
        json.d = 600_000
        json
    }

    private Optional<ProcessHandle> encoder() {
        ProcessHandle.current().descendants().filter {
            def line = it.info().commandLine().orElse('')
            it.info().command().orElse('').endsWith('ffmpeg') && line.contains('-progress') && line.contains(data.toString())
        }.findFirst()
    }
}
