package io.retake.repl.shell

import io.retake.repl.Tmux
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Whole screens in a small and a large terminal, with and without colors. In the expected texts {@code ⇥} fills the
 * line up to the right edge, and {@code ^[} is an escape.
 */
@Requires(value = { Tmux.isThere() }, reason = 'there is no tmux here')
class ScreensOnTerminalSpec extends Specification {
    @TempDir
    Path folder
    Tmux tmux
    int width

    def setup() {
        tmux = new Tmux(folder)
    }

    def cleanup() {
        tmux.close()
    }

    def "at #columns x #rows, #look"() {
        given:
        width = columns
        tmux.start(columns, rows, "TERM=xterm-256color RETAKE_INIT=off $settings")
        tmux.await { it == 'retake>' }

        when: 'typing: what it is taken for at the right, what the verb takes below'
        tmux.type('mute')
        tmux.await { it.endsWith('statement') }
        cleared()
        tmux.type('trim from: 2.s')

        then:
        shows("""\
            retake> trim from: 2.s⇥statement
              trim ${now('[from:]')} [to:] [ranges:] [except:] [on:]
              from  time, 2.s or '0:12.5'  where it begins""")
        coloured('^[32mretake> ^[1m^[39mtrim^[0m^[39m^[49m ^[2mfrom:^[0m^[39m^[49m ^[36m2.s^[39m⇥^[2mstatement')

        when: 'completing: the choices below; Ctrl-C there gives up the line'
        cleared()
        tmux.type('aspect "9:16", fit: ', 'Tab')

        then:
        shows('''\
            retake> aspect "9:16", fit:⇥statement
            crop   pad    blur''')

        when:
        tmux.press('C-c')

        then:
        shows('''\
            retake> aspect "9:16", fit:⇥statement
            Press Ctrl-C again to quit.
            retake>''')

        when: 'several lines'
        cleared()
        tmux.type('[1, 2].each {', 'Enter')
        tmux.type('println it', 'Enter')
        tmux.type('}', 'Enter')

        then:
        shows('''\
            retake> [1, 2].each {⇥statement
               ...> println it
               ...> }
            1
            2
            [1, 2]
            retake>''')
        coloured('^[32mretake> ^[39m[^[36m1^[39m, ^[36m2^[39m].each {⇥^[2mstatement')

        when: 'searching what was typed, and giving that up'
        cleared()
        tmux.press('C-r')
        tmux.type('each')

        then:
        shows('''\
            retake> [1, 2].each {⇥statement
               ...> println it
               ...> }
            bck-i-search: each_''')

        when:
        tmux.press('C-c')

        then:
        shows('''\
            retake> [1, 2].each {⇥statement
               ...> println it
               ...> }
            Press Ctrl-C again to quit.
            retake>''')

        when: 'wrong input'
        cleared()
        tmux.type('trimm to: 2.s', 'Enter')

        then:
        shows('''\
            retake> trimm to: 2.s⇥statement
            prompt_2:1:1: unknown verb 'trimm' here; did you mean 'trim'?
                trimm to: 2.s
                ^
            retake>''')
        coloured('''^[0;1m^[39m^[49mprompt_2:1:1:^[0m^[39m^[49m unknown verb 'trimm' here; did you mean 'trim'?''')

        when: 'half a line, cleared'
        cleared()
        tmux.type('title "half')

        then:
        shows("""\
            retake> title "half⇥statement
              title ${now('<text>')} [from:] [to:] [position:] [style:]
              text  text  the text, in any script; a line break starts a new line""")

        when:
        tmux.press('C-c')

        then: 'nothing of it is left under it'
        shows('''\
            retake> title "half⇥statement
            Press Ctrl-C again to quit.
            retake>''')

        when:
        tmux.type('1 + 1', 'Enter')
        tmux.awaitPrompt('2')
        tmux.press('C-c')
        tmux.await { it == 'Press Ctrl-C again to quit.' }
        tmux.press('C-c')

        then:
        tmux.await { it == 'left with 0' }

        where:
        columns | rows | settings
        80      | 24   | ''
        80      | 24   | 'NO_COLOR=1'
        200     | 50   | ''
        200     | 50   | 'NO_COLOR=1'
        look = settings ? 'without colour' : 'in colour'
        plain = !settings.empty
    }

    /** Without colors, asterisks mark the argument at the cursor. */
    private String now(String argument) {
        plain() ? "*$argument*" : argument
    }

    private boolean plain() {
        specificationContext.currentIteration.dataVariables.plain
    }

    private void cleared() {
        tmux.press('C-e', 'C-u', 'C-l')
        assert shows('retake>')
    }

    private boolean shows(String screen) {
        def wanted = screen.stripIndent().readLines().collect { edged(it, { it.length() }) }
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20)
        while (tmux.lines() != wanted) {
            if (System.nanoTime() > end) {
                assert tmux.lines().join('\n') == wanted.join('\n')
            }
            LockSupport.parkNanos(20_000_000) // each look is a process
        }
        assert !plain() || !(tmux.screen('-e') =~ /\u001b\[[0-9;]*[34][0-9]m/)
        true
    }

    /** A line has this look if there are colors. */
    private boolean coloured(String line) {
        def wanted = edged(line) { it.replaceAll(/\^\[\[?[0-9;]*m/, '').length() }
        plain() || tmux.until { tmux.screen('-e').readLines()*.stripTrailing()*.replace('\u001b[', '^[').any { it.startsWith(wanted) } }
    }

    private String edged(String line, Closure<Integer> length) {
        line.replace('⇥', ' ' * (width - length(line.replace('⇥', ''))))
    }
}
