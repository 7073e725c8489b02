package io.retake.core.client

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.core.client.http.ClientException
import io.retake.core.client.http.TokensSpec
import io.retake.core.client.render.FinishedRender
import io.retake.core.client.transfer.AbandonedParts
import io.retake.core.client.transfer.DownloadTarget
import io.retake.core.client.transfer.DownloadedFile
import io.retake.core.client.transfer.PartFile
import io.retake.core.client.transfer.TransferListener
import io.retake.core.protocol.RenderStatus
import io.retake.core.protocol.RenderTicket
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Timeout

class DownloadSpec extends ClientSpecification {
    static final String OUT = 'GET /out.mp4'
    static final String PROXY = 'GET /api/render/proxy/render_7/download'
    static final byte[] FILE = (0..<300_000).collect { (byte) (it % 253) } as byte[]
    Path target
    List<List<Long>> progress = []
    TransferListener listener = { String name, long done, long total -> progress << [done, total] }

    def setup() {
        target = folder.resolve('videos/out.mp4')
    }

    FinishedRender finished(String url) {
        def body = url == null ? '{"status":"completed"}' : """{"status":"completed","output":{"url":"$url"}}"""
        new FinishedRender(new RenderTicket(SESSION, 'render_7'), RenderStatus.parse(new ObjectMapper().readTree(body)))
    }

    FinishedRender here() { finished("$server.url/out.mp4?sig=1") }

    DownloadedFile download(FinishedRender render = here()) { client().download(render, target, listener, none()) }

    /** Nothing but these names in the folder of the target. */
    void onlyThere(String... names) {
        assert (Files.exists(target.parent) ? Files.list(target.parent).toList()*.fileName*.toString().sort() : []) == names.toList()
    }

    static void whole(WireServer.Exchange it, Map headers = [:]) { it.answer(200, ['Content-Type': 'video/mp4'] + headers, FILE) }

    /** The rest from where the request asks. */
    static void rest(WireServer.Exchange it, Map headers = [:]) {
        int from = (it.request.headers['Range'] =~ /bytes=(\d+)-/)[0][1] as int
        it.answer(206, ['Content-Range': "bytes $from-${FILE.length - 1}/$FILE.length"] + headers, Arrays.copyOfRange(FILE, from, FILE.length))
    }

    static void breaking(WireServer.Exchange it, int after, Map headers = [:]) {
        it.raw('HTTP/1.1 200 OK\r\n' + headers.collect { "$it.key: $it.value\r\n" }.join('') + "Content-Length: $FILE.length\r\n\r\n")
        it.bytes(Arrays.copyOf(FILE, after))
        it.drop()
    }

    def "a signed address that is over is no reason to take another token: the backend's own call is made"() {
        given:
        server.on('GET /api/render/file/old/render_7.mp4') { it.json(401, '{"code":1001,"message":"This address worked until yesterday."}') }
        server.on(PROXY) { whole(it) }
        server.on('POST /api/auth/anonymous-token') { it.json(TokensSpec.grant('nmv_usr_1')) }

        when:
        anonymous().download(finished("$server.url/api/render/file/old/render_7.mp4"), target, listener, none())

        then:
        Files.readAllBytes(target) == FILE
        server.count('POST /api/auth/anonymous-token') == 1
    }

    def "a file appears complete under its name, with progress, and nothing else remains"() {
        given:
        server.on(OUT) { whole(it) }

        when:
        def file = download()

        then:
        file.bytes() == FILE.length
        Files.readAllBytes(target) == FILE
        onlyThere('out.mp4')
        progress[0] == [0L, 300_000L]
        progress[-1] == [300_000L, 300_000L]
        server.requests[0].target == '/out.mp4?sig=1'
        server.requests[0].headers['Accept-Encoding'] == 'identity'
    }

    def "an existing file is replaced only at the end"() {
        given:
        Files.createDirectories(target.parent)
        Files.writeString(target, 'old')
        def seen = []
        server.on(OUT) { seen << Files.readString(target); whole(it) }

        when:
        download()

        then:
        seen == ['old']
        Files.readAllBytes(target) == FILE
    }

    def "a failed download leaves the existing file and nothing else"() {
        given:
        Files.createDirectories(target.parent)
        Files.writeString(target, 'old')
        server.on(OUT) { breaking(it, 100) }
        server.on(PROXY) { it.json(500, '{}') }

        when:
        download()

        then:
        thrown(ClientException)
        Files.readString(target) == 'old'
        onlyThere('out.mp4')
    }

