package io.retake.repl

import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport

/** A real terminal in tmux, driven with keys; tests read its screen. */
class Tmux implements AutoCloseable {
    private final Path folder
    private final String socket

    /** The name distinguishes several terminals in one folder. */
    Tmux(Path folder, String name = 'tmux') {
        this.folder = folder
        this.socket = folder.resolve(name).toString()
    }

    static boolean isThere() {
        ['/usr/bin/tmux', '/usr/local/bin/tmux', '/opt/homebrew/bin/tmux'].any { new File(it).exists() }
    }

    /** Starts Retake on a screen of the given size. */
    void start(int columns, int rows, String settings, String... arguments) {
        def command = Distribution.command(folder, Distribution.archived(), arguments)
        def variables = command.environment().findAll { it.key != 'PATH' }.collect { "$it.key='$it.value'" }.join(' ')
        def words = command.command().collect { "'$it'" }.join(' ')
        tmux('-f', '/dev/null', 'new-session', '-d', '-x', "$columns", '-y', "$rows", "cd '$folder'; env -u NO_COLOR -u TMUX LC_ALL=C.UTF-8 $variables $settings $words; echo \"left with \$?\"; sleep 60")
    }

    /** Types literal text, then keys by their names. */
    void type(String text, String... keys) {
        tmux('send-keys', '-l', '--', text)
        press(keys)
    }

    void press(String... keys) {
        if (keys) tmux('send-keys', *keys)
    }

    void resize(int columns, int rows) {
        tmux('resize-window', '-x', "$columns", '-y', "$rows")
    }

    String screen(String... how) {
        tmux('capture-pane', '-p', *how)
    }

    List<String> lines() {
        screen().readLines()*.stripTrailing().reverse().dropWhile { it.isEmpty() }.reverse()
    }

    /** Waits for a line on the screen that matches, and returns the first. */
    String await(Closure<Boolean> wanted) {
        until { unwrapped().find(wanted) }
    }

    /** Waits until the last line matches: a current question, not one that was answered above. */
    boolean awaitLast(Closure<Boolean> wanted) {
        until { def last = unwrapped().reverse().find { !it.isEmpty() }; last != null && wanted(last) }
    }

    /** Waits until the whole screen matches, since it is drawn line by line. */
    boolean awaitLines(Closure<Boolean> wanted) {
        until { wanted(lines()) }
    }

    /** Waits until the prompt accepts keys below a line that contains this text. */
    boolean awaitPrompt(String after) {
        awaitLines {
            def at = it.findLastIndexOf { line -> line.contains(after) }
            at >= 0 && at < it.size() - 1 && it.last() == 'retake>'
        }
    }

    /** Waits until that many lines have run and the prompt accepts the next one. */
    boolean awaitAnswers(int lines) {
        until {
            def all = screen('-J', '-S', '-').readLines()*.stripTrailing().findAll { !it.isEmpty() }
            all.count { it.startsWith('retake>') } > lines && all.last() == 'retake>'
        }
    }

    /** Waits until the closure returns a true value, and returns that. */
    public <T> T until(Closure<T> look) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90)
        while (true) {
            def seen = look()
            if (seen) return seen
            assert System.nanoTime() < end: screen()
            LockSupport.parkNanos(20_000_000) // each look is a process
        }
    }

    private List<String> unwrapped() {
        screen('-J').readLines()*.stripTrailing()
    }

    @Override
    void close() {
        def shells = tmux('list-panes', '-a', '-F', '#{pane_pid}').readLines().findAll { it.isLong() }
        def processes = shells.collectMany { pid -> ProcessHandle.of(pid as long).map { [it] + it.descendants().toList() }.orElse([]) }
        tmux('kill-server')
        processes*.destroyForcibly()
        processes*.onExit()*.get(20, TimeUnit.SECONDS) // what still ends may still write into the folder
    }

    private String tmux(String... arguments) {
        def builder = new ProcessBuilder(['tmux', '-u', '-S', socket, *arguments])
        builder.environment().remove('TMUX')
        builder.environment().put('LC_ALL', 'C.UTF-8')
        def process = builder.redirectErrorStream(true).start()
        new String(process.inputStream.readAllBytes(), 'UTF-8')
    }
}
