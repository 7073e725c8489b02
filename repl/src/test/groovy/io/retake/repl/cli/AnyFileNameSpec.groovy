package io.retake.repl.cli

import io.retake.repl.Distribution
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Footage, scripts and exports may have any name, in any locale; if Java can't represent a name, the error says why.
 */
@Requires({ os.linux })
class AnyFileNameSpec extends Specification {
    private static final NOT_INSTALLED = [LC_ALL: 'xx_XX.UTF-8']
    private static final NO_LOCALE = [LC_ALL: 'POSIX']
    private static final LOCALE_ADVICE = 'start it in a UTF-8 locale, for example with LC_ALL=C.UTF-8'

    @TempDir
    Path folder

    def "names of every kind are uploaded and exported, from a home of any name, #how"() {
        given:
        def names = ['é.mp4', 'e\u0301.mp4', '中文 采访.mp4', '🎬.mp4', 'a  b.mp4', "it's 50%: \"a\".mp4", 'new\nline.mp4', '-dash.mp4', '%03d.mp4', 'dollar $HOME `x`.mp4', '[x] {y} *.mp4', "comma, 'q'.mp4"]
        names.each { Files.writeString(folder.resolve(it), '') }
        script('é 采访.groovy', '''
            params { name text; input files }
            input.each { java.nio.file.Files.copy(sampleClip(), it, java.nio.file.StandardCopyOption.REPLACE_EXISTING) }
            session(name) {
                input.each { upload it }
                println timeline
                trim to: 100.ms
                resize '64x36'
                export mp4
            }
            ''')

        when:
        def home = Distribution.home(Files.createDirectory(folder.resolve('hôme中')))
        def result = Distribution.run(launch(home + environment, 'run', 'é 采访.groovy', '-q', '--name', 'ü 🎬', *names.collect { ['--input', "./$it"] }.flatten()))

        then:
        result.err == ''
        result.code == 0
        names.every { result.out.contains(it.replace('\n', ' ')) }
        Files.size(folder.resolve('ü 🎬.mp4')) > 0
        Files.isDirectory(folder.resolve('hôme中/.data/retake/media'))

        where:
        how                                              | environment
        'in a locale that is not installed'              | NOT_INSTALLED
        'where another charset is the default of Java'   | [LC_ALL: 'C.UTF-8', JAVA_TOOL_OPTIONS: '-Dfile.encoding=ISO-8859-1']
    }

    def "a recorded path from another locale does no harm if it can't be a path in this one"() {
        given:
        script('a.groovy', 'params { input file }\nsession { upload input; println timeline }')
        script('copy.groovy', 'new File(args0()).mkdirs()\njava.nio.file.Files.copy(sampleClip(), new File(args0(), "clip.mp4").toPath())\nString args0() { "é" }')
        assert Distribution.run(launch([:], 'run', 'copy.groovy', '-q')).code == 0
        Files.createDirectory(folder.resolve('plain'))
        Files.copy(folder.resolve('é/clip.mp4'), folder.resolve('plain/clip.mp4'))

        expect:
        Distribution.run(launch([:], 'run', 'a.groovy', '-q', '--input', 'é/clip.mp4')).code == 0
        with(Distribution.run(java(NO_LOCALE, 'run', 'a.groovy', '-q', '--input', 'plain/clip.mp4'))) {
            err == ''
            code == 0
        }
        def noted = folder.resolve('.data/retake/media').toFile().listFiles().collect { new File(it, 'media.json').text }
        noted.any { it.contains('é/clip.mp4') && it.contains('plain/clip.mp4') }
    }

    def "without a UTF-8 locale the error for an unwritable name says why and what to do: #text"() {
        given:
        script('a.groovy', text)
        Files.writeString(folder.resolve('é.mp4'), 'x')

        when:
        def result = Distribution.run(java(NO_LOCALE, 'run', 'a.groovy', *arguments))

        then:
        result.code == code
        result.err.contains(message)
        result.err.contains(LOCALE_ADVICE)
        !result.err.contains('Exception')

        where:
        text                                                                         | arguments            || code | message
        "session { upload 'é.mp4' }"                                                 | []                   || 2    | "a.groovy:1:18: there is no file 'é.mp4'"
        "session { upload '*.mp4' }"                                                 | []                   || 1    | 'is not in US-ASCII, the encoding of file names in this process'
        "session { upload sampleClip(); trim to: 99.ms; export mp4, to: 'é.mp4' }"   | []                   || 2    | "the file name 'é.mp4' can't be written in US-ASCII"
        'params { input file }'                                                      | ['--input', 'é.mp4'] || 2    | "can't be written in US-ASCII"
    }

    def "the error for a file name that isn't Unicode says so"() {
        given:
        script('a.groovy', "session { upload '*.mp4' }")
        assert ['sh', '-c', 'printf x > "$(printf \'lat\\351.mp4\')"'].execute(null, folder.toFile()).waitFor() == 0

        when:
        def result = Distribution.run(launch([:], 'run', 'a.groovy'))

        then:
        result.code == 1
        result.err.contains('is not in UTF-8, the encoding of file names in this process; rename the file')
    }

    // ---

    private void script(String name, String text) {
        Files.writeString(folder.resolve(name), text.stripIndent())
    }

    private ProcessBuilder launch(Map<String, String> environment, Object... arguments) {
        Distribution.command(folder, [LC_ALL: 'C.UTF-8'] + environment, arguments)
    }

    /** Runs a host program without the launcher, in a given locale. */
    private ProcessBuilder java(Map<String, String> environment, Object... arguments) {
        def builder = Distribution.command(folder, environment, arguments)
        def program = [System.getProperty('java.home') + '/bin/java', '-XX:TieredStopAtLevel=1', '-cp', "${Distribution.folder()}/lib/retake.jar", Main.name]
        builder.command((program + arguments.toList())*.toString())
    }
}
