package io.retake.repl.shell

import io.retake.repl.Distribution
import io.retake.repl.Tmux
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** {@code /java} with piped lines and on a real terminal. */
class JavaAtPromptSpec extends Specification {
    @TempDir
    Path folder

    def "piped lines: snippets over several lines, Java mode, and the first wrong one ends the input"() {
        when:
        def run = lines('''\
            /java int twice(int n) {
                return 2 * n;
            }
            /java
            int a = 21;
            twice(
                a)
            /timeline --nonsense-that-is-a-command-still
            /exit
            println 'not reached'
            '''.stripIndent(), [:])

        then:
        run.code == 1
        run.out.contains('declared method twice(int)')
        run.out.contains('a ==> 21')
        run.out =~ /\$\d+ ==> 42/
        run.err.contains('error: <stdin>:8: there is no session yet')
        !run.out.contains('not reached')

        when:
        run = lines("/java int x = 1;\n/java int y = \"no\";\nprintln 'not reached'\n", [:])

        then:
        run.code == 1
        run.out == 'x ==> 1\n'
        run.err == '''\
            error: <stdin>:2: incompatible types: java.lang.String cannot be converted to int, column 9
              int y = "no";
                      ^--^
            '''.stripIndent()

        when: 'a runtime without JShell'
        run = lines('1 + 1\n/java 1 + 1\n', [JDK_JAVA_OPTIONS: '--limit-modules=java.se,jdk.unsupported,jdk.httpserver,jdk.zipfs'])

        then:
        run.code == 1
        run.out == '2\n'
        run.err.contains('error: <stdin>:2: this Java runtime has no JShell (module jdk.jshell)\n  run Retake with a full JDK')
    }

    @Requires(value = { Tmux.isThere() }, reason = 'there is no tmux here')
    def "on a terminal: a line, Java mode, completion, an error, an endless loop, and back"() {
        given:
        def tmux = new Tmux(folder)
        tmux.start(100, 40, 'TERM=xterm-256color')
        tmux.await { it == 'retake>' }

        when:
        tmux.type('upload sampleClip()', 'Enter')
        tmux.awaitPrompt('✓ upload sample.mp4')
        tmux.type('/java timeline.duration()')

        then:
        tmux.await { it ==~ /retake> \/java timeline.duration\(\) +java/ }

        when:
        tmux.press('Enter')

        then:
        tmux.await { it == '$1 ==> PT8S' }

        when: 'more lines, and completion after the command'
        tmux.awaitPrompt('$1 ==> PT8S')
        tmux.type('/java int twice(int n) {', 'Enter')
        tmux.await { it.startsWith('   ...>') }
        tmux.type('return 2 * n; }', 'Enter')
        tmux.awaitPrompt('declared method twice(int)')
        completed(tmux, '/java timeline.tra', 'retake> /java timeline.tracks(')
        tmux.press('C-e', 'C-u')
        tmux.type('/java twice(21)', 'Enter')
        tmux.awaitPrompt('$2 ==> 42')
        tmux.type('/java', 'Enter')
        tmux.await { it == 'java>' }
        tmux.type('timeline.tracks().size()')

        then:
        tmux.await { it ==~ /java> timeline.tracks\(\).size\(\) +java/ }

        when:
        tmux.press('Enter')
        tmux.await { it == '$3 ==> 1' }
        completed(tmux, 'timeline.durat', 'java> timeline.duration()')
        tmux.press('Enter')
        tmux.await { it == '$4 ==> PT8S' }
        tmux.type('timeline.duratio()', 'Enter')

        then:
        tmux.await { it == 'error: cannot find symbol, column 9' }
        tmux.await { it == '  ^--------------^' }

        when: 'a command of the prompt, and an edit that is shown like any other'
        tmux.type('/tracks', 'Enter')
        tmux.await { it.startsWith('Timeline (1 track)') }
        tmux.type('session.run("trim to: 2.s")', 'Enter')

        then:
        tmux.await { it.startsWith('✓ trim to: 2.s') }

        when: 'Ctrl-C stops the snippet, and the prompt continues'
        tmux.await { it == 'java>' }
        tmux.type('System.out.println("runs"); while (true) { Math.random(); }', 'Enter')
        tmux.await { it == 'runs' }
        tmux.press('C-c')
        tmux.await { it == 'stopped' }
        tmux.type('timeline.duration()', 'Enter')

        then:
        tmux.await { it.endsWith('==> PT2S') }

        when: 'a thread prints while a line is typed'
        tmux.type('new Thread(() -> { try { Thread.sleep(1500); } catch (InterruptedException e) { } System.out.println("from behind"); }).start()', 'Enter')
        tmux.type('int half')
        tmux.await { it == 'from behind' }

        then:
        tmux.awaitLast { it ==~ /java> int half( +java)?/ }

        when:
        tmux.press('C-u', 'C-d')
        tmux.await { it == 'retake>' }
        tmux.press('Up')

        then: 'each has its history'
        tmux.await { it ==~ /retake> \/java +command/ }

        when:
        tmux.press('C-u')
        tmux.type('/quit', 'Enter')

        then:
        tmux.await { it == 'left with 0' }

        cleanup:
        tmux?.close()
    }

    /** Presses a key again until its completions arrive: they may be too late for the first key. */
    private static void completed(Tmux tmux, String typed, String whole) {
        tmux.type(typed)
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
        while (!tmux.lines().any { it.startsWith(whole) }) {
            assert System.nanoTime() < end: tmux.screen()
            tmux.press('Tab')
            def next = System.nanoTime() + TimeUnit.SECONDS.toNanos(1)
            while (System.nanoTime() < next && !tmux.lines().any { it.startsWith(whole) }) {
                LockSupport.parkNanos(20_000_000) // each look is a process
            }
        }
    }

    private Map lines(String text, Map environment) {
        def file = folder.resolve('lines')
        file.toFile().text = text
        def command = Distribution.command(folder, environment)
        def process = command.redirectInput(file.toFile()).start()
        def out = new StringBuffer()
        def err = new StringBuffer()
        process.waitForProcessOutput(out, err)
        [code: process.exitValue(), out: out.toString(), err: err.toString().replaceAll(/(NOTE: )?Picked up (JAVA_TOOL|JDK_JAVA)_OPTIONS.*\n/, '')]
    }
}
