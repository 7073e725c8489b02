package io.retake.dsl.prompt

import io.retake.core.draft.Draft
import io.retake.dsl.Retake
import io.retake.dsl.language.InvalidScript
import io.retake.dsl.language.ScriptSource
import io.retake.dsl.run.RunEvent
import io.retake.dsl.run.RunListener
import io.retake.dsl.run.RunResult
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The evaluator on the embedded engine, over real HTTP, with real footage. */
class EvaluatorSpec extends Specification {
    @Shared
    @TempDir
    Path folder

    @Shared
    Retake retake

    Evaluator prompt
    List<RunEvent> events = new CopyOnWriteArrayList<>()

    def setupSpec() {
        retake = Retake.builder().environment([PATH: System.getenv('PATH')]).home(folder.resolve('home')).workingFolder(folder)
            .engine { it.dataFolder(folder.resolve('data')) }.build()
    }

    def setup() {
        prompt = retake.prompt('film')
    }

    def cleanup() {
        prompt.close()
        assert !Thread.allStackTraces.keySet().any { it.name.startsWith('retake-entry') }
    }

    def cleanupSpec() {
        retake.close()
        assert ProcessHandle.current().descendants().count() == 0
    }

    def "entries are done in one session that stays open"() {
        when:
        say('upload sampleClip()')
        say('trim from: 1.s, to: 4.s')
        def answer = say('mute the first 2 seconds')
        def film = say("def film = export(mp4, quality: low, to: 'out.mp4')")

        then:
        answer.done()
        film.done()
        say('film.duration.toSeconds()').value().get() == 3
        Files.size(folder.resolve('out.mp4')) > 1000
        prompt.session().present
        duration() == 3000
        prompt.entries()*.kind() == [Reading.Kind.STATEMENT] * 2 + [Reading.Kind.SENTENCE] + [Reading.Kind.STATEMENT] * 2
        prompt.entries()*.number() == [1, 2, 3, 4, 5]
        prompt.entries()[1].steps()*.changed() == [true]
        prompt.entries()[1].after().get().duration().toMillis() == 3000
    }

    def "what is wrong is told before anything is done, and the prompt goes on"() {
        when:
        say('upload sampleClip()')
        say('trimm from: 1.s')

        then:
        def wrong = thrown(InvalidScript)
        wrong.problems()[0].message() == "unknown verb 'trimm' here; did you mean 'trim'?"

        when:
        def refused = say('trim from: 1.min')

        then:
        refused.state() == RunEvent.State.FAILED
        refused.failure().get().message().contains('0:08')
        say('trim to: 2.s').done()
        duration() == 2000
    }

    def "a cancelled export leaves the prompt, the session and nothing else"() {
        given:
        say('upload sampleClip()')
        def rendering = new CountDownLatch(1)

        when:
        def run = prompt.start("export mp4, to: 'cancelled.mp4', size: 1080.p", {
            if (it instanceof RunEvent.Progress && it.what() == RunEvent.Activity.RENDER) rendering.countDown()
        } as RunListener)
        rendering.await(60, TimeUnit.SECONDS)
        run.cancel()
        def ended = run.await(Duration.ofSeconds(10)).get()

        then:
        ended.state() == RunEvent.State.CANCELLED
        !Files.exists(folder.resolve('cancelled.mp4'))
        say('trim to: 2.s').done()
        duration() == 2000
    }

    def "work in the background leaves the prompt free"() {
        given:
        say('upload sampleClip()')

        when:
        def export = prompt.start("export mp4, to: 'behind.mp4', quality: low", {} as RunListener)
        def meanwhile = say('1 + 1')
        def running = prompt.running()

        then:
        meanwhile.value().get() == 2
        running.size() <= 1
        export.await(Duration.ofSeconds(60)).get().done()
        Files.exists(folder.resolve('behind.mp4'))
        prompt.running().empty
    }

    def "another session, and back"() {
        given:
        say('upload sampleClip()')
        say('trim to: 2.s')
        def first = prompt.session().get()

        when:
        prompt.newSession('second')
        say('upload sampleClip()')

        then:
        prompt.session().get() != first
        prompt.title() == 'second'
        duration() > 7000

        when:
        prompt.attach('film', first)

        then:
        duration() == 2000

        when:
        def inner = say("session('third') { upload sampleClip(); trim to: 1.s; timeline }")

        then:
        inner.value().get().contains('0-1s')
        duration() == 2000
    }

    def "what was typed is saved as a script that makes the same timeline"() {
        given:
        ['upload sampleClip()', 'def cut = 5.s', 'trim from: 1.s, to: cut', 'speed 2', 'undo', "title \"it's here\", to: 1.s",
            'mute the first 2 seconds; fade in: 500.ms', 'mute the first 2 seconds', 'trim from: 1.min', 'timeline', 'undo', 'redo', 'cut', 'juggle with it',
            "checkpoint 'good'", 'grayscale', 'reverse', "restore 'good'"].each {
            try {
                say(it)
            } catch (InvalidScript ignored) {
                // as a person mistypes
            }
        }

        when:
        def script = SavedScript.of('film', prompt.entries(), frozen)
        def again = retake.run(ScriptSource.text('again.groovy', script.replaceFirst(/\}\s*$/, 'timeline\n}\n')), [:], {} as RunListener).await()

        then:
        !script.contains('speed') && !script.contains('undo') && !script.contains('grayscale') && !script.contains('1.min') && !script.contains('juggle')
        script.contains('trim from: 1.s, to: cut')
        script.contains("edit 'mute the first 2 seconds'") == !frozen
        script.contains("mute ") == true
        again.orThrow().value().get() == prompt.state().get().draft().get().summary()

        where:
        frozen << [false, true]
    }

    private RunResult say(String text) {
        prompt.start(text, { events << it } as RunListener).await(Duration.ofSeconds(60)).get()
    }

    private long duration() {
        prompt.state().get().draft().get().duration().toMillis()
    }
}
