package io.retake.engine

import io.retake.engine.api.EngineException
import io.retake.engine.api.EngineFolder
import io.retake.engine.api.EventFamily
import io.retake.engine.api.Policy
import io.retake.engine.ffmpeg.ContentHash
import io.retake.engine.media.AnimatedWebpSpec
import io.retake.engine.media.ColorTableSpec
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.Executor
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import okhttp3.MediaType
import okhttp3.MultipartBody
import okhttp3.RequestBody
import spock.lang.Requires

/** Checks the engine against protocol.md, call by call. */
class BackendContractSpec extends EngineSpecification {

    static MultipartBody multipart(Map<String, Path> files) {
        def body = new MultipartBody.Builder().setType(MultipartBody.FORM)
        files.each { name, file ->
            body.addFormDataPart('files', name, RequestBody.create(file.toFile(), MediaType.get('application/octet-stream')))
        }
        body.build()
    }

    def "a session is opened, with its task"() {
        given:
        def wire = anonymous(start())

        when:
        def answer = wire.post('/api/tasks/me/with-session/nemo_agent', [task_name: 'project', language: 'en'])

        then:
        answer.status == 200
        answer.code == 0
        answer.data.path('task_id').asText() ==~ /[0-9a-f-]{36}/
        answer.data.path('session_id').asText() ==~ /[0-9a-f-]{36}/
    }

    def "a session can be claimed by link, with its own task only"() {
        given:
        def wire = anonymous(start())
        def opened = wire.post('/api/tasks/me/with-session/nemo_agent', [task_name: 'project', language: 'en']).data

        when:
        def answer = wire.post('/api/auth/claim-token',
            [task_id: opened.path('task_id').asText(), session_id: opened.path('session_id').asText()])

        then:
        answer.code == 0
        answer.data.path('claim_token').asText().startsWith('clm_')
        answer.data.path('expires_in').asInt() == 604800

        and:
        wire.post('/api/auth/claim-token', [task_id: 'other', session_id: opened.path('session_id').asText()]).code == 1002
    }

    def "a file that is sent along is measured and in the session's state"() {
        given:
        def wire = anonymous(start())
        def session = wire.session()
        def clip = TestMedia.plain()

        when:
        def answer = wire.post("/api/upload-video/nemo_agent/me/$session", multipart(['my clip.mp4': clip]))

        then:
        answer.code == 0
        answer.data.path('session_state_applied').asBoolean()
        answer.data.path('files').size() == 1
        def file = answer.data.path('files').get(0)
        file.path('filename').asText() == 'my clip.mp4'
        file.path('file_type').asText() == 'video'
        Math.abs(file.path('duration').asDouble() - 2.0) < 0.05
        file.path('width').asInt() == 320
        file.path('height').asInt() == 180
        file.path('fps').asDouble() == 30
        file.path('hash').asText() == ContentHash.of(clip)
        file.has('cdn_url')

        when:
        def state = wire.state(session)

        then:
        state.path('video_infos').size() == 1
        state.path('video_infos').get(0).path('hash') == file.path('hash')
        state.path('draft').path('t').get(0).path('tt').asInt() == 0
        state.path('draft').path('t').get(0).path('sg').size() == 1
        Math.abs(state.path('draft').path('d').asInt() - 2000) < 50
        state.path('canvas_config').path('width').asInt() == 320
        state.has('generated_media')
        state.has('video_analyses')
    }

