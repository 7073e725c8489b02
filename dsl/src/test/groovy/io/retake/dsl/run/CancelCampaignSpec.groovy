package io.retake.dsl.run

import io.retake.dsl.Retake
import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Runs on the embedded engine that are cancelled at moments of chance: nothing of them remains, and the next run makes its
 * film. {@code -Dretake.campaign=100} has a hundred.
 */
class CancelCampaignSpec extends Specification {
    static final String SCRIPT = '''session {
        upload sampleClip()
        trim to: 4.s
        stabilize()
        title 'Take', to: 2.s
        loudness (-16).lufs
        export mp4, quality: low, receipt: false
    }'''

    @TempDir
    Path folder

    final int wanted = Integer.getInteger('retake.campaign', 3)
    final long seed = Long.getLong('retake.campaign.seed', System.nanoTime())
    final Random random = new Random(seed)

    def "a run that is cancelled at any moment ends soon and leaves nothing"() {
        given:
        def others = processes().keySet()
        Files.createDirectories(folder.resolve('work'))
        def retake = Retake.builder().environment([PATH: System.getenv('PATH')]).home(folder.resolve('home')).workingFolder(folder.resolve('work'))
            .engine { it.dataFolder(folder.resolve('data')) }.build()
        List<String> faults = []
        Duration longest = Duration.ZERO

        when:
        wanted.times { int number ->
            def run = retake.run(ScriptSource.text("cancelled${number}.groovy", SCRIPT), [:], {})
            run.await(Duration.ofMillis(random.nextInt(2500)))
            long before = System.nanoTime()
            run.cancel()
            def result = run.await(Duration.ofSeconds(20)).orElse(null)
            def took = Duration.ofNanos(System.nanoTime() - before)
            longest = [longest, took].max()
            if (result == null || !(result.state() in [RunEvent.State.CANCELLED, RunEvent.State.DONE])) {
                faults << "run $number: ${result?.failure()}".toString()
            }
            if (result?.state() == RunEvent.State.CANCELLED && left()) {
                faults << "run $number left ${left()}".toString()
            }
        }
        def film = retake.run(ScriptSource.text('after.groovy', SCRIPT), [:], {}).await().orThrow().outputs()[0]
        println "campaign: cancels: $wanted, ${faults.size()} faults, the longest ended after ${longest.toMillis()} ms (seed $seed)"

        then:
        faults.empty
        film.size > 1000
        remaining(others).empty

        cleanup:
        retake?.close()
    }

    /** Processes that this JVM began and that still live after ten seconds, without those that others began before. */
    private static Collection<String> remaining(Set<Long> others) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos()
        while (processes().keySet() - others && System.nanoTime() < end) {
            Thread.sleep(20)
        }
        processes().findAll { pid, command -> !(pid in others) }.values()
    }

    private static Map<Long, String> processes() {
        ProcessHandle.current().descendants().toList().collectEntries { [it.pid(), it.info().commandLine().orElse('?')] }
    }

    /** Files of runs that did not come to their end. */
    private List<String> left() {
        Files.list(folder.resolve('work')).withCloseable { files -> files*.fileName*.toString().findAll { !it.endsWith('.mp4') } }
    }
}
