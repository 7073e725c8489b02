package io.retake.engine.http

import io.retake.engine.api.NetworkLimits
import io.retake.engine.http.server.DiskErrors
import io.retake.engine.http.server.Endpoint
import io.retake.engine.http.server.HttpApi
import io.retake.engine.http.server.LongCalls
import io.retake.engine.http.server.RequestGuard
import io.retake.engine.http.server.Route
import io.retake.engine.store.Json
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Whatever a request throws, errors too, is answered, and the engine goes on. */
class ErrorsInRequestsSpec extends Specification {
    @AutoCleanup
    HttpApi api = HttpApi.prepare(0, NetworkLimits.DEFAULT)

    def "a request that throws #thrown.class.simpleName is answered with 500, and the next one is served"() {
        given:
        api.serve([
            Route.open('GET', '/broken', { exchange -> throw thrown } as Endpoint),
            Route.open('GET', '/whole', { exchange -> exchange.success(Json.object().put('fine', true)) } as Endpoint)
        ], new RequestGuard(null, null), new LongCalls(NetworkLimits.DEFAULT), new DiskErrors(Path.of('.')))

        when:
        def broken = (0..60).collect { get('/broken') } // more than the server has threads
        def whole = get('/whole')

        then:
        broken*.code.unique() == [500]
        broken[0].text.contains(thrown.class.simpleName)
        whole.code == 200
        whole.text.contains('"fine":true')

        where:
        thrown << [new StackOverflowError(), new OutOfMemoryError('full'), new NoClassDefFoundError('x/Y'), new AssertionError((Object) 'no'), new IllegalStateException('no')]
    }

    private Map get(String path) {
        def connection = api.url().resolve(path).toURL().openConnection() as HttpURLConnection
        connection.readTimeout = 30_000
        int code = connection.responseCode
        [code: code, text: (code < 400 ? connection.inputStream : connection.errorStream).getText('UTF-8')]
    }
}
