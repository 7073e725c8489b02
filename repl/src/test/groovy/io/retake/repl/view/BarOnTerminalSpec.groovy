package io.retake.repl.view

import io.retake.repl.Distribution
import io.retake.repl.FakeBackend
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** The bar on a real terminal, in tmux. */
@Requires(value = { ['/usr/bin/tmux', '/usr/local/bin/tmux', '/opt/homebrew/bin/tmux'].any { new File(it).exists() } }, reason = 'there is no tmux here')
class BarOnTerminalSpec extends Specification {
    @TempDir
    Path folder
    FakeBackend backend = new FakeBackend(holdIn: 'download')
    String socket

    def setup() {
        socket = folder.resolve('tmux').toString()
        Files.write(folder.resolve('a.mp4'), new byte[1000])
    }

    def cleanup() {
        backend.close()
        def shells = tmux('list-panes', '-a', '-F', '#{pane_pid}').readLines().findAll { it.isLong() }
        def processes = shells.collectMany { pid -> ProcessHandle.of(pid as long).map { [it] + it.descendants().toList() }.orElse([]) }
        tmux('kill-server')
        processes*.destroyForcibly()
        processes*.onExit()*.get(20, TimeUnit.SECONDS) // what still ends may still write into the folder
    }

    def "at #columns columns, half of a download looks right, and is gone afterwards"() {
        given:
        Files.writeString(folder.resolve('采访-the-director-s-cut.groovy'), "session { upload 'a.mp4'; export mp4 }")

        when:
        show(columns, 'TERM=xterm-256color', 'run', '采访-the-director-s-cut.groovy', '--backend', backend.url)
        backend.reached.get(60, TimeUnit.SECONDS)
        def bar = awaitLine { it.contains('50 %') }

        then:
        bar ==~ shape
        Columns.width(bar) < columns

        when:
        backend.released.countDown()
        awaitLine { it.contains('Done in') }
        def screen = screen()

        then:
        !screen.contains('50 %')
        screen.contains('✓ export mp4')

        where:
        columns || shape
        80      || /Downloading 采访-.*mp4  █+[▏▎▍▌▋▊▉]?░+   50 %.*/
        40      || /采访-.*….*mp4  █+[▏▎▍▌▋▊▉]?░+   50 %.*/
    }

    def "the bar has colors unless NO_COLOR is set: #setting"() {
        given:
        Files.writeString(folder.resolve('film.groovy'), "session { upload 'a.mp4'; export mp4 }")

        when:
        show(80, setting, 'run', 'film.groovy', '--backend', backend.url)
        backend.reached.get(60, TimeUnit.SECONDS)
        def bar = awaitLine('-e') { it.contains('50 %') }

        then:
        bar.contains('\u001b[') == coloured

        where:
        setting                         || coloured
        'TERM=xterm-256color'           || true
        'TERM=xterm-256color NO_COLOR=1'|| false
    }

    def "on a dumb terminal there are plain lines"() {
        given:
        Files.writeString(folder.resolve('film.groovy'), "println 'begun'\nsession { upload 'a.mp4'; export mp4 }")

        when:
        show(80, 'TERM=dumb', 'run', 'film.groovy', '--backend', backend.url)
        backend.reached.get(60, TimeUnit.SECONDS)
        backend.released.countDown()
        awaitLine { it.contains('Done in') }

        then:
        !screen().contains('░')
        screen('-e').indexOf('\u001b[') < 0
    }

    // ---

    private void show(int columns, String settings, String... arguments) {
        def command = Distribution.command(folder, Distribution.archived(), arguments)
        def variables = command.environment().findAll { it.key != 'PATH' }.collect { "$it.key='$it.value'" }.join(' ')
        def words = command.command().collect { "'$it'" }.join(' ')
        tmux('-f', '/dev/null', 'new-session', '-d', '-x', "$columns", '-y', '24', "cd '$folder'; env -u NO_COLOR -u TMUX LC_ALL=C.UTF-8 $variables $settings $words 2>&1; sleep 60")
    }

    private String screen(String... how) {
        tmux('capture-pane', '-p', *how)
    }

    private String awaitLine(String how = '-J', Closure<Boolean> wanted) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
        while (true) {
            def found = screen(how).readLines().find(wanted)
            if (found) return found.stripTrailing()
            assert System.nanoTime() < end
            LockSupport.parkNanos(50_000_000) // each look is a process
        }
    }

    private String tmux(String... arguments) {
        def builder = new ProcessBuilder(['tmux', '-u', '-S', socket, *arguments])
        builder.environment().remove('TMUX')
        builder.environment().put('LC_ALL', 'C.UTF-8')
        def process = builder.redirectErrorStream(true).start()
        new String(process.inputStream.readAllBytes(), 'UTF-8')
    }
}
