package io.retake.repl.shell.terminal

import io.retake.repl.view.Theme
import io.retake.repl.view.picture.Graphics
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import org.jline.reader.LineReader
import org.jline.reader.LineReaderBuilder
import org.jline.terminal.Terminal
import org.jline.terminal.TerminalBuilder
import spock.lang.Specification

/** Queries of a terminal's picture support, on a real pseudo-terminal whose other end the test plays. */
class PicturesSpec extends Specification {
    static XTERM = '\u001b[?64;1;2c'
    private final keys = new PipedOutputStream()
    private final screen = new Screen()
    private Terminal terminal
    private LineReader reader

    /** Collects the output to the terminal and answers after the last query. */
    private static class Screen extends ByteArrayOutputStream {
        final asked = new CompletableFuture<String>()

        @Override
        synchronized void write(int b) {
            super.write(b)
            if (toString().contains('\u001b[c')) asked.complete(toString())
        }
    }

    def setup() {
        java.util.logging.Logger.getLogger('org.jline').level = java.util.logging.Level.OFF // it logs the closed terminal
        System.setProperty(TerminalBuilder.PROP_GRAPHEME_CLUSTER, 'false') // as in the prompt: no queries by JLine itself
        terminal = TerminalBuilder.builder().name('fake').system(false).provider('jni').type('xterm-256color').streams(new PipedInputStream(keys), screen).build()
        terminal.enterRawMode()
        reader = LineReaderBuilder.builder().terminal(terminal).build()
    }

    def cleanup() {
        terminal?.close()
    }

    def "a terminal that answers #answer shows #graphics"() {
        given:
        def pictures = pictures(environment)
        screen.asked.thenAccept { send(answer) }

        expect:
        pictures.graphics() == graphics
        screen.asked.get(5, TimeUnit.SECONDS).contains('\u001b_Gi=31') == !environment.TMUX
        pictures.graphics() == graphics // not asked again
        screen.toString().count('\u001b[c') == 1

        and: 'nothing of the answer is left for the line'
        terminal.reader().peek(20) == -2

        where:
        answer                                                    | environment                                   || graphics
        '\u001b_Gi=31;OK\u001b\\' + XTERM                         | [:]                                           || Graphics.KITTY
        '\u001b_Gi=31;ENOTSUPPORTED\u001b\\' + XTERM              | [:]                                           || Graphics.BLOCKS
        '\u001bP>|iTerm2 3.4\u001b\\' + '\u001b[?62;4c'           | [:]                                           || Graphics.ITERM2
        '\u001bP>|WezTerm 2024\u001b\\\u001b[6;20;10t\u001b[?65;4;6c' | [:]                                       || Graphics.ITERM2
        '\u001bP>|XTerm(379)\u001b\\\u001b[?64;1;4;22c'           | [:]                                           || Graphics.SIXEL
        XTERM                                                     | [KITTY_WINDOW_ID: '1']                        || Graphics.BLOCKS
        '\u001b[?1;2;4c'                                          | [TMUX: '/tmp/x,1,0', TERM: 'tmux-256color']   || Graphics.SIXEL
        '\u001bP>|tmux 3.4\u001b\\\u001b[?1;2c'                   | [TMUX: '/tmp/x,1,0', KITTY_WINDOW_ID: '1']    || Graphics.BLOCKS
    }

    def "the size of a cell is taken from the answer, and text typed meanwhile is kept"() {
        given:
        def pictures = pictures([:])
        screen.asked.thenAccept { send('tr\u001b[6;40;18tim\u001b[?62;4c') }

        expect:
        with(pictures.detected()) {
            cellWidth() == 18
            cellHeight() == 40
        }

        when:
        send(' to: 2.s\r')

        then:
        reader.readLine('> ') == 'trim to: 2.s'
    }

    def "a silent terminal causes only a short wait; a late answer isn't typed into the line"() {
        given:
        def pictures = new Pictures(terminal, { reader }, { [TERM: 'xterm-256color', COLORTERM: 'truecolor'] }, { new Theme(true, true) })
        def begun = System.nanoTime()

        when:
        def graphics = pictures.graphics()
        def took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)
        send('\u001b_Gi=31;OK\u001b\\\u001bP>|late 1\u001b\\\u001b[6;40;18t' + XTERM + 'mute\r')

        then:
        graphics == Graphics.BLOCKS
        took >= 190
        took < 10_000
        reader.readLine('> ') == 'mute'
    }

    def "a terminal isn't queried if the answer would change nothing: #environment"() {
        expect:
        new Pictures(terminal, { reader }, { environment }, { new Theme(colour, true) }).graphics() == graphics
        screen.toString() == ''

        where:
        environment                                                | colour || graphics
        [TERM: 'xterm-256color', RETAKE_GRAPHICS: 'sixel']         | true   || Graphics.SIXEL
        [TERM: 'xterm-256color', RETAKE_GRAPHICS: 'none']          | true   || Graphics.NONE
        [TERM: 'xterm-kitty']                                      | false  || Graphics.NONE
        [TERM: 'dumb']                                             | true   || Graphics.NONE
    }

    /** Waits long for an answer, as a busy machine may take long to play the terminal. */
    private Pictures pictures(Map<String, String> more, long patienceMillis = 20_000) {
        new Pictures(terminal, { reader }, { [TERM: 'xterm-256color', COLORTERM: 'truecolor'] + more }, { new Theme(true, true) }, patienceMillis)
    }

    private void send(String text) {
        keys.write(text.getBytes('UTF-8'))
        keys.flush()
    }
}
