package io.retake.engine.llm

import io.retake.engine.Engine
import io.retake.engine.EngineSpecification
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.util.concurrent.TimeUnit
import mockwebserver3.MockResponse
import mockwebserver3.MockWebServer
import spock.lang.AutoCleanup

/** A whole engine that asks a language model, over HTTP on both sides. */
class EngineWithModelSpec extends EngineSpecification {
    @AutoCleanup
    MockWebServer server = new MockWebServer()

    def setup() {
        server.start(InetAddress.getByName('127.0.0.1'), 0)
    }

    private Engine engine(Map<String, String> environment) {
        start(settings().environment(environment))
    }

    private Map<String, String> asking() {
        [RETAKE_LLM_URL: "http://127.0.0.1:$server.port/v1".toString(), RETAKE_LLM_MODEL: 'small', RETAKE_LLM_KEY: ModelInterpreterSpec.KEY]
    }

    private String filled(wire) {
        def session = wire.session()
        wire.post("/api/upload-video/nemo_agent/me/$session", [urls: [TestMedia.plain().toUri().toString()], source_type: 'url'])
        session
    }

    def "the model's edits change the timeline, and the key is in no file and no answer"() {
        given:
        server.enqueue(new MockResponse.Builder().body('{"choices":[{"message":{"content":"{\\"edits\\":[{\\"op\\":\\"trim\\",\\"to\\":\\"0:01\\"}]}"}}]}').build())
        def wire = owner(engine(asking()))
        def session = filled(wire)

        when:
        def answer = wire.say(session, 'boil it down to its essence')

        then:
        answer.text.contains('as: Trim from the start to 0:01.')
        wire.state(session).path('draft').path('d').asInt() == 1000
        !answer.text.contains(ModelInterpreterSpec.KEY)
        Files.walk(data).filter { Files.isRegularFile(it) }.noneMatch { new String(Files.readAllBytes(it), 'ISO-8859-1').contains(ModelInterpreterSpec.KEY) }
    }

    def "without the settings nothing is asked"() {
        given:
        def wire = owner(engine([:]))

        expect:
        wire.say(filled(wire), 'boil it down to its essence').text.contains('Not understood')
        server.requestCount == 0
    }

    def "an engine that waits for its model closes at once"() {
        given:
        server.enqueue(new MockResponse.Builder().headersDelay(30, TimeUnit.SECONDS).body('{}').build())
        def engine = engine(asking())
        def wire = owner(engine)
        def session = filled(wire)
        def sender = Thread.start { try { wire.say(session, 'boil it down to its essence') } catch (IOException ignored) { } }
        assert server.takeRequest(5, TimeUnit.SECONDS)

        when:
        long start = System.nanoTime()
        engine.close()

        then:
        System.nanoTime() - start < 10_000_000_000L

        cleanup:
        sender?.join(5000)
    }
}
