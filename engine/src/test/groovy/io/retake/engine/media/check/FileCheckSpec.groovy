package io.retake.engine.media.check

import io.retake.engine.media.Bombs
import io.retake.engine.media.TestMedia
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

class FileCheckSpec extends Specification {
    @TempDir
    Path folder

    private FileCheck check(String name, byte[] bytes) { FileCheck.of(Files.write(folder.resolve(name), bytes), name) }

    private static byte[] still(String name, String... how) {
        Files.readAllBytes(TestMedia.clip(name, '-f', 'lavfi', '-i', 'testsrc2=s=120x80', '-frames:v', '1', *how))
    }

    def 'a file that is no media is named as what it is (#name: #what)'() {
        expect:
        check(name, bytes as byte[]).refusal().get().startsWith(says)

        where:
        name        | what                      | says                                             | bytes
        'notes.mp4' | 'text'                    | 'is not a video: it is text.'                    | 'dear diary, '.bytes
        'notes.mp4' | 'text in Latin-1'         | 'is not a video: it is text.'                    | 'Grüße aus Köln\r\n'.getBytes('ISO-8859-1')
        'notes.mp4' | 'text in UTF-16'          | 'is not a video: it is text.'                    | Bombs.joined([0xff, 0xfe] as byte[], 'hello'.getBytes('UTF-16LE'))
        'notes.mp4' | 'text in UTF-16, big'     | 'is not a video: it is text.'                    | Bombs.joined([0xfe, 0xff] as byte[], 'hello'.getBytes('UTF-16BE'))
        'notes.mp4' | 'text in Chinese'         | 'is not a video: it is text.'                    | '今天没有素材。\n'.getBytes('UTF-8')
        'one.mp4'   | 'one letter'              | 'is not a video: it is text.'                    | 'x'.bytes
        'photo.jpg' | 'a page'                  | 'is not a picture: it is an HTML page'           | '\n<!DOCTYPE html><html>404</html>'.bytes
        'photo.png' | 'a page with a mark'      | 'is not a picture: it is an HTML page'           | '\ufeff<html lang="en">'.getBytes('UTF-8')
        'song.mp3'  | 'an archive'              | 'is not a sound: it begins like a ZIP archive.'  | Bombs.joined('PK\u0003\u0004', new byte[50])
        'clip.mkv'  | 'an empty archive'        | 'is not a video: it begins like a ZIP archive.'  | Bombs.joined('PK\u0005\u0006', new byte[18])
        'clip.mov'  | 'a document'              | 'is not a video: it is a PDF document.'          | '%PDF-1.7\n%\u00e2\u00e3'.bytes
        'clip.mp4'  | 'a RAR archive'           | 'is not a video: it begins like a RAR archive.'  | Bombs.joined('Rar!\u001a\u0007\0', new byte[50])
        'clip.mp4'  | 'a 7z archive'            | 'is not a video: it begins like a 7z archive.'   | Bombs.joined("7z\u00bc\u00af'\u001c", new byte[50])
        'clip.mp4'  | 'a gzip archive'          | 'is not a video: it begins like a gzip archive.' | Bombs.joined('\u001f\u008b\u0008', new byte[50])
        'clip.mp4'  | 'a tar archive'           | 'is not a video: it begins like a tar archive.'  | Bombs.joined('a.txt', new byte[252], 'ustar', new byte[300])
        'clip.mp4'  | 'a program'               | 'is not a video: it is a program.'               | Bombs.joined('\u007fELF', new byte[60])
        'clip.mp4'  | 'zeros'                   | 'is not a video: it contains only zeros.'        | new byte[300_000]
        'clip.webm' | 'a playlist'              | 'is not a video: it is a playlist'               | '#EXTM3U\n#EXTINF:2,\nfile:x\n'.bytes
        'logo.png'  | 'a drawing'               | 'is not a picture: it is a drawing (SVG).'       | '<?xml version="1.0"?>\n<svg xmlns="x"/>'.bytes
        'clip.mp4'  | 'an answer of a server'   | 'is not a video: it is JSON or other text.'      | '{"error":"not found"}'.bytes
        'clip.mp4'  | 'the head alone'          | 'is cut off: its index'                          | Bombs.box('ftyp', 'isom')
    }

