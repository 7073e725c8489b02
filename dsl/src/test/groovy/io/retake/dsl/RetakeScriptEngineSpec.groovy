package io.retake.dsl

import java.nio.file.Files
import java.nio.file.Path
import javax.script.Compilable
import javax.script.ScriptEngineManager
import javax.script.ScriptException
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class RetakeScriptEngineSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    @AutoCleanup
    RetakeScriptEngine engine = new ScriptEngineManager().getEngineByName('retake') as RetakeScriptEngine

    def setup() {
        engine.runOn(Retake.builder().environment([:]).home(folder).workingFolder(folder).backend(Backend.at(backend.url)).build())
    }

    def 'bindings are parameters, println goes to the writer, and the value comes back'() {
        given:
        Files.writeString(folder.resolve('a.mp4'), 'footage')
        engine.context.writer = new StringWriter()
        engine.put('name', 'Ada')

        expect:
        engine.eval("params { name text }\nsession { upload 'a.mp4'; edit \"title \${name}\"; println 'ok' }\nreturn 6 * 7") == 42
        backend.messages == ['title Ada']
        engine.context.writer.toString() == 'ok' + System.lineSeparator()
    }

    def 'a compiled script can be evaluated again'() {
        given:
        def script = (engine as Compilable).compile('params { n 1 }\nreturn n + 1')

        when:
        engine.put('n', 5)

        then:
        script.eval() == 6
        script.eval() == 6
    }

    def 'reports the place of a fault'() {
        when:
        engine.eval("def x = 1\nsession { fad in: 1.s }")

        then:
        def wrong = thrown(ScriptException)
        wrong.lineNumber == 2
        wrong.columnNumber == 11
        wrong.message.contains("did you mean 'fade'?")

        when:
        engine.eval('def x = []\n\nx.get(3)')

        then:
        def failed = thrown(ScriptException)
        failed.lineNumber == 3
        failed.cause instanceof IndexOutOfBoundsException
    }
}
