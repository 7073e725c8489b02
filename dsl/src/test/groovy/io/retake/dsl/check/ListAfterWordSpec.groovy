package io.retake.dsl.check

import io.retake.core.vocabulary.Vocabulary
import io.retake.dsl.compile.EntryCompilerSpec
import io.retake.dsl.compile.Scripts
import io.retake.dsl.problem.ScriptSource
import io.retake.dsl.scope.Words
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** A word of the language with a list behind it is a call, where Groovy sees the element of a variable. */
class ListAfterWordSpec extends Specification {
    @TempDir
    Path folder

    Scripts scripts

    def setup() {
        scripts = new Scripts(getClass().classLoader, folder.resolve('cache'))
        ['a.mp4', 'b.mp4'].each { Files.createFile(folder.resolve(it)) }
    }

    List<String> problems(String script) {
        scripts.check(ScriptSource.text('list.groovy', script), folder)*.toString()
    }

    def 'a list may stand behind a word without brackets: #script'() {
        expect:
        problems(script) == []

        where:
        script << [
            "session { upload 'a.mp4'; reorder [3, 1, 2] }",
            "session { upload 'a.mp4'; reorder [3,\n 1,\n 2]\n export mp4 }",
            "session { upload 'a.mp4'; reorder[2, 1] }",
            "session { upload ['a.mp4', 'b.mp4']; reorder [2] }",
            "session { upload 'a.mp4'; def s = scenes(); reorder [s[1], s[0]]; reorder [scene(2), scene(1)] }",
            "session { upload 'a.mp4'; reorder [3, 1, 2].reverse(); reorder [3, 1] + [2]; reorder [1, 2] as List }",
            "session { upload 'a.mp4'; if (true) reorder [2, 1]; [1].each { reorder [it] } }",
            "session { upload 'a.mp4'; def said = reorder [2, 1]; println said }",
            "session { upload 'a.mp4'; println(reorder [2, 1]) }",
            "def look() { reorder [2, 1] }\nsession { upload 'a.mp4'; look() }",
            "println [1, 2]\nprintln [1, [2, 3]]\nprintln [a: 1, b: [2]]\nprintln [:]\nprint [1]\nfail ['why']",
            "println [1, 2].collect { it * 2 }.sum()",
            "eachFile [Path.of('a.mp4'), Path.of('b.mp4')] { println it }",
            "eachFile [Path.of('a.mp4')], { println it }",
            "params { look ['warm', 'cool'] }\nprintln look",
            "params { look ['warm', 'cool'], help: 'the mood' }\nprintln look",
        ]
    }

    def "an element of a variable stays one, whatever it is called: #script"() {
        expect:
        problems(script) == []
        value(script) == expected

        where:
        script                                                          || expected
        "def reorder = [5, 6]\nreorder [1]"                             || 6
        "def title = ['a', 'b']\nreturn title[0]"                       || 'a'
        "def f = { List upload -> upload [0] }\nf([7])"                      || 7
        "def f(List edit) { edit [1] }\nf([7, 8])"                      || 8
        "def m = [a: 1]\nm ['a']"                                       || 1
        "int x = 0\nfor (trim in [[1, 2]]) { x += trim [1] }\nreturn x" || 2
    }

    def 'the intended list reaches the verb'() {
        expect:
        performed('reorder [3, 1, 2]') == [['reorder', [:], [[3, 1, 2]]]]
        performed('reorder [2, 1].reverse()') == [['reorder', [:], [[1, 2]]]]
        performed('reorder [*[3, 2], 1]') == [['reorder', [:], [[3, 2, 1]]]]
        performed('reorder [*[3, 2]]') == [['reorder', [:], [[3, 2]]]]
        performed('trim [from: 1.s, to: 2.s]')[0][1].keySet() == ['from', 'to'] as Set
    }

    def "a method of the script's own takes its list in brackets, and that is said: #script"() {
        expect:
        problems(script) == [expected]

        where:
        script                                        || expected
        'def look(List l) { println l }\nlook [1, 2]' || "list.groovy:2:1: 'look' is a command, not a value; to use its result, call it with parentheses: look(…)"
        "session { foo [1] }"                         || "list.groovy:1:11: unknown word 'foo'; put text in quotes; declare variables with def"
        "session { reorder[1] = 2 }"                  || "list.groovy:1:11: 'reorder' is a command, not a value; for example: reorder '3, 1, 2'"
        "session { reorder[1]++ }"                    || "list.groovy:1:18: 'reorder' is a command, not a value; for example: reorder '3, 1, 2'"
    }

    def 'no verb makes the compiler fail with a list, a map or nothing in brackets behind it'() {
        expect:
        (Words.statements() + Vocabulary.operations()*.verb() + ['print', 'printf', 'sleep']).toSet().each { word ->
            ['[1, 2]', '[a: 1]'].each {
                assert problems("session { $word $it }".toString()).every { !it.contains('the compiler failed') }
            }
        }
    }

    private Object value(String script) {
        scripts.ready(ScriptSource.text('list.groovy', script), [:], folder).run(new EntryCompilerSpec.Told())
    }

    private List performed(String statement) {
        def host = new EntryCompilerSpec.Told()
        scripts.ready(ScriptSource.text('list.groovy', "def go() { $statement }\ngo()"), [:], folder).run(host)
        host.performed
    }
}