    def "a broken download is taken up where it broke"() {
        given:
        server.onEach(OUT, { breaking(it, 100_000, [ETag: '"v1"']) }, { rest(it, [ETag: '"v1"']) })

        when:
        download()

        then:
        Files.readAllBytes(target) == FILE
        def second = server.received(OUT)[1].headers
        second['If-Range'] == '"v1"'
        (second['Range'] =~ /bytes=(\d+)-/)[0][1] as int in 1..100_000
    }

    def "a file that changed meanwhile comes from its start"() {
        given:
        server.onEach(OUT, { it.raw("HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 400000\r\n\r\n"); it.bytes(new byte[90_000]); it.drop() },
            { whole(it, [ETag: '"v2"']) })

        when:
        download()

        then:
        Files.readAllBytes(target) == FILE
    }

    def "without a strong ETag (#etag) no part is trusted"() {
        given:
        server.onEach(OUT, { breaking(it, 100_000, headers) }, { whole(it) })

        when:
        download()

        then:
        Files.readAllBytes(target) == FILE
        server.received(OUT)[1].headers['Range'] == null

        where:
        etag    | headers
        'none'  | [:]
        'weak'  | [ETag: 'W/"v1"']
    }

    def "another part than was asked for is not stitched in"() {
        given:
        server.onEach(OUT, { breaking(it, 100_000, [ETag: '"v1"']) },
            { it.answer(206, [ETag: '"v1"', 'Content-Range': "bytes 5-9/$FILE.length"], new byte[5]) }, { whole(it) })

        when:
        download()

        then:
        Files.readAllBytes(target) == FILE
    }

    def "a connection that keeps breaking without getting further is given up"() {
        given:
        server.on(OUT) { breaking(it, 1000) }
        server.on(PROXY) { breaking(it, 1000) }

        when:
        download()

        then:
        thrown(ClientException.ConnectionLost)
        server.count(OUT) in 3..6
        server.count(PROXY) in 3..6
        onlyThere()
    }

    def "when the output can't be reached (#why) it comes through the backend, with the token"() {
        given:
        server.on(OUT, handler)
        server.on(PROXY) { whole(it) }

        when:
        download(finished(url == null ? null : url.replace('HERE', server.url.toString())))

        then:
        Files.readAllBytes(target) == FILE
        server.received(PROXY)[0].headers['Authorization'] == "Bearer $TOKEN"

        where:
        why              | url                         | handler
        'no address'     | null                        | { it.drop() }
        'expired'        | 'HERE/out.mp4'              | { it.answer(403, [:], '<Error/>'.bytes) }
        'gone'           | 'HERE/out.mp4'              | { it.json(404, '{}') }
        'HTML'           | 'HERE/out.mp4'              | { it.answer(200, ['Content-Type': 'text/html'], '<html>'.bytes) }
        'nobody listens' | 'http://127.0.0.1:1/out.mp4' | { it.drop() }
        'not the web'    | 'file:///etc/passwd'        | { it.drop() }
        'no bytes'       | 'HERE/out.mp4'              | { it.answer(200, [:], new byte[0]) }
    }

    def "an address relative to the backend is understood"() {
        given:
        server.on(OUT) { whole(it) }

        when:
        download(finished('/out.mp4'))

        then:
        server.received(OUT)[0].headers['Authorization'] == "Bearer $TOKEN"
    }

    def "another host never sees the token, not by address and not by redirect"() {
        given:
        def other = new WireServer()
        other.on(OUT) { whole(it) }
        server.on('GET /moved') { it.answer(302, [Location: "$other.url/out.mp4"], new byte[0]) }

        when:
        download(finished(url(other)))

        then:
        Files.readAllBytes(target) == FILE
        other.requests*.headers*.get('Authorization') == [null]
        other.requests*.headers*.get('X-Skill-Source') == [null]
        server.requests.every { it.headers['Authorization'] == "Bearer $TOKEN" }

        cleanup:
        clients*.close()
        other.close()

        where:
        url << [{ "$it.url/out.mp4" }, { '/moved' }]
    }

    def "a redirect in circles ends"() {
        given:
        server.on(OUT) { it.answer(302, [Location: '/out.mp4'], new byte[0]) }
        server.on(PROXY) { whole(it) }

        when:
        download()

        then:
        Files.readAllBytes(target) == FILE
        server.count(OUT) == 6
    }

    def "reports a full disk before it fills"() {
        given:
        server.on(OUT) {
            it.raw("HTTP/1.1 200 OK\r\nContent-Length: ${1L << 55}\r\n\r\n")
            it.bytes(FILE)
        }

        when:
        download()

        then:
        def problem = thrown(ClientException.CannotWrite)
        problem.message.contains('too full')
        problem.advice().contains('Make room')
        server.count(PROXY) == 0
        onlyThere()
    }

