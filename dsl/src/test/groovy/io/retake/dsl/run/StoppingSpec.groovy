package io.retake.dsl.run

import io.retake.dsl.Backend
import io.retake.dsl.FakeBackend
import io.retake.dsl.Retake
import io.retake.dsl.event.RunEvent
import io.retake.dsl.event.RunListener
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** A run that is cancelled ends, whatever its script does, and leaves no thread of the script's. */
class StoppingSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    @AutoCleanup
    Retake retake

    List<RunEvent> events = new CopyOnWriteArrayList<>()
    CountDownLatch on = new CountDownLatch(1)
    Run run

    def setup() {
        retake = build()
    }

    private Retake build() {
        Retake.builder().environment([:]).home(folder.resolve('home')).workingFolder(folder).backend(Backend.at(backend.url)).build()
    }

    private void start(String script, Retake by = retake) {
        run = by.run(ScriptSource.text('stop.groovy', script), [:], { events << it; if (it instanceof RunEvent.Said && it.text() == 'on') on.countDown() })
        assert on.await(60, TimeUnit.SECONDS)
    }

    /** Returns the script's own threads: the run's, and those that the script names so. */
    private static List<String> threads() {
        Thread.allStackTraces.keySet()*.name.findAll { it.startsWith('retake-run') || it.startsWith('retake-entry') || it.startsWith('of the script') }
    }

    private static boolean soon(Closure<Boolean> reached) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20)
        while (!reached() && System.nanoTime() < end) LockSupport.parkNanos(10_000_000)
        reached()
    }

    private Duration took(Runnable stop) {
        def start = System.nanoTime()
        stop.run()
        assert run.await(Duration.ofSeconds(30)).present
        Duration.ofNanos(System.nanoTime() - start)
    }

    def 'cancelling ends #what, and its threads'() {
        given:
        start(script)

        when:
        def time = took { run.cancel() }

        then:
        run.result().get().state() == RunEvent.State.CANCELLED
        run.result().get().failure().get().kind() == RunEvent.Failure.CANCELLED
        time < Duration.ofSeconds(5) // about 50 ms; a busy machine is slower
        soon { threads().empty }
        events.last() instanceof RunEvent.Finished
        !events.any { it instanceof RunEvent.Warning }

        where:
        what                                  | script
        'a sleep'                             | "println 'on'\nsleep 60_000"
        'a sleep of a time'                   | "println 'on'\nsession { [1].each { sleep 60.s } }"
        'a sleep in a class'                  | "class A { def x() { sleep(60_000) } }\nprintln 'on'\nnew A().x()"
        'a sleep that asks whether to go on'  | "println 'on'\nsleep(60_000) { false }"
        'a loop'                              | "println 'on'\nwhile (true) { }"
        'a loop that swallows interrupts'     | "println 'on'\nwhile (true) { try { Thread.sleep(50) } catch (Exception e) { } }"
        'a loop that swallows everything'     | "println 'on'\nwhile (true) { try { while (true) { try { Thread.sleep(5) } catch (Throwable e) { } } } catch (Throwable e) { } }"
        'a loop in finally'                   | "println 'on'\ntry { while (true) { } } finally { while (true) { } }"
        'a wait in a handler'                 | "def q = new java.util.concurrent.LinkedBlockingQueue()\nprintln 'on'\ntry { q.take() } catch (InterruptedException e) { try { q.take() } finally { q.take() } }"
        'wait()'                              | "def o = new Object()\nprintln 'on'\nsynchronized (o) { while (true) { try { o.wait() } catch (Exception e) { } } }"
        'a thread that is parked'             | "println 'on'\nwhile (true) java.util.concurrent.locks.LockSupport.park()"
        'a thread that it waits for'          | "def t = new Thread({ while (true) { } }, 'of the script')\nt.start()\nprintln 'on'\nt.join()"
        'a thread that swallows everything'   | "def t = new Thread({ while (true) { try { Thread.sleep(5) } catch (Throwable e) { } } }, 'of the script')\nt.start()\nprintln 'on'\nt.join()"
        'a thread that waits'                 | "def t = new Thread({ new java.util.concurrent.LinkedBlockingQueue().take() }, 'of the script')\nt.start()\nprintln 'on'\nt.join()"
        'an executor'                         | "def pool = java.util.concurrent.Executors.newSingleThreadExecutor()\ndef f = pool.submit({ while (true) { } } as Runnable)\nprintln 'on'\ntry { f.get() } finally { pool.shutdown() }"
        'a stream in parallel'                | "println 'on'\n(1..8).toList().parallelStream().forEach { while (true) { } }"
        'a recursion that catches itself'     | "def f() { try { f() } catch (Throwable t) { f() } }\nprintln 'on'\nf()"
        'what starts a class'                 | "class S {\n static int x = 1\n static { while (true) { } }\n}\nprintln 'on'\nprintln S.x"
        'a method without checked types'      | "@groovy.transform.CompileDynamic\ndef f() { while (true) { try { Thread.sleep(5) } catch (Exception e) { } } }\nprintln 'on'\nf()"
        'a process'                           | "println 'on'\n['sleep', '60'].execute().waitFor()"
    }

    def 'cancelling ends #what at once, and says that it goes on'() {
        given:
        start(script)

        when:
        def time = took { run.cancel() }

        then:
        run.result().get().state() == RunEvent.State.CANCELLED
        run.result().get().failure().get().line() == 3
        time < Duration.ofSeconds(5) // about 800 ms
        events.findAll { it instanceof RunEvent.Warning }*.text() == ['stop.groovy, line 3, could not be stopped; it runs until this process ends']
        events.count { it instanceof RunEvent.Finished } == 1

        when:
        retake.close()

        then:
        events.last() instanceof RunEvent.Finished

        where:
        what                            | script
        'a wait that no interrupt ends' | "def l = new java.util.concurrent.CompletableFuture().completeOnTimeout(1, 4, java.util.concurrent.TimeUnit.SECONDS)\nprintln 'on'\nl.join()"
        'a call of the system'          | "def s = new ServerSocket(0, 1, InetAddress.loopbackAddress).tap { soTimeout = 4000 }\nprintln 'on'\ns.accept()"
    }

    def 'a recipe is stopped with the script that uses it'() {
        given:
        Files.writeString(folder.resolve('endless.groovy'), "println 'on'\nwhile (true) { try { Thread.sleep(5) } catch (Exception e) { } }")

        when:
        Files.writeString(folder.resolve('stop.groovy'), "use 'endless'")
        run = retake.run(ScriptSource.file(folder.resolve('stop.groovy')), [:], { if (it instanceof RunEvent.Said) on.countDown() })
        on.await(60, TimeUnit.SECONDS)
        run.cancel()

        then:
        run.await(Duration.ofSeconds(20)).get().state() == RunEvent.State.CANCELLED
        soon { threads().empty }
    }

    def 'closing Retake ends what runs, and its threads'() {
        given:
        def other = build()
        start("println 'on'\nwhile (true) { try { Thread.sleep(50) } catch (Exception e) { } }", other)

        when:
        other.close()

        then:
        run.result().get().state() == RunEvent.State.CANCELLED
        soon { threads().empty }
    }

    def "runs a script's final work when it is stopped, too"() {
        when:
        start("def f = new File('$folder', 'tidy')\nf.text = 'x'\ntry { println 'on'; while (true) { } } finally { f.delete() }")
        run.cancel()

        then:
        run.await(Duration.ofSeconds(20)).get().state() == RunEvent.State.CANCELLED
        !Files.exists(folder.resolve('tidy'))
    }

    def 'after it was stopped a script does nothing more at the backend'() {
        when:
        start("session { println 'on'; while (true) { try { Thread.sleep(5); } catch (Throwable e) { edit 'once more' } } }")
        run.cancel()

        then:
        run.await(Duration.ofSeconds(20)).get().state() == RunEvent.State.CANCELLED
        soon { threads().empty }
        backend.messages == []
    }

    def 'another run of the same script goes on'() {
        given:
        start("println 'on'\nwhile (true) { }")
        def first = run
        on = new CountDownLatch(1)
        start("println 'on'\nwhile (true) { }")

        when:
        first.cancel()
        first.await(Duration.ofSeconds(20))

        then:
        run.result().empty

        cleanup:
        run.cancel()
        run.await(Duration.ofSeconds(20))
    }

    def 'an entry of a prompt that is stopped leaves the next ones alone, and what it declared stands'() {
        given:
        def prompt = retake.prompt('film')
        def listener = { if (it instanceof RunEvent.Said && it.text() == 'on') on.countDown() } as RunListener

        when:
        run = prompt.start("def n = 5; def twice = { int x -> x * 2 }; println 'on'; while (true) { }", listener)
        on.await(60, TimeUnit.SECONDS)
        run.cancel()

        then:
        run.await(Duration.ofSeconds(20)).get().state() == RunEvent.State.CANCELLED
        prompt.start('twice.call(n)', {}).await().value().get() == 10

        when: 'what can not be stopped is left behind'
        on = new CountDownLatch(1)
        run = prompt.start("def m = 7; println 'on'; new java.util.concurrent.CompletableFuture().completeOnTimeout(1, 4, java.util.concurrent.TimeUnit.SECONDS).join()", listener)
        on.await(60, TimeUnit.SECONDS)
        run.cancel()

        then:
        run.await(Duration.ofSeconds(20)).get().state() == RunEvent.State.CANCELLED
        prompt.start('m + n', {}).await().value().get() == 12

        cleanup:
        prompt.close()
    }
}
