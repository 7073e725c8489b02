package io.retake.dsl.parameter

import io.retake.dsl.problem.DslException
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The files selected from a folder or a pattern, wherever a script, a parameter or a recipe names one. */
class FolderFilesSpec extends Specification {
    @TempDir
    Path folder

    MediaFiles files

    def setup() {
        files = new MediaFiles(ScriptSource.text('film.groovy', ''), folder)
        Files.createDirectories(folder.resolve('clips'))
        Files.createDirectories(folder.resolve('.hidden'))
    }

    private void there(String... names) {
        names.each { Files.createFile(folder.resolve(it)) }
    }

    private static List<String> named(List<Path> found) {
        found*.fileName*.toString()
    }

    def "hidden files are taken only where they are asked for: #asked"() {
        given:
        there('clips/a.mp4', 'clips/.b.mp4', 'clips/._a.mp4', 'clips/Thumbs.db', 'clips/desktop.ini', 'clips/.DS_Store', '.hidden/c.mp4', '.d.mp4')

        expect:
        named(whole ? files.films(asked) : files.all(asked)) == taken

        where:
        asked              | whole || taken
        'clips'            | true  || ['a.mp4']
        'clips/'           | true  || ['a.mp4']
        'clips/*.mp4'      | true  || ['a.mp4']
        'clips/*.mp4'      | false || ['a.mp4']
        'clips/*'          | false || ['a.mp4']
        'clips/?*.mp4'     | false || ['a.mp4']
        'clips/.*.mp4'     | false || ['._a.mp4', '.b.mp4']
        'clips/._*'        | false || ['._a.mp4']
        'clips/.b.mp4'     | false || ['.b.mp4']
        'clips/.b.mp4'     | true  || ['.b.mp4']
        'clips/Thumbs*'    | false || ['Thumbs.db']
        '.hidden'          | true  || ['c.mp4']
        '.hidden/*.mp4'    | false || ['c.mp4']
        '.d.mp4'           | true  || ['.d.mp4']
    }

    def "a folder with nothing but hidden films has none"() {
        given:
        there('clips/._a.mp4')

        when:
        files.films('clips')

        then:
        thrown(DslException)
    }

    def "numbered clips come in the order of their numbers: #asked"() {
        given:
        there('clips/clip10.mp4', 'clips/clip2.mp4', 'clips/Clip1.mp4', 'clips/clip003.mp4', 'clips/第十集.mp4', 'clips/第二集.mp4')

        expect:
        named(whole ? files.films(asked) : files.all(asked)) == taken

        where:
        asked             | whole || taken
        'clips'           | true  || ['Clip1.mp4', 'clip2.mp4', 'clip003.mp4', 'clip10.mp4', '第二集.mp4', '第十集.mp4']
        'clips/?lip*.mp4' | false || ['Clip1.mp4', 'clip2.mp4', 'clip003.mp4', 'clip10.mp4']
    }

    def "brackets and braces in a pattern are letters of the name"() {
        given:
        there('clips/take [1] a.mp4', 'clips/take [1] b.mp4', 'clips/take 1 c.mp4', 'clips/{x}1.mp4')

        expect:
        named(files.all('clips/take [1]*.mp4')) == ['take [1] a.mp4', 'take [1] b.mp4']
        named(files.all('clips/{x}?.mp4')) == ['{x}1.mp4']
    }
}
