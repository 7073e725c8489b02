package io.retake.dsl

import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.ScriptSource
import io.retake.dsl.run.RunResult
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Every example runs on the embedded engine, and says what stands beside it in its expected output. */
class ExamplesSpec extends Specification {
    static final Path EXAMPLES = Path.of(System.getProperty('retake.root'), 'examples')

    static final Path FOOTAGE = Path.of(System.getProperty('retake.footage'))

    /** A minute of two cores goes into each: an old one and a shaky one in every build, all of them where that is asked for. */
    static final String ASKED = Boolean.getBoolean('retake.examples.all') ? /.*\.(mp4|avi)/ : /(old-film|shaky-handheld)\.(mp4|avi)/

    @Shared
    @TempDir
    Path data

    @TempDir
    Path folder

    List<RunEvent> events = new CopyOnWriteArrayList<>()

    RunResult run(ScriptSource script, Map parameters = [:]) {
        def retake = Retake.builder().environment([PATH: System.getenv('PATH')]).home(data).workingFolder(folder).engine { it.dataFolder(data.resolve('data')) }.build()
        try {
            if (!Files.exists(folder.resolve('a.mp4'))) {
                def made = retake.run(ScriptSource.text('return sampleClip()'), [:], {}).await().orThrow()
                Files.copy(made.value().get() as Path, folder.resolve('a.mp4'))
            }
            return retake.run(script, parameters, { events << it }).await()
        } finally {
            retake.close()
        }
    }

    /** Returns the script's output and the resulting timeline, without machine-dependent parts. */
    String said() {
        events.findAll { it instanceof RunEvent.Said }
            .collectMany { said -> said.text().readLines().findAll { said.by() == RunEvent.Speaker.SCRIPT || it.startsWith('Timeline (') } }.join('\n')
            .replace(folder.toString(), 'FOLDER').replace(folder.toRealPath().toString(), 'FOLDER')
            .replaceAll(/\d+\.\d\d s  /, 'TIME  ').replaceAll(/ +TIME/, 'TIME').replaceAll(/\d+\.\d MB/, 'SIZE') + '\n'
    }

    def '#name says what is expected'() {
        when:
        def script = ScriptSource.file(EXAMPLES.resolve(name + '.groovy'))
        def result = run(script, script.text().contains('input  file') ? [input: 'a.mp4'] : [:])
        result.orThrow()
        def expected = EXAMPLES.resolve('expected').resolve(name + '.txt')
        if (System.getProperty('retake.record')) {
            Files.createDirectories(expected.parent)
            Files.writeString(expected, said())
        }

        then:
        said() == Files.readString(expected)
        result.outputs().every { Files.size(it.path) == it.size && it.size > 10_000 }

        where:
        name << Files.list(EXAMPLES).filter { it.fileName.toString().endsWith('.groovy') }.map { it.fileName.toString() - '.groovy' }.sorted().toList()
    }

    @Requires({ Files.isDirectory(Path.of(System.getProperty('retake.footage'))) })
    def 'the quickstart makes a 1080p film of #file'() {
        when:
        def result = run(ScriptSource.file(EXAMPLES.resolve('quickstart.groovy')), [input: FOOTAGE.resolve(file).toString()])
        def film = result.orThrow().outputs().first()

        then:
        film.duration.toMillis() > 9_000
        Files.size(film.path) > 100_000
        said().contains('Timeline (2 tracks): 1. Video: ' + file)

        where:
        file << (Files.isDirectory(FOOTAGE) ? Files.list(FOOTAGE).map { it.fileName.toString() }.filter { it ==~ ASKED }.sorted().toList() : ['none'])
    }
}