    def "an animated WebP is a moving picture: sent along, and handed over where it lies"() {
        given:
        def engine = start()
        def moving = AnimatedWebpSpec.animation(64, 48, false, ['red', 'lime', 'blue'].collect { new AnimatedWebpSpec.Frame(color: it, width: 64, height: 48, millis: 200) })
        def file = Files.write(data.resolve('sticker.webp'), moving)
        def hash = ContentHash.of(file)

        when:
        def answers = [anonymous(engine), owner(engine)].collect { wire ->
            def session = wire.session()
            def body = wire.token == engine.ownerToken() ? [urls: [file.toUri().toString()], source_type: 'url'] : multipart(['sticker.webp': file])
            wire.post("/api/upload-video/nemo_agent/me/$session", body)
        }

        then:
        answers*.code == [0, 0]
        answers*.data*.path('files')*.get(0)*.path('file_type')*.asText() == ['video', 'video']
        answers*.data*.path('files')*.get(0)*.path('duration')*.asDouble() == [0.6d, 0.6d]
        answers*.data*.path('files')*.get(0)*.path('hash')*.asText() == [hash, hash]
        answers*.data*.path('files')*.get(0)*.path('filename')*.asText() == ['sticker.webp', 'sticker.webp']

        when: 'it is exported'
        def film = owner(engine).exported([file])

        then:
        Math.abs(TestMedia.probe(film).duration().toMillis() - 600) < 50

        cleanup:
        film && Files.deleteIfExists(film)
    }

    def "several files in one request are kept in order"() {
        given:
        def wire = anonymous(start())
        def session = wire.session()

        when:
        def answer = wire.post("/api/upload-video/nemo_agent/me/$session",
            multipart(['one.mp4': TestMedia.plain(), 'two.mp4': TestMedia.plain()]))

        then:
        answer.data.path('files')*.path('filename')*.asText() == ['one.mp4', 'two.mp4']
        wire.state(session).path('draft').path('t').get(0).path('sg').size() == 2
        Files.list(data.resolve('media')).count() == 1
    }

    def "an uploaded name never becomes a path: #given"() {
        given:
        def wire = anonymous(start())
        def session = wire.session()

        when:
        def answer = wire.post("/api/upload-video/nemo_agent/me/$session", multipart([(given): TestMedia.plain()]))

        then:
        answer.code == 0
        answer.data.path('files').get(0).path('filename').asText() == kept
        !Files.exists(data.resolve('evil.mp4'))
        Files.walk(data).filter { it.fileName.toString().contains('evil') }.count() == 0

        where:
        given                                 || kept
        '../../../../evil.mp4'                || 'evil.mp4'
        '/tmp/evil.mp4'                       || 'evil.mp4'
        '..\\..\\evil.mp4'                    || 'evil.mp4'
        'C:\\evil.mp4'                        || 'evil.mp4'
        '影片 evil "x" %.mp4'                  || '影片 evil "x" %.mp4'
    }

    def "a file that isn't accepted is refused with 4001, and leaves nothing: #name"() {
        given:
        def wire = anonymous(start())
        def session = wire.session()
        def file = data.resolve('sent')
        Files.write(file, content)

        when:
        def answer = wire.post("/api/upload-video/nemo_agent/me/$session", multipart([(name): file]))

        then:
        answer.status == 200
        answer.code == 4001
        answer.json.path('message').asText().contains(name)
        wire.state(session).path('video_infos').size() == 0
        Files.list(data.resolve('media')).count() == 0

        where:
        name        | content
        'a.exe'     | 'MZ'.bytes
        'a.m3u8'    | '#EXTM3U\n/etc/passwd'.bytes
        'noending'  | 'x'.bytes
        'fake.mp4'  | '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'.bytes
        'empty.mp4' | new byte[0]
        'text.wav'  | 'hello'.bytes
        'talk.srt'  | 'hello'.bytes
        'talk.vtt'  | '1\n00:00:01,000 --> 00:00:02,000\nA'.bytes
        'look.cube' | 'LUT_1D_SIZE 2\n0 0 0\n1 1 1'.bytes
        'film.srt'  | Files.readAllBytes(TestMedia.plain())
        'film.cube' | Files.readAllBytes(TestMedia.plain())
    }

