package io.retake.dsl.run

import io.retake.dsl.FakeBackend
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Names and files of runs in several processes, which may be killed at any moment. */
@Timeout(180)
class KilledOutputsSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    List<ScriptProcess> processes = []

    def setup() {
        Files.writeString(folder.resolve('a.mp4'), 'footage')
        Files.writeString(folder.resolve('named.groovy'), "session { upload 'a.mp4'; export mp4, to: 'out/x.mp4' }")
        Files.writeString(folder.resolve('film.groovy'), "session { upload 'a.mp4'; edit 'x'; export mp4 }")
        Files.createDirectories(folder.resolve('out'))
    }

    def cleanup() {
        processes*.kill()
    }

    private ScriptProcess start(String script) {
        def process = new ScriptProcess(backend.url, folder, script, [:], Runner.Start.ANEW)
        processes << process
        process
    }

    /** The files that a run made, by name. */
    private static List<String> made(ScriptProcess run) {
        assert run.end() == 0
        run.lines.findAll { it.contains('"event":"output"') }.collect { ((it =~ /"path":"[^"]*\/([^"\/]+)"/)[0] as List<String>)[1] }
    }

    private List<String> parts() {
        Files.list(folder.resolve('out')).toList()*.fileName*.toString().findAll { it.endsWith('.part') }
    }

    def "a name that another process has claimed is left to it; when that is killed the name is free, and nothing of it remains"() {
        given: 'a process in the middle of a download to another folder'
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
        def first = start('named.groovy')
        assert downloading.await(60, TimeUnit.SECONDS)
        first.awaitLine('"what":"download"')
        hang = false

        when:
        def second = start('named.groovy')

        then:
        second.end() == 9
        second.lines.any { it.contains("another run is writing ${folder.resolve('out/x.mp4')}") }

        and: 'a run that has nothing to do with that folder'
        made(start('film.groovy')) == ['film.mp4']
        parts().size() == 1

        when:
        first.kill()

        then:
        made(start('film.groovy')) == ['film.mp4']
        parts() == []
        made(start('named.groovy')) == ['x.mp4']
        Files.list(folder.resolve('home/state/outputs/open')).count() == 0
    }

    def "processes at the same time never have one name"() {
        given:
        def all = new CountDownLatch(3)
        backend.onMessage = { all.countDown(); assert all.await(60, TimeUnit.SECONDS) }

        expect:
        (1..3).collect { start('film.groovy') }.collectMany { made(it) }.sort() == ['film-2.mp4', 'film-3.mp4', 'film.mp4']
    }
}
