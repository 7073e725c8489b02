package io.retake.dsl.run

import io.retake.dsl.Backend
import io.retake.dsl.FakeBackend
import io.retake.dsl.Retake
import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.InvalidScript
import io.retake.dsl.problem.ScriptSource
import io.retake.dsl.prompt.Evaluator
import io.retake.dsl.prompt.Origin
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Reports a run's failure with its file and line, and with the lines that used it. */
class FailurePlacesSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    @AutoCleanup
    Retake retake

    def setup() {
        retake = Retake.builder().environment([:]).home(folder.resolve('home')).workingFolder(folder).backend(Backend.at(backend.url)).build()
        Files.writeString(folder.resolve('a.mp4'), 'footage')
        write('inner', "params { n 'x' }\n\nprintln n.toInteger()")
        write('middle', "println 1\nuse 'inner', n: 'abc'")
        write('refused', "session {\n    upload 'a.mp4'\n    fail 'no good', 'take another'\n}")
    }

    private void write(String name, String text) {
        Files.writeString(folder.resolve("${name}.groovy"), text)
    }

    private RunEvent.Failed failure(String script) {
        write('main', script)
        retake.run(ScriptSource.file(folder.resolve('main.groovy'), folder), [:], {}).await().failure().orElse(null)
    }

    def 'in a recipe: #script'() {
        when:
        def failed = failure(script)

        then:
        [failed.script(), failed.line(), failed.message(), failed.advice()] == [file, line, message, advice]

        where:
        script                                                                                  | file             || line | message                                                                                        | advice
        "use 'inner'"                                                                           | 'inner.groovy'   || 3    | 'NumberFormatException: For input string: "x" (from main.groovy:1)'                         | ''
        "println 1\nuse 'middle'"                                                               | 'inner.groovy'   || 3    | 'NumberFormatException: For input string: "abc" (from middle.groovy:2, from main.groovy:2)' | ''
        "println 1\n\nuse 'refused'"                                                            | 'refused.groovy' || 3    | 'no good (from main.groovy:3)'                                                              | 'take another'
        "def go() {\n    use 'inner'\n}\ngo()"                                                  | 'inner.groovy'   || 3    | 'NumberFormatException: For input string: "x" (from main.groovy:2)'                         | ''
        "try {\n use 'inner'\n} catch (Exception e) {\n throw new IllegalStateException('so', e)\n}" | 'main.groovy' || 4  | 'IllegalStateException: so'                  | ''
        "try {\n use 'inner'\n} catch (Exception e) { }\n'x'.toInteger()"                       | 'main.groovy'    || 4    | 'NumberFormatException: For input string: "x"'                                                 | ''
        "class A {\n static int f(String s) {\n  Integer.parseInt(s)\n }\n}\n['x'].each { A.f(it) }" | 'main.groovy' || 3  | 'NumberFormatException: For input string: "x"'                                                 | ''
    }

    def 'an exception of a recipe stays what it is, so that its user can catch it'() {
        expect:
        failure("try { use 'inner' } catch (NumberFormatException e) { return 1 }\nfail 'not caught'") == null
    }

    def 'in lines from elsewhere: #text'() {
        given:
        def prompt = retake.prompt('film')

        when:
        def failed = prompt.start(text, Optional.of(new Origin('<stdin>', 7)), {}).await().failure().get()

        then:
        failed.script() == '<stdin>'
        failed.line() == line

        cleanup:
        prompt.close()

        where:
        text                                        || line
        "def x = 'a'.toInteger()"                   || 7
        "[1].each {\n  println it\n  'a'.toInteger()\n}" || 9
        'upload no-such-file.mp4'                   || 7
    }

    def 'reports the fault in such a line, too'() {
        given:
        def prompt = retake.prompt('film')

        when:
        prompt.start("def x = 1\ntrm from: x.s", Optional.of(new Origin('<stdin>', 4)), {})

        then:
        def wrong = thrown(InvalidScript)
        wrong.problems()*.toString() == ["<stdin>:5:1: unknown verb 'trm' here; did you mean 'trim'?"]
        wrong.problems()[0].source() == 'trm from: x.s'

        cleanup:
        prompt.close()
    }

    def 'in a method of an earlier line'() {
        given:
        def prompt = retake.prompt('film')

        when:
        say(prompt, 1, 'import java.nio.file.Files')
        say(prompt, 2, "int one() {\n  1\n}")
        say(prompt, 5, "def bad() {\n  one()\n  'a'.toInteger()\n}")
        def failed = say(prompt, 9, "def x = 2\nbad()")

        then:
        [failed.script(), failed.line()] == ['<stdin>', 7]

        cleanup:
        prompt.close()
    }

    private static RunEvent.Failed say(Evaluator prompt, int line, String text) {
        prompt.start(text, Optional.of(new Origin('<stdin>', line)), {}).await().failure().orElse(null)
    }
}
