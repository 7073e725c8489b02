package io.retake.repl.shell

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** No command ends the prompt, whatever its arguments. */
class HostileCommandsSpec extends Specification {
    private static final ODD = ['', "'", '"', "'a b", '\\', '--', '--x=', '0', '-1', '99999999999999999999', '2147483648', '3-1', '1-', '~1/3', '+9/9', '~99999999999/1', '0:99-0:01', '-', '0:00-99:99:99', '..', '/', '/nowhere/x', '~', '{', '%s $HOME',
        '\0', '\ud800', '\u202e', '采访 🎬', 'a' * 5000, "'" * 999, 'x y z', '&', 'default', 'https://', 'http://[::1', 'http://h:99999', 'bad.groovy --x 1', 'deep.groovy', 'none.groovy']
    /** Commands that wait for the user or for something other than an error. */
    private static final LEFT_OUT = ['quit', 'exit', 'java']
    private static final LOOKING = ['timeline', 'peek', 'play', 'diff', 'state']

    @TempDir
    @Shared
    Path folder
    @Shared
    InProcessPrompt prompt

    def setupSpec() {
        folder = folder.toRealPath()
        Files.writeString(folder.resolve('bad.groovy'), 'session { uplod 1 }')
        Files.writeString(folder.resolve('deep.groovy'), 'def f(int n) { f(n + 1) }\nf(0)')
        Files.createDirectories(folder.resolve('.local/state/retake/runs/broken'))
        Files.writeString(folder.resolve('.local/state/retake/runs/broken/journal.jsonl'), '{"event":"run"\n\0{}')
        prompt = new InProcessPrompt(folder)
    }

    def cleanupSpec() {
        prompt.close()
    }

    def "#where: /#command.name"() {
        given:
        if (where == 'with footage') prompt.type('upload sampleClip()')

        expect:
        (command.arguments().isEmpty() ? ODD.take(3) : ODD).every { argument ->
            def said = prompt.type("/${command.name()} $argument")
            assert !said.contains('fault in Retake')
            !prompt.shell.leaving
        }
        prompt.type('1 + 41').contains('42')

        where:
        [where, command] << Commands.list().findAll { !(it.name() in LEFT_OUT) }.collect { ['before there is footage', it] } + Commands.list().findAll { it.name() in LOOKING }.collect { ['with footage', it] }
    }
}
