package io.retake.repl.cli

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.repl.Distribution
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Commands and partly done edits: {@code run}, piped lines, {@code check}. */
@Requires({ !os.windows })
class StrictCommandsSpec extends Specification {
    @TempDir
    Path folder

    def "a run ends with 1 at a partly done edit, before the export; with --lenient it continues"() {
        given:
        script('film.groovy', "session {\n    upload sampleClip()\n    edit 'make it sparkle'\n    frame at: 0.s, to: 'out.png'\n}")

        when:
        def strict = retake('run', 'film.groovy')

        then:
        strict.code == 1
        strict.out == ''
        strict.err.contains("error: film.groovy:3: edit 'make it sparkle' was not done\n")
        strict.err.contains('Try: ')
        strict.err.contains('--lenient')
        !Files.exists(folder.resolve('out.png'))

        when:
        def lenient = retake('run', 'film.groovy', '--lenient')

        then:
        lenient.code == 0
        lenient.err.contains("warning: edit 'make it sparkle' was not done: ")
        Files.exists(folder.resolve('out.png'))
    }

    def "piped lines end with 1 at the first partly done edit; with --lenient they continue"() {
        given:
        script('lines.txt', "upload sampleClip()\nmute it and make it sparkle\nprintln 'reached'\n")

        when:
        def strict = lines('lines.txt')

        then:
        strict.code == 1
        strict.err.contains("edit 'mute it and make it sparkle' was only partly done")
        !strict.out.contains('reached')

        when:
        def lenient = lines('lines.txt', '--lenient')

        then:
        lenient.code == 0
        lenient.out.contains('reached')
        (lenient.out + lenient.err).contains("edit 'mute it and make it sparkle' was only partly done: ")
    }

    def "check warns of what the engine on this machine will not understand, and of nothing else"() {
        given:
        script('film.groovy', """session {
            |    upload 'https://example.org/a.mp4', 'https://example.org/talk.srt'
            |    edit 'frobnicate the gizmo'
            |    edit 'mute clip 7, swap the two clips and delete the last scene'
            |    edit 'add the captions "talk.srt"'
            |    edit 'make it sparkle', optional: true
            |    edit "mute \${1 + 1}"
            |    edit 'export as webm'
            |    edit 'it is too dark, make it brighter'; edit '加点噪点'
            |    edit 'speed up this part'
            |}""".stripMargin())

        when:
        def told = retake('check', 'film.groovy')
        def json = retake('check', 'film.groovy', '--json').out.readLines().collect { new ObjectMapper().readValue(it, Map) }

        then:
        told.code == 0
        told.out.readLines().findAll { it.startsWith('film.groovy:') } == [
            'film.groovy:3:10: warning: "frobnicate the gizmo" is not understood by the local engine',
            'film.groovy:9:51: warning: "加点噪点" is not understood by the local engine',
            'film.groovy:10:10: warning: "speed up this part" is not understood by the local engine']
        told.out.contains('  Try: ')
        told.err == 'film.groovy: no problems, 3 warnings\n'
        json[0].subMap(['event', 'script', 'line', 'column']) == [event: 'warning', script: 'film.groovy', line: 3, column: 10]
        json.last() == [event: 'checked', scripts: 1, problems: 0, warnings: 3]

        when: 'it is compiled already'
        def again = retake('check', 'film.groovy')

        then:
        again == told

        expect: 'elsewhere nobody knows'
        retake([NEMO_TOKEN: 'nmv_usr_x'], 'check', 'film.groovy').err == 'film.groovy: no problems\n'
        retake([RETAKE_LLM_URL: 'http://127.0.0.1:9/v1', RETAKE_LLM_MODEL: 'small'], 'check', 'film.groovy').err == 'film.groovy: no problems\n'
    }

    def "check of a script without a sentence loads no sentence parser"() {
        given:
        script('verbs.groovy', "session { upload 'https://example.org/a.mp4'; trim to: 2.s; export mp4 }")
        script('words.groovy', "session { upload 'https://example.org/a.mp4'; edit 'mute it'; export mp4 }")

        expect:
        loaded('verbs.groovy').every { !it.contains('io.retake.engine.agent') }
        loaded('words.groovy').any { it.contains('io.retake.engine.agent.read.Reader') }
    }

    private List<String> loaded(String script) {
        def log = folder.resolve("${script}.log")
        def options = Distribution.home(folder).JAVA_TOOL_OPTIONS + " -Xlog:class+load:file=$log:none"
        assert retake([JAVA_TOOL_OPTIONS: options.toString()], 'check', script).code == 0
        Files.readAllLines(log)
    }

    private void script(String name, String text) {
        Files.writeString(folder.resolve(name), text)
    }

    private Map retake(Map environment = [:], Object... arguments) {
        Distribution.run(Distribution.command(folder, environment, arguments))
    }

    private Map lines(String file, Object... arguments) {
        def process = Distribution.command(folder, [:], arguments).redirectInput(folder.resolve(file).toFile()).start()
        def out = new StringBuffer()
        def err = new StringBuffer()
        process.waitForProcessOutput(out, err)
        [code: process.waitFor(), out: out.toString(), err: err.toString()]
    }
}
