package io.retake.dsl

import io.retake.dsl.language.ScriptSource
import io.retake.dsl.run.RunEvent
import io.retake.dsl.run.RunListener
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

/** The whole of it, on the embedded engine with real footage and FFmpeg. */
class RetakeSpec extends Specification {
    @TempDir
    Path folder

    List<RunEvent> events = new CopyOnWriteArrayList<>()

    Retake build() {
        Retake.builder().environment([PATH: System.getenv('PATH')]).home(folder.resolve('home')).workingFolder(folder)
            .engine { it.dataFolder(folder.resolve('data')) }.build()
    }

    Set<String> ourThreads() {
        Thread.allStackTraces.keySet().findAll { it.name.startsWith('retake-run') || it.name.startsWith('retake-cancel') || it.name.startsWith('qtp') }*.name.toSet()
    }

    def 'the first event says where words may go, too'() {
        given:
        def retake = Retake.builder().environment([RETAKE_LLM_URL: 'http://127.0.0.1:9/v1', RETAKE_LLM_MODEL: 'small', RETAKE_LLM_KEY: 'sk-secret'])
            .home(folder.resolve('home')).workingFolder(folder).engine { it.dataFolder(folder.resolve('data')) }.build()

        when:
        retake.run(ScriptSource.text('empty.groovy', 'println 1'), [:], { events << it } as RunListener).await()

        then:
        (events[0] as RunEvent.RunStarted).privacy() == "footage stays on this machine; words that it can't read go to the language model at http://127.0.0.1:9"
        !events.toString().contains('sk-secret')

        cleanup:
        retake.close()
    }

    def 'a cancelled export leaves no process, no file and no thread'() {
        given:
        def before = ourThreads()
        def script = ScriptSource.text('long.groovy', "session { upload sampleClip(); speed 0.5; upscale 1080p; export mp4 }")
        def rendering = new CountDownLatch(1)
        def retake = build()
        def listener = { if (it instanceof RunEvent.Progress && it.what() == RunEvent.Activity.RENDER && it.percent().orElse(0) > 0) rendering.countDown() } as RunListener

        when:
        def run = retake.run(script, [:], listener)
        rendering.await(60, TimeUnit.SECONDS)
        long start = System.nanoTime()
        run.cancel()
        def ended = run.await(Duration.ofSeconds(10)).get()
        def took = Duration.ofNanos(System.nanoTime() - start)
        retake.close()

        then:
        ended.state() == RunEvent.State.CANCELLED
        took < Duration.ofSeconds(1) // 200 ms on a machine that does nothing else; see the fake backend's specification
        Files.list(folder).filter { !Files.isDirectory(it) }.count() == 0
        ProcessHandle.current().descendants().count() == 0
        ourThreads() == before

        cleanup:
        retake.close()
    }

    def 'a verb that can not be done ends the run at its line, before a wrong film is made'() {
        given:
        def retake = build()
        def script = ScriptSource.text('late.groovy', "session {\n    upload sampleClip()\n    trim from: 1.min\n    export mp4\n}")

        when:
        def ended = retake.run(script, [:], { events << it }).await()

        then:
        ended.state() == RunEvent.State.FAILED
        with(events.find { it instanceof RunEvent.Failed } as RunEvent.Failed) {
            it.line() == 3
            it.message().contains("'trim from: 60.s' can't be done")
            it.message().contains('0:08')
        }
        Files.list(folder).filter { !Files.isDirectory(it) }.count() == 0

        cleanup:
        retake.close()
    }

    def 'words that change nothing are warned of, and the run goes on'() {
        given:
        def retake = build()
        def script = ScriptSource.text('odd.groovy', "session { upload sampleClip(); edit 'make it taste of strawberries' }")

        when:
        def ended = retake.run(script, [:], { events << it }).await()

        then:
        ended.state() == RunEvent.State.DONE
        events.any { it instanceof RunEvent.Warning && it.text().contains('left the timeline as it was') }

        cleanup:
        retake.close()
    }

    def 'steps of an interrupted run are not done again by another process on the same engine folder'() {
        given:
        def retake = build()
        retake.run(ScriptSource.text('two.groovy', "session { upload sampleClip(); trim to: 1.s; resize 180p; [].get(0) }"), [:], {}).await()
        retake.close()

        when:
        retake = build()
        retake.resume(ScriptSource.text('two.groovy', "session { upload sampleClip(); trim to: 1.s; resize 180p; export mp4 }"), [:], { events << it }).await().orThrow()

        then:
        events.findAll { it instanceof RunEvent.StepDone }*.again() == [true, true, true, false]
        Files.size(folder.resolve('two.mp4')) > 1000

        cleanup:
        retake.close()
    }
}
