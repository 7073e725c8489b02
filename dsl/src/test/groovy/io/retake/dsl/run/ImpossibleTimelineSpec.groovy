package io.retake.dsl.run

import io.retake.dsl.Backend
import io.retake.dsl.FakeBackend
import io.retake.dsl.Retake
import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** A backend that makes a timeline of an edit that can't be. */
class ImpossibleTimelineSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    @AutoCleanup
    Retake retake

    List<RunEvent> events = new CopyOnWriteArrayList<>()

    private RunResult run(String script) {
        Files.writeString(folder.resolve('a.mp4'), 'footage')
        def good = backend.segment
        backend.onMessage = { String text -> backend.segment = text =~ /(?i)undo/ ? good : '{"s":-1000,"d":6000,"m":{"title":"a"}}' }
        retake = Retake.builder().environment([:]).home(folder.resolve('home')).workingFolder(folder).backend(Backend.at(backend.url)).build()
        retake.run(ScriptSource.text('film.groovy', script), [:], { events << it }).await()
    }

    def 'undo gets through to it, and the work goes on'() {
        when:
        def result = run("session { upload 'a.mp4'; reverse(); undo(); export mp4 }")

        then:
        result.orThrow().done()
        backend.messages.size() == 2
        events.findAll { it instanceof RunEvent.Warning }*.text().any {
            it == "The backend returned an invalid timeline (not a timeline: t[0].sg[0].s must be a time in milliseconds, 0 to a week; found -1000). Revert the change: undo()."
        }
    }

    def 'it is not exported'() {
        when:
        def result = run("session { upload 'a.mp4'; reverse(); export mp4 }")

        then:
        !result.done()
        result.failure().get().message.contains('not a timeline')
        backend.count('POST /api/render') == 0
    }
}
