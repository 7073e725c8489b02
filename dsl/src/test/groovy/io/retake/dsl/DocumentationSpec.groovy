package io.retake.dsl

import io.retake.core.vocabulary.Vocabulary
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.regex.Pattern
import javax.imageio.ImageIO
import java.awt.image.BufferedImage
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Runs the snippets of the documentation unchanged. */
class DocumentationSpec extends Specification {
    static final Path ROOT = Path.of(System.getProperty('retake.root'))

    @Shared
    @TempDir
    Path data

    @TempDir
    Path folder

    static List<String> snippets(String page, String language) {
        def matcher = Pattern.compile('(?s)```' + language + '\n(.*?)```').matcher(Files.readString(ROOT.resolve(page)))
        def found = []
        while (matcher.find()) {
            found << matcher.group(1)
        }
        found
    }

    Retake retake() {
        Retake.builder().environment([PATH: System.getenv('PATH')]).home(data).workingFolder(folder).engine { it.dataFolder(data.resolve('data')) }.build()
    }

    def setup() {
        Files.writeString(folder.resolve('talk.srt'), '1\n00:00:01,000 --> 00:00:03,000\nHello\n')
        Files.writeString(folder.resolve('look.cube'), 'LUT_3D_SIZE 2\n' + [0, 1].collectMany { b -> [0, 1].collectMany { g -> [0, 1].collect { r -> "$r $g $b" } } }.join('\n'))
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), 'png', folder.resolve('logo.png').toFile())
        def retake = retake()
        try {
            Files.copy(retake.run(ScriptSource.text('return sampleClip()'), [:], {}).await().orThrow().value().get() as Path, folder.resolve('a.mp4'))
            Files.copy(folder.resolve('a.mp4'), folder.resolve('intro.mp4'))
        } finally {
            retake.close()
        }
    }

    def 'the language page, snippet #number, runs'() {
        given:
        def retake = retake()

        when:
        def script = ScriptSource.text('page.groovy', snippet)
        def result = retake.run(script, retake.describe(script).parameters().any { it.required() } ? [input: 'a.mp4'] : [:], {}).await()

        then:
        result.orThrow().outputs().every { Files.size(it.path) > 1000 }
        !result.outputs().empty

        cleanup:
        retake.close()

        where:
        [number, snippet] << snippets('docs/language.md', 'groovy').withIndex().collect { text, index -> [index + 1, text] }
    }

    def 'each verb is in a snippet of the language page, which runs'() {
        given:
        def page = snippets('docs/language.md', 'groovy').join('\n')

        expect:
        Vocabulary.operations().findAll { !(page =~ /(?<![\w.'])${it.toString().replace(' ', ' +')}(?![\w'-])/) }*.toString() == []
    }

    def 'the script in the README runs'() {
        given:
        def retake = retake()
        Files.copy(folder.resolve('a.mp4'), folder.resolve('interview.mp4'))
        retake.run(ScriptSource.text("session { upload 'a.mp4'; export mp3, to: 'song.mp3' }"), [:], {}).await().orThrow()

        when:
        def result = retake.run(ScriptSource.text('interview.groovy', snippets('README.md', 'groovy').first()), [:], {}).await()

        then:
        result.orThrow().outputs().size() == 1
        Math.abs(result.outputs().first().duration.toMillis() - 5833) < 100 // 6.5 s, of which 2 s are played in 1.33 s

        cleanup:
        retake.close()
    }

    def 'the problems on the language page are those of such a script'() {
        given:
        def retake = retake()

        when:
        def found = retake.check(ScriptSource.text('card.groovy', "session {\n    upload('b.mp4')\n    fad in: 1.s\n    trim from: 5.s, to: 2.s\n}"))

        then:
        found*.toString()*.replace(folder.toString(), 'FOLDER').join('\n').replace(':2:12:', ':2:5:') + '\n' == snippets('docs/language.md', 'text').first()

        cleanup:
        retake.close()
    }

    def 'reports the mistakes on the language page as documented'() {
        given:
        def retake = retake()

        when:
        def found = ["session {\n    upload 'a.mp4'\n", "session {\n    upload 'a.mp4'\n    trim from: 1.s to: 2.s\n}", "session {\n    upload 'a.mp4'\n\n    title 'Hello\n}"]
            .collectMany { retake.check(ScriptSource.text('card.groovy', it)) }

        then:
        found*.toString().join('\n') + '\n' == snippets('docs/language.md', 'text')[1]

        cleanup:
        retake.close()
    }

    def 'the embedding page and the example host in #language run in a process of their own'() {
        when:
        def process = new ProcessBuilder([Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), '-XX:TieredStopAtLevel=1',
            '-Duser.home=' + data, '-cp', System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')] + command(folder))
            .directory(folder.toFile()).redirectErrorStream(true)
        process.environment().putAll([HOME: data.toString(), XDG_DATA_HOME: data.toString()])
        process.environment().keySet().removeAll { it.startsWith('NEMO_') || it.startsWith('XDG_C') || it.startsWith('XDG_S') }
        def started = process.start()
        def text = started.inputStream.text

        then:
        started.waitFor(120, TimeUnit.SECONDS)
        started.exitValue() == 0 || [text] == []
        text.contains(said)
        Files.list(folder).anyMatch { it.fileName.toString().endsWith('.mp4') && it.fileName.toString() != 'a.mp4' }

        where:
        language           | said         | command
        'Java'             | '.mp4'       | { Path f -> [ROOT.resolve('examples/host/Host.java').toString(), 'a.mp4'] }
        'Groovy'           | 'export mp4' | { Path f -> ['groovy.ui.GroovyMain', ROOT.resolve('examples/host/host.groovy').toString(), 'a.mp4'] }
        'Java on the page' | ' bytes'     | { Path f -> [page(f, 'docs/embedding.md').toString()] }
        'Java in README'   | ' bytes'     | { Path f -> [page(f, 'README.md').toString()] }
    }

    static Path page(Path folder, String page) {
        def imports = ['io.retake.dsl.*', 'io.retake.dsl.scope.*', 'io.retake.dsl.problem.*', 'io.retake.dsl.parameter.*', 'io.retake.dsl.compile.*', 'io.retake.dsl.event.*', 'io.retake.dsl.run.*', 'java.nio.file.Path', 'java.util.Map'].collect { "import $it;" }.join('\n')
        Files.writeString(folder.resolve('Page.java'), "$imports\nclass Page { public static void main(String[] a) throws Exception { Path folder = Path.of(\"\");\n" +
            snippets(page, 'java').first() + '} }')
    }

    def 'the javax.script snippet runs'() {
        expect:
        new GroovyShell().evaluate(snippets('docs/embedding.md', 'groovy').first().replace('println engine.eval', 'def value = engine.eval') + '\nreturn value') == 4
    }
}
