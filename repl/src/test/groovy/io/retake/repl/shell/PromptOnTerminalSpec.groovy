package io.retake.repl.shell

import io.retake.repl.Distribution
import io.retake.repl.Tmux
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** The prompt on a real terminal, driven with keys, on the embedded engine. */
@Requires(value = { Tmux.isThere() }, reason = 'there is no tmux here')
class PromptOnTerminalSpec extends Specification {
    @TempDir
    Path folder
    Tmux tmux

    def setup() {
        tmux = new Tmux(folder)
    }

    def cleanup() {
        tmux.close()
    }

    def "a whole edit: statements over several lines, sentences, errors, and a script at the end"() {
        given:
        tmux.start(100, 40, 'TERM=xterm-256color')
        tmux.await { it == 'retake>' }

        when: 'a statement, marked as what it is while it is typed'
        tmux.type('upload sampleClip()')

        then:
        tmux.await { it ==~ /retake> upload sampleClip\(\) +statement/ }

        when:
        tmux.press('Enter')
        tmux.awaitPrompt('✓ upload sample.mp4')
        tmux.type('trim the first 2 seconds')

        then:
        tmux.await { it ==~ /retake> trim the first 2 seconds +sentence/ }

        when:
        tmux.press('Enter')
        tmux.awaitPrompt("✓ edit 'trim the first 2 seconds'")
        tmux.type('trimm to: 2.s', 'Enter')

        then:
        tmux.await { it.contains("unknown verb 'trimm' here; did you mean 'trim'?") }

        when:
        tmux.type('[1.s, 2.s].each {', 'Enter')
        tmux.await { it.startsWith('   ...>') }
        tmux.type('println it', 'Enter')
        tmux.type('}', 'Enter')
        tmux.awaitPrompt('PT2S')
        tmux.type('/timeline', 'Enter')
        tmux.awaitPrompt('1 Video')
        tmux.type('/undo', 'Enter')
        tmux.awaitPrompt('✓ undo()')
        tmux.type('mute', 'Enter')
        tmux.awaitPrompt('✓ mute()')
        tmux.type('/history', 'Enter')

        then:
        tmux.await { it ==~ /\s*2  .*sentence.*trim the first 2 seconds.*/ }

        when: 'a line typed during a job waits for its turn'
        tmux.type('export wav', 'Enter')
        tmux.type('println "typed " + "ahead"', 'Enter')
        tmux.awaitPrompt('typed ahead')

        then:
        Files.exists(folder.resolve('film.wav'))

        when:
        tmux.type('/save film.groovy', 'Enter')
        tmux.await { it.startsWith('Wrote ') }

        then:
        Files.readString(folder.resolve('film.groovy')) == """session('film') {
            |    upload sampleClip()
            |    [1.s, 2.s].each {
            |    println it
            |    }
            |    mute
            |    export wav
            |}
            |""".stripMargin()

        when:
        tmux.press('C-d')

        then:
        tmux.await { it == 'left with 0' }
    }

    def "background jobs leave the line being typed intact, and Ctrl-C clears only the line"() {
        given:
        tmux.start(80, 24, 'TERM=xterm-256color')
        tmux.await { it == 'retake>' }
        tmux.type('upload sampleClip()', 'Enter')
        tmux.awaitPrompt('✓ upload sample.mp4')

        when:
        tmux.type('export mp4, quality: low &', 'Enter')
        tmux.await { it.contains('runs in the background') }
        tmux.type('title "half ty')
        tmux.await { it.contains('[1] export mp4, quality: low  done in') }

        then:
        tmux.awaitLines { it.last().startsWith('  text  text') && it.count { line -> line.startsWith('retake> title "half ty') } == 1 }
        Files.size(folder.resolve('film.mp4')) > 1000

        when: 'the line is cleared, and leaving takes two of them'
        tmux.press('C-c')
        tmux.await { it == 'Press Ctrl-C again to quit.' }
        tmux.type('"ab" * 5', 'Enter')
        tmux.awaitPrompt('ababababab')
        tmux.press('C-c')
        tmux.awaitPrompt('Press Ctrl-C again to quit.')
        tmux.press('C-c')

        then:
        tmux.await { it == 'left with 0' }
    }

