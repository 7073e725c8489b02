package io.retake.dsl.check

import io.retake.dsl.compile.EntryCompiler
import io.retake.dsl.compile.EntryCompilerSpec
import io.retake.dsl.problem.InvalidScript
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files

/** Whatever makes the compiler fail is a problem of the script, with a place and what to do. */
class CompilerFaultSpec extends ChecksSpecification {
    def '#what is one problem with a line'() {
        when:
        def found = problems(script)

        then:
        found.size() == 1
        found[0].line() == line
        found[0].message().contains(message)
        !found[0].advice().isEmpty()

        where:
        what                              | script                                                         || line | message
        'a fault of the parser'           | "println 1\ndef x = 3 *\n  - - 1"                              || 3    | 'the compiler failed at or near here'
        'a fault of the type checker'     | 'println 1\nprintln([3, 1].sort("${1}""${2}")edit edit edit)'  || 2    | ''
        'a method that is handed on'      | "println 1\nsession { this.&trim }"                            || 2    | "no method 'trim' to reference here"
        'a field that can\'t be known'    | "println 1\n@groovy.transform.Field int x = nope"              || 2    | "unknown word 'nope'"
        'brackets in brackets'            | "println 1\ndef x = " + '[' * 5000 + ']' * 5000                || 2    | 'nested 5000 deep'
        'blocks in blocks'                | "println 1\n" + 'if (true) {\n' * 1000 + '}' * 1000             || 1001 | 'nested 1000 deep'
    }

    def 'a class inside of a class compiles, and runs'() {
        expect:
        scripts.ready(ScriptSource.text('film.groovy', 'class A { class B { int x() { 5 } } }\nnew A.B(new A()).x()'), [:], folder)
            .run(new EntryCompilerSpec.Told()) == 5
    }

    def 'a long expression compiles: the stack of the compiler is deep'() {
        expect:
        problems("def x = 'a'" + " + 'b'" * 3000) == []
        problems("def x = 'a'" + '.trim()' * 300) == []
    }

    def 'a script of nothing but declarations runs, and does nothing: #script'() {
        expect:
        problems(script) == []
        scripts.ready(ScriptSource.text('film.groovy', script), [:], folder).run(new EntryCompilerSpec.Told()) == null

        where:
        script << ['class A { }', 'enum A { B }', 'interface A { }', 'record A(int x) { }', 'trait A { }', 'def x() { 1 }',
                   'import java.nio.file.Files', '', '// nothing', 'class A { static void main(String[] a) { println 1 } }']
    }

    def 'an entry of a prompt that the compiler fails on costs that entry'() {
        given:
        def entries = new EntryCompiler(getClass().classLoader, scripts)
        def host = new EntryCompilerSpec.Told()

        when:
        entries.ready(1, 'def x = 5', folder).run(host)
        entries.ready(2, 'def y = - - 1', folder)

        then:
        def wrong = thrown(InvalidScript)
        wrong.problems()[0].line() == 1

        and:
        entries.ready(3, 'x + 1', folder).run(host) == 6
    }
}
