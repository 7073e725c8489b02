package io.retake.engine

import io.retake.engine.api.EngineException
import io.retake.engine.api.EngineFolder
import io.retake.engine.api.EngineSettings
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.Executors
import okhttp3.MediaType
import okhttp3.MultipartBody
import okhttp3.RequestBody
import okio.BufferedSink
import spock.lang.Specification
import spock.lang.TempDir

/** Engines in processes of their own: killed, restarted, side by side, with little memory. */
class EngineProcessSpec extends Specification {
    @TempDir
    Path data

    /** A file of zeros that needs no room on the sender's side. */
    static RequestBody zeros(long megabytes) {
        new RequestBody() {
            @Override MediaType contentType() { MediaType.get('video/mp4') }
            @Override long contentLength() { megabytes << 20 }
            @Override void writeTo(BufferedSink sink) {
                byte[] block = new byte[1 << 20]
                for (long i = 0; i < megabytes; i++) {
                    sink.write(block)
                }
            }
        }
    }

    static MultipartBody upload(RequestBody file, String name = 'big.mp4') {
        new MultipartBody.Builder().setType(MultipartBody.FORM).addFormDataPart('files', name, file).build()
    }

    private List<String> leftovers() {
        Files.walk(data).withCloseable { files ->
            files.filter { Files.isRegularFile(it) }.map { data.relativize(it).toString() }
                .filter { it.contains('/tmp/') || it.contains('.new-') }
                .toList()
        }
    }

    def "a file larger than the heap goes to disk, and one larger than the limit is refused while it comes"() {
        given:
        def engine = new ForkedEngine(data, 'main', '-Xmx40m')
        def session = engine.wire.session()

        when: '60 MB of zeros, which are no video, but are read to the end before that is known'
        def large = engine.wire.post("/api/upload-video/nemo_agent/me/$session", upload(zeros(60)))

        then:
        large.code == 4001

        when:
        def tooLarge = engine.wire.post("/api/upload-video/nemo_agent/me/$session", upload(zeros(501)))

        then:
        tooLarge.status == 200
        tooLarge.code == 4002
        tooLarge.json.path('message').asText().contains('500 MB')
        leftovers() == []

        and: 'it still serves'
        engine.wire.get('/api/credits/balance/simple').code == 0

        cleanup:
        engine?.close()
    }

    def "an engine without rules of the cloud loads none of their classes"() {
        given:
        def log = data.resolve('classes.log')
        def engine = new ForkedEngine(data.resolve('data'), 'main', "-Xlog:class+load:file=$log")

        when:
        def session = engine.wire.session()
        def balance = engine.wire.get('/api/credits/balance/simple')
        engine.close()
        def loaded = Files.readAllLines(log)

        then:
        session && balance.code == 0
        loaded.any { it.contains('io.retake.engine.http.MessageEndpoint ') }
        loaded.findAll { it.contains('io.retake.engine.http.cloud.') } == []
    }

    def "killed at any moment, an engine starts again with all that it had acknowledged"() {
        given:
        def clip = TestMedia.plain()
        def acknowledged = [:]

        when: 'it is killed again and again in the middle of edits and uploads'
        3.times { round ->
            def engine = new ForkedEngine(data)
            acknowledged.each { session, length ->
                assert engine.wire.state(session).path('draft').path('d').asInt() <= length
                assert engine.wire.state(session).path('video_infos').size() == 1
            }
            def session = engine.wire.session()
            engine.wire.post("/api/upload-video/nemo_agent/me/$session", upload(RequestBody.create(clip.toFile(), null), 'a.mp4'))
            acknowledged[session] = 2050
            def busy = Executors.newFixedThreadPool(2)
            busy.submit {
                for (int ms = 1990; ms > 0; ms -= 10) {
                    engine.wire.say(session, "Trim from 0:00 to 0:01.${String.format('%03d', ms % 1000)}")
                    acknowledged[session] = engine.wire.state(session).path('draft').path('d').asInt()
                }
            }
            busy.submit {
                while (true) {
                    engine.wire.post("/api/upload-video/nemo_agent/me/${engine.wire.session()}", upload(zeros(5)))
                }
            }
            Thread.sleep(300 + 150 * round)
            engine.kill()
            busy.shutdownNow()
            engine.wire.close()
        }

        then:
        def last = new ForkedEngine(data)
        acknowledged.size() == 3
        acknowledged.every { session, length ->
            def state = last.wire.state(session)
            state.path('video_infos').size() == 1 && state.path('draft').path('d').asInt() <= length
        }
        leftovers() == []

        cleanup:
        last?.close()
    }

