package io.retake.repl.shell

import io.retake.repl.Tmux
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Completion, pictures and playback on a real terminal, on the embedded engine. */
@Requires(value = { Tmux.isThere() }, reason = 'there is no tmux here')
class LookingOnTerminalSpec extends Specification {
    @TempDir
    Path folder
    Tmux tmux

    def setup() {
        tmux = new Tmux(folder)
    }

    def cleanup() {
        tmux.close()
    }

    def "Tab lists choices; /peek shows a picture, /play a film, and both leave the terminal intact"() {
        given:
        tmux.start(80, 24, 'TERM=xterm-256color COLORTERM=truecolor')
        tmux.await { it == 'retake>' }

        when: 'nothing is typed: every verb, by what it is about, without a question'
        tmux.press('Tab')

        then:
        tmux.await { it ==~ /cut +trim remove split.*/ }

        when:
        tmux.type('upload sampleClip()', 'Enter')
        tmux.awaitPrompt('✓ upload sample.mp4')
        tmux.type('mute on: ', 'Tab')

        then:
        tmux.await { it ==~ /clip\(1\) +0:00-0:08 · sample.mp4 .*/ }
        tmux.await { it ==~ /sample.mp4 +all of it .*/ }

        when: 'the terminal is asked what it shows, and its answer is not typed into the line'
        tmux.press('C-e', 'C-u')
        tmux.type('/peek 0:02', 'Enter')
        tmux.awaitPrompt('0:07')

        then:
        tmux.lines().count { it.contains('▀' * 40) } > 10
        tmux.lines().last() == 'retake>'

        when:
        tmux.type('/play --here', 'Enter')
        tmux.await { it.endsWith('/ 0:08  any key stops') }
        def seen = tmux.screen('-e')

        then: 'another picture comes by itself'
        tmux.until {
            def now = tmux.screen('-e')
            now.contains('any key stops') && picture(now) != picture(seen)
        }

        when: 'a key stops it, and is not typed into the next line'
        tmux.type('q')
        tmux.awaitLast { it == 'retake>' }
        tmux.type('/play 0:01-0:07', 'Enter')
        tmux.await { it.endsWith('/ 0:07  any key stops') }
        tmux.press('C-c')
        tmux.awaitLast { it == 'retake>' }
        tmux.type('"still " + "here"', 'Enter')

        then:
        tmux.awaitPrompt('still here')
        tmux.until { !ffmpegRuns() }

        when:
        tmux.press('C-d')

        then:
        tmux.await { it == 'left with 0' }
    }

    private static List<String> picture(String screen) {
        screen.readLines().findAll { it.contains('▀') }
    }

    private boolean ffmpegRuns() {
        ProcessHandle.allProcesses().anyMatch { it.info().commandLine().orElse('').contains(folder.toString()) && it.info().command().orElse('').endsWith('ffmpeg') }
    }
}
