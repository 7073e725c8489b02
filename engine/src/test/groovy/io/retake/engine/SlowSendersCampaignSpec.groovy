package io.retake.engine

import spock.lang.AutoCleanup

/**
 * Four clients with valid tokens whose connections send a few bytes at a time, all at once, while requests of another client are timed.
 * {@code -Dretake.campaign=200} has two hundred of them, the most there are.
 */
class SlowSendersCampaignSpec extends EngineSpecification {
    private static final int TIMED = 100

    final int senders = Math.max(20, Math.min(200, Integer.getInteger('retake.campaign', 12)))

    @AutoCleanup
    Drips drips = new Drips()

    def "slow senders of every kind keep no other client waiting"() {
        given:
        def engine = start()
        def port = engine.apiUrl().port
        def slow = (1..4).collect { anonymous(engine) }
        def other = anonymous(engine)
        times(other)

        when:
        kinds(slow[2].session()).eachWithIndex { kind, place ->
            int count = senders.intdiv(4) + (place < senders % 4 ? 1 : 0)
            drips.open(port, count, head(slow[place], kind.call, kind.headers) + kind.begin, kind.drip)
        }
        def all = times(other)
        println String.format(Locale.ROOT, 'campaign: slow senders: %d at once; of %d requests of another client the slowest took %.0f ms, the middle one %.1f ms',
            senders, TIMED, all.last(), all[TIMED.intdiv(2)])

        then: 'a busy machine delays one of them, not half'
        all[TIMED.intdiv(2)] < 100
        drips.ended.empty

        and: 'also the clients that the slow ones belong to'
        slow.every { it.session() }
    }

    private static List<Map<String, String>> kinds(String session) {
        [[call: 'POST /run_sse', headers: 'Content-Type: application/json\r\nContent-Length: 100000', begin: '', drip: ' '],
         [call: 'POST /api/render/proxy/lambda', headers: 'Content-Type: application/json\r\nTransfer-Encoding: chunked', begin: '', drip: '1\r\n \r\n'],
         [call: "POST /api/upload-video/nemo_agent/me/$session".toString(), headers: 'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000',
          begin: '--x\r\nContent-Disposition: form-data; name="files"; filename="a.mp4"\r\n\r\n', drip: 'a'],
         [call: 'POST /api/tasks/me/with-session/nemo_agent', headers: 'Content-Type: application/json\r\nContent-Length: 100000', begin: '{"task_name":"', drip: 'x']]
    }

    private static String head(Wire wire, String call, String more) {
        "$call HTTP/1.1\r\nHost: 127.0.0.1:${wire.url.port}\r\nAuthorization: Bearer ${wire.token}\r\n" +
            wire.headers.collect { name, value -> "$name: $value\r\n" }.join('') + "$more\r\n\r\n"
    }

    /** In ms, in order. */
    private static List<Double> times(Wire wire) {
        (1..TIMED).collect {
            long begun = System.nanoTime()
            assert wire.get('/api/credits/balance/simple').code == 0
            (System.nanoTime() - begun) / 1e6
        }.sort()
    }
}
