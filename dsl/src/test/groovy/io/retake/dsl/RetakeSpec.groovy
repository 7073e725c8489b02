package io.retake.dsl

import io.retake.dsl.event.RunEvent
import io.retake.dsl.event.RunListener
import io.retake.dsl.problem.ScriptSource
import java.awt.image.BufferedImage
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import javax.imageio.ImageIO
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
        (events[0] as RunEvent.RunStarted).privacy() == "footage stays on this machine; sentences that it can't parse go to the language model at http://127.0.0.1:9"
        !events.toString().contains('sk-secret')

        cleanup:
        retake.close()
    }

    def 'a cancelled export leaves no process, no file and no thread'() {
        given:
        def before = ourThreads()
        def others = Children.now()
        def script = ScriptSource.text('long.groovy', "session { upload sampleClip(); speed 0.5; upscale 1080p; export mp4 }")
        def rendering = new CountDownLatch(1)
        def retake = build()
        def listener = { if (it instanceof RunEvent.Progress && it.what() == RunEvent.Activity.RENDER && it.percent().orElse(0) > 0) rendering.countDown() } as RunListener

        when:
        def run = retake.run(script, [:], listener)
        rendering.await(60, TimeUnit.SECONDS)
        long start = System.nanoTime()
        run.cancel()
        def ended = run.await(Duration.ofSeconds(30)).get()
        def took = Duration.ofNanos(System.nanoTime() - start)
        retake.close()

        then:
        ended.state() == RunEvent.State.CANCELLED
        took < Duration.ofSeconds(5) // the film takes longer; how soon is for RunSpec, where no FFmpeg is in the way
        Files.list(folder).filter { !Files.isDirectory(it) }.count() == 0
        Children.gone(others)
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
            it.message().contains("'trim from: 60.s' failed:")
            it.message().contains('0:08')
        }
        Files.list(folder).filter { !Files.isDirectory(it) }.count() == 0

        cleanup:
        retake.close()
    }

    def 'words that change nothing end the run'() {
        given:
        def retake = build()
        def script = ScriptSource.text('odd.groovy', "session { upload sampleClip(); edit 'make it taste of strawberries' }")

        when:
        def ended = retake.run(script, [:], { events << it }).await()

        then:
        ended.state() == RunEvent.State.FAILED
        ended.failure().get().message() == "edit 'make it taste of strawberries' was not done"

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

    private void picture(String name, Closure<Integer> color) {
        def image = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB)
        for (x in 0..<320) {
            for (y in 0..<180) {
                image.setRGB(x, y, color(x, y))
            }
        }
        ImageIO.write(image, 'png', folder.resolve(name).toFile())
    }

    def 'a script finds scenes, orders them, changes them and looks at the result'() {
        given:
        picture('red.png') { int x, int y -> 0xd02010 + (x & 63) }
        picture('checks.png') { int x, int y -> ((x >> 4) + (y >> 4)) % 2 ? 0xf0f0f0 : 0x101010 }
        picture('blue.png') { int x, int y -> 0x1020c0 + ((y & 127) << 8) }
        def retake = build()

        when:
        def result = retake.run(ScriptSource.text('scenes.groovy', '''
            def made = session('made') {
                upload 'red.png', 'checks.png', 'blue.png'
                trim to: 1.s, on: clip(3)
                trim to: 3.s, on: clip(2)
                trim to: 2.s, on: clip(1)
                export mkv, quality: low
            }
            session('cut') {
                upload made.path
                println diagnose().has('low-resolution')
                def found = scenes()
                println found*.duration
                reorder found.sort { -it.duration }
                speed 2, on: found[1]
                remove on: scene(3)
                println timeline
                frame at: 500.ms, to: 'still'
                export mp4, quality: low, under: 300.KB
            }
            '''.stripIndent()), [:], { events << it }).await()

        then:
        result.orThrow().outputs()*.path*.fileName*.toString() == ['made.mkv', 'still.png', 'cut.mp4']
        events.findAll { it instanceof RunEvent.Said && it.by() == RunEvent.Speaker.SCRIPT }*.text() ==
            ['true', '[PT2S, PT3S, PT1S]', 'Timeline (1 track): 1. Video: made.mkv (0-3s), made.mkv (3-4s)']
        def still = ImageIO.read(folder.resolve('still.png').toFile())
        [still.width, still.height] == [320, 180]
        (still.getRGB(8, 8) & 0xff) < 60
        (still.getRGB(24, 8) & 0xff) > 200
        result.outputs().last().duration == Duration.ofSeconds(4)

        cleanup:
        retake.close()
    }

    def 'sessions side by side on one engine each have their own timeline and film'() {
        given:
        def retake = build()
        def script = ScriptSource.text('side.groovy', '''
            void look(String n) {
                title n, to: 1.s
                trim to: 1.s
                resize 180p
            }
            def clip = sampleClip()
            def names = ['cars', 'old', 'sea', 'cars', 'old', 'sea']
            names.parallelStream().forEach { String n -> session(n) { upload clip; look(n); println "$n: $timeline"; export mp4, quality: low, receipt: false } }
            '''.stripIndent())

        when:
        def result = retake.run(script, [:], { events << it }).await().orThrow()
        def said = events.findAll { it instanceof RunEvent.Said && it.by() == RunEvent.Speaker.SCRIPT }*.text()

        then:
        def timelines = said.findAll { it.contains(': Timeline') }
        timelines.size() == 6
        timelines.every { line -> (line =~ /"(\w+)"/).collect { it[1] } == [line.takeBefore(':')] }
        (said - timelines).sort() == ['cars', 'cars', 'old', 'old', 'sea', 'sea'].collect { "Objects: title 1 \"$it\" (0:00-0:01)".toString() }
        result.outputs()*.path*.fileName*.toString().sort() == ['cars-2.mp4', 'cars.mp4', 'old-2.mp4', 'old.mp4', 'sea-2.mp4', 'sea.mp4']
        result.outputs().every { Files.size(it.path) == it.size }

        cleanup:
        retake.close()
    }
}
