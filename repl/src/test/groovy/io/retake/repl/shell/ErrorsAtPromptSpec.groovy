package io.retake.repl.shell

import io.retake.dsl.Retake
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import org.jline.terminal.impl.DumbTerminal
import spock.lang.Specification
import spock.lang.TempDir

/** Whatever a line throws, including errors, ends only the line and never the prompt. */
class ErrorsAtPromptSpec extends Specification {
    @TempDir
    Path folder

    def "an entry that throws any kind of error ends, and the prompt continues: #what"() {
        when:
        def shown = typed(lines + ['println "still " + "here"'])

        then:
        shown.contains(told)
        shown.contains('still here')

        where:
        what                           | lines                                                                                              || told
        'an error'                     | ['throw new Error("no")']                                                                          || 'error: Error: no'
        'endless recursion'            | ['int again(int n) { again(n + 1) + 1 }', 'again(1)']                                              || 'error: StackOverflowError'
        'no memory'                    | ['throw new OutOfMemoryError("full")']                                                             || 'error: OutOfMemoryError: full'
        'a class that is broken'       | ['throw new NoClassDefFoundError("x/Y")']                                                          || 'error: NoClassDefFoundError: x/Y'
        'a value that cannot be shown' | ['class Odd { String toString() { throw new StackOverflowError() } }', 'new Odd()']                || 'error: internal error: StackOverflowError'
        'a message that throws'        | ['class Bad extends Error { String getMessage() { throw new Error("worse") } }', 'throw new Bad()'] || 'error: Bad'
        'an assertion'                 | ['assert 1 == 2']                                                                                  || 'error: PowerAssertionError'
    }

    def "a sentence of thousands of characters is answered, and the prompt continues"() {
        when:
        def shown = typed(["edit '${'it is all too long and says nothing, ' * 70}'".toString(), "edit '${"it\\'s (a) \"b\" " * 300}'".toString(), 'println "still " + "here"'])

        then:
        shown.contains('still here')
        !shown.contains('StackOverflowError')
        shown.contains('error: ')
    }

    /** Types the lines and returns the terminal's screen. */
    private String typed(List<String> lines) {
        def out = new ByteArrayOutputStream()
        def builder = { Retake.builder().environment([PATH: System.getenv('PATH')]).home(folder).workingFolder(folder).engine { it.dataFolder(folder.resolve('data')) } }
        def keys = new ByteArrayInputStream((lines.join('\n') + '\n').getBytes(StandardCharsets.UTF_8))
        def terminal = new DumbTerminal('typed', 'dumb', keys, out, StandardCharsets.UTF_8)
        try {
            new Prompt(builder, [HOME: folder.toString(), TERM: 'dumb'], folder, {}).run(terminal)
        } finally {
            terminal.close()
        }
        out.toString('UTF-8')
    }
}