    def "captions and colour tables are kept by content and listed, and go on no timeline"() {
        given:
        def wire = anonymous(start())
        def session = wire.session()
        def captions = Files.writeString(data.resolve('c'), '1\n00:00:01,000 --> 00:00:02,500\nHello\n')
        def table = Files.writeString(data.resolve('t'), ColorTableSpec.IDENTITY_FILE)

        when:
        def answer = wire.post("/api/upload-video/nemo_agent/me/$session", multipart(['talk.srt': captions, 'look.cube': table]))
        def state = wire.state(session)

        then:
        answer.code == 0
        state.path('video_infos')*.path('filename')*.asText() == ['talk.srt', 'look.cube']
        state.path('video_infos')*.path('file_type')*.asText() == ['captions', 'lut']
        state.path('video_infos')*.path('duration')*.asDouble() == [2.5d, 0d]
        state.path('video_infos')*.path('hash')*.asText() == [ContentHash.of(captions), ContentHash.of(table)]
        state.path('draft').path('t').size() == 0
        Files.exists(data.resolve('media').resolve(ContentHash.of(table)))

        when: 'one that is too large for its kind, though not for a film'
        new RandomAccessFile(captions.toFile(), 'rw').withCloseable { it.length = (2L << 20) + 1 }
        def refused = wire.post("/api/upload-video/nemo_agent/me/$session", multipart(['long.srt': captions]))

        then:
        refused.code == 4002
        refused.json.path('message').asText().contains('at most 2 MB')
    }

    def "an upload without a file is refused"() {
        given:
        def wire = anonymous(start())
        def session = wire.session()

        expect:
        wire.post("/api/upload-video/nemo_agent/me/$session",
            new MultipartBody.Builder().setType(MultipartBody.FORM).addFormDataPart('note', 'x').build()).status == 400
        wire.post("/api/upload-video/nemo_agent/me/$session", '{"urls":[]}').status == 400
        wire.post("/api/upload-video/nemo_agent/me/$session", '{}').status == 400
        wire.post("/api/upload-video/nemo_agent/me/$session",
            RequestBody.create('--x\r\nbroken'.bytes, MediaType.get('multipart/form-data; boundary=x'))).status == 400
    }

    def "a local file is used where it lies when the starting process hands it over, and only then"() {
        given:
        def engine = start()
        def mine = owner(engine)
        def other = anonymous(engine)
        def clip = Files.copy(TestMedia.plain(), data.resolve("it's 50% \"a\" 影.mp4"))
        def body = [urls: [clip.toUri().toString()], source_type: 'url']

        when:
        def session = mine.session()
        def answer = mine.post("/api/upload-video/nemo_agent/me/$session", body)

        then:
        answer.code == 0
        answer.data.path('files').get(0).path('filename').asText() == clip.fileName.toString()
        Files.walk(data.resolve('media')).noneMatch { it.fileName.toString().endsWith('.mp4') }

        when:
        def refused = other.post("/api/upload-video/nemo_agent/me/${other.session()}", body)

        then:
        refused.status == 403
    }

    def "a URL that is no regular readable file is refused: #url"() {
        given:
        def wire = owner(start())
        def session = wire.session()
        Files.createDirectory(data.resolve('folder.mp4'))

        when:
        def answer = wire.post("/api/upload-video/nemo_agent/me/$session",
            [urls: [url.replace('DATA', data.toUri().toString())], source_type: 'url'])

        then:
        answer.status == status
        answer.json.path('message').asText()

        where:
        url                             || status
        'DATAnowhere.mp4'               || 400
        'DATAfolder.mp4'                || 400
        'file://otherhost/a.mp4'        || 400
        'file:relative.mp4'             || 400
        'file:///dev/zero'              || 400
        'FILE:///nowhere/a.mp4'         || 400
        'file:///%00.mp4'               || 400
    }

