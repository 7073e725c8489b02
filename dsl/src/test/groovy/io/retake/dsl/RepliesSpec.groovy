package io.retake.dsl

import io.retake.core.client.RetakeClient
import io.retake.core.client.http.Cancellation
import io.retake.core.client.http.ClientSettings
import io.retake.core.client.http.CredentialStore
import io.retake.core.client.http.Sleeper
import io.retake.dsl.compile.Scripts
import io.retake.dsl.connection.Connection
import io.retake.dsl.event.EventJson
import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.ScriptSource
import io.retake.dsl.run.RunResult
import io.retake.engine.FileFacts
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Reports of replies that break, or that address a user with a mouse; with short time limits. */
class RepliesSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    List<RunEvent> events = new CopyOnWriteArrayList<>()
    List<Duration> slept = new CopyOnWriteArrayList<>()

    @AutoCleanup
    Retake retake

    def setup() {
        Files.writeString(folder.resolve('a.mp4'), 'footage')
        def settings = ClientSettings.fromEnvironment([:], folder, folder).forBackend(backend.url, null)
        def client = RetakeClient.builder(settings).credentials(CredentialStore.inMemory())
            .sleeper({ Duration time, Cancellation c -> slept << time } as Sleeper).build()
        retake = new Retake(Retake.classLoader, new Scripts(Retake.classLoader, folder.resolve('cache')), new Here(client, backend.url.toString()),
            Optional.empty(), false, folder, folder.resolve('state'), Clock.systemUTC())
    }

    static class Here implements Connection {
        final RetakeClient client
        final String name

        Here(RetakeClient client, String name) {
            this.client = client
            this.name = name
        }

        @Override RetakeClient client() { client }
        @Override String name() { name }
        @Override String privacy() { '' }
        @Override boolean local() { false }
        @Override boolean isEmbedded() { false }
        @Override Optional<String> engineFolder() { Optional.empty() }
        @Override Connection.TakeUp takeUp(String engineFolder) { Connection.TakeUp.NOT }
        @Override Map<String, String> notUnderstood(String sentence, List<String> files) { [:] }
        @Override Path sampleClip() { throw new UnsupportedOperationException() }
        @Override Optional<FileFacts> facts(Path file) { Optional.empty() }
        @Override void close() { client.close() }
    }

    private RunResult run(String script = "session { upload 'a.mp4'; return edit('make it nice') }") {
        retake.run(ScriptSource.text('film.groovy', script), [:], { events << it }).await()
    }

    private List<String> said(RunEvent.Speaker by) {
        events.findAll { it instanceof RunEvent.Said && it.by() == by }*.text()
    }

    private List<String> warnings() {
        events.findAll { it instanceof RunEvent.Warning }*.text()
    }

    def "shows the text before a stream broke, marked, with the outcome of the edit"() {
        given:
        backend.reply = 'Half an ans'
        backend.broken = true

        when:
        def result = run().orThrow()

        then:
        said(RunEvent.Speaker.BACKEND) == ['Half an ans… (incomplete)']
        warnings().size() == 1
        warnings()[0].startsWith('The connection broke (')
        warnings()[0].contains("doesn't resend the message")
        said(RunEvent.Speaker.RETAKE)[0] == 'Checking the timeline in 30 s (1 of up to 5).'
        result.value().get().toString().startsWith('Half an ans… (the reply is incomplete) The timeline changed')
        backend.messages == ['make it nice']
    }

    def "it is shown too where nothing became of the edit, and the run fails"() {
        given:
        backend.reply = 'First line.\\nHalf an ans'
        backend.broken = true
        backend.deaf = true

        when:
        def result = run()

        then:
        !result.done()
        said(RunEvent.Speaker.BACKEND) == ['First line.', 'Half an ans… (incomplete)']
        said(RunEvent.Speaker.RETAKE).findAll { it.startsWith('Checking') }.size() == 5
        slept*.toSeconds() == [30, 60, 60, 60, 60]
        result.failure().get().message().startsWith('After the message was sent, the connection broke (')
        backend.messages == ['make it nice']
    }

    def "reports HTTP 500 as that, and not as a connection"() {
        given:
        backend.status = 500
        backend.deaf = true

        when:
        def result = run()

        then:
        warnings() == ['The backend answered HTTP 500 Internal Server Error. Retake doesn\'t resend the message; it reads the timeline to see what happened.']
        said(RunEvent.Speaker.RETAKE).findAll { it.startsWith('Checking') }.size() == 5
        result.failure().get().message() == 'After the message was sent, the backend answered HTTP 500 Internal Server Error; the timeline is as it was'
        events.every { !it.toString().contains('connection broke') }
    }

    def "'#words' shows the timeline, once"() {
        given:
        backend.reply = words
        backend.deaf = deaf

        when:
        def result = run()

        then: 'it is shown, and where it is as it was before, the edit was not done'
        result.done() == !deaf
        said(RunEvent.Speaker.BACKEND) == ['It is done.']
        said(RunEvent.Speaker.RETAKE).findAll { it.startsWith('Timeline (1 track): 1. Video: a (0-8s)') }.size() == 1

        where:
        [words, deaf] << [['It is done. Preview it in the timeline.', 'It is done. Open the timeline panel to see it.', 'It is done. 请在时间线中预览。'], [true, false]].combinations()
    }

    def "an account that should be checked is"() {
        given:
        backend.reply = 'It is done. Check your account to see what is left.'

        when:
        run().orThrow()

        then:
        said(RunEvent.Speaker.RETAKE).contains('90 credits are left.')
        backend.count('GET /api/credits/') == 1
    }

    def "'#words' is suggested as #statement, and nothing is made of it by itself"() {
        given:
        backend.reply = words

        when:
        run().orThrow()

        then:
        def suggested = events.findAll { it instanceof RunEvent.Suggested }
        suggested*.statement() == [statement]
        suggested[0].text().contains(text)
        EventJson.of(suggested[0]).path('event').asText() == 'suggested'
        backend.count('POST /api/render/') == 0
        backend.messages == ['make it nice']

        where:
        words                                              || statement    | text
        'It is done. Click the Export button to download.' || 'export mp4' | 'export mp4'
        'It is done. 点击导出按钮下载视频。'                     || 'export mp4' | 'export mp4'
        'It is done. Drag the clip to the front.'          || ''           | "edit '…'"
        'It is done. Click Upload to add more clips.'      || ''           | 'upload'
    }

    def "a reply without such words suggests nothing"() {
        when:
        run().orThrow()

        then:
        events.every { !(it instanceof RunEvent.Suggested) }
        backend.count('GET /api/credits/') == 0
    }
}
