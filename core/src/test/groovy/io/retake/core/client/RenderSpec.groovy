package io.retake.core.client

import io.retake.core.client.http.ClientException
import io.retake.core.client.http.Patience
import io.retake.core.client.http.Sleeper
import io.retake.core.client.render.RenderListener
import io.retake.core.draft.Draft
import io.retake.core.protocol.OutputFormat
import io.retake.core.protocol.RenderState
import io.retake.core.protocol.RenderStatus
import io.retake.core.protocol.RenderTicket
import java.time.Duration

class RenderSpec extends ClientSpecification {
    static final String SUBMIT = 'POST /api/render/proxy/lambda'
    static final Draft DRAFT = Draft.parse(draft(10))
    List<String> told = []
    List<RenderTicket> tickets = []
    def listener = [
        submitting: { RenderTicket ticket -> tickets << ticket; told << 'submitting' },
        status    : { RenderTicket ticket, RenderStatus status -> told << status.state().wire() + ' ' + status.progress().orElse(-1) },
        again     : { RenderTicket ticket, String reason -> told << 'again' },
    ] as RenderListener

    /** Answers each submission, and after it the looks at that render; the last of each stays. */
    def renders(List<List<String>> tries) {
        def left = new ArrayList<>(tries)
        server.on(SUBMIT) { exchange ->
            def looks = new ArrayList<>(left.size() > 1 ? left.remove(0) : left[0])
            def id = (exchange.request.text =~ /"id":"(\w+)"/)[0][1]
            def first = looks.remove(0)
            server.on("GET /api/render/proxy/lambda/$id") { it.json((looks.size() > 1 ? looks.remove(0) : looks[0])) }
            exchange.json(first)
        }
    }

    static String nested(String status, int progress, String more = '') {
        """{"success":true,"data":{"id":"","status":"$status","progress":$progress$more}}"""
    }

    def "submits a render under an id announced before, and polls it every 30 s"() {
        given:
        renders([[nested('pending', 5), nested('processing', 40), nested('processing', 80), nested('completed', 100, ',"outputUrl":"https://cdn/out.mp4"')]])

        when:
        def done = client().render(SESSION, DRAFT, OutputFormat.of('mp4').with('fps', 60), listener, none())

        then:
        tickets.size() == 1
        tickets[0].renderId() ==~ /render_\d+/
        server.received(SUBMIT)[0].text ==
            """{"id":"${tickets[0].renderId()}","sessionId":"ses_1","draft":${DRAFT.json()},"output":{"format":"mp4","quality":"high","fps":60}}"""
        done.ticket() == tickets[0]
        done.status().outputUrl().get() == 'https://cdn/out.mp4'
        told == ['submitting', 'pending 5.0', 'processing 40.0', 'processing 80.0', 'completed 100.0']
        slept*.toSeconds() == [30, 30, 30]
    }

    def "the other shape of a status is read as well"() {
        given:
        renders([[nested('pending', 5), '{"status":"processing"}', '{"status":"completed","output":{"url":"https://cdn/out.mp4"}}']])

        expect:
        client().render(SESSION, DRAFT, OutputFormat.of('mp4'), listener, none()).status().outputUrl().get() == 'https://cdn/out.mp4'
    }

    def "the server's hint of #hint ms is followed as #millis ms"() {
        given:
        renders([[nested('pending', 5, ",\"pollAfterMs\":$hint"), nested('completed', 100)]])

        when:
        client().render(SESSION, DRAFT, OutputFormat.of('mp4'), listener, none())

        then:
        slept*.toMillis() == [millis]

        where:
        hint    | millis
        25      | 25
        0       | 10
        3600000 | 60000
        -5      | 30000
    }

    def "a Retry-After header is a hint too"() {
        given:
        server.on(SUBMIT) { exchange ->
            def id = (exchange.request.text =~ /"id":"(\w+)"/)[0][1]
            server.on("GET /api/render/proxy/lambda/$id") { it.json(nested('completed', 100)) }
            exchange.json(200, nested('pending', 0), ['Retry-After': '2'])
        }

        when:
        client().render(SESSION, DRAFT, OutputFormat.of('mp4'), listener, none())

        then:
        slept*.toSeconds() == [2]
    }

    def "a render that failed is submitted once more, with a new id"() {
        given:
        renders([[nested('pending', 5), nested('failed', 40)], [nested('pending', 5), nested('completed', 100)]])

        when:
        def done = client().render(SESSION, DRAFT, OutputFormat.of('mp4'), listener, none())

        then:
        tickets.size() == 2
        tickets*.renderId().unique().size() == 2
        done.ticket() == tickets[1]
        told.count('again') == 1
    }

    def "reports a render that failed twice, with the backend's message"() {
        given:
        renders([[nested('pending', 5), nested('failed', 40, ',"error":"no such \\u001b[31mfile"')]])

        when:
        client().render(SESSION, DRAFT, OutputFormat.of('mp4'), listener, none())

        then:
        def problem = thrown(ClientException.RenderFailed)
        problem.message.contains('no such file')
        problem.ticket() == tickets[1]
        server.count(SUBMIT) == 2
    }

