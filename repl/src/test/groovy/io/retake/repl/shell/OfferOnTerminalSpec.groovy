package io.retake.repl.shell

import io.retake.repl.FakeBackend
import io.retake.repl.Tmux
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** A backend that suggests clicking a button, at a prompt without buttons. */
@Requires(value = { Tmux.isThere() && !os.macOs }, reason = 'there is no tmux here')
class OfferOnTerminalSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend(reply: 'It is brighter now. Click the Export button to download it.')

    Tmux tmux

    def setup() {
        Files.write(folder.resolve('a.mp4'), new byte[FakeBackend.SIZE])
        tmux = new Tmux(folder)
    }

    def cleanup() {
        tmux.close()
    }

    def "an export that the backend suggests appears after the cursor: an arrow accepts it, Enter alone doesn't"() {
        given:
        tmux.start(80, 24, "TERM=xterm-256color NEMO_API_URL=$backend.url")
        tmux.await { it.startsWith('retake>') }
        tmux.type("upload 'a.mp4'", 'Enter')
        tmux.awaitPrompt('✓ upload a.mp4')

        when:
        tmux.type('make it brighter', 'Enter')
        tmux.await { it == 'hint: The backend suggests an export: export mp4' }
        tmux.awaitLast { it == 'retake> export mp4' }

        then:
        tmux.lines().any { it == '  It is brighter now.' }
        tmux.lines().every { !it.contains('Click') }

        when: 'it is not wanted'
        tmux.press('Enter')
        tmux.type('"ab" * 3', 'Enter')
        tmux.await { it == 'ababab' }

        then:
        !Files.exists(folder.resolve('film.mp4'))

        when: 'it is'
        tmux.awaitLast { it == 'retake> export mp4' }
        tmux.press('Right', 'Enter')
        tmux.await { it.startsWith('✓ export mp4') }

        then:
        Files.list(folder).filter { it.fileName.toString().endsWith('.mp4') && it.fileName.toString() != 'a.mp4' }.count() == 1

        and: 'and what has been done is not offered again'
        tmux.awaitLast { it == 'retake>' }
    }
}
