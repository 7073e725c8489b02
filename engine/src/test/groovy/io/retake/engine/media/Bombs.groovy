package io.retake.engine.media

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.util.zip.CRC32
import java.util.zip.Deflater
import java.util.zip.DeflaterOutputStream

/** Files that are small and would unfold to much, and the parts that files are made of. All numbers as the formats write them. */
class Bombs {
    private static final byte[] PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as byte[]

    static byte[] joined(Object... parts) {
        def out = new ByteArrayOutputStream()
        parts.each { put(out, it) }
        out.toByteArray()
    }

    private static void put(ByteArrayOutputStream out, Object part) {
        if (part instanceof byte[]) {
            out.write(part as byte[])
        } else if (part instanceof Byte) {
            out.write(part as byte) // Groovy makes a list of a single array
        } else if (part instanceof Collection || part instanceof Object[]) {
            part.each { put(out, it) }
        } else {
            out.write(part.toString().getBytes(StandardCharsets.ISO_8859_1))
        }
    }

    static byte[] big(long value, int bytes = 4) { (bytes - 1..0).collect { (byte) (value >> 8 * it) } as byte[] }

    static byte[] little(long value, int bytes = 4) { (0..<bytes).collect { (byte) (value >> 8 * it) } as byte[] }

    /** So many megabytes of one letter, folded to a thousandth. */
    static byte[] folded(int megabytes, Object before = '') {
        def out = new ByteArrayOutputStream()
        new DeflaterOutputStream(out, new Deflater(9)).withCloseable { z ->
            z.write(joined(before))
            byte[] block = new byte[1 << 20]
            Arrays.fill(block, (byte) 'a')
            megabytes.times { _ -> z.write(block) }
        }
        out.toByteArray()
    }

    static byte[] chunk(String type, Object... content) {
        byte[] data = joined(type, content)
        def crc = new CRC32()
        crc.update(data)
        joined(big(data.length - 4), data, big(crc.value))
    }

    /** A gray picture with other chunks before and after its data. */
    static byte[] png(int width, int height, List before = [], List after = []) {
        def rows = new ByteArrayOutputStream()
        new DeflaterOutputStream(rows).withCloseable { z -> Math.min(height, 100).times { _ -> z.write(new byte[width + 1]) } }
        joined(PNG, chunk('IHDR', big(width), big(height), [8, 0, 0, 0, 0] as byte[]), before,
                chunk('IDAT', rows.toByteArray()), after, chunk('IEND'))
    }

    static byte[] textPng(int megabytes) { png(64, 64, [chunk('zTXt', 'Comment\0\0', folded(megabytes))]) }

    /** Exif data in which so many entries name the same long value. */
    static byte[] exif(int entries, int length) {
        def list = (0..<entries).collect { [little(0x9000 + it, 2), little(2, 2), little(length), little(8)] }
        joined('II*\0', little(8), little(entries, 2), list, little(0), new byte[length])
    }

    static byte[] jpeg(byte[] picture, byte[] exif) {
        byte[] begin = Arrays.copyOf(picture, 2)
        joined(begin, [0xff, 0xe1] as byte[], big(exif.length + 8, 2), 'Exif\0\0', exif, Arrays.copyOfRange(picture, 2, picture.length))
    }

    static byte[] webp(byte[] picture, int width, int height, String type, byte[] more) {
        byte[] image = Arrays.copyOfRange(picture, 12, picture.length)
        int flags = type == 'EXIF' ? 8 : 32
        byte[] head = joined('VP8X', little(10), little(flags), little(width - 1, 3), little(height - 1, 3))
        byte[] last = joined(type, little(more.length), more, new byte[more.length & 1])
        joined('RIFF', little(4 + head.length + image.length + last.length), 'WEBP', head, image, last)
    }

    static byte[] gif(int width, int height, int pictures) {
        byte[] one = joined([0x21, 0xf9, 4, 0, 1, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0] as byte[])
        joined('GIF89a', little(width, 2), little(height, 2), [0x80, 0, 0, 0, 0, 0, -1, -1, -1] as byte[], [one] * pictures, ';')
    }

    private static byte[] safe(long number) { [21, 14, 7, 0].collect { (byte) (number >> it & 127) } as byte[] }

    static byte[] frame(String type, Object content, int flags = 0) {
        byte[] data = joined(content)
        joined(type, safe(data.length), big(flags, 2), data)
    }

    /** A tag of these entries before a sound. */
    static byte[] tagged(byte[] sound, List frames) {
        byte[] all = joined(frames)
        joined('ID3', [4, 0, 0] as byte[], safe(all.length), all, sound)
    }

    static byte[] box(String type, Object... content) {
        byte[] data = joined(content)
        joined(big(data.length + 8), type, data)
    }

    private static final byte[] MATRIX = joined([0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].collect { big(it) })

    static byte[] mvhd() { box('mvhd', big(0), big(0), big(0), big(1000), big(1000), big(0x10000), big(0x100, 2), new byte[10], MATRIX, new byte[24], big(2)) }

