package io.retake.engine

import io.retake.engine.media.TestMedia
import net.jqwik.api.Arbitrary
import net.jqwik.api.sessions.JqwikSession
import okhttp3.MediaType
import okhttp3.MultipartBody
import okhttp3.RequestBody

/**
 * Hostile drafts, messages, bodies, files, paths and headers, sent by HTTP: the engine answers each with a refusal, never that
 * it failed (5xx), and goes on working. {@code -Dretake.campaign=500} sends five hundred.
 */
class HostileDraftsCampaignSpec extends EngineSpecification {
    final int wanted = Integer.getInteger('retake.campaign', 12)
    final long seed = Long.getLong('retake.campaign.seed', System.nanoTime())
    final Random random = new Random(seed)
    final List<String> faults = []
    final Map<String, Integer> ends = [:].withDefault { 0 }
    private final Map<String, Object> generators = [:]

    Wire wire
    String session
    String hash

    def "an engine refuses hostile requests of every kind and goes on"() {
        given:
        def engine = start()
        wire = owner(engine)
        session = wire.session()
        wire.post("/api/upload-video/nemo_agent/me/$session", [urls: [TestMedia.plain().toUri().toString()], source_type: 'url'])
        hash = wire.state(session).path('video_infos').path(0).path('hash').asText()
        def kinds = [this.&draft, this.&draft, this.&message, this.&body, this.&head, this.&file]

        when:
        JqwikSession.run { wanted.times { int number -> kinds[number % kinds.size()].call() } }
        println "campaign: hostile requests: $wanted, ${faults.size()} answered 5xx; ${ends.collect { "$it.value $it.key" }.join(', ')} (seed $seed)"

        then:
        faults.empty
        wire.session()
    }

    private <T> T next(String what, Arbitrary<T> all) {
        (generators.computeIfAbsent(what) { all.generator(1000, true) }).next(random).value() as T
    }

    private void draft() {
        def id = UUID.randomUUID().toString()
        def draft = next('drafts', HostileRequests.drafts()).replace('MEDIA', hash)
        def output = next('outputs', HostileRequests.outputs())
        def answer = wire.post('/api/render/proxy/lambda', """{"id":"$id","sessionId":"$session","draft":$draft,"output":$output}""".toString())
        count('drafts', answer, draft + output)
        if (answer.status == 200) {
            count('cancels', wire.post("/api/render/proxy/lambda/$id/cancel", [:]), draft)
        }
    }

    private void message() {
        def text = next('words', HostileRequests.words())
        count('messages', wire.say(session, text), text)
    }

    private void body() {
        def body = next('bodies', HostileRequests.bodies()).replace('SESSION', session)
        def call = next('calls', HostileRequests.calls()).replace('SESSION', session)
        def type = next('types', HostileRequests.types())
        def sent = RequestBody.create(body.getBytes('UTF-8'), type.empty ? null : MediaType.parse(type))
        count('bodies', wire.post(call, sent), "$call $type $body")
    }

    private void file() {
        def name = next('names', HostileRequests.names())
        def content = next('contents', HostileRequests.contents())
        def sent = new MultipartBody.Builder().setType(MultipartBody.FORM)
            .addFormDataPart('files', name, RequestBody.create(content, MediaType.get('application/octet-stream'))).build()
        count('files', wire.post("/api/upload-video/nemo_agent/me/${wire.session()}", sent), name)
    }

    private void head() {
        def sent = next('heads', HostileRequests.heads())
            .replace('PORT', "${wire.url.port}").replace('TOKEN', wire.token).replace('SESSION', session)
        def status = RawHttp.status(wire.url.port, sent)
        // 505 is the answer to a version that HTTP does not have.
        record('heads', status != 505 && status >= 500, sent)
    }

    private void count(String kind, Wire.Answer answer, String sent) {
        boolean json = answer.headers['content-type']?.startsWith('application/json')
        record(kind, answer.status >= 500 || (json && answer.code in 500..599), "$answer.status $answer.text\n$sent")
    }

    private void record(String kind, boolean failed, String what) {
        ends[kind]++
        if (failed) {
            faults << "$kind: $what".toString()
        }
    }
}
