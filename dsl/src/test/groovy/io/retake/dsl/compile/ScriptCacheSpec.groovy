package io.retake.dsl.compile

import io.retake.dsl.parameter.ParameterType
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

class ScriptCacheSpec extends Specification {
    @TempDir
    Path folder

    Path kept() {
        Files.list(folder.resolve('cache')).filter { it.fileName.toString().endsWith('.script') }.findFirst().get()
    }

    Scripts scripts() {
        new Scripts(getClass().classLoader, folder.resolve('cache'))
    }

    ScriptSource source = ScriptSource.text('film.groovy', "/** Makes a film. */\nparams { height 720, help: 'lines'; look(['a', 'b']); clip file, optional: true }\n" +
        "session { upload 'a.mp4'; export mp4 }")

    def 'the cache returns the compiled script unchanged'() {
        given:
        def first = scripts().describe(source)

        expect:
        scripts().describe(source) == first
        first.text() == 'Makes a film.'
        first.parameters()*.name() == ['height', 'look', 'clip']
        first.parameters()*.type() == [ParameterType.INTEGER, ParameterType.CHOICE, ParameterType.FILE]
        first.parameters()*.required() == [false, false, false]
        first.parameters()[1].choices() == ['a', 'b']
        Files.list(folder.resolve('cache')).count() == 1
    }

    def 'files that a kept script names are looked for each time'() {
        given:
        Files.createFile(folder.resolve('a.mp4'))

        expect:
        scripts().check(source, folder) == []

        when:
        Files.delete(folder.resolve('a.mp4'))

        then:
        scripts().check(source, folder)*.line() == [3]
        scripts().check(source, folder)*.column() == [18]
    }

    def 'a kept script that is #damage is compiled again, and kept again'() {
        given:
        def good = scripts().describe(source)
        byte[] bytes = Files.readAllBytes(kept())
        Files.write(kept(), harm.call(bytes) as byte[])

        expect:
        scripts().describe(source) == good
        Files.readAllBytes(kept()).length == bytes.length

        where:
        damage         | harm
        'cut off'      | { byte[] b -> Arrays.copyOf(b, b.length.intdiv(2)) }
        'empty'        | { byte[] b -> new byte[0] }
        'changed'      | { byte[] b -> b[100] = (byte) (b[100] ^ 1); b }
        'other things' | { byte[] b -> 'hello'.bytes }
    }

    def 'a cache that cannot be written costs time and nothing else'() {
        given:
        Files.writeString(folder.resolve('cache'), 'a file where the folder should be')

        expect:
        scripts().describe(source).parameters().size() == 3
    }

    def 'a changed text is another script'() {
        given:
        scripts().describe(source)
        scripts().describe(ScriptSource.text('film.groovy', source.text() + ' '))

        expect:
        Files.list(folder.resolve('cache')).count() == 2
    }

    def 'a script that was compiled before runs without the compiler'() {
        given: 'two runs of the same script, each in a process of its own'
        Path script = Files.writeString(folder.resolve('hello.groovy'), "def twice(int n) { n * 2 }\nprintln twice(21)\n[1, 2].each { println it }")
        def run = { ->
            def log = folder.resolve('classes.log')
            def process = new ProcessBuilder(Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), "-Xlog:class+load:file=$log",
                '-XX:TieredStopAtLevel=1', '-cp', System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path'),
                'io.retake.dsl.compile.RunsOneScript', script.toString(), folder.toString()).redirectErrorStream(true).start()
            def said = process.inputStream.text
            assert process.waitFor(60, TimeUnit.SECONDS)
            assert process.exitValue() == 0
            [said, Files.readAllLines(log).collect { it.split(' +')[1] }.toSet()]
        }

        when:
        def (firstSaid, firstClasses) = run()
        def (secondSaid, secondClasses) = run()
        def compilers = secondClasses.findAll { it.startsWith('org.codehaus.groovy.control.CompilationUnit') || it.startsWith('org.codehaus.groovy.transform.s') }

        then:
        firstSaid == '42\n1\n2\n'
        secondSaid == firstSaid
        firstClasses.contains('org.codehaus.groovy.control.CompilationUnit')
        compilers.empty
        !secondClasses.contains('com.fasterxml.jackson.databind.ObjectMapper')
    }
}
