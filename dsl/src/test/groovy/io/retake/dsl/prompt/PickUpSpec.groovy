package io.retake.dsl.prompt

import io.retake.core.client.http.ClientException
import io.retake.dsl.Backend
import io.retake.dsl.FakeBackend
import io.retake.dsl.Retake
import io.retake.dsl.event.RunEvent
import io.retake.dsl.event.RunListener
import io.retake.dsl.journal.KnownSession
import io.retake.dsl.run.PromptRuns
import io.retake.dsl.run.Run
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Work that goes on at a backend after its prompt is gone, found again by another process's prompt. */
class PickUpSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend(slowRenders: true, receipt: '{"length":{"gotMs":8000}}')

    @AutoCleanup
    Retake retake

    @AutoCleanup
    Retake later

    Evaluator prompt

    def setup() {
        Files.writeString(folder.resolve('a.mp4'), 'footage')
        retake = build()
        later = build()
        prompt = retake.prompt('film')
        say(prompt, "upload 'a.mp4'")
    }

    def "a render that its prompt left is in the journal, and arrives at the next one"() {
        given:
        def export = rendering("export mp4, to: 'out.mp4', quality: low")

        when: 'the prompt goes, and leaves it'
        prompt.leave()

        then:
        export.result().get().state() == RunEvent.State.CANCELLED
        backend.calls.every { !it.endsWith('/cancel') }

        when:
        def known = later.knownSessions()
        def step = known[0].unfinished()[0]

        then:
        known.size() == 1
        step.render().get().statement() == "export mp4, quality: low, to: 'out.mp4'"
        step.render().get().target() == folder.resolve('out.mp4')

        when:
        def attached = later.attach('film', known[0])
        def picked = attached.pickUp(step, step.render().get(), {} as RunListener)
        backend.slowRenders = false
        def done = picked.await(Duration.ofSeconds(20)).get()

        then:
        done.done()
        Files.readAllBytes(folder.resolve('out.mp4')) == backend.film
        Files.exists(folder.resolve('out.mp4.receipt.json'))
        later.knownSessions()*.unfinished().flatten().empty
        backend.count('POST /api/render/proxy/lambda') == 1

        when: 'the session goes on, and is still one'
        say(attached, "edit 'brighter'")
        attached.close()

        then:
        later.knownSessions()*.ref().size() == 1
        backend.messages == ['brighter']
    }

    def "a render that arrives late doesn't replace what is under its name by then"() {
        given:
        rendering("export mp4, to: 'out.mp4', receipt: false")
        prompt.leave()
        def known = later.knownSessions()[0]
        def step = known.unfinished()[0]
        Files.writeString(folder.resolve('out.mp4'), 'made by hand since')
        def attached = later.attach('film', known)

        when:
        backend.slowRenders = false
        def done = attached.pickUp(step, step.render().get(), {} as RunListener).await(Duration.ofSeconds(20)).get()

        then:
        done.orThrow().outputs()*.path == [folder.resolve('out-2.mp4')]
        Files.readAllBytes(folder.resolve('out-2.mp4')) == backend.film
        Files.readString(folder.resolve('out.mp4')) == 'made by hand since'

        cleanup:
        attached?.close()
    }

    def "a process that is killed in the middle of a line leaves all that was written before it"() {
        given:
        rendering('export mp4')
        def journal = Files.walk(folder.resolve('home')).filter { it.fileName.toString() == 'journal.jsonl' }.findFirst().get()
        journal.toFile() << '{"entry":"do'

        when:
        def known = later.knownSessions()[0]
        def attached = later.attach('film', known)
        attached.forget(known.unfinished()[0])

        then:
        known.unfinished()*.text() == ['export mp4']
        later.knownSessions()[0].unfinished().empty

        cleanup:
        attached?.close()
        prompt.close()
    }

    def "a cancelled or failed step is not unfinished"() {
        given:
        def export = rendering('export mp4')

        when:
        export.cancel()
        export.await()
        prompt.close()

        then:
        backend.calls.any { it.endsWith('/cancel') }
        later.knownSessions()[0].unfinished().empty
    }

    def "a cancellation reaches the backend, however often the run is interrupted meanwhile"() {
        given:
        def export = rendering('export mp4')
        def exporting = Thread.allStackTraces.find { it.value.any { frame -> frame.className == 'io.retake.dsl.run.Exporter' } }.key
        def interrupting = Thread.startDaemon {
            while (export.result().empty) {
                exporting.interrupt()
                Thread.sleep(1)
            }
        }

        when:
        export.cancel()
        export.await()
        interrupting.join()

        then:
        backend.calls.any { it.endsWith('/cancel') }
    }

    def "determines the outcome of a message that was on its way from the timeline"() {
        given:
        def arrived = new CountDownLatch(1)
        def left = new CountDownLatch(1)
        backend.onMessage = { arrived.countDown(); left.await(20, TimeUnit.SECONDS) }
        prompt.start("edit 'brighter'", {} as RunListener)
        arrived.await(20, TimeUnit.SECONDS)

        when: 'the process ends without a word'
        prompt.leave()
        left.countDown()
        def known = later.knownSessions()[0]
        def step = known.unfinished()[0]
        def attached = later.attach('film', known)

        then:
        step.message
        step.render().empty
        PromptRuns.fingerprint(attached.state().get().draft()) != step.before()

        cleanup:
        attached?.close()
    }

    def "a backend that keeps no versions says nothing of them, and an engine does"() {
        expect:
        prompt.history().empty
        !prompt.embedded
        ['undo', 'undo(2)', "restore 'a'", 'redo()', "checkpoint 'x'"].every { Reading.of(it, [] as Set).goesBack() }
        ['undo = 3', 'mute', 'undo the damage to the sky'].every { !Reading.of(it, ['undo'] as Set).goesBack() }

        cleanup:
        prompt.close()
    }

    private Run rendering(String text) {
        def begun = new CountDownLatch(1)
        def run = prompt.start(text, { if (it instanceof RunEvent.Progress && it.what() == RunEvent.Activity.RENDER) begun.countDown() } as RunListener)
        assert begun.await(20, TimeUnit.SECONDS)
        run
    }

    private static void say(Evaluator to, String text) {
        assert to.start(text, {} as RunListener).await(Duration.ofSeconds(20)).get().done()
    }

    private Retake build() {
        Retake.builder().environment([:]).home(folder.resolve('home')).workingFolder(folder).backend(Backend.at(backend.url)).build()
    }
}
