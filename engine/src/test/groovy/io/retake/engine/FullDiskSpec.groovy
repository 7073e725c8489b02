package io.retake.engine

import io.retake.engine.api.EngineSettings
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import okhttp3.MediaType
import okhttp3.RequestBody
import okio.BufferedSink
import spock.util.concurrent.PollingConditions

/** No room for what comes: said with both figures, and nothing half-written is taken for whole. */
class FullDiskSpec extends EngineSpecification {

    static RequestBody upload(byte[] content, boolean saysItsLength) {
        new RequestBody() {
            private final byte[] head = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.mp4"\r\n\r\n'.bytes
            private final byte[] end = '\r\n--x--\r\n'.bytes

            @Override
            MediaType contentType() { MediaType.get('multipart/form-data; boundary=x') }

            @Override
            long contentLength() { saysItsLength ? head.length + content.length + end.length : -1 }

            @Override
            void writeTo(BufferedSink sink) { sink.write(head).write(content).write(end) }
        }
    }

    def "an upload that is larger than the folder may hold is refused with what is needed and what there is, and nothing goes for it"() {
        given:
        def engine = start(settings().storageLimit(1_000_000))
        def wire = anonymous(engine)
        def session = wire.session()
        def kept = Files.createDirectories(data.resolve('media/kept'))
        Files.write(kept.resolve('content.mp4'), new byte[100_000])

        when:
        def answer = wire.post("/api/upload-video/nemo_agent/me/$session", upload(new byte[2_000_000], true))

        then:
        answer.status == 507
        answer.code == 507
        answer.json.path('message').asText() =~ /may hold 1 MB, of which all but 9\d\d KB are in use; 2\.01 MB are needed/
        Files.exists(kept)
        wire.state(session).path('video_infos').size() == 0
    }

    /** Needs the right to mount a file system; says so where there is none. */
    private boolean mounted(Path folder, String size) {
        Files.createDirectories(folder)
        System.getProperty('os.name') == 'Linux' && command("mount -t tmpfs -o size=$size tmpfs '$folder'")
    }

    private static boolean command(String line) {
        def process = new ProcessBuilder('/bin/sh', '-c', line).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
        process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
    }

    def "on a full disk uploads and renders fail with a reason, a finished film comes out, and room helps at once"() {
        given:
        def disk = data.resolve('disk')
        def mounted = mounted(disk, '6m')
        def engine = Engine.start(EngineSettings.builder().dataFolder(disk.resolve('retake')).build())
        def wire = owner(engine)
        def session = wire.session()
        def film = Files.readAllBytes(wire.exported([TestMedia.plain()]))
        def done = Files.list(disk.resolve("retake/engines/${engine.folder().name().get()}/renders")).withCloseable { it.toList() }[0]
            .fileName.toString() - '.json'

        when: 'its length is known, or is not'
        def known = mounted ? wire.post("/api/upload-video/nemo_agent/me/$session", upload(new byte[20_000_000], true)) : null
        def unknown = mounted ? wire.post("/api/upload-video/nemo_agent/me/$session", upload(new byte[20_000_000], false)) : null

        then:
        !mounted || known.status == 507
        !mounted || known.json.path('message').asText() =~ /20\.1 MB are needed on the disk that holds .*, and [1-6](\.\d+)? MB can be had/
        !mounted || unknown.status == 507
        !mounted || unknown.json.path('message').asText() =~ /more than \S+ MB are needed and \S+ MB could be had/
        wire.state(session).path('video_infos').size() == 0

        when: 'nothing at all can be written any more'
        def draft = mounted ? drafted(wire, session) : null
        if (mounted) {
            command("head -c 100m /dev/zero > '$disk/filler'")
        }
        def refused = mounted ? wire.post('/api/tasks/me/with-session/nemo_agent', [:]) : null
        def render = mounted ? wire.post('/api/render/proxy/lambda', [id: 'x', sessionId: session, draft: draft, output: [format: 'mp4', quality: 'low']]) : null

        then:
        !mounted || refused.status == 507
        !mounted || refused.json.path('message').asText().contains('is full')
        !mounted || render.status == 507

        and: 'what is there can be had, to make room'
        !mounted || wire.get("/api/render/proxy/lambda/$done").data.path('status').asText() == 'completed'
        !mounted || wire.get("/api/render/proxy/$done/download").bytes == film

        when:
        Files.deleteIfExists(disk.resolve('filler'))

        then:
        wire.session()

        cleanup:
        engine?.close()
        if (mounted) {
            command("umount '$disk'")
        }
    }

    private static Object drafted(Wire wire, String session) {
        wire.post("/api/upload-video/nemo_agent/me/$session", [urls: [TestMedia.plain().toUri().toString()], source_type: 'url'])
        wire.state(session).path('draft')
    }

    def "a render that ends on a full disk is reported as ended, not as running for ever"() {
        given:
        def disk = data.resolve('disk')
        def mounted = mounted(disk, '6m')
        def engine = Engine.start(EngineSettings.builder().dataFolder(disk.resolve('retake')).build())
        def wire = owner(engine)
        def session = wire.session()
        def draft = drafted(wire, session)

        when: 'the disk fills up while it is rendered'
        def submitted = wire.post('/api/render/proxy/lambda', [id: 'late', sessionId: session, draft: draft, output: [format: 'mp4', quality: 'high']])
        if (mounted) {
            command("head -c 100m /dev/zero > '$disk/filler'")
        }

        then:
        submitted.status == 200
        new PollingConditions(timeout: 60, delay: 0.1).eventually {
            assert wire.get('/api/render/proxy/lambda/late').data.path('status').asText() in ['completed', 'failed']
        }
        def end = wire.get('/api/render/proxy/lambda/late').data
        end.path('status').asText() == 'completed' || end.path('error').asText().contains('full')

        cleanup:
        engine?.close()
        if (mounted) {
            command("umount '$disk'")
        }
    }
}
