package io.retake.dsl

import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.ScriptSource
import java.awt.image.BufferedImage
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import javax.imageio.ImageIO
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What a script's uploads put on the timeline, and what they don't. */
class UploadsInScriptsSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    List<RunEvent> events = new CopyOnWriteArrayList<>()

    private RetakeBuilder builder() {
        Retake.builder().environment([PATH: System.getenv('PATH')]).home(folder.resolve('home')).workingFolder(folder)
    }

    private List<String> run(Retake retake, String script) {
        try {
            events.clear()
            retake.run(ScriptSource.text('film.groovy', script.stripIndent()), [:], { events << it }).await().orThrow()
            return said(RunEvent.Speaker.SCRIPT)
        } finally {
            retake.close()
        }
    }

    private List<String> said(RunEvent.Speaker by) {
        events.findAll { it instanceof RunEvent.Said && it.by() == by }*.text()
    }

    private Retake local() { builder().engine { it.dataFolder(folder.resolve('data')) }.build() }

    def 'a picture beside video waits, a verb brings its own file, and place: false places nothing'() {
        given:
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), 'png', folder.resolve('logo.png').toFile())
        run(local(), "println sampleClip()").each { Files.copy(Path.of(it), folder.resolve('a.mp4')) }
        ['b.mp4', 'c.mp4', 'd.mp4'].each { Files.copy(folder.resolve('a.mp4'), folder.resolve(it)) }

        when:
        def shown = run(local(), '''
            session {
                def files = upload 'logo.png', 'a.mp4'
                println files*.placed()
                println timeline
                overlay 'logo.png', size: 20.percent
                println timeline
                append 'b.mp4'
                upload 'c.mp4', "${'d'}.mp4", place: false
                upload(['c.mp4'], place: false)
                println timeline
                append 'd.mp4'
                append 'd.mp4'
                println timeline
            }
            ''')

        then:
        shown.take(7) == [
            '[false, true]',
            'Timeline (1 track): 1. Video: a.mp4 (0-8s)', 'Not used yet: logo.png',
            'Timeline (2 tracks): 1. Video: a.mp4 (0-8s) 2. Video: logo.png (0-8s, 0%)',
            'Timeline (2 tracks): 1. Video: a.mp4 (0-8s), b.mp4 (8-16s) 2. Video: logo.png (0-8s, 0%)', 'Not used yet: d.mp4, c.mp4',
            'Timeline (2 tracks): 1. Video: a.mp4 (0-8s), b.mp4 (8-16s), d.mp4 (16-24s), d.mp4 (24-32s) 2. Video: logo.png (0-8s, 0%)']
        shown.last() == 'Not used yet: c.mp4'
        said(RunEvent.Speaker.RETAKE).findAll { it.startsWith('Not on the timeline') } == ['Not on the timeline until an edit uses it: logo.png.']
        events.findAll { it instanceof RunEvent.StepDone }*.text().containsAll(['upload b.mp4, place: false', 'upload c.mp4, d.mp4, place: false'])
    }

    def 'a video takes pictures that nothing has touched off the timeline, and says so'() {
        given:
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), 'png', folder.resolve('p.png').toFile())
        run(local(), "println sampleClip()").each { Files.copy(Path.of(it), folder.resolve('a.mp4')) }

        when:
        def shown = run(local(), '''
            session {
                upload 'p.png'
                println timeline
                upload 'a.mp4'
                println timeline
            }
            ''')

        then:
        shown == ['Timeline (1 track): 1. Video: p.png (0-5s)', 'Timeline (1 track): 1. Video: a.mp4 (0-8s)', 'Not used yet: p.png']
        events.findAll { it instanceof RunEvent.Warning }*.text() ==
            ['a.mp4: p.png left the timeline: beside video, pictures wait until an edit uses them. To play one as a clip, append it.']
    }

    def 'a backend that does not say where files went gets a warning'() {
        given:
        Files.writeString(folder.resolve('a.mp4'), 'footage')

        when:
        run(builder().backend(Backend.at(backend.url)).build(), "session { upload 'a.mp4', place: false }")

        then:
        events.findAll { it instanceof RunEvent.Warning }*.text().any { it.startsWith("This backend doesn't say whether it kept a.mp4 off the timeline") }
    }

    def 'other options and values are found before the run: #line'() {
        given:
        Files.writeString(folder.resolve('a.mp4'), 'footage')
        def retake = builder().backend(Backend.at(backend.url)).build()

        expect:
        retake.check(ScriptSource.text('film.groovy', "session { $line }"))*.toString().any { it.contains(problem) }

        cleanup:
        retake.close()

        where:
        line                               || problem
        "upload 'a.mp4', plase: false"     || "'upload' has no option 'plase'; did you mean place?"
        "upload 'a.mp4', place: 'no'"      || "'upload', option place: expected true or false, found 'no'"
        "upload 'z.mp4', place: false"     || "there is no file 'z.mp4'"
    }
}
