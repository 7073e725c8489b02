package io.retake.repl.cli

import io.retake.repl.Distribution
import io.retake.repl.view.Screen
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Lines from standard input: errors in them have the line number there. */
class PipedLinesSpec extends Specification {
    @TempDir
    Path folder

    private Map retake(String input, String... arguments) {
        def out = new ByteArrayOutputStream()
        def err = new ByteArrayOutputStream()
        def environment = Distribution.home(folder) + [PATH: System.getenv('PATH')]
        def screen = new Screen(new PrintStream(out, true, 'UTF-8'), new PrintStream(err, true, 'UTF-8'), false, false, environment)
        def code = Main.run(new ProcessEnvironment(screen, environment, folder, new ByteArrayInputStream(input.getBytes('UTF-8')), false), arguments)
        [code: code, out: out.toString('UTF-8'), err: err.toString('UTF-8')]
    }

    def 'lines that are done one after the other: #wrong'() {
        when:
        def result = retake("println 'a'\nprintln 'b'\n$wrong\nprintln 'c'\n")

        then:
        result.code == 1
        result.out == 'a\nb\n'
        result.err.readLines()[0] == expected

        where:
        wrong                                                             || expected
        'def x = "a".toInteger()'                                         || 'error: <stdin>:3: NumberFormatException: For input string: "a"'
        "[1].each {\n  'x'.toInteger()\n}"                                || 'error: <stdin>:4: NumberFormatException: For input string: "x"'
        "def f() {\n  'x'.toInteger()\n}\nf()"                            || 'error: <stdin>:4: NumberFormatException: For input string: "x"'
        "[1].each {\n  trm to: 1.s\n}"                                    || "<stdin>:4:3: unknown verb 'trm' here; did you mean 'trim'?"
        'println [1'                                                      || "<stdin>:3:9: this '[' is not closed"
        '/nope'                                                           || 'error: <stdin>:3: unknown command /nope'
        "use 'nope'"                                                      || "<stdin>:3:1: there is no recipe 'nope'"
    }

    def 'a script from standard input is #command'() {
        when:
        def result = retake(script, command, '-')

        then:
        [result.code, result.out] == [code, out]
        (result.err + result.out).contains(said)

        where:
        command | script                                                     || code | out   | said
        'run'   | "params { n 1 }\nprintln 'a'\nprintln n"                   || 0    | 'a\n1\n' | 'Done'
        'run'   | "println 'a'\nprintln 'b'\ndef x = 'a'.toInteger()"        || 1    | 'a\nb\n' | 'error: <stdin>:3: NumberFormatException'
        'run'   | "println 'a'\ntrm to: 1.s"                                 || 2    | ''    | '<stdin>:2:1: unknown verb'
        'check' | "println 'a'"                                              || 0    | ''    | 'no problems'
    }

    def 'a script from standard input takes parameters'() {
        expect:
        retake("params { n 1 }\nprintln n", 'run', '-', '--n', '5').out == '5\n'
    }
}