    def "URLs into this machine or network are not fetched: #url"() {
        given:
        def engine = start()
        def wire = owner(engine)
        def session = wire.session()

        expect:
        wire.post("/api/upload-video/nemo_agent/me/$session",
            [urls: [url.replace('PORT', "${engine.apiUrl().port}")], source_type: 'url']).status in [400, 403]

        where:
        url << ['http://127.0.0.1:PORT/a.mp4', 'http://localhost:PORT/a.mp4', 'http://[::1]:PORT/a.mp4',
                'http://169.254.169.254/a.mp4', 'http://10.1.2.3/a.mp4', 'http://192.168.0.1/a.mp4', 'ftp://example.com/a.mp4',
                'a.mp4', '']
    }

    def "a message is answered by tool calls, pieces and the whole text, and changes the timeline"() {
        given:
        def wire = anonymous(start())
        def session = wire.session()
        wire.post("/api/upload-video/nemo_agent/me/$session", multipart(['a.mp4': TestMedia.plain()]))

        when:
        def answer = wire.say(session, 'Trim from 0:00.5 to 0:01.5')

        then:
        answer.status == 200
        answer.headers['content-type'].startsWith('text/event-stream')
        def events = answer.events.findAll { it }.collect { Wire.parse(it) }
        def parts = events.collectMany { it.content.parts }
        parts.find { it.functionCall }.functionCall.name == 'trim'
        parts.find { it.functionCall }.functionCall.args
        parts.find { it.functionResponse }.functionResponse.name == 'trim'
        parts.find { it.functionResponse }.functionResponse.response
        def whole = events.findAll { it.content.parts.any { part -> part.text } && !it.partial }
        whole.size() == 1
        def pieces = events.findAll { it.partial }
        pieces.isEmpty() || pieces.collect { it.content.parts[0].text }.join('') == whole[0].content.parts[0].text
        events.every { it.author && it.invocationId && it.id && it.timestamp && it.content.role }
        events*.invocationId.toSet().size() == 1

        and:
        wire.state(session).path('draft').path('d').asInt() == 1000
    }

    def "the plain family of events can be had too"() {
        given:
        def wire = anonymous(start(settings().events(EventFamily.PLAIN)))
        def session = wire.session()
        wire.post("/api/upload-video/nemo_agent/me/$session", multipart(['a.mp4': TestMedia.plain()]))

        when:
        def events = wire.say(session, 'Trim from 0:00.5 to 0:01.5').events.collect { Wire.parse(it) }

        then:
        events*.type.toSet() == ['tool_call', 'tool_result', 'text'] as Set
        events.find { it.type == 'tool_call' }.name == 'trim'
        events.find { it.type == 'tool_result' }.result
        events.findAll { it.type == 'text' }*.content.join('').trim()
    }

    def "with silent edits on, every third edit closes without text but is done all the same"() {
        given:
        def wire = anonymous(start(settings().silentEdits(1 / 3d)))
        def session = wire.session()
        wire.post("/api/upload-video/nemo_agent/me/$session", multipart(['a.mp4': TestMedia.plain()]))

        when:
        def texts = (1..6).collect { wire.say(session, "Trim from 0:00 to 0:01.${9 - it}").text.contains('"text"') }

        then:
        texts == [true, true, false, true, true, false]
        wire.state(session).path('draft').path('d').asInt() == 1300
    }

    def "a message that is none is refused: #why"() {
        given:
        def wire = anonymous(start())
        def session = wire.session()

        expect:
        wire.post('/run_sse', [app_name: 'nemo_agent', user_id: 'me', session_id: session, new_message: message]).status == 400

        where:
        why        | message
        'empty'    | [parts: [[text: ' ']]]
        'no parts' | [parts: []]
        'too long' | [parts: [[text: 'x' * 40_000]]]
        'no text'  | [parts: [[image: 'x']]]
    }

