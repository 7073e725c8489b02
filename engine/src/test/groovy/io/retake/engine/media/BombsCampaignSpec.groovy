package io.retake.engine.media

import static io.retake.engine.media.Bombs.*

import io.retake.engine.ffmpeg.FFmpeg
import io.retake.engine.EngineSpecification
import io.retake.engine.Wire
import java.nio.file.Files
import okhttp3.MediaType
import okhttp3.MultipartBody
import okhttp3.RequestBody
import spock.lang.Requires

/**
 * Files of every kind that unfolds, of sizes of chance, sent to an engine: it refuses each by name, with little memory, and
 * goes on working. {@code -Dretake.campaign=500} has five hundred.
 */
@Requires({ os.linux })
class BombsCampaignSpec extends EngineSpecification {
    private static final long MEGABYTE = 1L << 20

    /** The program itself, which the limit does not count. */
    private static final long PROGRAM = 96 * MEGABYTE

    final int wanted = Integer.getInteger('retake.campaign', 6)
    final long seed = Long.getLong('retake.campaign.seed', System.nanoTime())
    final Random random = new Random(seed)
    final List<String> faults = []
    long mostTaken = 0
    long mostSeconds = 0

    private int of(int least, int most) { least + random.nextInt(most - least) }

    /** By what the file is called; each makes one that nothing real is like. */
    final Map<String, Closure<byte[]>> kinds = [
        'text.png'       : { textPng(of(20, 600)) },
        'texts.png'      : { int many = of(5, 30); png(64, 64, (1..many).collect { chunk('zTXt', "C$it\0\0", folded(of(8, 20))) }) },
        'after.png'      : { png(of(1, 900), of(1, 900), [], [chunk('iTXt', 'C\0\u0001\0en\0c\0', folded(of(20, 200)))]) },
        'profile.png'    : { png(64, 64, [chunk('iCCP', 'icc\0\0', folded(of(20, 200)))]) },
        'many.png'       : { int many = of(2000, 100_000); png(64, 64, (1..many).collect { chunk('tEXt', "k$it\0v") }) },
        'wide.png'       : { png(of(10_000, 60_000), of(10_000, 60_000)) },
        'moves.png'      : { png(64, 64, [chunk('acTL', big(1), big(0)), chunk('zTXt', 'C\0\0', folded(of(20, 200)))]) },
        'exif.jpg'       : { jpeg(jpg(), exif(of(1500, 2500), of(30_000, 34_000))) },
        'exif.webp'      : { webp(webpStill(), 64, 64, 'EXIF', exif(of(5000, 20_000), of(30_000, 60_000))) },
        'wide.webp'      : { webp(webpStill(), of(8000, 16_000), of(8000, 16_000), 'EXIF', exif(1, 10)) },
        'wide.gif'       : { gif(of(8000, 65_000), of(8000, 65_000), of(1, 20)) },
        'title.mp3'      : { int size = of(20, 250); tagged(mp3(), [frame('TIT2', [big(size * MEGABYTE), folded(size)], 9)]) },
        'cover.mp3'      : { tagged(mp3(), [frame('APIC', ['\0image/png\0\u0003\0', textPng(of(20, 300))])]) },
        'titles.mp3'     : { int many = of(15_000, 100_000); tagged(mp3(), (1..many).collect { frame('TXXX', "\u0003k$it\0v") }) },
        'title.wav'      : { int size = of(20, 250); wav(part('id3 ', tagged(new byte[0], [frame('TIT2', [big(size * MEGABYTE), folded(size)], 9)]))) },
        'index.mp4'      : { mp4(jpg(), trak(sampleTables(of(30_000_000, Integer.MAX_VALUE), 1))) },
        'index.mov'      : { int size = of(20, 300); mp4(jpg(), box('cmov', box('dcom', 'zlib'), box('cmvd', big(size * MEGABYTE), folded(size)))) },
        'hidden.mov'     : { def index = box('moov', mvhd(), trak(sampleTables(of(30_000_000, Integer.MAX_VALUE), 1))); mp4(jpg(), box('cmov', box('dcom', 'zlib'), box('cmvd', big(index.length), zipped(index)))) },
        'fragment.mp4'   : { fragment(of(20_000_000, 200_000_000)) },
        'tracks.mp4'     : { mp4(jpg(), (1..of(1100, 3000)).collect { trak(sampleTables(1, 1)) }) },
        'attachment.mkv' : { matroska(jpg(), [track(1)], element('1941A469', attachment('a.png', 'image/png', textPng(of(20, 300))))) },
        'tracks.webm'    : { matroska(jpg(), (1..of(1100, 3000)).collect { track(it) }) },
        'pictures.avi'   : { avi('MPNG', [textPng(of(20, 200))] * of(1, 10)) },
        'photographs.avi': { avi('MJPG', [jpeg(jpg(), exif(of(1500, 2500), of(30_000, 34_000)))] * of(1, 10)) }]

    def 'an engine refuses what unfolds to gigabytes, by name and with little memory, and goes on'() {
        given:
        def engine = start()
        def wire = anonymous(engine)
        def order = kinds.keySet().toList()
        Collections.shuffle(order, random)

        when:
        wanted.times { int number -> attempt(wire, order[number % order.size()]) }
        def after = owner(engine)
        def good = sent(after, 'plain.mp4', Files.readAllBytes(TestMedia.plain()))
        println "campaign: bombs: $wanted, ${faults.size()} faults; the most that one took: ${mostTaken.intdiv(MEGABYTE)} MB, $mostSeconds s (seed $seed)"

        then:
        faults.empty
        good.code == 0
    }

    private void attempt(Wire wire, String name) {
        byte[] bytes = kinds[name].call()
        Wire.Answer answer = null
        long begun = System.nanoTime()
        long peak = PeakMemory.during { answer = sent(wire, name, bytes) }
        long seconds = (System.nanoTime() - begun).intdiv(1_000_000_000L)
        mostTaken = Math.max(mostTaken, peak)
        mostSeconds = Math.max(mostSeconds, seconds)
        def message = answer.json.path('message').asText()
        def what = "$name of $bytes.length bytes"
        if (answer.status >= 500 || !(answer.code in 4000..4999)) {
            faults << "$what: HTTP $answer.status, code $answer.code, $message".toString()
        } else if (!message.startsWith(name + ' ') || message =~ /0x|ffprobe|FFmpeg|exit code|Exception|\[|Invalid data|null/) {
            faults << "$what: said '$message'".toString()
        }
        if (peak > OpeningMemory.of(bytes.length, OptionalLong.empty()).bytes() + PROGRAM) {
            faults << "$what: took ${peak.intdiv(MEGABYTE)} MB".toString()
        }
    }

    private static Wire.Answer sent(Wire wire, String name, byte[] bytes) {
        def body = new MultipartBody.Builder().setType(MultipartBody.FORM)
            .addFormDataPart('files', name, RequestBody.create(bytes, MediaType.get('application/octet-stream'))).build()
        wire.post("/api/upload-video/nemo_agent/me/${wire.session()}", body)
    }
}
