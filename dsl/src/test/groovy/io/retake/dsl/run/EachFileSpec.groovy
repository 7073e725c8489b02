package io.retake.dsl.run

import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** The same work on several files: what goes wrong with one is that file's, and fails the run when the script is through. */
class EachFileSpec extends BackendSpecification {
    def setup() {
        ['a.mp4', 'b.mp4', 'c.mp4'].each { Files.writeString(folder.resolve(it), 'footage') }
        retake = builder().build()
    }

    private RunResult run(String text, Map parameters = [:], String name = 'batch.groovy') {
        Files.writeString(folder.resolve(name), text)
        retake.run(ScriptSource.file(folder.resolve(name)), parameters, { events << it }).await()
    }

    def "any exception is that file's: the others are done, the script goes on with its list, and the run fails at its end: #thrown"() {
        when:
        def result = run("""
            params { input files }
            def made = eachFile(input) { Path f ->
                if (f.fileName.toString() == 'a.mp4') { $thrown }
                println "doing \$f.fileName"
                f.fileName.toString()
            }
            println "after \$made"
            return made""".stripIndent(), [input: '*.mp4'])

        then:
        printed() == ['doing b.mp4', 'doing c.mp4', 'after [b.mp4, c.mp4]']
        warned().size() == 1
        warned()[0].startsWith("a.mp4 failed: batch.groovy:4: $message")
        result.state() == RunEvent.State.FAILED
        result.value().get() == ['b.mp4', 'c.mp4']
        with(result.failure().get()) {
            it.kind() == RunEvent.Failure.RUN
            it.message() == '1 of 3 failed: a.mp4'
            it.advice().startsWith("a.mp4: batch.groovy:4: $message")
            it.advice().endsWith('\nthe others are done')
            it.line() == 3
        }

        where:
        thrown                                               || message
        "Integer.parseInt('x')"                              || 'NumberFormatException: For input string: "x"'
        "throw new IOException('the card is gone')"          || 'IOException: the card is gone'
        "fail 'no title'"                                    || 'no title'
        "[].get(3)"                                          || 'IndexOutOfBoundsException: Index 3 out of bounds for length 0'
        "throw new Exception('checked')"                     || 'Exception: checked'
        "session { upload 'a.mp4'; speed(-1 * 2) }"          || "'speed', argument factor: a speed is 0.05 to 100 times, not -2; to play backwards is another edit, not a negative speed"
        "session { upload 'no' + 'ne.mp4' }"                 || "there is no file 'none.mp4' in "
    }

    def "an assertion that doesn't hold is that file's as well"() {
        when:
        def result = run("params { input files }\neachFile(input) { f -> assert f.fileName.toString() != 'a.mp4' : 'not this one'\nprintln f.fileName }\nprintln 'end'", [input: '*.mp4'])

        then:
        printed() == ['b.mp4', 'c.mp4', 'end']
        result.failure().get().message() == '1 of 3 failed: a.mp4'
        warned()[0].startsWith('a.mp4 failed: batch.groovy:2: ')
    }

    def "other errors are not about the file, and end the run: #thrown"() {
        when:
        def result = run("params { input files }\neachFile(input) { f -> println f.fileName\n$thrown }\nprintln 'end'", [input: '*.mp4'])

        then:
        printed() == ['a.mp4']
        result.failure().get().message().contains(message)

        where:
        thrown                                || message
        "throw new OutOfMemoryError('heap')"  || 'OutOfMemoryError: heap'
        "throw new StackOverflowError()"      || 'StackOverflowError'
        "throw new LinkageError('x')"         || 'LinkageError'
    }

    def "a run that is cancelled ends in the middle"() {
        given:
        def begun = new CountDownLatch(1)
        backend.slowRenders = true

        when:
        Files.writeString(folder.resolve('batch.groovy'), "params { input files }\neachFile(input) { f -> session(\"\$f.fileName\") { upload f; export mp4 } }\nprintln 'end'")
        def run = retake.run(ScriptSource.file(folder.resolve('batch.groovy')), [input: '*.mp4'], {
            events << it
            if (it instanceof RunEvent.Progress && it.what() == RunEvent.Activity.RENDER) begun.countDown()
        })
        assert begun.await(30, TimeUnit.SECONDS)
        run.cancel()

        then:
        run.await().state() == RunEvent.State.CANCELLED
        printed() == []
        backend.count('POST /api/tasks') == 1
    }

