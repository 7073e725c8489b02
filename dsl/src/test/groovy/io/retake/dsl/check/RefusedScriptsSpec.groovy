package io.retake.dsl.check

/** What Groovy has and a script can't use is refused before it runs, with its place and what to do instead. */
class RefusedScriptsSpec extends ChecksSpecification {
    def '#script is refused at #place'() {
        when:
        def found = problems(script)

        then:
        found.collect { "${it.line()}:${it.column()}".toString() } == [place]
        found[0].message().contains(message)
        found[0].advice().contains(advice)

        where:
        script                                                                     || place  | message                         | advice
        "println 1\nSystem.exit(3)"                                                || '2:1'  | "'System.exit' would end"       | "fail 'why'"
        "println 1; Runtime.runtime.halt(1)"                                       || '1:12' | "'Runtime.halt' would end"      | "fail 'why'"
        "Runtime.getRuntime().exit(1)"                                             || '1:1'  | "'Runtime.exit' would end"      | "fail 'why'"
        "def r = Runtime.runtime\nr.exit(1)"                                       || '2:1'  | "'Runtime.exit' would end"      | "fail 'why'"
        "import java.lang.System as S\nS.exit(0)"                                  || '2:1'  | "'System.exit' would end"       | "fail 'why'"
        "import static java.lang.System.exit\nexit(1)"                             || '2:1'  | "'System.exit' would end"       | "fail 'why'"
        "def f = System.&exit"                                                     || '1:9'  | "'System.exit' would end"       | "fail 'why'"
        "class A { def x() { System.exit(1) } }\nnew A().x()"                      || '1:21' | "'System.exit' would end"       | "fail 'why'"
        "@groovy.transform.CompileDynamic\ndef x() { System.exit(1) }\nx()"        || '2:11' | "'System.exit' would end"       | "fail 'why'"
        "session { [1].each { System.exit(it) } }"                                 || '1:22' | "'System.exit' would end"       | "fail 'why'"
        "exit 3"                                                                   || '1:1'  | "'exit' would end"              | "fail 'why'"
        "session { quit() }"                                                       || '1:11' | "'quit' would end"              | "fail 'why'"
        "@Grab('a:b:1')\nimport java.nio.file.Files\nprintln Files"                || '1:1'  | "'@Grab' would fetch"           | 'what Java and Groovy bring'
        "println 1\n@Grapes([@Grab('a:b:1'), @Grab('c:d:2')])\ndef x = 1"          || '2:1'  | "'@Grapes' would fetch"         | 'what Java and Groovy bring'
        "@groovy.lang.Grab('a:b:1')\ndef x() { 1 }\nx()"                           || '1:1'  | "'@Grab' would fetch"           | 'what Java and Groovy bring'
        "class A { @Grab('a:b:1') def x() { 1 } }\nprintln 1"                      || '1:11' | "'@Grab' would fetch"           | 'what Java and Groovy bring'
        "println 1\ngroovy.grape.Grape.grab(group: 'a', module: 'b', version: '1')" || '2:1' | "'Grape' would fetch"           | 'what Java and Groovy bring'
        "package my.pkg\nprintln 1"                                                || '1:1'  | 'in no package'                 | 'take the line out'
        "// a comment\npackage my"                                                 || '2:1'  | 'in no package'                 | 'take the line out'
        "println 1\n@groovy.transform.BaseScript groovy.lang.Script s"             || '2:1'  | 'base of a script'              | 'take it out'
        "def main() {\n println 1\n}"                                              || '1:1'  | 'nothing calls main()'          | 'main()'
        "static void main(String[] args) {\n println 1\n}"                         || '1:1'  | 'nothing calls main()'          | 'main()'
    }

    def 'no code of a script runs when it is checked'() {
        given:
        def ran = folder.resolve('ran').toFile()

        expect:
        problems("@groovy.transform.ASTTest(value = { new File('$ran').text = 'x' })\ndef x = 1")*.message() == ["'@ASTTest' runs code while a script is checked"]
        !ran.exists()
    }

    def 'what only looks like it is none of it: #script'() {
        expect:
        problems(script) == []

        where:
        script << [
            "def exit(int code) { code }\nexit(3)",
            "class System2 { static exit(int x) { x } }\nSystem2.exit(1)",
            "def main() { println 1 }\nmain()",
            "println 'System.exit(1) and @Grab and package'",
            "println System.getProperty('user.name')",
        ]
    }
}
