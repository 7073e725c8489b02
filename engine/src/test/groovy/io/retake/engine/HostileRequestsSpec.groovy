package io.retake.engine

import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Combinators
import net.jqwik.api.EdgeCasesMode
import net.jqwik.api.Example
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide
import net.jqwik.api.lifecycle.AfterContainer
import net.jqwik.api.lifecycle.BeforeContainer
import okhttp3.MediaType
import okhttp3.MultipartBody
import okhttp3.RequestBody

/**
 * Whatever comes over the wire, the engine never answers that it failed: what can't be done is the request's fault, and
 * said so (4xx, or a code in a 200).
 */
class HostileRequestsSpec {
    private static Path data
    private static Engine engine
    private static Wire wire
    private static String session
    private static String hash

    @BeforeContainer
    static void start() {
        data = Files.createTempDirectory('hostile')
        engine = Engine.start(EngineSettings.builder().dataFolder(data).build())
        wire = new Wire(engine.apiUrl(), engine.ownerToken())
        session = wire.session()
        assert wire.post("/api/upload-video/nemo_agent/me/$session",
            [urls: [TestMedia.plain().toUri().toString()], source_type: 'url']).code == 0
        hash = wire.state(session).path('video_infos').get(0).path('hash').asText()
    }

    @AfterContainer
    static void stop() {
        wire?.close()
        engine?.close()
        data?.toFile()?.deleteDir()
    }

    private static void isNoFailure(Wire.Answer answer, Object sent) {
        assert answer.status < 500 : "$answer.status $answer.text\n$sent"
        if (answer.headers['content-type']?.startsWith('application/json')) {
            assert answer.code == null || answer.code < 500 || answer.code > 599 : "$answer.text\n$sent"
        }
    }

    /** Numbers that overflow, underflow, are no times and no sizes, or just within and without what is allowed. */
    @Provide
    static Arbitrary<String> numbers() {
        Arbitraries.oneOf(
            Arbitraries.of('0', '-0', '1', '-1', '0.5', '1e-300', '1e300', '-1e300', '1e400', '1e999999999', '-1e-999999999',
                '9223372036854775807', '-9223372036854775808', '9223372036854775808', '4294967296', '2147483648', '-2147483649',
                '604800000', '604800000.5', '604800001', '9007199254740993', '123456789012345678901234567890', '0.0001', '16', '8192', '8193'),
            Arbitraries.integers().map { it.toString() },
            Arbitraries.doubles().ofScale(3).between(-1e6, 1e6).map { it.toString() })
    }

    /** A number mostly, and sometimes what is none. */
    @Provide
    static Arbitrary<String> values() {
        Arbitraries.frequencyOf(
            new net.jqwik.api.Tuple.Tuple2<Integer, Arbitrary<String>>(6, numbers()),
            new net.jqwik.api.Tuple.Tuple2<Integer, Arbitrary<String>>(1, Arbitraries.of(
                'null', 'true', '""', '"NaN"', '"1"', '[]', '{}', '[[]]', '{"a":{}}', '"\\u0000"', '"' + 'x' * 3000 + '"')))
    }

    /** A timeline with something of everything; each value between two @ is one that can be another. */
    private static final String TIMELINE = '{"t":[' +
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

    /** The timeline with a few values replaced, or now and then with many. */
    @Provide
    static Arbitrary<String> drafts() {
        Arbitraries.maps(Arbitraries.integers().between(0, SLOTS.size() - 1), values()).ofMaxSize(4).map { changed ->
            int slot = 0
            TIMELINE.replaceAll(/@([^@]*)@/) { all, value -> changed.getOrDefault(slot++, value) }
        }
    }

