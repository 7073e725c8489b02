package io.retake.dsl.compile

import io.retake.dsl.problem.Problem
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Compiles large scripts, or explains why one is too large, in linear time. */
class LargeScriptsSpec extends Specification {
    @TempDir
    Path folder

    Scripts scripts

    def setup() {
        scripts = new Scripts(getClass().classLoader, folder.resolve('cache'))
        Files.createFile(folder.resolve('cars.mp4'))
    }

    List<Problem> problems(String script) {
        scripts.check(ScriptSource.text('large.groovy', script), folder)
    }

    Object value(String script, EntryCompilerSpec.Told host = new EntryCompilerSpec.Told()) {
        scripts.ready(ScriptSource.text('large.groovy', script), [:], folder).run(host)
    }

    static String session(int lines) {
        "session {\n upload 'cars.mp4'\n" + (0..<lines).collect { " title 'caption number $it', from: ${it % 35 * 100}.ms, to: ${it % 35 * 100 + 200}.ms, position: bottom" }.join('\n') + '\n}'
    }

    def 'a session of two thousand verbs compiles'() {
        expect:
        problems(session(2000)) == []
    }

    def 'four times the lines take about four times the time'() {
        given:
        problems(session(200)) // what is slow once

        when:
        def times = [250, 1000].collect { lines ->
            (1..3).collect { def start = System.nanoTime(); problems(session(lines + it)); System.nanoTime() - start }.min()
        }

        then:
        times[1] < 10 * times[0] // sixteen times, where it grows with the square
    }

    def 'a mistake at the end of a long session is found there'() {
        expect:
        problems(session(500)[0..-2] + ' trim from: 1.s to: 2.s\n}')*.line() == [503]
    }

    def 'the statements of a block that was cut are done in order, and the last is its value'() {
        given:
        def host = new EntryCompilerSpec.Told()

        expect:
        value("def all = []\n" + (0..<1000).collect { "all << $it" }.join('\n') + "\nreturn all == (0..<1000).toList()") == true
        value("def x = 1\n" + 'x = x + 1\n' * 500 + "println x\n" * 300 + 'x') == 501
        value("def x = 1\n" + "println x\n" * 300 + "x = 'a'\n" + "println x.size()\n" * 300 + 'x') == 'a'
        value("def out = []\n[5, 6].each {\n" + 'out << it\n' * 300 + "}\nreturn out.size() == 600 && out[0] == 5 && out[599] == 6") == true
        value("int f() {\n" + 'println 1\n' * 300 + "if (true) return 3\n" + 'println 1\n' * 300 + '4\n}\nf()') == 3
        value("def n = 0\nfor (i in 1..2) {\n" + 'n++\n' * 150 + 'println n\n' * 150 + "if (i == 1) continue\nn += 1000\n}\nn") == 1300
        value("def go() {\n" + (0..<400).collect { "title 'number $it', to: 1.s" }.join('\n') + "\n}\ngo()", host) == 'done'
        host.performed.collect { it[2][0] } == (0..<400).collect { "number $it".toString() }
    }

    def 'a text of seventy thousand letters is one text'() {
        given:
        def text = '你' * 30_000 + 'x' * 40_000

        expect:
        value("return '$text'") == text
        problems("session { upload 'cars.mp4'\n edit '$text' }") == []
        problems("session { upload 'cars.mp4'\n title 'a', to: 1.s\n edit \"\"\"$text\"\"\" }") == []
    }

    def 'explains #what, with its line'() {
        when:
        def found = problems(script)

        then:
        found*.line() == [line]
        found[0].message().contains(message)
        found[0].advice().contains(advice)

        where:
        what                        | script                                                                                                 || line | message              | advice
        'a list of 5,000 maps'      | "println 1\ndef l = [\n" + (0..<5000).collect { "[name: 'n$it', at: ${it}.s]" }.join(',\n') + '\n]\nl'    || 2    | 'block is too large' | 'split it'
        'a list in a session'       | "session {\n println 1\n def l = [\n" + (0..<5000).collect { "[name: 'n$it']" }.join(',\n') + '\n]\n}'   || 3    | 'block is too large' | 'split it'
        'a method of declarations'  | "println 1\ndef f() {\n" + (0..<8000).collect { "def v$it = ${it}.s" }.join('\n') + '\n}\nf()'           || 3    | 'block is too large' | 'split it'
        'a long text in a class'    | "println 1\nclass A {\n String s = '" + 'x' * 70_000 + "'\n}"                                           || 3    | 'more than 65535 bytes' | 'read it from a file'
    }
}
