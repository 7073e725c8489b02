package io.retake.engine

import io.retake.engine.api.NetworkLimits
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.atomic.AtomicInteger
import okhttp3.MediaType
import okhttp3.RequestBody
import okio.BufferedSink
import spock.lang.AutoCleanup
import spock.util.concurrent.PollingConditions

/** Clients that send or read a byte at a time, or nothing: they take nothing from others, and end. */
class SlowClientsSpec extends EngineSpecification {
    private static final int MANY = 200

    @AutoCleanup
    Drips drips = new Drips()

    private static NetworkLimits patient(Duration time) { NetworkLimits.DEFAULT.withTimes(time, time, time) }

    /** The middle one of twenty quick calls, in ms: one of them may meet a busy machine. */
    private static double usual(Wire wire) {
        (1..20).collect {
            long begun = System.nanoTime()
            assert wire.get('/api/credits/balance/simple').code == 0
            assert wire.session()
            (System.nanoTime() - begun) / 2e6
        }.sort()[10]
    }

    /** Under 100 ms, once in half a minute: a machine that is busy with something else for seconds isn't held up by clients. */
    private static boolean isQuick(Wire wire) {
        new PollingConditions(timeout: 30).eventually { assert usual(wire) < 100 }
        true
    }

    private static String head(Wire wire, String call, String more = 'Content-Type: application/json\r\nContent-Length: 100000') {
        "$call HTTP/1.1\r\nHost: 127.0.0.1:${wire.url.port}\r\nAuthorization: Bearer ${wire.token}\r\n" +
            wire.headers.collect { name, value -> "$name: $value\r\n" }.join('') + "$more\r\n\r\n"
    }

    def "two hundred #what that come a byte at a time leave others under 100 ms, also of the same client"() {
        given:
        def engine = start()
        def slow = anonymous(engine)
        def other = anonymous(engine)
        def session = slow.session()
        usual(other)

        when:
        drips.open(engine.apiUrl().port, MANY, head(slow, call.replace('SESSION', session), headers) + begin, drip)

        then:
        isQuick(other)
        new PollingConditions(timeout: 30, delay: 0.05).eventually { assert slow.session() }
        isQuick(slow)

        where:
        what             | call                                        | headers                                                                          | begin | drip
        'messages'       | 'POST /run_sse'                             | 'Content-Type: application/json\r\nContent-Length: 100000'                       | ''    | ' '
        'renders'        | 'POST /api/render/proxy/lambda'             | 'Content-Type: application/json\r\nTransfer-Encoding: chunked'                   | ''    | '1\r\n \r\n'
        'uploads'        | 'POST /api/upload-video/nemo_agent/me/SESSION' | 'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000'    | '--x\r\nContent-Disposition: form-data; name="files"; filename="a.mp4"\r\n\r\n' | 'a'
    }

    def "the engine closes a dripping or silent connection, and answers why if a request has begun: #what"() {
        given:
        def engine = start(settings().limits(patient(Duration.ofMillis(400))))
        def wire = anonymous(engine)
        def session = wire.session()

        when:
        drips.open(engine.apiUrl().port, 3, text.replace('PORT', "${engine.apiUrl().port}").replace('TOKEN', wire.token).replace('SESSION', session), drip)

        then:
        new PollingConditions(timeout: 20, delay: 0.05).eventually { assert drips.ended.size() == 3 }
        drips.ended.every { says ? it.startsWith('HTTP/1.1 408') && it.contains(says) : it.empty }

        where:
        what                     | text                                                                                                     | drip || says
        'nothing at all'         | ''                                                                                                       | ''   || ''
        'half a head'            | 'POST /run_sse HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nX: '                                                    | ''   || ''
        'a head that drips'      | 'POST /run_sse HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nX: '                                                    | 'x'  || ''
        'a silent body'          | BODY.replace('SIZE', '100')                                                                              | ''   || 'bytes'
        'a body that drips'      | BODY.replace('SIZE', '100000')                                                                           | ' '  || 'Too slow'
        'chunks that drip'       | BODY.replace('Content-Length: SIZE', 'Transfer-Encoding: chunked')                                       | '1\r\n \r\n' || 'Too slow'
        'a chunk without an end' | BODY.replace('Content-Length: SIZE', 'Transfer-Encoding: chunked') + '1;'                                | 'x'  || 'Too slow'
        'a file that drips'      | FILE                                                                                                     | 'x'  || 'Too slow'
        'a file that stops'      | FILE                                                                                                     | ''   || 'bytes'
    }

    private static final String BODY = 'POST /api/tasks/me/with-session/nemo_agent HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n' +
        'Authorization: Bearer TOKEN\r\nContent-Type: application/json\r\nContent-Length: SIZE\r\n\r\n'
    private static final String FILE = 'POST /api/upload-video/nemo_agent/me/SESSION HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n' +
        'Authorization: Bearer TOKEN\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n' +
        '--x\r\nContent-Disposition: form-data; name="files"; filename="a.mp4"\r\n\r\n'

