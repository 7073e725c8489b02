package io.retake.engine

import io.retake.engine.media.TestMedia
import java.nio.file.Files
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Combinators
import net.jqwik.api.Tuple

/**
 * What a hostile client may send. {@code SESSION}, {@code MEDIA}, {@code PORT} and {@code TOKEN} in it stand for the real ones.
 */
class HostileRequests {
    /** A timeline with something of everything; each value between two @ is one that can be another. */
    static final String TIMELINE = '{"t":[' +
        '{"tt":@0@,"sg":[' +
        '{"id":"a","s":@0@,"d":@1000@,"md":@"MEDIA"@,"in":@0@,"sp":@1@,"vol":@1@,"sc":@1@,"lp":@false@,"fx":[' +
        '{"k":"grade","brightness":@5@,"contrast":@0@,"saturation":@-10@,"temperature":@0@},' +
        '{"k":"crop","left":@5@,"right":@5@,"top":@0@,"bottom":@0@},{"k":"rotate","degrees":@90@},{"k":"zoom","from":@1@,"to":@1.2@},' +
        '{"k":"fade","in":@100@,"out":@100@},{"k":"flip","direction":@"horizontal"@},{"k":"sharpen","strength":@"light"@}]},' +
        '{"id":"b","s":@900@,"d":@1100@,"md":"MEDIA","in":@500@,"sp":@0.5@,"vol":@0.5@,"fz":@false@,"tr":{"k":@"dissolve"@,"d":@100@},"fx":[' +
        '{"k":"fade-audio","in":@50@,"out":@50@},{"k":"sync","offset":@40@,"stretch":@1@},{"k":@"reverse"@}]}]},' +
        '{"tt":0,"m":{"role":@"overlay"@},"sg":[{"id":"c","s":@200@,"d":@500@,"md":"MEDIA","in":@0@,"w":@30@,"pos":@"top"@,"fx":[{"k":"fade","in":@100@,"out":@0@}]}]},' +
        '{"tt":@1@,"sg":[{"id":"d","s":@0@,"d":@2000@,"md":"MEDIA","in":@0@,"vol":@0.3@,"lp":@true@,"sp":@1@,"fx":[{"k":"duck"},{"k":"fade","in":@0@,"out":@300@}]}]},' +
        '{"tt":@7@,"sg":[{"id":"e","s":@0@,"d":@900@,"tx":@"Hello"@,"tx2":@"again"@,"pos":@"bottom"@,"sty":@"outline"@,"fx":[{"k":"fade","in":@100@,"out":@100@}]}]}],' +
        '"d":@2000@,"m":{"title":@"x"@,"width":@320@,"height":@180@,"fps":@30@,"fit":@"pad"@,"sharpen":@false@},' +
        '"fx":[{"k":"loudness","target":@-16@},{"k":"fade","in":@100@,"out":@100@},{"k":@"grayscale"@}]}'

    private static final List<String> SLOTS = TIMELINE.findAll(/@[^@]*@/)

    private static final List<String> CALLS = ['/api/tasks/me/with-session/nemo_agent', '/run_sse', '/api/auth/claim-token',
        '/api/upload-video/nemo_agent/me/SESSION', '/api/render/proxy/lambda', '/api/render/proxy/lambda/x/cancel', '/api/auth/anonymous-token']

    /** Numbers that overflow, underflow, are no times and no sizes, or just within and without what is allowed. */
    static Arbitrary<String> numbers() {
        Arbitraries.oneOf(
            Arbitraries.of('0', '-0', '1', '-1', '0.5', '1e-300', '1e300', '-1e300', '1e400', '1e999999999', '11e1000000678901234567890123', '-1e-999999999',
                '9223372036854775807', '-9223372036854775808', '9223372036854775808', '4294967296', '2147483648', '-2147483649',
                '604800000', '604800000.5', '604800001', '9007199254740993', '123456789012345678901234567890', '0.0001', '16', '8192', '8193'),
            Arbitraries.integers().map { it.toString() },
            Arbitraries.doubles().ofScale(3).between(-1e6, 1e6).map { it.toString() })
    }