    static byte[] sampleTables(long samples, long size, Object... more) {
        joined(box('stts', big(0), big(1), big(samples), big(1)), box('stsc', big(0), big(1), big(1), big(samples), big(1)),
                box('stsz', big(0), big(size), big(samples)), box('stco', big(0), big(1), big(48)), more)
    }

    static byte[] trak(byte[] tables, Object... more) {
        byte[] entry = box('jpeg', new byte[6], big(1, 2), new byte[16], big(64, 2), big(64, 2), big(0x480000), big(0x480000), big(0), big(1, 2), new byte[32], big(24, 2), big(-1, 2))
        box('trak', box('tkhd', big(7), big(0), big(0), big(1), big(0), big(1000), new byte[8], new byte[8], MATRIX, big(64 << 16), big(64 << 16)), more,
                box('mdia', box('mdhd', big(0), big(0), big(0), big(1000), big(1000), big(0x55c40000L)),
                        box('hdlr', big(0), big(0), 'vide', new byte[12], 'v\0'),
                        box('minf', box('vmhd', big(1), new byte[8]), box('dinf', box('dref', big(0), big(1), box('url ', big(1)))),
                                box('stbl', box('stsd', big(0), big(1), entry), tables))))
    }

    /** A film of one JPEG, with this index. */
    static byte[] mp4(byte[] picture, Object... index) {
        joined(box('ftyp', 'isom', big(512), 'isomiso2mp41'), box('mdat', picture), box('moov', mvhd(), index))
    }

    static byte[] element(String id, Object... content) {
        byte[] data = joined(content)
        joined(id.decodeHex(), big(0x0100000000000000L | data.length, 8), data)
    }

    /** A film of some JPEGs, with other elements before its tracks. */
    static byte[] matroska(byte[] picture, List tracks, Object... more) {
        joined(element('1A45DFA3', element('4282', 'matroska'), element('4287', big(4)), element('4285', big(2))),
                element('18538067', element('1549A966', element('2AD7B1', big(1000000))), more, element('1654AE6B', tracks),
                        element('1F43B675', element('E7', big(0)), (0..<5).collect { element('A3', [0x81, 0, it * 40, 0x80] as byte[], picture) })))
    }

    static byte[] track(int number, Object... more) {
        element('AE', element('D7', big(number)), element('73C5', big(number)), element('83', big(1)), element('86', 'V_MJPEG'),
                element('E0', element('B0', big(64)), element('BA', big(64))), more)
    }

    static byte[] attachment(String name, String type, byte[] data) {
        element('61A7', element('466E', name), element('4660', type), element('46AE', big(1)), element('465C', data))
    }

    static byte[] riff(String type, Object... content) {
        byte[] data = joined(content)
        joined('RIFF', little(data.length + 4), type, data)
    }

    static byte[] part(String type, Object... content) {
        byte[] data = joined(content)
        joined(type, little(data.length), data, new byte[data.length & 1])
    }

    static byte[] wav(Object... before) {
        riff('WAVE', part('fmt ', little(1, 2), little(2, 2), little(48000), little(192000), little(4, 2), little(16, 2)), before, part('data', new byte[48000]))
    }

    /** Frames of a codec of four letters. */
    static byte[] avi(String codec, List frames) {
        byte[] head = part('LIST', 'hdrl', part('avih', [40000, 0, 0, 0x10, frames.size(), 0, 1, 0, 64, 64, 0, 0, 0, 0].collect { little(it) }),
                part('LIST', 'strl', part('strh', 'vids', codec, [0, 0, 0, 1, 25, 0, frames.size(), 0, 0, 0].collect { little(it) }, new byte[8]),
                        part('strf', little(40), little(64), little(64), little(1, 2), little(24, 2), codec, [12288, 0, 0, 0, 0].collect { little(it) })))
        riff('AVI ', head, part('LIST', 'movi', frames.collect { part('00dc', it) }))
    }

    static byte[] still(String name, String... how) {
        Files.readAllBytes(TestMedia.clip(name, '-f', 'lavfi', '-i', 'testsrc2=s=64x64', '-frames:v', '1', *how))
    }

    static byte[] jpg() { still('bomb-base.jpg', '-update', '1') }

    static byte[] webpStill() { still('bomb-base.webp', '-c:v', 'libwebp', '-update', '1') }

    static byte[] mp3() { Files.readAllBytes(TestMedia.clip('bomb-base.mp3', '-f', 'lavfi', '-i', 'sine=d=1')) }

    static byte[] fragment(long samples) {
        joined(mp4(jpg(), trak(sampleTables(1, 1)), box('mvex', box('trex', big(0), big(1), big(1), big(1), big(1), big(0)))),
                box('moof', box('mfhd', big(0), big(1)), box('traf', box('tfhd', big(0x20000), big(1)), box('trun', big(0), big(samples)))))
    }

    static byte[] zipped(byte[] data) {
        def out = new ByteArrayOutputStream()
        new DeflaterOutputStream(out).withCloseable { it.write(data) }
        out.toByteArray()
    }
}
