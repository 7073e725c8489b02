package io.retake.repl.shell

import io.retake.repl.Distribution
import io.retake.repl.Tmux
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.regex.Pattern
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Types the walk of docs/repl.md on a real terminal, line by line, and compares the output with the page; then runs the
 * saved script, which exports its film. With {@code -Dretake.walk=write} the page gets the answers of this run.
 */
@Requires(value = { Tmux.isThere() }, reason = 'there is no tmux here')
class WalkSpec extends Specification {
    static final Path PAGE = Path.of(System.getProperty('retake.root'), 'docs', 'repl.md')
    static final Pattern WALK = Pattern.compile('(?s)## A walk.*?```text\n(retake> .*?)```')
    static final Pattern SAVED = Pattern.compile('(?s)```groovy\n(session\\(\'film\'\\) .*?)```')

    @TempDir
    Path folder

    def "the walk of the page"() {
        given:
        def page = Files.readString(PAGE)
        def told = found(WALK, page)
        def tmux = new Tmux(folder)

        when:
        def shown = walk(tmux, told.readLines().findAll { it.startsWith('retake> ') }.collect { it.substring(8).replaceFirst(/ {4}\S+$/, '') })
        assert Files.exists(folder.resolve('ada.groovy')): shown
        def saved = Files.readString(folder.resolve('ada.groovy'))
        if (System.getProperty('retake.walk') == 'write') {
            Files.writeString(PAGE, page.replace(told, shown).replace(found(SAVED, page), saved))
        }

        then: 'as the page says'
        lasting(shown) == lasting(told) || System.getProperty('retake.walk') == 'write'
        saved == found(SAVED, Files.readString(PAGE))

        when: 'the script that was saved makes the film again'
        Files.delete(folder.resolve('ada.mp4'))
        def again = Distribution.command(folder, [:], 'run', 'ada.groovy').redirectErrorStream(true).start()
        def output = new String(again.inputStream.readAllBytes(), 'UTF-8')

        then:
        again.waitFor(1, TimeUnit.MINUTES)
        again.exitValue() == 0
        output.contains('duration 6.00 s (as requested)')
        Files.size(folder.resolve('ada.mp4')) > 1000

        cleanup:
        tmux?.close()
    }

    private String walk(Tmux tmux, List<String> typed) {
        tmux.start(100, 60, 'TERM=xterm-256color NO_COLOR=1')
        tmux.await { it == 'retake>' }
        typed.eachWithIndex { line, number ->
            tmux.type(line)
            tmux.await { it.startsWith("retake> $line  ") } // with the word at its right
            tmux.press('Enter')
            tmux.awaitAnswers(number + 1)
        }
        def lines = tmux.screen('-J', '-S', '-').readLines()*.stripTrailing()
        def end = lines.findLastIndexOf { it == 'retake>' }
        lines[0..<end].dropWhile { !it.startsWith('retake> ') }.collect { asOnPage(it) }.join('\n') + '\n'
    }

    private String asOnPage(String line) {
        line.replaceFirst(/^(retake> .*?) {2,}(\w+)$/, '$1    $2')
                .replace(folder.toRealPath().toString(), 'FOLDER')
                .replace(folder.toString(), 'FOLDER')
                .replaceAll(/\S*\/(peek-)/, 'TEMPORARY/$1')
    }

    /** Masks details that differ from run to run: durations, times, sizes and the waveform. */
    private static List<String> lasting(String text) {
        text.readLines().findAll { !(it =~ /[▁-█]{3}/) }.collect {
            it.replaceAll(/\d+(\.\d+)? (s|ms)\b/, 'TIME').replaceAll(/\d\d:\d\d:\d\d/, 'CLOCK').replaceAll(/ +TIME/, ' TIME').replaceAll(/\d+(\.\d+)? (KB|MB)/, 'SIZE').replaceAll(/-?\d+\.\d (LUFS|dB)/, 'LEVEL')
        }
    }

    private static String found(Pattern pattern, String page) {
        def matcher = pattern.matcher(page)
        assert matcher.find()
        matcher.group(1)
    }
}