    def "does not resubmit a cancelled render"() {
        given:
        renders([[nested('pending', 5), nested('cancelled', 40)]])

        when:
        client().render(SESSION, DRAFT, OutputFormat.of('mp4'), listener, none())

        then:
        thrown(ClientException.RenderFailed)
        server.count(SUBMIT) == 1
    }

    def "an id that is taken (#how) is replaced once"() {
        given:
        server.onEach(SUBMIT, answer, { it.json(nested('pending', 5)) })

        when:
        def ticket = client().submit(SESSION, DRAFT, OutputFormat.of('mp4'), listener, none())

        then:
        tickets.size() == 2
        ticket == tickets[1]

        where:
        how         | answer
        'HTTP 409'  | { it.json(409, '{"success":false,"message":"conflict"}') }
        'in words'  | { it.json('{"success":false,"error":"render id already exists"}') }
    }

    def "HTTP 402 is a matter of the plan and not tried again"() {
        given:
        server.on(SUBMIT) { it.json(402, '{"message":"free plan export blocked"}') }

        when:
        client().render(SESSION, DRAFT, OutputFormat.of('mp4'), listener, none())

        then:
        def problem = thrown(ClientException.ExportNotInPlan)
        problem.refused()
        server.count(SUBMIT) == 1
    }

    def "a connection that breaks after the draft was sent: the id finds the render"() {
        given:
        server.on(SUBMIT) { exchange ->
            def id = (exchange.request.text =~ /"id":"(\w+)"/)[0][1]
            server.on("GET /api/render/proxy/lambda/$id") { it.json(nested('completed', 100)) }
            exchange.drop()
        }

        when:
        def done = client().render(SESSION, DRAFT, OutputFormat.of('mp4'), listener, none())

        then:
        done.status().state() == RenderState.COMPLETED
        server.count(SUBMIT) == 1
    }

    def "a short outage while looking doesn't end the wait"() {
        given:
        server.onEach('GET /api/render/proxy/lambda/render_7', { it.json(nested('processing', 10)) }, { it.drop() }, { it.drop() },
            { it.answer(502, [:], '<html>'.bytes) }, { it.json(nested('completed', 100)) })

        when:
        def done = client().await(new RenderTicket(SESSION, 'render_7'), listener, none())

        then:
        done.ticket().renderId() == 'render_7'
    }

    def "reports a render unknown to the backend at once"() {
        given:
        server.on('GET /api/render/proxy/lambda/render_7') { it.json(404, '{"code":1002,"message":"no such render"}') }

        when:
        client().await(new RenderTicket(SESSION, 'render_7'), listener, none())

        then:
        thrown(ClientException.NoSuchSession)
        slept == []
    }

    def "it goes on for as long as there is progress, hours if need be"() {
        given:
        renders([[nested('pending', 0)] + (1..99).collect { nested('processing', it, ',"pollAfterMs":60000') } + [nested('completed', 100)]])

        expect:
        client().render(SESSION, DRAFT, OutputFormat.of('mp4'), listener, none()).status().state() == RenderState.COMPLETED
        slept.sum(Duration.ZERO) { it } > Duration.ofMinutes(90)
    }

    def "without progress the wait ends, and says how to pick the render up again"() {
        given:
        renders([[nested('pending', 5), nested('processing', 40)]])

        when:
        client { it.patience(Patience.DEFAULT.withStall(Duration.ofMinutes(4))) }.render(SESSION, DRAFT, OutputFormat.of('mp4'), listener, none())

        then:
        def problem = thrown(ClientException.TimedOut)
        problem.message.contains(tickets[0].renderId())
        problem.advice().contains(tickets[0].renderId())
        problem.advice().contains('ses_1')
        slept.size() in 8..11
        server.count(SUBMIT) == 1
    }

    def "cancelling ends the wait at once"() {
        given:
        renders([[nested('pending', 5)]])
        def cancellation = none()
        long asked = 0
        def waiting = [status: { RenderTicket ticket, RenderStatus status ->
            Thread.start { Thread.sleep(50); asked = System.nanoTime(); cancellation.cancel() }
        }] as RenderListener

        when:
        client { it.sleeper(Sleeper.real()) }.render(SESSION, DRAFT, OutputFormat.of('mp4'), waiting, cancellation)

        then:
        long took = System.nanoTime() - asked
        def problem = thrown(ClientException.Cancelled)
        problem.message.contains('goes on at the backend')
        took < 5_000_000_000L
    }

    def "a render is cancelled at the backend; one that has ended is left"() {
        given:
        server.on('POST /api/render/proxy/lambda/render_7/cancel') { it.json(409, '{"success":false,"message":"completed"}') }

        when:
        client().cancel(new RenderTicket(SESSION, 'render_7'), none())

        then:
        server.requests.size() == 1
    }

    def "ids are never the same twice"() {
        given:
        server.on(SUBMIT) { it.json(nested('pending', 5)) }
        def client = client()

        when:
        5.times { client.submit(SESSION, DRAFT, OutputFormat.of('mp4'), listener, none()) }

        then:
        tickets*.renderId().unique().size() == 5
    }
}
