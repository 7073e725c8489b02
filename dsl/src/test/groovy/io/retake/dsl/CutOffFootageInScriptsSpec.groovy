package io.retake.dsl

import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.Specification
import spock.lang.TempDir

/** Warns a script about truncated footage: at the upload, in the timeline, in a diagnosis and in the receipt. */
class CutOffFootageInScriptsSpec extends Specification {
    @TempDir
    Path folder

    List<RunEvent> events = new CopyOnWriteArrayList<>()
    Retake retake

    def setup() {
        retake = Retake.builder().environment([PATH: System.getenv('PATH')]).home(folder.resolve('home')).workingFolder(folder)
            .engine { it.dataFolder(folder.resolve('data')) }.build()
    }

    def cleanup() {
        retake.close()
    }

    private List<String> said() { events.findAll { it instanceof RunEvent.Said && it.by() == RunEvent.Speaker.SCRIPT }*.text() }

    private void run(String script) {
        retake.run(ScriptSource.text('film.groovy', script), [:], { events << it }).await().orThrow()
    }

    /** The sample clip, of which the download broke off: its index is at the beginning. */
    private void half() {
        run('println sampleClip()')
        byte[] whole = Files.readAllBytes(Path.of(said()[0]))
        Files.write(folder.resolve('half.mp4'), Arrays.copyOf(whole, whole.length.intdiv(2)))
        events.clear()
    }

    def 'warns of missing footage, and shows it in the timeline, the diagnosis and the receipt'() {
        given:
        half()

        when:
        run('''
            session {
                def files = upload 'half.mp4'
                println files[0].warnings()
                println timeline
                println diagnose().findings.find { it.what == 'cut-off' }.text
                def film = export mp4, quality: low
                println film.receipt.shortfalls
                trim to: 2.s
                println timeline
            }
            '''.stripIndent())
        def warnings = events.findAll { it instanceof RunEvent.Warning }*.text()
        def receipt = events.find { it instanceof RunEvent.Receipt } as RunEvent.Receipt
        def held = (said()[2] =~ /half\.mp4 ends at \d\.\d s; the last frame is held for \d\.\d s/)[0]

        then:
        warnings.size() == 1
        warnings[0] ==~ /half\.mp4: Its data ends at \d\.\d s, although its declared length is 8\.0 s: it was cut off\. .*/
        said()[0] == '[' + (warnings[0] - 'half.mp4: ') + ']'
        said()[1].startsWith('Timeline (1 track)')
        said()[3].startsWith('Its data ends at ')
        said()[4] == '[' + held + ']'
        receipt.text().contains(held)
        receipt.figures().path('shortfalls').get(0).path('kind').asText() == 'picture-held'
        said().last().startsWith('Timeline (1 track)')
        !said().last().contains('held')
    }

    def 'a file that is none is an error at its line, in plain words and without what a program would want to know'() {
        given:
        Files.writeString(folder.resolve('clip10.mp4'), 'dear diary')

        when:
        retake.run(ScriptSource.text('film.groovy', "session {\n    upload 'clip10.mp4'\n}"), [:], { events << it }).await()
        def failed = events.find { it instanceof RunEvent.Failed } as RunEvent.Failed

        then:
        failed.message() == 'clip10.mp4 is not a video: it is text. Check that it is the right file.'
        failed.advice() == ''
        failed.line() == 2
    }
}
