package io.retake.dsl.check

/** Rejects forbidden Groovy constructs before a script runs, with their place and the alternative. */
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
        "println 1\nSystem.exit(3)"                                                || '2:1'  | "'System.exit' would end"       | "fail 'reason'"
        "println 1; Runtime.runtime.halt(1)"                                       || '1:12' | "'Runtime.halt' would end"      | "fail 'reason'"
        "Runtime.getRuntime().exit(1)"                                             || '1:1'  | "'Runtime.exit' would end"      | "fail 'reason'"
        "def r = Runtime.runtime\nr.exit(1)"                                       || '2:1'  | "'Runtime.exit' would end"      | "fail 'reason'"
        "import java.lang.System as S\nS.exit(0)"                                  || '2:1'  | "'System.exit' would end"       | "fail 'reason'"
        "import static java.lang.System.exit\nexit(1)"                             || '2:1'  | "'System.exit' would end"       | "fail 'reason'"
        "def f = System.&exit"                                                     || '1:9'  | "'System.exit' would end"       | "fail 'reason'"
        "class A { def x() { System.exit(1) } }\nnew A().x()"                      || '1:21' | "'System.exit' would end"       | "fail 'reason'"
        "@groovy.transform.CompileDynamic\ndef x() { System.exit(1) }\nx()"        || '2:11' | "'System.exit' would end"       | "fail 'reason'"
        "session { [1].each { System.exit(it) } }"                                 || '1:22' | "'System.exit' would end"       | "fail 'reason'"
        "exit 3"                                                                   || '1:1'  | "'exit' would end"              | "fail 'reason'"
        "session { quit() }"                                                       || '1:11' | "'quit' would end"              | "fail 'reason'"
        "@Grab('a:b:1')\nimport java.nio.file.Files\nprintln Files"                || '1:1'  | "'@Grab' is not supported"           | 'classes of Java and Groovy'
        "println 1\n@Grapes([@Grab('a:b:1'), @Grab('c:d:2')])\ndef x = 1"          || '2:1'  | "'@Grapes' is not supported"         | 'classes of Java and Groovy'
        "@groovy.lang.Grab('a:b:1')\ndef x() { 1 }\nx()"                           || '1:1'  | "'@Grab' is not supported"           | 'classes of Java and Groovy'
        "class A { @Grab('a:b:1') def x() { 1 } }\nprintln 1"                      || '1:11' | "'@Grab' is not supported"           | 'classes of Java and Groovy'
        "println 1\ngroovy.grape.Grape.grab(group: 'a', module: 'b', version: '1')" || '2:1' | "'Grape' is not supported"           | 'classes of Java and Groovy'
        "package my.pkg\nprintln 1"                                                || '1:1'  | "can't have a package"                 | 'remove the line'
        "// a comment\npackage my"                                                 || '2:1'  | "can't have a package"                 | 'remove the line'
        "println 1\n@groovy.transform.BaseScript groovy.lang.Script s"             || '2:1'  | 'base class'              | 'remove it'
        "def main() {\n println 1\n}"                                              || '1:1'  | 'nothing calls main()'          | 'main()'
        "static void main(String[] args) {\n println 1\n}"                         || '1:1'  | 'nothing calls main()'          | 'main()'
    }

    def 'no code of a script runs when it is checked'() {
        given:
        def ran = folder.resolve('ran').toFile()

        expect:
        problems("@groovy.transform.ASTTest(value = { new File('$ran').text = 'x' })\ndef x = 1")*.message() == ["'@ASTTest' would run code while Retake checks the script"]
        !ran.exists()
    }

    def 'accepts constructs that only look like forbidden ones: #script'() {
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
