package io.retake.dsl.syntax

import io.retake.dsl.compile.Scripts
import io.retake.dsl.problem.Problem
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Reports a mistake at the place that a user would point at, with its cause. */
class SyntaxErrorPlacesSpec extends Specification {
    @TempDir
    Path folder

    Scripts scripts

    def setup() {
        scripts = new Scripts(getClass().classLoader, folder.resolve('cache'))
        Files.createFile(folder.resolve('a.mp4'))
    }

    List<Problem> problems(String script) {
        scripts.check(ScriptSource.text('film.groovy', script), folder)
    }

    def '#what is reported at #place'() {
        when:
        def found = problems(script)

        then:
        found.size() == 1
        "${found[0].line()}:${found[0].column()}" == place
        found[0].message().contains(message)
        found[0].source() == script.replace('\ufeff', '').readLines()[found[0].line() - 1]
        !found[0].advice().isEmpty()

        where:
        what                               | script                                                                                     || place  | message
        'a missing brace of a session'     | "session {\n    upload 'a.mp4'\n    export mp4\n"                                          || '1:9'  | "'{' is not closed"
        'a missing brace further in'       | "session {\n    if (true) {\n        trim to: 1.s\n    export mp4\n}"                      || '2:15' | "'{' is not closed"
        'a missing brace of a closure'     | "session {\n    [1].each { n ->\n        trim to: n.s\n    export mp4\n}\nprintln 1"       || '2:14' | "'{' is not closed"
        'a missing brace of a method'      | "def look() {\n    color auto\n\nsession {\n    look()\n}\n"                               || '1:12' | "'{' is not closed"
        'a brace too many'                 | "session {\n    upload 'a.mp4'\n}\n}"                                                      || '4:1'  | "'}' has no opening partner"
        'a brace too many further up'      | "session {\n    upload 'a.mp4' }\n    export mp4\n}"                                       || '2:20' | "'}' has no opening partner"
        'a missing )'                      | "session {\n    reorder([1, 2]\n    export mp4\n}"                                         || '2:12' | "'(' is not closed"
        'a missing ]'                      | "session {\n    def l = [1, 2\n    export mp4\n}"                                          || '2:13' | "'[' is not closed"
        'a missing ) in a call'            | "session {\n    println(1\n    println(2)\n}"                                              || '2:12' | "'(' is not closed"
        'a stray )'                        | "session {\n    trim to: 1.s)\n    export mp4\n}"                                          || '2:17' | "')' has no opening partner"
        'a stray ]'                        | "session {\n    trim to: 1.s]\n    export mp4\n}"                                          || '2:17' | "']' has no opening partner"
        'brackets that cross'              | "session {\n    reorder([1, 2)]\n    export mp4\n}"                                        || '2:18' | "'[' is not closed yet"
        'an open single quote'             | "session {\n    title 'Hello\n    export mp4\n}"                                           || '2:11' | 'text is not closed'
        'an open double quote'             | "session {\n    title \"Hello\n    export mp4\n}"                                          || '2:11' | 'text is not closed'
        'an open quote behind another'     | "session {\n    upload 'a.mp4', 'b.mp4\n    export mp4\n}"                                 || '2:21' | 'text is not closed'
        'an open triple quote'             | "session {\n    title '''Hello\n    export mp4\n}"                                         || '2:11' | 'text is not closed'
        'an open triple double quote'      | "def n = 1\nsession {\n    title \"\"\"Hello \$n\n    export mp4\n}"                       || '3:11' | 'text is not closed'
        'a value open in a text'           | "def n = 1\nsession {\n    title \"Hello \${n\n    export mp4\n}"                          || '3:19' | "'{' is not closed"
        'an open text behind a value'      | "def n = 1\nsession {\n    title \"Hello \${n} you\n    export mp4\n}"                     || '3:11' | 'text is not closed'
        'a sign that begins no value'      | "session {\n    title \"costs \$ 5\"\n}"                                                    || '2:18' | "'\$' in double quotes"
        'an open comment'                  | "session {\n    /* note\n    export mp4\n}"                                                || '2:5'  | 'comment is not closed'
        'an open comment in a line'        | "session {\n    trim to: 1.s /* note\n}"                                                   || '2:18' | 'comment is not closed'
        'a number without an end'          | "def x = 1\ndef y = 0" + '0' * 1000                                                        || '2:9'  | 'too many digits'
        'brackets that no one types'       | "def x = " + '[' * 101                                                                     || '1:109' | 'the limit is 100'
        'an open text between slashes'     | "session {\n    def x = /abc\n    export mp4\n}"                                           || '2:13' | "unexpected '/'"
        'a wrong escape'                   | "session {\n    title 'a\\qb'\n    export mp4\n}"                                          || '2:13' | "'\\q' is not an escape sequence"
        'a wrong escape of a code'         | "session {\n    title 'a\\u00zzb'\n    export mp4\n}"                                      || '2:13' | 'needs four hexadecimal digits'
        'a folder of Windows'              | "session {\n    upload 'C:\\clips\\a.mp4'\n}"                                              || '2:15' | "'\\c' is not an escape sequence"
        'a missing comma between names'    | "session {\n    trim from: 1.s to: 2.s\n    export mp4\n}"                                 || '2:20' | "missing comma before 'to:'"
        'two commas'                       | "session {\n    trim from: 1.s,, to: 2.s\n    export mp4\n}"                               || '2:20' | "unexpected ','"
        'a comma at the end of a line'     | "session {\n    upload 'a.mp4',\n    trim to: 1.s\n    export mp4\n}"                      || '2:19' | 'continues after this comma'
        'a map with a colon missing'       | "session {\n    def m = [a: 1, b 2]\n}"                                                    || '2:22' | "unexpected '2'"
        'a missing comma behind a text'    | "session {\n    title 'Hello' to: 3.s\n}"                                                    || '2:19' | "missing comma before 'to'"
        'a missing comma between files'    | "session {\n    upload 'a.mp4' 'b.mp4'\n}"                                                  || '2:20' | 'missing comma'
        'a missing comma behind a word'    | "session {\n    upload 'a.mp4'\n    export mp4 to: 'x.mp4'\n}"                              || '3:16' | "missing comma before 'to'"
        'a missing colon'                  | "session {\n    upload 'a.mp4'\n    trim from 1.s, to: 2.s\n}"                              || '3:10' | "missing colon after 'from'"
        'a stray token'                    | "session {\n    trim to: 1.s @\n    export mp4\n}"                                         || '2:18' | "unexpected '@'"
        'quotes of a shell'                | "session {\n    edit `brighter`\n    export mp4\n}"                                        || '2:10' | "is not allowed here"
        'a keyword as a name'              | "def class = 5"                                                                            || '1:5'  | "'class' is a Groovy keyword"
        'a keyword as a name in a session' | "session {\n    def new = 5\n    export mp4\n}"                                            || '2:9'  | "'new' is a Groovy keyword"
        'else without if'                  | "session {\n    else { export mp4 }\n}"                                                    || '2:5'  | "unexpected 'else'"
        'if without brackets'              | "session {\n    if true { export mp4 }\n}"                                                 || '2:8'  | "unexpected 'true'"
        'for without what it goes over'    | "session {\n    for (x in ) { export mp4 }\n}"                                             || '2:15' | "unexpected ')'"
        'a closure with half a parameter'  | "session {\n    [1].each { x, -> println x }\n}"                                           || '2:19' | "unexpected '->'"
        'a method without a name'          | "def (String name) { color auto }\nsession { export mp4 }"                                  || '1:19' | "unexpected '{'"
        'a method with half a parameter'   | "def look(String name, ) { color auto }\nsession { export mp4 }"                           || '1:23' | "unexpected ')'"
        'an operator without its right'    | "session {\n    trim to: 1.s +\n}"                                                         || '2:18' | "missing after '+'"
        'half a choice'                    | "session {\n    def x = true ? 1\n}"                                                       || '2:20' | "missing after '1'"
        'half an import'                   | "import java.nio.\nsession { export mp4 }"                                                 || '1:16' | "missing after '.'"
        'a number with its unit'           | "session {\n    trim from: 2s, to: 5.s\n}"                                                 || '2:16' | "'2s' is not a number"
        'a number in percent'              | "session {\n    volume 35%\n}"                                                             || '2:12' | "'35%' is not a number"
        'a decimal with two points'        | "session {\n    def x = [1.2.3, 4\n}"                                                      || '2:17' | "unexpected '.3'"
        'a bracket open in params'         | "params {\n    look(['warm', 'cool'], help: 'x'\n}\nprintln look"                          || '2:9'  | "'(' is not closed"
        'a quote open in params'           | "params {\n    input file, help: 'the clip\n}\nprintln input"                              || '2:23' | 'text is not closed'
        'a mistake in nested closures'     | "session {\n    [1].each { n ->\n        [3].each { m ->\n            trim from: n.s to: m.s\n        }\n    }\n}" || '4:28' | 'missing comma'
        'a mistake in a method'            | "def look() {\n    trim from: 1.s to: 2.s\n}\nsession { look() }"                          || '2:20' | 'missing comma'
        'a mistake in a class'             | "class A {\n    int x() {\n        return 1 +\n    }\n}\nprintln 1"                        || '3:18' | "missing after '+'"
        'a mistake behind Chinese text'    | "session {\n    title '你好，世界' to: 3.s\n    export mp4\n}"                                || '2:19' | 'missing comma'
        'a Chinese bracket'                | "session {\n    title '你好，世界', to: 3.s）\n    export mp4\n}"                              || '2:27' | "'）' is not allowed here"
        'a Chinese comma'                  | "session {\n    title '你好'，to: 3.s\n}"                                                     || '2:15' | "'，' is not allowed here"
        'curly quotes'                     | "session {\n    title “Hello”\n}"                                                          || '2:11' | "'“' is not allowed here"
        'a minus from a text program'      | "session {\n    volume −6.dB\n}"                                                           || '2:12' | "'−' is not allowed here"
        'a space that is none'             | "session {\n    trim\u00a0to: 1.s\n}"                                                      || '2:9'  | 'invisible character (U+00A0)'
        'a mistake behind an emoji'        | "session {\n    title '🎬🎬' to: 3.s\n}"                                                     || '2:18' | 'missing comma'
        'a mistake behind a tab'           | "session {\n\ttrim from: 1.s to: 2.s\n}"                                                   || '2:17' | 'missing comma'
        'a mistake in lines of Windows'    | "session {\r\n    upload 'a.mp4'\r\n    trim from: 1.s to: 2.s\r\n}\r\n"                   || '3:20' | 'missing comma'
        'a mistake behind a mark of order' | "\ufeffsession { trim from: 1.s to: 2.s }"                                                 || '1:26' | 'missing comma'
    }

