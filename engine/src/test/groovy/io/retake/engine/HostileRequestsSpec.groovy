package io.retake.engine

import io.retake.engine.api.EngineSettings
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import net.jqwik.api.Arbitrary
import net.jqwik.api.EdgeCasesMode
import net.jqwik.api.Example
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide
import net.jqwik.api.lifecycle.AfterContainer
import net.jqwik.api.lifecycle.BeforeContainer
import okhttp3.MediaType
import okhttp3.MultipartBody
import okhttp3.RequestBody

/**
 * Whatever comes over the wire, the engine never answers that it failed: what can't be done is the request's fault, and
 * said so (4xx, or a code in a 200).
 */
class HostileRequestsSpec {
    private static Path data
    private static Engine engine
    private static Wire wire
    private static String session
    private static String hash

    @BeforeContainer
    static void start() {
        data = Files.createTempDirectory('hostile')
        engine = Engine.start(EngineSettings.builder().dataFolder(data).build())
        wire = new Wire(engine.apiUrl(), engine.ownerToken())
        session = wire.session()
        assert wire.post("/api/upload-video/nemo_agent/me/$session",
            [urls: [TestMedia.plain().toUri().toString()], source_type: 'url']).code == 0
        hash = wire.state(session).path('video_infos').get(0).path('hash').asText()
    }

    @AfterContainer
    static void stop() {
        wire?.close()
        engine?.close()
        data?.toFile()?.deleteDir()
    }

    private static void isNoFailure(Wire.Answer answer, Object sent) {
        assert answer.status < 500 : "$answer.status $answer.text\n$sent"
        if (answer.headers['content-type']?.startsWith('application/json')) {
            assert answer.code == null || answer.code < 500 || answer.code > 599 : "$answer.text\n$sent"
        }
    }

    @Provide
    static Arbitrary<String> numbers() { HostileRequests.numbers() }

    @Provide
    static Arbitrary<String> values() { HostileRequests.values() }

    @Provide
    static Arbitrary<String> drafts() { HostileRequests.drafts() }

    @Provide
    static Arbitrary<String> outputs() { HostileRequests.outputs() }

    private static Wire.Answer submit(String id, String draft, String output) {
        wire.post('/api/render/proxy/lambda',
            "{\"id\":\"$id\",\"sessionId\":\"$session\",\"draft\":${draft.replace('MEDIA', hash)},\"output\":$output}".toString())
    }

    @Example
    void 'the timeline that the others are made of is a good one'() {
        def id = UUID.randomUUID().toString()
        def answer = submit(id, HostileRequests.TIMELINE.replace('@', ''), '{"format":"mp4"}')
        assert answer.status == 200 : answer.text
        wire.post("/api/render/proxy/lambda/$id/cancel", [:])
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void 'a draft and an output of any shape'(@ForAll('drafts') String draft, @ForAll('outputs') String output) {
        def id = UUID.randomUUID().toString()
        def answer = submit(id, draft, output)
        isNoFailure(answer, draft + output)
        if (answer.status == 200) {
            isNoFailure(wire.get("/api/render/proxy/lambda/$id"), draft)
            isNoFailure(wire.post("/api/render/proxy/lambda/$id/cancel", [:]), draft)
        }
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void 'a draft of any shape that is rendered fails, if it does, in words'(@ForAll('drafts') String draft) {
        def id = UUID.randomUUID().toString()
        if (submit(id, draft, '{"format":"png"}').status != 200) {
            return
        }
        def end = null
        while (!(end?.path('status')?.asText() in ['completed', 'failed'])) {
            Thread.sleep(5)
            end = wire.get("/api/render/proxy/lambda/$id").data
        }
        assert !(end.path('error').asText() =~ /[a-z]\.[A-Z]\w*(Exception|Error)/) : "$end\n$draft"
    }

    @Provide
    static Arbitrary<String> words() { HostileRequests.words() }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void 'a message of any words'(@ForAll('words') String text) {
        def answer = wire.say(session, text)
        isNoFailure(answer, text)
        // A fault within a stream has no status of its own.
        answer.events.findAll { it }.each {
            assert !(it =~ /[a-z]\.[A-Z]\w*(Exception|Error)\b/) : "$it\n$text"
        }
        isNoFailure(wire.get("/api/state/nemo_agent/me/$session/latest"), text)
    }

    @Provide
    static Arbitrary<String> bodies() { HostileRequests.bodies() }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void 'a body of any shape to any call'(@ForAll('bodies') String body, @ForAll('calls') String call, @ForAll('types') String type) {
        def sent = RequestBody.create(body.replace('SESSION', session).getBytes('UTF-8'), type == '' ? null : MediaType.parse(type))
        isNoFailure(wire.post(call.replace('SESSION', session), sent), "$call $type $body")
    }

    @Provide
    static Arbitrary<String> calls() { HostileRequests.calls() }

    @Provide
    static Arbitrary<String> types() { HostileRequests.types() }

    @Provide
    static Arbitrary<String> names() { HostileRequests.names() }

    @Provide
    static Arbitrary<byte[]> contents() { HostileRequests.contents() }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void 'a file of any name and content'(@ForAll('names') String name, @ForAll('contents') byte[] content) {
        def own = wire.session()
        def body = new MultipartBody.Builder().setType(MultipartBody.FORM)
            .addFormDataPart('files', name, RequestBody.create(content, MediaType.get('application/octet-stream'))).build()
        isNoFailure(wire.post("/api/upload-video/nemo_agent/me/$own", body), "$name ${content.encodeBase64()}")
        isNoFailure(wire.get("/api/state/nemo_agent/me/$own/latest"), name)
    }

    @Provide
    static Arbitrary<String> heads() { HostileRequests.heads() }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void 'a head of any method, path, version and headers'(@ForAll('heads') String head) {
        def sent = head.replace('PORT', "${engine.apiUrl().port}").replace('TOKEN', wire.token).replace('SESSION', session)
        def said = RawHttp.answer(engine.apiUrl().port, sent)
        assert !(said =~ /^HTTP\/\S+ 5/) || said =~ /^HTTP\/\S+ 505/ : "$said\n$sent"
    }
}
