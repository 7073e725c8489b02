package io.retake.repl.shell

import io.retake.repl.Tmux
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** History, suggestions, settings and the init script on a real terminal, driven with keys. */
@Requires(value = { Tmux.isThere() }, reason = 'there is no tmux here')
class ComfortOnTerminalSpec extends Specification {
    static final String DIM = '\u001b[2m'
    @TempDir
    Path folder
    List<Tmux> screens = []

    def cleanup() {
        screens*.close()
    }

    def "earlier lines are suggested only at the end of the line, and the next prompt finds them too"() {
        given:
        def history = folder.resolve('.state/retake/history.tsv')
        def first = started('RETAKE_INIT=off')

        when:
        first.type('"first " + "line"', 'Enter')
        first.awaitPrompt('first line')
        first.type('[7].each {', 'Enter')
        first.await { it.startsWith('   ...>') }
        first.type('println "seven " + it }', 'Enter')
        first.awaitPrompt('seven 7')
        first.type("password = 'hunter2'", 'Enter')
        first.await { it.contains('contain a secret') }
        first.type('"fir')
        first.awaitLast { it.startsWith('retake> "first " + "line"') }

        then: 'dim after the cursor; hidden when the cursor leaves the end, shown when it returns'
        first.until { first.screen('-e').readLines().any { it =~ /"fir(\u001b\[[0-9;]+m)+st / && it.contains(DIM) } }

        when:
        first.press('Left')

        then:
        first.awaitLast { it ==~ /retake> "fir +\S+/ }

        when: 'a word, then all'
        first.press('End')
        first.awaitLast { it.startsWith('retake> "first " + "line"') }
        first.press('M-f', 'Left', 'Right', 'BSpace')
        first.await { it.startsWith('retake> "firs') }
        first.press('Left')
        first.await { it ==~ /retake> "firs +\S+/ }
        first.press('End', 'C-e', 'Enter')
        first.awaitPrompt('retake> "first " + "line"')
        def leftovers = left(first)

        then: 'the file has it all, but for what is secret'
        leftovers.empty
        !Files.readString(history).contains('hunter2')
        Files.readAllLines(history).count { it.contains('\tdone\t') && it.endsWith('"first " + "line"') } == 2

        when: 'another prompt, and another day perhaps'
        def second = started('RETAKE_INIT=off')
        second.press('C-r')
        second.type('seven')
        second.await { it.contains('bck-i-search: seven') }
        second.press('Enter')
        second.awaitPrompt('seven 7')
        second.type('/history seven', 'Enter')
        second.awaitPrompt('~1/2')

        then:
        second.lines().any { it ==~ /~1\/2 .*statement +\[7\]\.each \{/ }
        second.lines().any { it ==~ / +1 .*statement +\[7\]\.each \{/ }

        when:
        second.type('/replay ~1/2', 'Enter')
        second.awaitPrompt('> [7].each {')

        then:
        left(second).empty
    }

    def "an init script's declarations persist, its errors are reported, and each prompt runs it without recording it"() {
        given:
        def init = Files.createDirectories(folder.resolve('.config/retake')).resolve('init.groovy')
        Files.writeString(init, "println 'from init'\ndef lead = 2.s\ndef twice(int n) { n * 2 }\n")
        def prompt = started('')

        when:
        prompt.await { it == 'from init' }
        prompt.type('twice 21', 'Enter')
        prompt.awaitPrompt('42')
        prompt.type('/history', 'Enter')
        prompt.awaitPrompt('command')

        then:
        prompt.lines().any { it ==~ /1 .*statement +twice 21/ }
        !prompt.lines().any { it =~ /\d\d:\d\d:\d\d.*lead/ }

        when:
        Files.writeString(init, "println 'again'\ntrimm to: 2.s\n")
        left(prompt)
        prompt = started('')

        then:
        prompt.await { it.contains('init.groovy:2:1: unknown verb') }

        when:
        prompt.type('1 + 1', 'Enter')
        prompt.awaitPrompt('2')
        left(prompt)
        Files.writeString(init, "int none = 0\nprintln(1.intdiv(none))\n")
        prompt = started('')

        then:
        prompt.await { it.contains('init.groovy:2: ') }

        cleanup:
        left(prompt)
    }

    def "a theme applies at once and persists; a wrong value is reported"() {
        given:
        def prompt = started('RETAKE_INIT=off')

        when:
        prompt.type('/set them light', 'Enter')
        prompt.await { it.contains("unknown setting 'them'; did you mean theme?") }
        prompt.type('/set theme lite', 'Enter')
        prompt.await { it.contains("theme can't be 'lite'") }
        prompt.type('/set theme safe', 'Enter')
        prompt.awaitPrompt('theme        safe')

        then: 'blue in place of green'
        prompt.until { prompt.screen('-e').readLines().findAll { it.contains('retake>') }.last().contains('38;5;32') }
        Files.readString(folder.resolve('.config/retake/settings')).contains('theme = safe')

        when:
        prompt.type('/set mark off', 'Enter')
        prompt.await { it.startsWith('mark         off') }
        prompt.type('mute')

        then:
        prompt.await { it == 'retake> mute' }

        when:
        prompt.press('C-u')
        left(prompt)
        prompt = started('RETAKE_INIT=off')
        prompt.type('grayscale')
        prompt.await { it == 'retake> grayscale' }

        then:
        prompt.until { prompt.screen('-e').contains('38;5;32') }
    }

    def "an entry is edited in the user's editor, which has the terminal"() {
        given:
        def editor = folder.resolve('editor')
        Files.writeString(editor, '#!/bin/sh\nprintf "EDITING> "; read line; echo "println \'$line\'" >>"$1"\n')
        editor.toFile().executable = true
        def prompt = started("RETAKE_INIT=off EDITOR='$editor'")

        when:
        prompt.type('"ab" * 2', 'Enter')
        prompt.awaitPrompt('abab')
        prompt.type('/edit --editor', 'Enter')
        prompt.await { it.startsWith('EDITING>') }
        prompt.type('typed there', 'Enter')
        prompt.await { it.startsWith("   ...> println 'typed there'") }
        prompt.press('Enter')

        then:
        prompt.awaitPrompt('typed there')
        left(prompt).empty
        !new File(System.getProperty('java.io.tmpdir')).list().any { it.startsWith('retake-edit') }
    }

    private Tmux started(String settings) {
        def tmux = new Tmux(folder, "tmux${screens.size()}")
        screens << tmux
        tmux.start(100, 30, "TERM=xterm-256color $settings")
        tmux.await { it == 'retake>' }
        tmux
    }

    private List<String> left(Tmux tmux) {
        tmux.type('/quit', 'Enter')
        tmux.await { it == 'left with 0' }
        Files.list(folder.resolve('.state/retake')).withCloseable { all -> all.toList()*.fileName*.toString().findAll { it.endsWith('.new') } }
    }
}
