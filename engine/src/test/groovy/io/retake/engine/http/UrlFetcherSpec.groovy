package io.retake.engine.http

import io.retake.core.protocol.MediaType
import io.retake.engine.http.server.ApiException
import java.nio.file.Files
import java.nio.file.Path
import mockwebserver3.MockResponse
import mockwebserver3.MockWebServer
import mockwebserver3.SocketEffect
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class UrlFetcherSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    MockWebServer server = new MockWebServer()

    @AutoCleanup
    UrlFetcher strict = new UrlFetcher(PublicAddresses::isPublic, 1000)

    /** Lets the test's own server pass, and nothing else. */
    @AutoCleanup
    UrlFetcher lenient = new UrlFetcher({ InetAddress it -> it.hostAddress == '127.0.0.1' }, 1000)

    def setup() {
        server.start(InetAddress.getByName('127.0.0.1'), 0)
    }

    private String url(String path) {
        "http://127.0.0.1:$server.port$path"
    }

    private static MockResponse ok(String body, String type = 'video/mp4') {
        new MockResponse.Builder().code(200).addHeader('Content-Type', type).body(body).build()
    }

    def "#url leads into this machine or its network, and nothing is sent there"() {
        when:
        strict.fetch(url.replace('PORT', "$server.port"), folder.resolve('a'))

        then:
        def e = thrown(ApiException)
        e.status() == 403
        e.message.contains('not on the public internet')
        server.requestCount == 0
        !Files.exists(folder.resolve('a'))

        where:
        url << ['http://127.0.0.1:PORT/a.mp4', 'http://localhost:PORT/a.mp4', 'http://[::1]:PORT/a.mp4',
                'http://[::ffff:127.0.0.1]:PORT/a.mp4', 'http://2130706433:PORT/a.mp4',
                'http://127.1:PORT/a.mp4', 'http://0:PORT/a.mp4', 'http://0.0.0.0:PORT/a.mp4',
                'http://169.254.169.254/latest/meta-data/a.mp4', 'http://10.0.0.1/a.mp4', 'http://[fd00::1]/a.mp4',
                'http://user@127.0.0.1:PORT/a.mp4', 'http://LOCALHOST:PORT/a.mp4']
    }

    def "#url is loopback to some, and nothing that anything is sent to"() {
        when:
        strict.fetch(url.replace('PORT', "$server.port"), folder.resolve('a'))

        then:
        def e = thrown(ApiException)
        e.status() in [400, 403]
        server.requestCount == 0

        where:
        url << ['http://0x7f000001:PORT/a.mp4', 'http://017700000001:PORT/a.mp4', 'http://127.0.0.1.:PORT/a.mp4',
                'http://0177.0.0.1:PORT/a.mp4', 'http://127.0.0.1%2f@example.invalid:PORT/a.mp4']
    }

    def "#url is not something to fetch"() {
        when:
        strict.fetch(url, folder.resolve('a'))

        then:
        def e = thrown(ApiException)
        e.status() == 400

        where:
        url << ['ftp://example.com/a.mp4', 'gopher://example.com/a.mp4', 'jar:http://example.com/a.jar!/a.mp4',
                'a.mp4', '', '//example.com/a.mp4', 'data:video/mp4;base64,AAAA', 'http://']
    }

    def "a redirect is checked like the first address"() {
        given:
        server.enqueue(new MockResponse.Builder().code(302).addHeader('Location', 'http://10.0.0.1/a.mp4').build())

        when:
        lenient.fetch(url('/a.mp4'), folder.resolve('a'))

        then:
        def e = thrown(ApiException)
        e.status() == 403
        e.message.contains('10.0.0.1')
    }

    def "a redirect out of HTTP is refused"() {
        given:
        server.enqueue(new MockResponse.Builder().code(302).addHeader('Location', 'file:///etc/passwd').build())

        when:
        lenient.fetch(url('/a.mp4'), folder.resolve('a'))

        then:
        thrown(ApiException)
        server.requestCount == 1
    }

    def "redirects end"() {
        given:
        20.times { server.enqueue(new MockResponse.Builder().code(302).addHeader('Location', '/b.mp4').build()) }

        when:
        lenient.fetch(url('/a.mp4'), folder.resolve('a'))

        then:
        def e = thrown(ApiException)
        e.message.contains('redirects more than 5 times')
        server.requestCount == 6
    }

    def "the contents of a URL are saved to the file, under the name in the URL"() {
        given:
        server.enqueue(ok('bytes'))

        when:
        def fetched = lenient.fetch(url('/some/caf%C3%A9%20%2e%2e%2fx.mp4?token=1'), folder.resolve('a'))

        then:
        fetched.name() == 'x.mp4'
        fetched.type() == MediaType.MP4
        Files.readString(folder.resolve('a')) == 'bytes'
        server.takeRequest().headers['Authorization'] == null
    }

    def "without an extension the content type says what it is"() {
        given:
        server.enqueue(ok('bytes', 'video/webm'))

        expect:
        lenient.fetch(url('/watch'), folder.resolve('a')).with { type() == MediaType.WEBM && name() == 'watch.webm' }
    }

    def "the server's name for a file goes before the one in the URL: #disposition"() {
        given:
        server.enqueue(new MockResponse.Builder().code(200).addHeader('Content-Type', type)
            .addHeader('Content-Disposition', disposition).body('bytes').build())

        when:
        def fetched = lenient.fetch(url(path), folder.resolve('a'))

        then:
        fetched.name() == name
        fetched.type() == of

        where:
        path             | type                       | disposition                                    || name           | of
        '/download?id=7' | 'application/octet-stream' | 'attachment; filename="holiday.mov"'           || 'holiday.mov'  | MediaType.MOV
        '/x.mp4'         | 'video/mp4'                | 'attachment; filename=clip.webm'               || 'clip.webm'    | MediaType.WEBM
        '/x.mp4'         | 'video/mp4'                | 'attachment; filename="report"'                || 'report.mp4'   | MediaType.MP4
        '/get'           | 'video/quicktime'          | 'attachment'                                   || 'get.mov'      | MediaType.MOV
        '/get'           | 'video/mp4'                | 'attachment; filename="../../etc/passwd.mp4"'  || 'passwd.mp4'   | MediaType.MP4
        '/get'           | 'video/mp4'                | "attachment; filename=\"x.mp4\"; filename*=UTF-8''%E5%BD%B1%E7%89%87.mp4" || '影片.mp4' | MediaType.MP4
    }

    def "a web page named like a film is called that"() {
        given:
        server.enqueue(ok('<html>Sign in</html>', 'text/html; charset=utf-8'))

        when:
        lenient.fetch(url('/a.mp4'), folder.resolve('a'))

        then:
        def e = thrown(ApiException)
        e.code() == 4001
        e.message.contains('a web page (text/html)')
        !Files.exists(folder.resolve('a'))
    }

    def "a file that breaks off on its way is no fault of this machine's disk"() {
        given:
        server.enqueue(new MockResponse.Builder().code(200).addHeader('Content-Type', 'video/mp4').body('x' * 900)
            .onResponseBody(new SocketEffect.CloseSocket()).build())

        when:
        lenient.fetch(url('/a.mp4'), folder.resolve('a'))

        then:
        def e = thrown(ApiException)
        e.status() == 400
        e.message.contains('broke off after')
    }

    def "a file that is accepted media neither by name nor by type is refused"() {
        given:
        server.enqueue(ok('#EXTM3U', 'application/vnd.apple.mpegurl'))

        when:
        lenient.fetch(url('/list.m3u8'), folder.resolve('a'))

        then:
        def e = thrown(ApiException)
        e.code() == 4001
        !Files.exists(folder.resolve('a'))
    }

    def "too much is refused while it comes, whatever was announced: #announced"() {
        given:
        def body = 'x' * 1001
        server.enqueue(announced
            ? ok(body)
            : new MockResponse.Builder().code(200).addHeader('Content-Type', 'video/mp4').chunkedBody(body, 100).build())

        when:
        lenient.fetch(url('/a.mp4'), folder.resolve('a'))

        then:
        def e = thrown(ApiException)
        e.code() == 4002

        where:
        announced << [true, false]
    }

    def "an answer that is no file is reported with its status"() {
        given:
        server.enqueue(new MockResponse.Builder().code(404).body('gone').build())

        when:
        lenient.fetch(url('/a.mp4'), folder.resolve('a'))

        then:
        def e = thrown(ApiException)
        e.message.contains('HTTP 404')
    }
}