    def 'zeros with something behind them are not called zeros'() {
        expect:
        !check('clip.mp4', Bombs.joined(new byte[200_000], 'x')).refusal().present
    }

    def 'a good still has nothing against it, and its size is known (#name)'() {
        when:
        def found = check(name, still('check-' + name, *how))

        then:
        found.refusal().empty
        found.pixels().asLong == 9600

        where:
        name         | how
        'a.png'      | ['-update', '1']
        'a16.png'    | ['-pix_fmt', 'rgba64be', '-update', '1']
        'a.jpg'      | ['-update', '1']
        'a444.jpg'   | ['-pix_fmt', 'yuvj444p', '-update', '1']
        'a.gif'      | ['-update', '1']
        'a.webp'     | ['-c:v', 'libwebp', '-update', '1']
        'al.webp'    | ['-c:v', 'libwebp', '-lossless', '1', '-update', '1']
        'moves.png'  | ['-f', 'apng']
    }

    def 'a still that ends anywhere before its end is found out (#name)'() {
        given:
        byte[] whole = still('check-' + name, *how)
        int last = name == 'a.gif' ? whole.length - 2 : whole.length - 1

        expect: 'every sixtieth, and each of the last'
        ((20..<last).step(Math.max(1, last >> 6)) + (last - 8..last)).every { check('cut-' + name, Arrays.copyOf(whole, it)).refusal().filter { it.contains('cut off') }.present }

        where:
        name      | how
        'a.png'   | ['-update', '1']
        'a.jpg'   | ['-update', '1']
        'a.gif'   | ['-update', '1']
        'a.webp'  | ['-c:v', 'libwebp', '-update', '1']
        'al.webp' | ['-c:v', 'libwebp', '-lossless', '1', '-update', '1']
    }

    def 'a PNG with a flipped bit in its picture is found out wherever it is'() {
        given:
        byte[] whole = still('check-a.png', '-update', '1')
        int data = new String(whole, StandardCharsets.ISO_8859_1).indexOf('IDAT')

        expect:
        (data..<whole.length - 12).step(97).every { at ->
            byte[] flipped = whole.clone()
            flipped[at] ^= 1 << (at % 8)
            check('flipped.png', flipped).refusal().present
        }
    }

    def 'a film says by its structure whether it ends early (#name)'() {
        given:
        def file = TestMedia.clip('check-' + name, '-f', 'lavfi', '-i', 'testsrc2=s=64x48:r=10:d=2', '-f', 'lavfi', '-i', 'sine=d=2', *how)
        byte[] whole = Files.readAllBytes(file)

        expect:
        !FileCheck.of(file, name).cutOff()
        check('cut-' + name, Arrays.copyOf(whole, (int) (whole.length * 0.7) | 1)).cutOff()

        where:
        name         | how
        'a.mp4'      | ['-c:v', 'libx264', '-c:a', 'aac', '-movflags', '+faststart']
        'frag.mp4'   | ['-c:v', 'libx264', '-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov']
        'a.mov'      | ['-c:v', 'mjpeg', '-c:a', 'pcm_s16le', '-movflags', '+faststart']
        'a.mkv'      | ['-c:v', 'libx264', '-c:a', 'aac']
        'a.webm'     | ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-c:a', 'libopus']
        'live.webm'  | ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-c:a', 'libopus', '-live', '1']
        'a.avi'      | ['-c:v', 'mjpeg', '-c:a', 'pcm_s16le']
        'a.wav'      | ['-vn', '-c:a', 'pcm_s16le']
        'ts.mp4'     | ['-c:v', 'libx264', '-c:a', 'aac', '-f', 'mpegts']
    }

    def 'a cut WAV and an MP3 say how long they were to be'() {
        given:
        byte[] wav = Files.readAllBytes(TestMedia.clip('check-2s.wav', '-f', 'lavfi', '-i', 'sine=d=2'))
        def mp3 = TestMedia.clip('check-2s.mp3', '-f', 'lavfi', '-i', 'sine=d=2', '-c:a', 'libmp3lame')

        expect:
        check('cut.wav', Arrays.copyOf(wav, 60_000)).promised().get() == Duration.ofSeconds(2)
        Math.abs(FileCheck.of(mp3, 'a.mp3').promised().get().toMillis() - 2000) < 60
    }
}
