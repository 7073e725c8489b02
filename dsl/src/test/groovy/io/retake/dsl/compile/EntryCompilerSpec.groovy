package io.retake.dsl.compile

import io.retake.dsl.problem.InvalidScript
import io.retake.dsl.scope.BackendInfo
import io.retake.dsl.scope.RecipeResult
import io.retake.dsl.scope.RetakeScript
import io.retake.dsl.scope.SessionScope
import io.retake.dsl.scope.StepTime
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

class EntryCompilerSpec extends Specification {
    @TempDir
    Path folder

    def entries

    def setup() {
        entries = new EntryCompiler(EntryCompilerSpec.classLoader, new Scripts(EntryCompilerSpec.classLoader, folder.resolve('cache')))
    }

    def host = new Told()
    int number

    def "a value is what the entry says last"() {
        expect:
        say(text) == value

        where:
        text                      | value
        '1 + 1'                   | 2
        '"a" + "b"'               | 'ab'
        'def x = 5'               | 5
        'x = 6'                   | 6
        'def (a, b) = [1, 2]; b'  | 2
        '[1, 2].collect { it * 2 }' | [2, 4]
        'def m() { 3 }'           | null
        'import java.time.Period' | null
    }

    def "times are reckoned with: #text"() {
        expect:
        say("def x = 2.s; $text") == value

        where:
        text              | value
        'x + 500.ms'      | Duration.ofMillis(2500)
        'x - 500.ms'      | Duration.ofMillis(1500)
        'x * 2'           | Duration.ofSeconds(4)
        '1.5 * x'         | Duration.ofSeconds(3)
        'x / 3'           | Duration.ofNanos(666_666_667)
        'x / 500.ms'      | 4
        'x * 0.1 + x / 4' | Duration.ofMillis(700)
        'x * -1'          | Duration.ofSeconds(-2)
        'x > 1.s'         | true
        '-x'              | Duration.ofSeconds(-2)
        '1.s - -x'        | Duration.ofSeconds(3)
        '[x, 3.s].sort { -it }'             | [Duration.ofSeconds(3), Duration.ofSeconds(2)]
        '[a: x].collect { k, v -> -v }'     | [Duration.ofSeconds(-2)]
        'int n = 3; int m = -n; m'          | -3
        'long n = 3; long m = -n; m'        | -3L
        'double n = 1.5; double m = -n; m'  | -1.5d
        'def n = 1.5; BigDecimal m = -n; m' | -1.5
        'Integer n = 3; Integer m = -n; m'  | -3
        'def n = 3; -n + 1'                 | -2
        'def n = 3G; -n'                    | -3G
        'float n = 1.5f; -n'                | -1.5f
        'def n = [1, 2]; -n'                | [-1, -2]
    }

    def "variables stand, with their types"() {
        when:
        say("def names = ['b', 'a']")
        say('def count = names.size()')
        say('int half = 2')

        then:
        say('names.sort().first().toUpperCase()') == 'A'
        say('count.intValue() + half') == 4
        say('count += 3') == 5
        say('count') == 5
        entries.names() == ['names', 'count', 'half'] as TreeSet
        entries.variables() == [names: ['a', 'b'], count: 5, half: 2]
    }

    def "a variable is what it is at the end of its entry"() {
        when:
        say('def n = 0; 3.times { n++ }')

        then:
        say('n') == 3
    }

    def "keeps the declarations of an entry before its failure"() {
        when:
        say('def kept = 7; throw new IllegalStateException("no")')

        then:
        thrown(IllegalStateException)
        say('kept') == 7
    }

    def "a variable may be null, changed, and declared anew with another type"() {
        when:
        say('String s = null')

        then:
        say('s') == null
        say("s = 'text'") == 'text'
        say('s.length()') == 4
        say('def s = 12') == 12
        say('s + 1') == 13
    }

    def "methods stand and can be written anew; imports too"() {
        when:
        say('int twice(int n) {\n    n * 2\n}')
        say('import java.time.Duration as D')

        then:
        say('twice(4)') == 8
        say('D.ofSeconds(2).toMillis()') == 2000
        say('int twice(int n) { n * 20 }; twice(2)') == 40
        say('twice(1)') == 20
    }

    def "classes stand"() {
        when:
        say('class Cut { int at; String toString() { "cut at $at" } }')
        say('def first = new Cut(at: 3)')

        then:
        say('first.at') == 3
        say('"$first"').toString() == 'cut at 3'
        say('[first, new Cut(at: 4)].collect { Cut c -> c.at }') == [3, 4]
    }

    def "verbs need no session around them"() {
        when:
        say('trim from: 1.s, to: 3.s')
        say('def start = 2.s')
        say('trim from: start')
        say('mute')

        then:
        host.performed*.get(0) == ['trim', 'trim', 'mute']
        host.performed[1][1].from.toMillis() == 2000
    }

    def "reports the place of a fault, and leaves nothing behind"() {
        when:
        say('def good = 1\ntrimm from: 1.s')

        then:
        def wrong = thrown(InvalidScript)
        wrong.problems()*.line() == [2]
        wrong.problems()[0].message().contains("did you mean 'trim'")
        entries.names().isEmpty()

        when:
        say("upload 'nowhere.mp4'")

        then:
        thrown(InvalidScript)

        when:
        say('def known = 1')
        say('knwon + 1')

        then:
        def word = thrown(InvalidScript)
        word.problems()[0].message() == "unknown word 'knwon'; did you mean 'known'?"
    }

    def "a file that is there is no problem"() {
        given:
        Files.createFile(folder.resolve('a.mp4'))

        when:
        say("upload 'a.mp4'")

        then:
        host.uploads == ['a.mp4']
    }

    private Object say(String text) {
        entries.ready(++number, text, folder).run(host)
    }

    static class Told implements RetakeScript.Host {
        final List performed = []
        final List uploads = []

        @Override
        SessionScope current(String verb) {
            [
                perform: { String v, Map named, Object[] values -> performed << [v, named, values as List]; 'done' },
                upload: { Object[] files -> uploads.addAll(files as List); [] }
            ] as SessionScope
        }

        @Override
        <T> T session(Closure<T> block) { block.call() }

        @Override
        <T> T session(String title, Closure<T> block) { block.call() }

        @Override
        RecipeResult use(String recipe) { null }

        @Override
        RecipeResult use(Map<String, ?> parameters, String recipe) { null }

        @Override
        BackendInfo getBackend() { null }

        @Override
        void fail(Object why) {}

        @Override
        void fail(Object why, Object advice) {}

        @Override
        <T> List<T> eachFile(List<Path> files, Closure<T> work) { [] }

        @Override
        Path sampleClip() { null }

        @Override
        List<StepTime> getSteps() { [] }

        @Override
        void println(Object text) {}

        @Override
        void println() {}

        @Override
        void print(Object text) {}

        @Override
        void printf(String pattern, Object[] values) {}

        @Override
        void sleep(Duration time) {}

        @Override
        void sleep(long milliseconds) {}
    }
}