    def "an engine in another process keeps its folder to itself, and gives it back when it is killed"() {
        given:
        def first = new ForkedEngine(data)

        when:
        Engine.start(EngineSettings.builder().dataFolder(data).folder(EngineFolder.named('main')).build())

        then:
        def e = thrown(EngineException)
        e.message.contains("process ${first.process.pid()}")

        when:
        first.kill()
        Engine.start(EngineSettings.builder().dataFolder(data).folder(EngineFolder.named('main')).build()).close()

        then:
        noExceptionThrown()

        cleanup:
        first?.close()
    }

    private static String longFilm(Wire wire) {
        def session = wire.session()
        wire.post("/api/upload-video/nemo_agent/me/$session", upload(RequestBody.create(TestMedia.plain().toFile(), null), 'a.mp4'))
        wire.say(session, 'Set the speed to 0.1')
        wire.say(session, 'Upscale to 1440p')
        wire.post('/api/render/proxy/lambda', [id: 'render_1', sessionId: session,
            draft: wire.state(session).path('draft'), output: [format: 'mp4']])
        while (wire.get('/api/render/proxy/lambda/render_1').data.path('status').asText() == 'pending') {
            Thread.sleep(20)
        }
        session
    }

    def "killed while it renders, an engine leaves no process, and the next one clears up"() {
        given:
        def engine = new ForkedEngine(data)
        longFilm(engine.wire)
        def running = []
        while (!running.any { it.info().command().orElse('').contains('ffmpeg') }) {
            running = engine.process.descendants().toList()
            Thread.sleep(5)
        }

        when:
        engine.kill()
        def end = System.nanoTime() + 10_000_000_000L
        while (running.any { it.alive } && System.nanoTime() < end) {
            Thread.sleep(20)
        }

        then:
        running.every { !it.alive }

        when:
        def next = new ForkedEngine(data)

        then:
        leftovers() == []
        next.wire.get('/api/render/proxy/lambda/render_1').data.path('status').asText() == 'failed'
        next.wire.get('/api/render/proxy/lambda/render_1').data.path('error').asText().contains('Submit it again')

        cleanup:
        next?.close()
        engine?.close()
    }

    def "an engine that needs room keeps the media that another process renders from"() {
        given:
        def busy = new ForkedEngine(data)
        def session = longFilm(busy.wire)
        def hash = busy.wire.state(session).path('video_infos').get(0).path('hash').asText()
        // Room for one of the two: a megabyte, or what there is.
        def limit = 1_000_000 + Files.size(TestMedia.plain()).intdiv(2) + 50_000
        def greedy = Engine.start(EngineSettings.builder().dataFolder(data).storageLimit(limit).build())
        def wire = new Wire(greedy.apiUrl(), greedy.ownerToken())

        when:
        def answer = wire.post("/api/upload-video/nemo_agent/me/${wire.session()}", upload(zeros(1)))

        then:
        answer.status == 507
        answer.json.path('message').asText().contains('in use')
        Files.exists(data.resolve("media/$hash/content.mp4"))
        busy.wire.get('/api/render/proxy/lambda/render_1').data.path('status').asText() == 'processing'

        when: 'it is done with it'
        busy.wire.post('/api/render/proxy/lambda/render_1/cancel')
        busy.close()
        wire.post("/api/upload-video/nemo_agent/me/${wire.session()}", upload(zeros(1)))

        then:
        !Files.exists(data.resolve("media/$hash"))

        cleanup:
        wire?.close()
        greedy?.close()
        busy?.close()
    }

    def "two processes upload the same media at once, and both can use it"() {
        given:
        def engines = [new ForkedEngine(data, 'one'), new ForkedEngine(data, 'two')]
        def clip = TestMedia.plain()
        def pool = Executors.newFixedThreadPool(2)

        when:
        def answers = engines.collect { engine ->
            pool.submit({
                def session = engine.wire.session()
                (1..5).collect { engine.wire.post("/api/upload-video/nemo_agent/me/$session", upload(RequestBody.create(clip.toFile(), null), "${it}.mp4")).code }
            } as java.util.concurrent.Callable)
        }*.get()

        then:
        answers == [[0] * 5, [0] * 5]
        Files.list(data.resolve('media')).count() == 1

        cleanup:
        pool.shutdownNow()
        engines*.close()
    }
}
