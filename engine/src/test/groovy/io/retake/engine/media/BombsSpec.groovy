package io.retake.engine.media

import static io.retake.engine.media.Bombs.*

import io.retake.engine.process.MediaException
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Files that are small and would take all memory, in every format that is taken. Each is refused, by name and in words. */
@Requires({ os.linux })
class BombsSpec extends Specification {
    private static final long MEGABYTE = 1L << 20

    /** The program itself, which the limit does not count. */
    private static final long PROGRAM = 96 * MEGABYTE

    @TempDir
    Path folder

    private static long limit(Path file) { OpeningMemory.of(Files.size(file), OptionalLong.empty()).bytes() }

    def 'a file that would unfold to far more than it is is refused with little memory (#name, #what)'() {
        given:
        def file = Files.write(folder.resolve(name), bytes.call())
        String message = ''

        when:
        def begun = System.nanoTime()
        long peak = PeakMemory.during {
            try {
                TestMedia.probe(file)
            } catch (MediaException e) {
                message = e.message
            }
        }

        then:
        message.startsWith(name + ' ')
        message.contains(says)
        !(message =~ /0x|ffprobe|exit code|\[|Invalid data/)
        peak < limit(file) + PROGRAM
        Duration.ofNanos(System.nanoTime() - begun) < Duration.ofSeconds(60)

        where:
        name        | what                                        | says                | bytes
        'a.png'     | 'a text of 500 MB'                          | 'unfold to more'    | { textPng(500) }
        'a.png'     | 'twenty texts of 20 MB'                     | 'unfold to more'    | { png(64, 64, (1..20).collect { chunk('zTXt', "C$it\0\0", folded(20)) }) }
        'a.png'     | 'a text of 100 MB after the picture'        | 'unfold to more'    | { png(64, 64, [], [chunk('zTXt', 'C\0\0', folded(100))]) }
        'a.png'     | 'an international text of 100 MB'           | 'unfold to more'    | { png(64, 64, [chunk('iTXt', 'C\0\u0001\0en\0c\0', folded(100))]) }
        'a.png'     | 'a color profile of 100 MB'                 | 'unfold to more'    | { png(64, 64, [chunk('iCCP', 'icc\0\0', folded(100))]) }
        'a.png'     | 'a hundred thousand texts'                  | 'more than 1000'    | { png(64, 64, (1..100_000).collect { chunk('tEXt', "k$it\0v") }) }
        'a.png'     | 'Exif data that name one value for each'    | 'Exif'              | { png(64, 64, [chunk('eXIf', exif(20_000, 60_000))]) }
        'a.png'     | 'a billion pixels'                          | 'million'           | { png(40_000, 40_000) }
        'moves.png' | 'a text of 100 MB, animated'                | 'unfold to more'    | { png(64, 64, [chunk('acTL', big(1), big(0)), chunk('zTXt', 'C\0\0', folded(100))]) }
        'a.jpg'     | 'Exif data that name one value for each'    | 'Exif'              | { jpeg(jpg(), exif(2000, 40_000)) }
        'a.jpg'     | 'four billion pixels'                       | 'million'           | { def j = jpg(); int at = new String(j, 'ISO-8859-1').indexOf('\u00ff\u00c0'); joined(Arrays.copyOf(j, at + 5), big(65_500, 2), big(65_500, 2), Arrays.copyOfRange(j, at + 9, j.length)) }
        'a.webp'    | 'Exif data that name one value for each'    | 'Exif'              | { webp(webpStill(), 64, 64, 'EXIF', exif(20_000, 60_000)) }
        'a.webp'    | 'a canvas of 16,000 x 16,000'               | 'million'           | { webp(webpStill(), 16_000, 16_000, 'EXIF', exif(1, 10)) }
        'a.gif'     | 'a canvas of 65,000 x 65,000'               | 'million'           | { gif(65_000, 65_000, 2) }
        'a.mp3'     | 'a folded title that says 250 MB'           | 'unfolds to more'   | { tagged(mp3(), [frame('TIT2', [big(250 * MEGABYTE), folded(25)], 9)]) }
        'a.mp3'     | 'a folded cover that says 250 MB'           | 'unfolds to more'   | { tagged(mp3(), [frame('APIC', [big(250 * MEGABYTE), folded(25)], 9)]) }
        'a.mp3'     | 'a cover with a text of 100 MB'             | 'unfold to more'    | { tagged(mp3(), [frame('APIC', ['\0image/png\0\u0003\0', textPng(100)])]) }
        'a.mp3'     | 'a hundred thousand titles'                 | 'more than 10000'   | { tagged(mp3(), (1..100_000).collect { frame('TXXX', "\u0003k$it\0v") }) }
        'a.wav'     | 'a tag with a folded title of 250 MB'       | 'unfolds to more'   | { wav(part('id3 ', tagged(new byte[0], [frame('TIT2', [big(250 * MEGABYTE), folded(25)], 9)]))) }
        'a.mp4'     | 'fifty million samples in an index'         | 'index names'       | { mp4(jpg(), trak(sampleTables(50_000_000, 1))) }
        'a.mov'     | 'four billion samples in an index'          | 'index names'       | { mp4(jpg(), trak(sampleTables(0xfffffff0L, 1))) }
        'a.mp4'     | 'two hundred tracks of 200,000 samples'     | 'index names'       | { mp4(jpg(), (1..200).collect { trak(sampleTables(200_000, 1)) }) }
        'a.mp4'     | 'an index shown again by 20,000 edits'      | 'index names'       | { mp4(jpg(), trak(sampleTables(100_000, 1), box('edts', box('elst', big(0), big(20_000), (1..20_000).collect { joined(big(1000), big(0), big(0x10000)) })))) }
        'a.mov'     | 'a folded index of 100 MB'                  | 'unfolds to more'   | { mp4(jpg(), box('cmov', box('dcom', 'zlib'), box('cmvd', big(100 * MEGABYTE), folded(100)))) }
        'a.mov'     | 'a folded index with fifty million samples' | 'index names'       | { def index = box('moov', mvhd(), trak(sampleTables(50_000_000, 1))); mp4(jpg(), box('cmov', box('dcom', 'zlib'), box('cmvd', big(index.length), zipped(index)))) }
        'a.mp4'     | 'a fragment of fifty million samples'       | 'memory'            | { fragment(50_000_000) }
        'a.mp4'     | 'a cover with a text of 100 MB'             | 'unfold to more'    | { mp4(jpg(), trak(sampleTables(1, 1)), box('udta', box('meta', big(0), box('hdlr', big(0), big(0), 'mdir', new byte[13]), box('ilst', box('covr', box('data', big(14), big(0), textPng(100))))))) }
        'a.mp4'     | 'two thousand tracks'                       | '1000 streams'      | { mp4(jpg(), (1..2000).collect { trak(sampleTables(1, 1)) }) }
        'a.mkv'     | 'an attached picture with 100 MB of text'   | 'unfold to more'    | { matroska(jpg(), [track(1)], element('1941A469', attachment('a.png', 'image/png', textPng(100)))) }
        'a.webm'    | 'two thousand tracks'                       | '1000 streams'      | { matroska(jpg(), (1..2000).collect { track(it) }) }
        'a.avi'     | 'pictures with a text of 100 MB each'       | 'unfold to more'    | { avi('MPNG', [textPng(100)] * 5) }
        'a.avi'     | 'pictures with swollen Exif data'           | 'Exif'              | { avi('MJPG', [jpeg(jpg(), exif(2000, 40_000))] * 5) }
    }

    def 'an odd file that is no bomb is accepted (#name, #what)'() {
        given:
        def file = Files.write(folder.resolve(name), bytes.call())

        expect:
        TestMedia.probe(file).video().get().width() == 64

        where:
        name    | what                                  | bytes
        'a.png' | 'a text of 2 MB and a small profile'  | { png(64, 64, [chunk('zTXt', 'C\0\0', folded(2)), chunk('tEXt', 'Author\0me')]) }
        'a.png' | 'a text that is broken'               | { png(64, 64, [chunk('zTXt', 'C\0\0', 'not folded')]) }
        'a.jpg' | 'Exif data of 30 KB'                  | { jpeg(jpg(), exif(1, 30_000)) }
        'a.mp4' | 'a folded index'                      | { def index = box('moov', mvhd(), trak(sampleTables(1, 1))); mp4(jpg(), box('cmov', box('dcom', 'zlib'), box('cmvd', big(index.length), zipped(index)))) }
        'a.mkv' | 'an attached picture'                 | { matroska(jpg(), [track(1)], element('1941A469', attachment('a.png', 'image/png', png(64, 64)))) }
        'a.avi' | 'pictures that are PNGs'              | { avi('MPNG', [png(64, 64)] * 5) }
    }

    def 'ten bombs at once keep no good file waiting, and have no more memory than their share'() {
        given: 'bombs that only the limit stops'
        def bombs = (1..10).collect { Files.write(folder.resolve("bomb${it}.mp4"), fragment(50_000_000 + it)) }
        def pool = Executors.newFixedThreadPool(11)
        def good = []

        when:
        long peak = PeakMemory.during {
            def refused = bombs.collect { bomb -> pool.submit({ try { TestMedia.probe(bomb); false } catch (MediaException e) { e.message.startsWith(bomb.fileName.toString()) } } as Callable<Boolean>) }
            good << pool.submit({ TestMedia.probe(TestMedia.plain()).duration() } as Callable<Duration>).get()
            assert refused.every { it.get() }
        }

        then:
        good == [Duration.ofSeconds(2)]
        peak < limit(bombs[0]) + PROGRAM

        cleanup:
        pool.shutdownNow()
    }
}