    def "an honest file over a slow link is taken, however long its first bytes keep waiting"() {
        given:
        def engine = start(settings().limits(patient(Duration.ofSeconds(2))))
        def wire = anonymous(engine)
        def session = wire.session()
        def film = Files.readAllBytes(TestMedia.plain())

        when:
        def answer = wire.post("/api/upload-video/nemo_agent/me/$session", new RequestBody() {
            @Override
            MediaType contentType() { MediaType.get('multipart/form-data; boundary=x') }

            @Override
            void writeTo(BufferedSink sink) {
                sink.writeUtf8('--x\r\nContent-Disposition: form-data; name="files"; filename="a.mp4"\r\n\r\n').flush()
                int piece = film.length.intdiv(25) + 1
                for (int at = 0; at < film.length; at += piece) {
                    Thread.sleep(100)
                    sink.write(film, at, Math.min(piece, film.length - at)).flush()
                }
                sink.writeUtf8('\r\n--x--\r\n')
            }
        })

        then:
        answer.code == 0
        wire.state(session).path('video_infos').size() == 1
    }

    def "a client that has too many bodies on their way loses the slowest of them, not its next request"() {
        given:
        def engine = start(settings().limits(NetworkLimits.DEFAULT.withNumbers(4, 64, 1024)))
        def wire = anonymous(engine)
        drips.open(engine.apiUrl().port, 4, head(wire, 'POST /run_sse'), ' ')

        expect: 'once all of them have begun'
        new PollingConditions(timeout: 20, delay: 0.05).eventually {
            assert wire.post('/api/tasks/me/with-session/nemo_agent', [:]).status == 200
            assert drips.ended.size() >= 1
        }
        drips.ended.every { it.empty || it.startsWith('HTTP/1.1 429') }
        wire.session()
    }

    def "a film that nobody reads keeps no thread, and is whole for those who do"() {
        given:
        def engine = start()
        def wire = owner(engine)
        def film = wire.exported([noise()])
        def url = renderOf(wire)

        when: 'they ask for it and read nothing'
        drips.open(engine.apiUrl().port, 60, head(wire, "GET $url", 'X: y'), null)

        then:
        isQuick(anonymous(engine))
        wire.get(url).bytes == Files.readAllBytes(film)

        cleanup:
        Files.deleteIfExists(film)
    }

    /** More than the system keeps for a reader: some 12 MB. */
    private static Path noise() {
        TestMedia.clip('noise.mp4', '-f', 'lavfi', '-i', 'nullsrc=s=640x360:r=25:d=2,geq=random(1)*255:128:128',
            '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '4', '-pix_fmt', 'yuv420p')
    }

    private String renderOf(Wire wire) {
        def id = Files.list(data.resolve('engines')).withCloseable { it.toList() }
            .collectMany { Files.list(it.resolve('renders')).withCloseable { all -> all.toList() } }[0].fileName.toString() - '.json'
        "/api/render/proxy/$id/download"
    }

    def "more connections than the engine keeps close those that were idle longest, and nobody waits"() {
        given:
        def engine = start(settings().limits(NetworkLimits.DEFAULT.withNumbers(64, 64, 30)))
        def wire = anonymous(engine)

        when:
        drips.open(engine.apiUrl().port, 150, text.replace('HEAD', head(wire, 'GET /api/credits/balance/simple', 'X: y')), null)

        then:
        isQuick(wire)
        new PollingConditions(timeout: 30, delay: 0.05).eventually { assert drips.closed() >= 110 }

        where:
        text << ['', 'HEAD']
    }

    def "uploads of one client are worked on so many at a time, and nobody else's calls wait for them"() {
        given:
        def go = data.resolve('go')
        def engine = start(settings().limits(NetworkLimits.DEFAULT.withNumbers(64, 2, 1024)).environment(
            System.getenv() + [RETAKE_FFMPEG: waiting(go)]))
        def busy = owner(engine)
        def session = busy.session()
        def body = [urls: [TestMedia.plain().toUri().toString()], source_type: 'url']

        when:
        def refused = new AtomicInteger()
        def senders = (1..6).collect {
            Thread.startDaemon {
                if (busy.post("/api/upload-video/nemo_agent/me/$session", body).status == 429) {
                    refused.incrementAndGet()
                }
            }
        }

        then:
        new PollingConditions(timeout: 20, delay: 0.05).eventually { assert refused.get() == 4 }
        busy.session()
        isQuick(anonymous(engine))

        cleanup:
        Files.createFile(go)
        senders*.join()
    }

    /** Programs that wait until the file is there, and then fail. */
    private String waiting(Path go) {
        def folder = Files.createDirectories(data.resolve('waiting'))
        ['ffmpeg', 'ffprobe'].each {
            Files.writeString(folder.resolve(it), "#!/bin/sh\nwhile [ ! -e '$go' ]; do sleep 0.05; done\nexit 1\n").toFile().executable = true
        }
        folder.resolve('ffmpeg').toString()
    }

    def "a hundred thousand parts are refused, and so is a head of a megabyte"() {
        given:
        def engine = start()
        def wire = anonymous(engine)
        def session = wire.session()
        def part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'

        when:
        def parts = wire.post("/api/upload-video/nemo_agent/me/$session",
            RequestBody.create((part * 100_000 + '--x--\r\n').bytes, MediaType.get('multipart/form-data; boundary=x')))
        drips.open(engine.apiUrl().port, 1, head(wire, 'GET /api/credits/balance/simple', 'X: ' + 'y' * (1 << 20)), null)

        then:
        parts.status == 400
        parts.json.path('message').asText().contains('multipart')
        new PollingConditions(timeout: 30, delay: 0.05).eventually { assert drips.ended[0]?.startsWith('HTTP/1.1 431') || drips.ended[0] == '' }
        wire.session()
    }
}