    def '#what, which can be parsed, is reported in its line: #script'() {
        when:
        def found = problems(script)

        then:
        !found.isEmpty()
        found[0].line() == line
        found[0].column() > 0

        where:
        what                      | script                                                      || line
        'a name with an equals'   | "session {\n    upload 'a.mp4'\n    trim from = 1.s\n}"        || 3
        'a comma before a word'   | "session {\n    trim from: 1.s,\n    export mp4\n}"            || 2
        'a number with a letter'  | "session {\n    upload 'a.mp4'\n    trim to: 0x\n}"            || 3
        'a number with points'    | "session {\n    upload 'a.mp4'\n    trim to: 1.2.3.s\n}"       || 3
        'a number too large'      | "session {\n    upload 'a.mp4'\n    trim to: 1e300.s\n}"       || 3
        'a long number'           | "println 1\nprintln 9223372036854775808L"                      || 2
        'a colon in params'       | "params {\n    input file, help 'x'\n}\nprintln input"         || 2
        'a variable again'        | "session {\n    def x = 1\n    def x = 2\n}"                   || 3
        'a value as a place'      | "session {\n    1 = 2\n}"                                      || 2
        'break outside of a loop' | "session {\n    println 1\n    break\n}"                       || 3
        'a unit of a list'        | "session {\n    upload 'a.mp4'\n    println([1].s)\n}"         || 3
    }

    def 'a unit that may touch its number is not blamed for a mistake beside it'() {
        expect:
        problems("session { upscale 1080p; trim from: 1.s to: 2.s }")*.message() == ["missing comma before 'to:'"]
        problems("session {\n upload 'a.mp4'\n upscale 1080p\n trim to: 2.s)\n}")*.message() == ["this ')' has no opening partner"]
    }

    def 'reports every number that touches its unit, in the lines that it breaks'() {
        expect:
        problems("session {\n trim from: 2s, to: 5s\n volume 35%\n}").collect { "${it.line()}:${it.column()} ${it.message()}".toString() } ==
            ["2:13 '2s' is not a number", "2:21 '5s' is not a number", "3:9 '35%' is not a number"]
    }

    def 'columns count what editors count: an emoji is two'() {
        expect:
        problems("session { upload 'a.mp4'; title '🎬', too: 1.s }")*.column() == [39]
        problems("println '🎬🎬'; println nope")*.column() == [25]
        problems("session { edit '🎬'; upload 'no.mp4' }")*.column() == [29]
    }
}