    @Provide
    static Arbitrary<String> outputs() {
        Combinators.combine(
            Arbitraries.of('mp4', 'mov', 'webm', 'mkv', 'gif', 'mp3', 'wav', 'png', 'jpg', 'exe', '', '../x'),
            Arbitraries.of('high', 'low', 'medium', 'best', ''),
            Arbitraries.maps(Arbitraries.of('width', 'height', 'fps', 'maxBytes', 'atMs', 'preset', 'resolution', 'format', 'quality', 'url'), values()).ofMaxSize(4))
            .as { format, quality, more ->
                "{\"format\":\"$format\",\"quality\":\"$quality\"${more.collect { name, value -> ",\"$name\":$value" }.join('')}}".toString()
            }
    }

    private static Wire.Answer submit(String id, String draft, String output) {
        wire.post('/api/render/proxy/lambda',
            "{\"id\":\"$id\",\"sessionId\":\"$session\",\"draft\":${draft.replace('MEDIA', hash)},\"output\":$output}".toString())
    }

    @Example
    void 'the timeline that the others are made of is a good one'() {
        def id = UUID.randomUUID().toString()
        def answer = submit(id, TIMELINE.replace('@', ''), '{"format":"mp4"}')
        assert answer.status == 200 : answer.text
        wire.post("/api/render/proxy/lambda/$id/cancel", [:])
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void 'a draft and an output of any shape'(@ForAll('drafts') String draft, @ForAll('outputs') String output) {
        def id = UUID.randomUUID().toString()
        def answer = submit(id, draft, output)
        isNoFailure(answer, draft + output)
        if (answer.status == 200) {
            isNoFailure(wire.get("/api/render/proxy/lambda/$id"), draft)
            isNoFailure(wire.post("/api/render/proxy/lambda/$id/cancel", [:]), draft)
        }
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void 'a draft of any shape that is rendered fails, if it does, in words'(@ForAll('drafts') String draft) {
        def id = UUID.randomUUID().toString()
        if (submit(id, draft, '{"format":"png"}').status != 200) {
            return
        }
        def end = null
        while (!(end?.path('status')?.asText() in ['completed', 'failed'])) {
            Thread.sleep(5)
            end = wire.get("/api/render/proxy/lambda/$id").data
        }
        assert !(end.path('error').asText() =~ /[a-z]\.[A-Z]\w*(Exception|Error)/) : "$end\n$draft"
    }

    @Provide
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

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void 'a message of any words'(@ForAll('words') String text) {
        def answer = wire.say(session, text)
        isNoFailure(answer, text)
        // A fault within a stream has no status of its own.
        answer.events.findAll { it }.each {
            assert !(it =~ /[a-z]\.[A-Z]\w*(Exception|Error)\b/) : "$it\n$text"
        }
        isNoFailure(wire.get("/api/state/nemo_agent/me/$session/latest"), text)
    }

    @Provide
    static Arbitrary<String> bodies() {
        Arbitraries.oneOf(
            Combinators.combine(Arbitraries.maps(Arbitraries.of('id', 'sessionId', 'session_id', 'draft', 'output', 'urls', 'new_message', 'task_name',
                'language', 'task_id', 'app_name', 'parts'), values()).ofMaxSize(6), Arbitraries.of(true, false))
                .as { fields, real -> ('{' + (fields.collect { name, value -> "\"$name\":$value" } +
                    (real ? ["\"session_id\":\"$session\",\"sessionId\":\"$session\",\"new_message\":{\"parts\":[{\"text\":7},{},[],null]}"] : [])).join(',') + '}').toString() },
            values(),
            Arbitraries.of('', '{', '[' * 3000, '{"a":' * 500, '\uFEFF{}', '{"a":1,"a":2}', '\u0000', "{'a':1}"))
    }

    private static final List<String> CALLS = ['/api/tasks/me/with-session/nemo_agent', '/run_sse', '/api/auth/claim-token',
        '/api/upload-video/nemo_agent/me/SESSION', '/api/render/proxy/lambda', '/api/render/proxy/lambda/x/cancel', '/api/auth/anonymous-token']

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void 'a body of any shape to any call'(@ForAll('bodies') String body, @ForAll('calls') String call, @ForAll('types') String type) {
        def sent = RequestBody.create(body.getBytes('UTF-8'), type == '' ? null : MediaType.parse(type))
        isNoFailure(wire.post(call.replace('SESSION', session), sent), "$call $type $body")
    }

    @Provide
    static Arbitrary<String> calls() { Arbitraries.of(CALLS) }

    @Provide
    static Arbitrary<String> types() {
        Arbitraries.of('application/json', 'application/json', 'application/json', 'application/json; charset=utf-16', 'text/plain', '',
            'multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'a/b')
    }

    @Provide
    static Arbitrary<String> names() {
        Combinators.combine(Arbitraries.strings().ofMaxLength(30), Arbitraries.of('.mp4', '.mov', '.png', '.jpg', '.mp3', '.wav', '.gif', '.webp',
            '.srt', '.vtt', '.cube', '.webm', '.exe', '', '.MP4', '.mp4/', '.tar.mp4')).as { name, end -> name.replaceAll(/[\r\n"]/, '') + end }
    }

    @Provide
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

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void 'a file of any name and content'(@ForAll('names') String name, @ForAll('contents') byte[] content) {
        def own = wire.session()
        def body = new MultipartBody.Builder().setType(MultipartBody.FORM)
            .addFormDataPart('files', name, RequestBody.create(content, MediaType.get('application/octet-stream'))).build()
        isNoFailure(wire.post("/api/upload-video/nemo_agent/me/$own", body), "$name ${content.encodeBase64()}")
        isNoFailure(wire.get("/api/state/nemo_agent/me/$own/latest"), name)
    }

    @Provide
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

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void 'a head of any method, path, version and headers'(@ForAll('heads') String head) {
        def sent = head.replace('PORT', "${engine.apiUrl().port}").replace('TOKEN', wire.token).replace('SESSION', session)
        def said = new Socket('127.0.0.1', engine.apiUrl().port).withCloseable { socket ->
            socket.soTimeout = 20_000
            socket.outputStream.write(sent.getBytes('ISO-8859-1'))
            socket.shutdownOutput()
            try {
                new String(socket.inputStream.readAllBytes(), 'ISO-8859-1')
            } catch (SocketException ignored) {
                '' // closed without a word
            }
        }
        assert !(said =~ /^HTTP\/\S+ 5/) || said =~ /^HTTP\/\S+ 505/ : "$said\n$sent"
    }
}
