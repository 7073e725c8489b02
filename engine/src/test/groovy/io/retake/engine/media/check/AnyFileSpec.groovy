package io.retake.engine.media.check

import io.retake.engine.media.Bombs
import java.nio.file.Files
import java.nio.file.Path
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide
import net.jqwik.api.lifecycle.AfterProperty

/** Whatever a file holds, reading its structure ends, takes little and says at most that it is not to be opened. */
class AnyFileSpec {
    private final Path file = Files.createTempFile('any-file', '.mp4')

    @AfterProperty
    void remove() { Files.deleteIfExists(file) }

    @Property(tries = 400)
    void 'no file makes the check fail'(@ForAll('files') byte[] bytes, @ForAll('names') String name) {
        def found = FileCheck.of(Files.write(file, bytes), name)
        assert found.refusal().map { it.startsWith('is ') || it.startsWith("can't be used: ") }.orElse(true)
        assert found.pixels().orElse(0) >= 0
    }

    @Provide
    Arbitrary<String> names() { Arbitraries.of('a.mp4', 'a.png', 'a.jpg', 'a.mp3', '', '.', 'a\u001b[2J') }

    /** Files of each kind, with some bytes changed to any other, some put in and some taken away. */
    @Provide
    Arbitrary<byte[]> files() {
        def picture = Bombs.png(16, 16, [Bombs.chunk('zTXt', 'C\0\0', Bombs.folded(1)), Bombs.chunk('eXIf', Bombs.exif(3, 20))])
        def good = [
            picture,
            Bombs.jpeg([0xff, 0xd8, 0xff, 0xdb, 0, 3, 0, 0xff, 0xc0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 1, 2, 3, 0xff, 0xd9] as byte[], Bombs.exif(3, 20)),
            Bombs.gif(16, 16, 3),
            Bombs.webp(new byte[40], 16, 16, 'EXIF', Bombs.exif(3, 20)),
            Bombs.tagged(new byte[200], [Bombs.frame('TIT2', '\u0003x'), Bombs.frame('APIC', picture)]),
            Bombs.mp4(picture, Bombs.trak(Bombs.sampleTables(10, 1)), Bombs.box('cmov', Bombs.box('cmvd', Bombs.big(100), Bombs.folded(1)))),
            Bombs.matroska(picture, [Bombs.track(1)]),
            Bombs.wav(),
            Bombs.avi('MJPG', [picture, picture]),
            Bombs.joined((0..9).collect { Bombs.joined([0x47] as byte[], new byte[187]) }),
            new byte[100],
        ]
        def changes = Arbitraries.integers().between(0, 1 << 20).tuple2().list().ofMaxSize(6)
        def length = Arbitraries.integers().between(0, 120)
        Arbitraries.of(good).flatMap { file ->
            changes.flatMap { list ->
                length.map { percent ->
                    byte[] next = file.clone()
                    list.each { next[it.get1() % next.length] = (byte) it.get2() }
                    percent < 100 ? Arrays.copyOf(next, (next.length * percent).intdiv(100) as int) : next
                }
            }
        }
    }
}