    def "reports a disk that fills while writing as a full disk"() {
        expect:
        PartFile.failure(Path.of('/x/a.mp4'), new IOException('No space left on device')).message.contains('too full')
    }

    @Requires({ os.linux || os.macOs })
    def "the file has the usual permissions, not a temporary file's"() {
        given:
        server.on(OUT) { whole(it) }
        def usual = Files.createFile(folder.resolve('usual'))

        when:
        download()

        then:
        Files.getPosixFilePermissions(target) == Files.getPosixFilePermissions(usual)
    }

    def "a folder is no file"() {
        given:
        Files.createDirectories(target)

        when:
        download()

        then:
        thrown(ClientException.CannotWrite)
        server.requests == []
    }

    def "cancelling leaves nothing"() {
        given:
        def cancellation = none()
        server.on(OUT) { it.raw("HTTP/1.1 200 OK\r\nContent-Length: $FILE.length\r\n\r\n"); it.bytes(Arrays.copyOf(FILE, 100_000)); it.connection.inputStream.read() }
        def stop = { String name, long done, long total -> if (done > 0) cancellation.cancel() } as TransferListener

        when:
        client().download(here(), target, stop, cancellation)

        then:
        thrown(ClientException.Cancelled)
        server.count(PROXY) == 0
        onlyThere()
    }

    def "a very long name has a temporary name that fits"() {
        given:
        server.on(OUT) { whole(it) }
        target = folder.resolve('x' * 240 + '.mp4')

        expect:
        download().bytes() == FILE.length
    }

    def "a very long name in letters of several bytes has a temporary name that fits"() {
        given:
        server.on(OUT) { whole(it) }
        target = folder.resolve('长' * 80 + '.mp4')

        expect:
        download().bytes() == FILE.length
    }

    def "keeps a file that appears during the download, and gives the download the next free name"() {
        given:
        Files.createDirectories(target.parent)
        Files.writeString(target.resolveSibling('out-2.mp4'), 'theirs too')
        server.on(OUT) { Files.writeString(target, 'theirs'); whole(it) }
        def to = new DownloadTarget() {
            int number = 1

            Path path() { target }

            boolean mayReplace(Path existing) { false }

            Path another(Path taken) { target.resolveSibling("out-${++number}.mp4") }
        }

        when:
        def file = client().download(here(), to, listener, none())

        then:
        file == new DownloadedFile(target.resolveSibling('out-3.mp4'), FILE.length)
        Files.readAllBytes(file.path()) == FILE
        Files.readString(target) == 'theirs'
        onlyThere('out-2.mp4', 'out-3.mp4', 'out.mp4')
    }

    @Timeout(60)
    def "the next look removes the leftovers of a killed download, but not the files of a live process"() {
        given: 'two processes that are in the middle of a download'
        server.on(OUT) { it.raw("HTTP/1.1 200 OK\r\nContent-Length: $FILE.length\r\n\r\n"); it.bytes(Arrays.copyOf(FILE, 100_000)); it.connection.inputStream.read() }
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        Files.createDirectories(target.parent)
        def processes = ['one.mp4', 'two.mp4'].collect {
            new ProcessBuilder(java, '-Xmx64m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', System.getProperty('java.class.path'),
                DownloadMain.name, server.url.toString(), target.resolveSibling(it).toString()).redirectErrorStream(true).start()
        }
        processes.each { assert it.inputReader().readLine() == 'begun' }
        def parts = { Files.list(target.parent).toList()*.fileName*.toString().findAll { it.endsWith('.part') }*.replaceAll(/\.[0-9a-f]{8}\.part/, '').sort() }
        Files.writeString(target.resolveSibling('.notes.part'), 'not of a download')
        Files.writeString(target.resolveSibling('film.mp4.12345678.part'), 'not hidden, so not of a download')

        when: 'one of them is killed'
        processes[0].destroyForcibly().waitFor()
        assert parts() == ['.notes.part', '.one.mp4', '.two.mp4', 'film.mp4']
        AbandonedParts.remove(target.parent)

        then:
        parts() == ['.notes.part', '.two.mp4', 'film.mp4']

        when:
        processes[1].destroyForcibly().waitFor()
        AbandonedParts.remove(target.parent)

        then:
        parts() == ['.notes.part', 'film.mp4']

        cleanup:
        processes*.destroyForcibly()
    }

    def "a download of this process is not taken for abandoned"() {
        given:
        server.on(OUT) { AbandonedParts.remove(target.parent); whole(it) }
        Files.createDirectories(target.parent)
        Files.writeString(target.resolveSibling('.old.mp4.0a1b2c3d.part'), 'of one that was killed')

        when:
        download()

        then:
        Files.readAllBytes(target) == FILE
        onlyThere('out.mp4')
    }
}
