package io.retake.engine

import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import okhttp3.MediaType
import okhttp3.MultipartBody
import okhttp3.RequestBody

/**
 * Media of every accepted kind, broken at places of chance, sent to an engine and exported where it takes them: it answers
 * each in words, never with a fault of its own, and goes on working. {@code -Dretake.campaign=500} has five hundred.
 */
class BrokenMediaCampaignSpec extends EngineSpecification {
    private static final List<String> PICTURE = ['-f', 'lavfi', '-i', 'testsrc2=s=96x54:r=10:d=1']
    private static final List<String> SOUND = ['-f', 'lavfi', '-i', 'sine=f=440:r=44100:d=1']

    private static final Map<String, List<String>> KINDS = [
        'mp4' : PICTURE + SOUND + ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
        'mov' : PICTURE + ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p'],
        'mkv' : PICTURE + SOUND + ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none', '-pix_fmt', 'yuv420p', '-c:a', 'flac'],
        'webm': PICTURE + SOUND + ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus'],
        'avi' : PICTURE + SOUND + ['-c:v', 'mpeg4', '-c:a', 'libmp3lame'],
        'gif' : PICTURE,
        'png' : PICTURE + ['-frames:v', '1', '-update', '1'],
        'jpg' : PICTURE + ['-frames:v', '1', '-update', '1'],
        'webp': PICTURE + ['-frames:v', '1', '-c:v', 'libwebp', '-update', '1'],
        'mp3' : SOUND + ['-c:a', 'libmp3lame'],
        'wav' : SOUND,
        'm4a' : SOUND + ['-c:a', 'aac']]

    final int wanted = Integer.getInteger('retake.campaign', 12)
    final long seed = Long.getLong('retake.campaign.seed', System.nanoTime())
    final Random random = new Random(seed)
    final List<String> faults = []
    final Map<String, Integer> ends = [:].withDefault { 0 }

    def "an engine reports broken media and goes on"() {
        given:
        def engine = start()
        def wire = anonymous(engine)
        def names = KINDS.keySet().toList()

        when:
        wanted.times { int number ->
            def kind = names[number % names.size()]
            def good = Files.readAllBytes(TestMedia.clip("campaign.$kind".toString(), KINDS[kind] as String[]))
            def how = random.nextInt(5)
            attempt(wire, "broken${number}.$kind".toString(), broken(good, how), "$kind, broken by $how")
        }
        def film = owner(engine).exported([TestMedia.plain()])
        println "campaign: broken media: $wanted, ${faults.size()} faults; ${ends.collect { "$it.value $it.key" }.join(', ')} (seed $seed)"

        then:
        faults.empty
        Files.size(film) > 1000

        cleanup:
        film && Files.delete(film)
    }

    private byte[] broken(byte[] good, int how) {
        def bytes = good.clone()
        int at = random.nextInt(bytes.length)
        switch (how) {
            case 0: return Arrays.copyOf(bytes, at)
            case 1:
                (1 + random.nextInt(20)).times { bytes[random.nextInt(bytes.length)] = (byte) random.nextInt() }
                return bytes
            case 2:
                Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(2000)), (byte) 0)
                return bytes
            case 3:
                int end = Math.min(bytes.length, at + 1 + random.nextInt(500))
                return (bytes[0..<at] + (end < bytes.length ? bytes[end..<bytes.length] : [])) as byte[]
            default:
                byte[] noise = new byte[1 + random.nextInt(300)]
                random.nextBytes(noise)
                System.arraycopy(noise, 0, bytes, at, Math.min(noise.length, bytes.length - at))
                return bytes
        }
    }

    private void attempt(Wire wire, String name, byte[] bytes, String what) {
        def session = wire.session()
        def body = new MultipartBody.Builder().setType(MultipartBody.FORM)
            .addFormDataPart('files', name, RequestBody.create(bytes, MediaType.get('application/octet-stream'))).build()
        def taken = wire.post("/api/upload-video/nemo_agent/me/$session", body)
        if (taken.status >= 500) {
            faults << "$what: HTTP $taken.status $taken.text".toString()
        } else if (taken.code != 0) {
            ends['refused']++
            told(what, taken.json.path('message').asText())
        } else {
            export(wire, session, what)
        }
    }

    private void export(Wire wire, String session, String what) {
        def id = UUID.randomUUID().toString()
        def format = wire.state(session).path('video_infos').path(0).path('file_type').asText() == 'audio' ? 'mp3' : 'mp4'
        def asked = wire.post('/api/render/proxy/lambda', [id: id, sessionId: session, draft: wire.state(session).path('draft'), output: [format: format, quality: 'low']])
        if (asked.status >= 500) {
            faults << "$what: HTTP $asked.status $asked.text".toString()
            return
        }
        long deadline = System.nanoTime() + 60_000_000_000L
        def now = asked.data
        while (!(now.path('status').asText() in ['completed', 'failed']) && asked.status == 200) {
            if (System.nanoTime() > deadline) {
                faults << "$what: rendering after a minute".toString()
                return
            }
            Thread.sleep(10)
            now = wire.get("/api/render/proxy/lambda/$id").data
        }
        ends[asked.status == 200 ? now.path('status').asText() : 'not rendered']++
        if (now.path('status').asText() == 'failed') {
            told(what, now.path('error').asText(now.path('message').asText()))
        }
    }

    /** Words for a person: no fault of the program's, no raw line of another program's. */
    private void told(String what, String message) {
        if (message.blank || message =~ /Exception|fault of ours|\[[a-z0-9_]+ @ 0x|null/) {
            faults << "$what: said '$message'".toString()
        }
    }
}