    def "messages that come at once to one session are worked on one after the other; none is lost"() {
        given:
        def wire = anonymous(start())
        def session = wire.session()
        wire.post("/api/upload-video/nemo_agent/me/$session", multipart(['a.mp4': TestMedia.plain()]))
        def pool = Executors.newFixedThreadPool(4)

        when:
        def answers = (1..4).collect { n -> pool.submit({ wire.say(session, "Add the title \"T$n\"") } as java.util.concurrent.Callable) }*.get()

        then:
        answers.every { it.status == 200 }
        def texts = wire.state(session).path('draft').path('t').findAll { it.path('tt').asInt() == 7 }
            .collectMany { it.path('sg').collect { sg -> sg.path('tx').asText() } }
        texts.toSet() == ['T1', 'T2', 'T3', 'T4'] as Set

        cleanup:
        pool.shutdownNow()
    }

    def "a message is worked on to its end though its sender goes away"() {
        given:
        def engine = start()
        def wire = anonymous(engine)
        def session = wire.session()
        wire.post("/api/upload-video/nemo_agent/me/$session", multipart(['a.mp4': TestMedia.plain()]))
        def body = "{\"session_id\":\"$session\",\"new_message\":{\"parts\":[{\"text\":\"Trim from 0:00 to 0:01\"}]}}".toString()

        when: 'the connection is cut as soon as the request is sent'
        new Socket('127.0.0.1', engine.apiUrl().port).withCloseable { socket ->
            socket.outputStream << "POST /run_sse HTTP/1.1\r\nHost: 127.0.0.1:${engine.apiUrl().port}\r\n" +
                "Authorization: Bearer $wire.token\r\nContent-Type: application/json\r\nContent-Length: ${body.length()}\r\n\r\n$body"
            socket.outputStream.flush()
        }
        def length = { wire.state(session).path('draft').path('d').asInt() }
        def end = System.nanoTime() + 10_000_000_000L
        while (length() != 1000 && System.nanoTime() < end) {
            Thread.sleep(10)
        }

        then:
        length() == 1000
    }

    @Requires({ !os.windows })
    def "closing the engine ends what is being measured"() {
        given: 'an FFmpeg that never finishes measuring'
        def bin = Files.createDirectories(data.resolve('bin'))
        def exports = TestMedia.FFMPEG.environment().collect { k, v -> "export $k='$v'" }.join('\n')
        def wrapped = { String name, Path real, String more ->
            def file = Files.writeString(bin.resolve(name), "#!/bin/sh\n$exports\n${more}exec '$real' \"\$@\"\n")
            file.toFile().executable = true
            file.toString()
        }
        wrapped('ffprobe', TestMedia.FFMPEG.ffprobe(), '')
        def slow = wrapped('ffmpeg', TestMedia.FFMPEG.ffmpeg(), 'case "$*" in *rawvideo*|*f32le*) exec sleep 60;; esac\n')
        def engine = start(settings().environment([RETAKE_FFMPEG: slow, PATH: System.getenv('PATH')]))
        def wire = owner(engine)
        def session = wire.session()
        wire.post("/api/upload-video/nemo_agent/me/$session", multipart(['a.mp4': TestMedia.plain()]))
        def asked = CompletableFuture.runAsync({ wire.say(session, 'Diagnose the footage') }, { Runnable work -> new Thread(work).tap { daemon = true }.start() } as Executor).exceptionally { null }
        def end = System.nanoTime() + 20_000_000_000L
        def measuring = { ProcessHandle.current().descendants().anyMatch { it.info().command().orElse('').endsWith('sleep') } }
        while (!measuring() && System.nanoTime() < end) {
            Thread.sleep(10)
        }

        when:
        def seen = measuring()
        long before = System.nanoTime()
        engine.close()

        then:
        seen
        System.nanoTime() - before < 15_000_000_000L
        !measuring()

        cleanup:
        asked?.get(10, TimeUnit.SECONDS)
    }

