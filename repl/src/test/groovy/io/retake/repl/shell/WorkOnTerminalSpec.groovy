package io.retake.repl.shell

import io.retake.repl.FakeBackend
import io.retake.repl.Tmux
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Interrupting, moving to the background, quitting and reattaching, on a real terminal, at a backend on another
 * machine.
 */
@Requires(value = { Tmux.isThere() && !os.macOs }, reason = 'there is no tmux, or no second loopback address, here')
class WorkOnTerminalSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend(host: '127.0.0.2')

    Tmux tmux

    def setup() {
        Files.write(folder.resolve('a.mp4'), new byte[FakeBackend.SIZE])
        tmux = new Tmux(folder)
    }

    def cleanup() {
        tmux.close()
    }

    def "Ctrl-C stops the foreground job and nothing else, whatever it is"() {
        given:
        start()

        when: 'a half-typed line, an entry of several lines, and a loop that never ends, with something typed ahead'
        tmux.type('title "half')
        tmux.press('C-c')
        tmux.await { it == 'Press Ctrl-C again to quit.' }
        tmux.type('[1].each {', 'Enter')
        tmux.await { it.startsWith('   ...>') }
        tmux.press('C-c')
        tmux.type('"ab" * 3', 'Enter')
        tmux.awaitPrompt('ababab')
        tmux.type('println "begun"; while (true) { }', 'Enter')
        tmux.await { it == 'begun' }
        tmux.type('"cd" * 3', 'Enter')
        tmux.press('C-c')

        then:
        tmux.awaitPrompt('cdcdcd')

        when: 'an upload'
        backend.holdIn = 'upload'
        tmux.type("upload 'a.mp4'", 'Enter')
        tmux.await { it.startsWith('Uploading a.mp4') }
        tmux.press('C-c', 'C-c') // the second one is for the same thing, or for an empty line
        tmux.awaitPrompt('stopped: ')
        backend.holdIn = ''
        tmux.type("upload 'a.mp4'", 'Enter')
        tmux.awaitPrompt('✓ upload a.mp4')

        and: 'a message that the backend keeps processing: Retake asks first, and Ctrl-C there stops the waiting'
        interruptMessage('make it softer', 1)
        tmux.press('C-c')
        tmux.awaitPrompt('stopped: ')
        backend.holdIn = ''

        and: 'another one, which is kept, and then runs in the background'
        interruptMessage('make it nicer', 2)
        tmux.press('Enter')
        tmux.await { it.startsWith('make it nicer …') }
        tmux.press('C-c')
        tmux.awaitLast { it.startsWith('Keep waiting (K)') && it.endsWith('(s)?') }
        tmux.type('b', 'Enter')
        tmux.await { it.startsWith('[1] make it nicer runs in the background') }
        tmux.type('/wait', 'Enter')
        tmux.await { it.startsWith('Waiting; ') }
        tmux.press('C-c')
        tmux.awaitPrompt('Waiting; ')
        tmux.type('title "half')
        backend.holdIn = ''

        then: 'it ends above the line that is being typed'
        tmux.await { it.startsWith('[1] make it nicer  done in') }
        tmux.await { it.startsWith('retake> title "half') }
        backend.messages.get() == 2

        when: 'a render, which the backend can stop'
        tmux.press('C-u')
        backend.holdIn = 'render'
        tmux.type('export mp4', 'Enter')
        tmux.await { it.startsWith('Rendering mp4') }
        tmux.resize(60, 24)
        tmux.press('C-c')

        then:
        backend.cancelled.get(20, TimeUnit.SECONDS)
        tmux.await { it.startsWith('stopped: ') }
        !Files.exists(folder.resolve('film.mp4'))
    }

    def "undo asks first if the backend may not support it; the next prompt resumes unfinished work"() {
        given:
        start()
        tmux.type("upload 'a.mp4'", 'Enter')
        tmux.awaitPrompt('✓ upload a.mp4')

        when:
        tmux.type('/rewind 3', 'Enter')
        tmux.await { it == 'Send the message? (y/N)' }
        tmux.press('Enter')
        tmux.await { it == 'retake>' }

        then:
        backend.messages.get() == 0

        when: 'leaving asks, in both ways, and Ctrl-C there stays'
        backend.holdIn = 'render'
        tmux.type("export mp4, to: 'left.mp4' &", 'Enter')
        tmux.await { it.contains('runs in the background') }
        backend.reached.get(20, TimeUnit.SECONDS)
        tmux.type('/quit', 'Enter')
        tmux.awaitLast { it.startsWith('Quit and leave it running (l)') }
        tmux.press('C-c')
        tmux.type('"st" + "ays"', 'Enter')
        tmux.awaitPrompt('stays')
        tmux.press('C-d')
        tmux.awaitLast { it.endsWith('stay (N)?') }
        tmux.type('l', 'Enter')

        then:
        tmux.await { it == 'left with 0' }
        !backend.cancelled.done

        when: 'the next terminal dies with the process in it, in the middle of picking up'
        tmux.close()
        tmux = new Tmux(folder)
        start()
        attach()
        tmux.close()
        tmux = new Tmux(folder)
        start()
        attach()
        tmux.type('title "half')
        backend.holdIn = ''

        then:
        tmux.await { it.startsWith('[1] export mp4  done in') }
        tmux.await { it.startsWith('retake> title "half') }
        Files.size(folder.resolve('left.mp4')) == FakeBackend.SIZE

        when:
        tmux.press('C-u')
        tmux.type('/sessions', 'Enter')

        then:
        tmux.await { it.contains('prompt') && !it.contains('unfinished') }
    }

    private void start() {
        tmux.start(80, 24, "TERM=xterm-256color NEMO_API_URL=$backend.url")
        tmux.await { it == 'retake>' }
    }

    private void attach() {
        tmux.type('/sessions', 'Enter')
        tmux.await { it.contains('1 unfinished') }
        tmux.type('/attach 1', 'Enter')
        tmux.await { it.startsWith('[1] export mp4 runs in the background') }
    }

    /** Sends a sentence to a backend that doesn't answer, presses Ctrl-C, and waits for the question. */
    private void interruptMessage(String sentence, int number) {
        backend.holdIn = 'message'
        tmux.type(sentence, 'Enter')
        tmux.await { it.startsWith("edit '$sentence'") }
        awaitMessages(number)
        tmux.press('C-c')
        tmux.awaitLast { it.startsWith('Keep waiting (K)') }
    }

    private void awaitMessages(int count) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
        while (backend.messages.get() < count) {
            assert System.nanoTime() < end
            Thread.sleep(10)
        }
    }
}