    def "Ctrl-C stops the foreground job; Ctrl-Z moves it to the background; quitting asks"() {
        given:
        tmux.start(80, 24, 'TERM=xterm-256color')
        tmux.await { it == 'retake>' }
        tmux.type('upload sampleClip()', 'Enter')
        tmux.awaitPrompt('✓ upload sample.mp4')
        tmux.type('speed 0.25', 'Enter')
        tmux.awaitPrompt('✓ speed 0.25')

        when:
        tmux.type('export mp4, size: 1080.p', 'Enter')
        tmux.await { it.contains('Rendering') }
        tmux.resize(60, 20)
        tmux.press('C-c')

        then:
        tmux.await { it.startsWith('stopped: ') }
        tmux.await { it == 'retake>' }
        !Files.exists(folder.resolve('film.mp4'))

        when:
        tmux.type('export mp4, size: 1080.p', 'Enter')
        tmux.awaitLast { it.contains('Rendering') } // a piece of the first one's line may be left by the narrower window
        tmux.press('C-z')
        tmux.awaitPrompt('runs in the background')
        tmux.press('C-d')
        tmux.await { it.contains('Quit? (y/N)') }
        tmux.type('n', 'Enter')
        tmux.type('/cancel', 'Enter')
        tmux.await { it.contains('stopped') && it.startsWith('[1] export') }
        tmux.press('C-d')

        then:
        tmux.await { it == 'left with 0' }
        !Files.list(folder).withCloseable { all -> all.anyMatch { it.toString().endsWith('.mp4') } }
    }

    def "the engine starts while a line that needs it is typed, not for one that doesn't, and an unused one leaves nothing"() {
        given:
        tmux.start(80, 24, 'TERM=xterm-256color RETAKE_INIT=off')
        tmux.await { it == 'retake>' }

        when: 'words that need no engine'
        tmux.type('def x = 2.s', 'Enter')
        tmux.awaitPrompt('0:02')
        tmux.type('/timeline 0:01')
        tmux.await { it.endsWith('command') }
        tmux.press('C-e', 'C-u')
        tmux.type('x + 1.s', 'Enter')
        tmux.awaitPrompt('0:03')

        then:
        engines().empty

        when:
        tmux.type(line)

        then:
        tmux.until { engines().size() == 1 }

        when:
        tmux.press('C-e', 'C-u')
        tmux.type('/quit', 'Enter')

        then:
        tmux.await { it == 'left with 0' }
        engines().empty

        where:
        line << ['trim to', '静音']
    }

    private List<String> engines() {
        def data = folder.resolve('.data')
        Files.exists(data) ? Files.walk(data).withCloseable { all -> all.toList()*.fileName*.toString().findAll { it.startsWith('own-') } } : []
    }

    def "keys complete commands, verbs, arguments, words and files"() {
        given:
        Files.createFile(folder.resolve('clip-one.mp4'))
        tmux.start(100, 30, 'TERM=xterm-256color')
        tmux.await { it == 'retake>' }

        expect:
        completed('/timel', '/timeline')
        completed('graysc', 'grayscale')
        completed('aspect "9:16", fi', 'aspect "9:16", fit:')
        completed('aspect "9:16", fit: bl', 'aspect "9:16", fit: blur')
        completed("upload 'clip-o", "upload 'clip-one.mp4")
    }

    def "without color, and on a dumb terminal, output has no escape sequences"() {
        when:
        tmux.start(80, 24, settings)
        tmux.await { it == 'retake>' }
        tmux.type('upload sampleClip()', 'Enter')
        tmux.await { it.contains('upload sample.mp4  ') }
        tmux.type('/tracks', 'Enter')
        tmux.await { it.startsWith('Timeline (1 track)') }

        then:
        !screenColours()

        where:
        settings << ['TERM=xterm-256color NO_COLOR=1', 'TERM=dumb']
    }

    private boolean screenColours() {
        tmux.screen('-e') =~ /\u001b\[[0-9;]*3[0-9]m/
    }

    private boolean completed(String typed, String whole) {
        tmux.type(typed, 'Tab')
        def found = tmux.await { it.startsWith('retake> ' + whole) }
        tmux.press('C-e', 'C-u')
        tmux.await { it == 'retake>' }
        found
    }
}
