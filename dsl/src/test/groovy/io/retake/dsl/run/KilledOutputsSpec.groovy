package io.retake.dsl.run

import io.retake.dsl.Backend
import io.retake.dsl.FakeBackend
import io.retake.dsl.Retake
import io.retake.dsl.language.ScriptSource
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Names and files of runs in other processes, which may be killed at any moment. */
@Timeout(120)
class KilledOutputsSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    List<Process> processes = []

    def setup() {
        Files.writeString(folder.resolve('a.mp4'), 'footage')
    }

    def cleanup() {
        processes*.destroyForcibly()
    }

    private Process start(Path script) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def path = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        def process = new ProcessBuilder(java, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', path, ClaimMain.name,
            folder.toString(), backend.url.toString(), script.toString()).redirectErrorStream(true).start()
        processes << process
        process
    }

    private Path script(String name, String text) {
        Files.writeString(folder.resolve(name), text)
        folder.resolve(name)
    }

    private RunResult run(Path script) {
        Retake.builder().environment([:]).home(folder.resolve('home')).workingFolder(folder).backend(Backend.at(backend.url)).build()
            .withCloseable { it.run(ScriptSource.file(script), [:], { }).await() }
    }

    private static String until(Process process, String line) {
        def read = ''
        for (String next = process.inputReader().readLine(); next != null; next = process.inputReader().readLine()) {
            read += next + '\n'
            if (next.startsWith(line)) {
                return next
            }
        }
        throw new IllegalStateException("ended without '$line': $read")
    }

    private List<String> parts(Path where) {
        Files.list(where).toList()*.fileName*.toString().findAll { it.endsWith('.part') }
    }

    def "a name that another process has taken is left to it; when that is killed the name is free, and nothing of it remains"() {
        given: 'a process that is in the middle of a download to another folder'
        Files.createDirectories(folder.resolve('out'))
        def downloading = new CountDownLatch(1)
        def hang = true
        backend.onDownload = { exchange ->
            if (hang) {
                exchange.sendResponseHeaders(200, 1_000_000)
                exchange.responseBody.write(new byte[200_000])
                exchange.responseBody.flush()
                downloading.countDown()
                new CountDownLatch(1).await()
            }
        }
        def named = script('named.groovy', "session { upload 'a.mp4'; export mp4, to: 'out/x.mp4' }")
        def untitled = script('film.groovy', "session { upload 'a.mp4'; export mp4 }")
        def first = start(named)
        assert downloading.await(60, TimeUnit.SECONDS)
        until(first, 'DOWNLOAD')
        hang = false

        when:
        run(named)

        then:
        def refused = thrown(io.retake.dsl.language.InvalidScript)
        refused.message.contains("another run is writing ${folder.resolve('out/x.mp4')}")

        when: 'another run, which has nothing to do with that folder'
        run(untitled).orThrow()

        then:
        parts(folder.resolve('out')).size() == 1

        when:
        first.destroyForcibly().waitFor()
        run(untitled).orThrow()

        then:
        parts(folder.resolve('out')) == []
        run(named).orThrow().outputs()*.path*.fileName*.toString() == ['x.mp4']
        Files.list(folder.resolve('home/.local/state/retake/outputs/open')).count() == 0
    }

    def "processes at the same time never have one name"() {
        given:
        def all = new CountDownLatch(3)
        backend.onMessage = { all.countDown(); assert all.await(60, TimeUnit.SECONDS) }
        def untitled = script('film.groovy', "session { upload 'a.mp4'; edit 'x'; export mp4 }")

        expect:
        (1..3).collect { start(untitled) }.collect { until(it, 'made: ') }.sort() == ['made: film-2.mp4', 'made: film-3.mp4', 'made: film.mp4']
    }
}
