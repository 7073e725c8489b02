package io.retake.dsl.run

import io.retake.dsl.Backend
import io.retake.dsl.FakeBackend
import io.retake.dsl.Retake
import io.retake.dsl.RetakeBuilder
import io.retake.dsl.event.RunEvent
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Runs against a backend whose answers are written by hand, in a folder of their own. */
abstract class BackendSpecification extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    List<RunEvent> events = new CopyOnWriteArrayList<>()

    @AutoCleanup
    Retake retake

    protected RetakeBuilder builder(String home = 'home') {
        Retake.builder().environment([:]).home(folder.resolve(home)).workingFolder(folder).backend(Backend.at(backend.url))
    }

    /** The script's output. */
    protected List<String> printed() {
        events.findAll { it instanceof RunEvent.Said && it.by() == RunEvent.Speaker.SCRIPT }*.text()
    }

    protected List<String> warned() {
        events.findAll { it instanceof RunEvent.Warning }*.text()
    }
}