    def "credits are a policy: an edit costs, and without credits none is done"() {
        given:
        def wire = anonymous(start(settings().policy(Policy.OFF.withCredits(10, 5))))
        def session = wire.session()
        wire.post("/api/upload-video/nemo_agent/me/$session", multipart(['a.mp4': TestMedia.plain()]))
        def balance = { wire.get('/api/credits/balance/simple').data }

        expect:
        balance().path('available').asInt() == 10
        wire.say(session, 'Trim from 0:00 to 0:01.5').status == 200
        balance().path('available').asInt() == 5
        balance().path('frozen').asInt() == 0
        balance().path('total').asInt() == 5
        wire.say(session, 'Trim from 0:00 to 0:01').status == 200

        when:
        def refused = wire.say(session, 'Trim from 0:00 to 0:00.5')

        then:
        refused.code == 2001
        wire.state(session).path('draft').path('d').asInt() == 1000
    }

    def "by default nothing is charged"() {
        given:
        def wire = anonymous(start())
        def session = wire.session()

        when:
        wire.say(session, 'make it brighter')

        then:
        def credits = wire.get('/api/credits/balance/simple')
        credits.code == 0
        credits.data.path('available').asInt() == 100
        credits.data.path('frozen').asInt() == 0
        credits.data.path('total').asInt() == 100
    }

    def "sessions survive a restart under the same name, with the same client"() {
        given:
        def client = UUID.randomUUID()
        def first = start(settings().folder(EngineFolder.named('main')))
        def wire = anonymous(first, client)
        def session = wire.session()
        wire.post("/api/upload-video/nemo_agent/me/$session", multipart(['a.mp4': TestMedia.plain()]))
        wire.say(session, 'Trim from 0:00 to 0:01')
        def before = wire.state(session)
        first.close()

        when:
        def second = start(settings().folder(EngineFolder.named('main')))
        def again = new Wire(second.apiUrl(), wire.token)

        then:
        again.state(session) == before

        and: 'undo still knows what was before'
        again.say(session, 'Undo').status == 200
        Math.abs(again.state(session).path('draft').path('d').asInt() - 2000) < 50

        cleanup:
        again?.close()
    }

    def "a second engine on the same folder is refused, naming who has it"() {
        given:
        start(settings().folder(EngineFolder.named('main')))

        when:
        Engine.start(settings().dataFolder(data).folder(EngineFolder.named('main')).build())

        then:
        def e = thrown(EngineException)
        e.message.contains("process ${ProcessHandle.current().pid()}")
    }

    def "a port that is taken is said to be, and nothing stays behind"() {
        given:
        def first = start()

        when:
        Engine.start(settings().dataFolder(data).port(first.apiUrl().port).build())

        then:
        def e = thrown(EngineException)
        e.message.contains("${first.apiUrl().port}")
        Files.list(data.resolve('engines')).count() == 1
    }

    def "two engines share a data folder and never meet: same media, other sessions"() {
        given:
        def one = owner(start())
        def two = owner(start())
        def clip = Files.copy(TestMedia.plain(), data.resolve('a.mp4'))
        def body = [urls: [clip.toUri().toString()], source_type: 'url']

        when:
        def session = one.session()
        one.post("/api/upload-video/nemo_agent/me/$session", body)
        def other = two.session()
        two.post("/api/upload-video/nemo_agent/me/$other", body)

        then:
        two.get("/api/state/nemo_agent/me/$session/latest").code == 1002
        two.token != one.token
        two.state(other).path('video_infos').size() == 1
        Files.list(data.resolve('media')).count() == 1

        and: 'a token of one is nothing to the other'
        new Wire(two.url, one.token).get('/api/credits/balance/simple').code == 1001
    }

    def "while a message is worked on, the stream shows that it is alive"() {
        given:
        def wire = anonymous(start(settings().heartbeat(Duration.ofNanos(1))))
        def session = wire.session()
        wire.post("/api/upload-video/nemo_agent/me/$session", multipart(['a.mp4': TestMedia.plain()]))

        when:
        def events = wire.say(session, 'Trim from 0:00 to 0:01').events

        then:
        events.last()
        events.every { it == '' || it.startsWith('{') }
    }
}