    def "a refusal by the backend holds for every file, and ends the run"() {
        given:
        backend.outOfCredits = true

        when:
        def result = run("params { input files }\neachFile(input) { f -> session(\"\$f.fileName\") { upload f; edit 'x' } }\nprintln 'end'", [input: '*.mp4'])

        then:
        result.failure().get().kind() == RunEvent.Failure.REFUSED
        backend.count('POST /api/tasks') == 1
        printed() == []
    }

    def "a failure in a recipe names its place there and where it was used"() {
        given:
        Files.writeString(folder.resolve('two.groovy'), "params { input file }\n\nsession(\"\$input.fileName\") {\n    upload input\n    if (input.fileName.toString() == 'b.mp4') {\n        speed(-1 * 2)\n    }\n    export mp4\n}")

        when:
        def result = run("params { input files }\ndef made = []\neachFile(input) { f ->\n    made << use('two', input: f)\n}\nprintln \"\${made.size()} of \${input.size()}\"", [input: '*.mp4'])

        then:
        printed() == ['2 of 3']
        warned() == ['b.mp4 failed: two.groovy:6, from batch.groovy:4: \'speed\', argument factor: a speed is 0.05 to 100 times, not -2; to play backwards is another edit, not a negative speed']
        result.failure().get().advice().startsWith('b.mp4: two.groovy:6, from batch.groovy:4: ')
        result.outputs().size() == 2
    }

    def "a list of one file fails as the file does, when the script is through"() {
        when:
        def result = run("params { input files }\ndef made = eachFile(input) { f -> fail 'no title', 'write one' }\nprintln made", [input: 'a.mp4'])

        then:
        printed() == ['[]']
        warned() == []
        with(result.failure().get()) {
            it.message() == 'no title'
            it.advice() == 'write one'
            it.line() == 2
        }

        when: 'the script itself fails of it'
        events.clear()
        result = run("params { input files }\ndef made = eachFile(input) { f -> fail 'no title' }\nprintln made.get(0)", [input: 'a.mp4'])

        then: 'the run reports both'
        warned() == ['batch.groovy:2: no title']
        result.failure().get().message().startsWith('IndexOutOfBounds')
    }

    def "reports two loops together"() {
        expect:
        run("params { input files }\n2.times { n -> eachFile(input) { f -> if (f.fileName.toString() < 'c') fail \"no \$n\" } }", [input: '*.mp4'])
            .failure().get().message() == '2 of 3 failed: a.mp4, b.mp4; 2 of 3 failed: a.mp4, b.mp4'
    }

    def "a recipe that made nothing fails where it is used; one that made something lets its user go on"() {
        given:
        Files.writeString(folder.resolve('each.groovy'), "params { input files }\neachFile(input) { f -> if (f.fileName.toString() == 'a.mp4') fail 'no title'\nsession(\"\$f.fileName\") { upload f; export webm } }")

        when:
        def nothing = run("def film = use 'each', input: 'a.mp4'\nprintln film.path", [:], 'one.groovy')

        then:
        nothing.failure().get().message() == 'no title (from one.groovy:1)'
        printed() == []

        when:
        def something = run("def made = use 'each', input: ['a.mp4', 'b.mp4']\nprintln made.films.size()", [:], 'two.groovy')

        then:
        printed() == ['1']
        something.failure().get().message() == '1 of 2 failed: a.mp4 (from two.groovy:1)'
    }

    def "at a prompt the entry fails, and the next goes on"() {
        given:
        def prompt = retake.prompt('film')

        when:
        def first = prompt.start("def names = eachFile([Path.of('a.mp4'), Path.of('b.mp4')]) { f -> if (f.toString() == 'a.mp4') fail 'no'\nf.toString() }", { events << it }).await()

        then:
        first.failure().get().message() == '1 of 2 failed: a.mp4'
        prompt.start('names.size()', { }).await().value().get() == 1

        cleanup:
        prompt.close()
    }
}
