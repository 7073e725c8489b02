package io.retake.dsl.output

import io.retake.dsl.Backend
import io.retake.dsl.FakeBackend
import io.retake.dsl.Retake
import io.retake.dsl.problem.DslException
import io.retake.dsl.prompt.Evaluator
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** A script is written over nothing but a script that Retake wrote. */
class WrittenScriptsSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    @AutoCleanup
    Retake retake

    @AutoCleanup
    Evaluator prompt

    def setup() {
        retake = Retake.builder().environment([:]).home(folder.resolve('home')).workingFolder(folder).backend(Backend.at(backend.url)).build()
        prompt = retake.prompt('film')
    }

    private String refused(String name, boolean replace = true) {
        try {
            prompt.write(folder.resolve(name), 'session { }', replace)
            ''
        } catch (DslException e) {
            e.message.replace(folder.toString(), 'FOLDER')
        }
    }

    def "replaces an unchanged script of Retake's, also from another prompt"() {
        given:
        def file = folder.resolve('film.groovy')

        when:
        prompt.write(file, 'one', false)

        then:
        Files.readString(file) == 'one'
        refused('film.groovy', false) == 'there is already a file FOLDER/film.groovy'
        Files.readString(file) == 'one'

        when:
        prompt.write(file, 'two', true)
        prompt.close()
        prompt = retake.prompt('other')
        prompt.write(file, 'three', true)

        then:
        Files.readString(file) == 'three'

        when:
        Files.writeString(file, 'worked on by hand')

        then:
        refused('film.groovy') == "FOLDER/film.groovy was not replaced: Retake did not write it, or it has changed since"
        Files.readString(file) == 'worked on by hand'
    }

    def "nothing else is replaced by a script: #name"() {
        given: 'footage, what somebody wrote, a film and its receipt that Retake made, and a link to footage'
        backend.receipt = '{"line":"8.00 s"}'
        ['a.mp4', 'talk.srt', 'song.wav', 'look.cube', 'notes.txt', 'mine.groovy', 'clip.MOV', 'noending'].each { Files.writeString(folder.resolve(it), "mine: $it") }
        prompt.start("upload 'a.mp4'", { }).await().orThrow()
        prompt.start('export mp4', { }).await().orThrow()
        Files.createSymbolicLink(folder.resolve('link.groovy'), folder.resolve('a.mp4'))
        def before = Files.readAllBytes(folder.resolve(name))

        expect:
        refused(name) ==~ /.* (was not replaced: .*|is the name of a media file, not of a script)/
        Files.readAllBytes(folder.resolve(name)) == before

        where:
        name << ['a.mp4', 'talk.srt', 'song.wav', 'look.cube', 'notes.txt', 'mine.groovy', 'clip.MOV', 'noending', 'film.mp4', 'film.mp4.receipt.json', 'link.groovy']
    }

    def "a name of footage is none for a script, though nothing is there"() {
        expect:
        refused('new.mp4', false) == "'new.mp4' is the name of a media file, not of a script"
        !Files.exists(folder.resolve('new.mp4'))
    }

    def "leaves nothing behind when it cannot write"() {
        expect:
        refused('nowhere/film.groovy').startsWith("the script cannot be written to FOLDER/nowhere/film.groovy: ")
        Files.list(folder).noneMatch { it.fileName.toString().endsWith('.tmp') }
    }
}