    /** A number mostly, and sometimes what is none. */
    static Arbitrary<String> values() {
        Arbitraries.frequencyOf(
            new Tuple.Tuple2<Integer, Arbitrary<String>>(6, numbers()),
            new Tuple.Tuple2<Integer, Arbitrary<String>>(1, Arbitraries.of(
                'null', 'true', '""', '"NaN"', '"1"', '[]', '{}', '[[]]', '{"a":{}}', '"\\u0000"', '"' + 'x' * 3000 + '"')))
    }

    /** The timeline with a few values replaced, or now and then with many. */
    static Arbitrary<String> drafts() {
        Arbitraries.maps(Arbitraries.integers().between(0, SLOTS.size() - 1), values()).ofMaxSize(4).map { changed ->
            int slot = 0
            TIMELINE.replaceAll(/@([^@]*)@/) { all, value -> changed.getOrDefault(slot++, value) }
        }
    }

    static Arbitrary<String> outputs() {
        Combinators.combine(
            Arbitraries.of('mp4', 'mov', 'webm', 'mkv', 'gif', 'mp3', 'wav', 'png', 'jpg', 'exe', '', '../x'),
            Arbitraries.of('high', 'low', 'medium', 'best', ''),
            Arbitraries.maps(Arbitraries.of('width', 'height', 'fps', 'maxBytes', 'atMs', 'preset', 'resolution', 'format', 'quality', 'url'), values()).ofMaxSize(4))
            .as { format, quality, more ->
                "{\"format\":\"$format\",\"quality\":\"$quality\"${more.collect { name, value -> ",\"$name\":$value" }.join('')}}".toString()
            }
    }

    static Arbitrary<String> words() {
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(300),
            Combinators.combine(Arbitraries.of('trim', 'Trim from 0:01 to', 'speed', 'fade in', 'add a title "x" at', 'make it', 'crop', 'volume',
                'split at', 'repeat', 'reorder', 'rotate by', 'zoom to', 'undo', 'fps', 'sync by', '删除第', '速度', 'freeze at', 'loudness', 'undo'), numbers(),
                Arbitraries.of('', 's', ' seconds', '%', ' times', ' LUFS', ' dB', ':00', 'x', '秒', '倍'))
                .as { verb, number, unit -> "$verb $number$unit".toString() }
                .list().ofMinSize(1).ofMaxSize(5).map { it.join('. ') },
            Arbitraries.of('(', '[', 'a ', 'next only ', '"', '0:', '1/', 'and ', '。').map { it * 1500 })
    }

    static Arbitrary<String> bodies() {
        Arbitraries.oneOf(
            Combinators.combine(Arbitraries.maps(Arbitraries.of('id', 'sessionId', 'session_id', 'draft', 'output', 'urls', 'new_message', 'task_name',
                'language', 'task_id', 'app_name', 'parts'), values()).ofMaxSize(6), Arbitraries.of(true, false))
                .as { fields, real -> ('{' + (fields.collect { name, value -> "\"$name\":$value" } +
                    (real ? ["\"session_id\":\"SESSION\",\"sessionId\":\"SESSION\",\"new_message\":{\"parts\":[{\"text\":7},{},[],null]}"] : [])).join(',') + '}').toString() },
            values(),
            Arbitraries.of('', '{', '[' * 3000, '{"a":' * 500, '\uFEFF{}', '{"a":1,"a":2}', '\u0000', "{'a':1}"))
    }

    static Arbitrary<String> calls() { Arbitraries.of(CALLS) }

    static Arbitrary<String> types() {
        Arbitraries.of('application/json', 'application/json', 'application/json', 'application/json; charset=utf-16', 'text/plain', '',
            'multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'a/b')
    }

    static Arbitrary<String> names() {
        Combinators.combine(Arbitraries.strings().ofMaxLength(30), Arbitraries.of('.mp4', '.mov', '.png', '.jpg', '.mp3', '.wav', '.gif', '.webp',
            '.srt', '.vtt', '.cube', '.webm', '.exe', '', '.MP4', '.mp4/', '.tar.mp4')).as { name, end -> name.replaceAll(/[\r\n"]/, '') + end }
    }

    static Arbitrary<byte[]> contents() {
        byte[] film = Files.readAllBytes(TestMedia.plain())
        Arbitraries.oneOf(
            Arbitraries.bytes().array(byte[]).ofMaxSize(2000),
            Arbitraries.of('1\n00:00:01,000 --> 99999999:00:02,000\nA', 'WEBVTT\n\n999999999999:00:00.000 --> 0:0', 'LUT_3D_SIZE 99999999',
                'LUT_3D_SIZE -1\n', 'LUT_3D_SIZE 2\n' + '1e999 1e-999 NaN\n' * 8, '#EXTM3U\nfile:///etc/passwd', 'GIF89a', 'RIFF\u0000\u0000\u0000\u0000WEBPVP8X').map { it.getBytes('UTF-8') },
            Combinators.combine(Arbitraries.integers().between(0, film.length), Arbitraries.integers().between(0, film.length - 1), Arbitraries.bytes())
                .as { end, at, changed ->
                    byte[] cut = Arrays.copyOf(film, end)
                    if (at < end) {
                        cut[at] = changed
                    }
                    cut
                })
    }

    static Arbitrary<String> heads() {
        def paths = Arbitraries.oneOf(
            Arbitraries.of('/', '//', '/..', '/../../etc/passwd', '/%', '/%zz', '/%2e%2e/%2f', '/run_sse', '/api/state/nemo_agent/me/SESSION/latest',
                '/api/state/nemo_agent/me/' + 'a' * 3000 + '/latest', '/api/render/proxy/%00/download', '/api/render/proxy/x/download?a=%ff', '*', 'http://evil/',
                '/api/credits/balance/simple?' + 'a=b&' * 500, '/api/credits/balance/simple;x=y', '/\u00ff\u00fe', 'noslash', '/a b'),
            Arbitraries.strings().withCharRange((char) 33, (char) 126).ofMaxLength(60).map { '/' + it })
        def headers = Arbitraries.maps(
            Arbitraries.of('Range', 'If-Range', 'Content-Length', 'Transfer-Encoding', 'Expect', 'X-Client-Id', 'Host', 'Origin', 'Content-Type', 'Authorization',
                'Connection', 'Upgrade', 'Accept-Encoding', 'If-Modified-Since', 'X', 'Content-Encoding', 'TE', 'Trailer', 'Cookie'),
            Arbitraries.oneOf(numbers(), Arbitraries.of('bytes=0-', 'bytes=-1', 'bytes=9-1', 'bytes=' + '0-1,' * 300, 'chunked', 'chunked, chunked', '100-continue', 'gzip',
                'a, b', '', 'Bearer', 'Bearer ' + 'x' * 4000, 'multipart/form-data; boundary="' + 'y' * 200, 'h2c', 'close', '\u00ff', 'a\tb', '"'),
                Arbitraries.strings().withCharRange((char) 32, (char) 255).ofMaxLength(40))).ofMaxSize(5)
        Combinators.combine(Arbitraries.of('GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PRI', 'get', 'X' * 50, 'A B'), paths,
            Arbitraries.of('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'HTTP', ''), headers, Arbitraries.of(true, true, false))
            .as { method, path, version, more, host ->
                ("$method $path $version\r\n" + (host ? 'Host: 127.0.0.1:PORT\r\nAuthorization: Bearer TOKEN\r\n' : '') +
                    more.collect { name, value -> "$name: $value\r\n" }.join('') + 'Connection: close\r\n\r\n').toString()
            }
    }
}
