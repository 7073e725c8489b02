package io.retake.repl.cli

import io.retake.repl.view.Screen
import java.nio.file.Path
import picocli.CommandLine
import spock.lang.Specification

class QuickRunSpec extends Specification {
    def "what is read by hand is what picocli reads: #line"() {
        given:
        def arguments = line.split(' ') as String[]

        expect:
        QuickRun.parse(arguments).get() == byPicocli(arguments)

        where:
        line << [
            'run a.groovy',
            'run a.groovy --input b.mp4',
            'run a.groovy --input b.mp4 --height 720 --json',
            'run a.groovy --quiet --trace --resume',
            'run a.groovy --lenient --input b.mp4',
            'run a.groovy -q',
            'run a.groovy --backend cloud --name x',
            'run a.groovy --backend=http://127.0.0.1:80 --name x',
            'run a.groovy --name x --backend local -q --other 采访'
        ]
    }

    def "what it isn't sure of it leaves to picocli: #line"() {
        expect:
        QuickRun.parse(line.split(' ') as String[]).empty

        where:
        line << ['', 'run', 'run --json a.groovy', 'run a.groovy --help', 'run a.groovy -h', 'run a.groovy --flag', 'run a.groovy --flag --json',
            'run a.groovy --volume -6dB', 'run a.groovy --name=x', 'run a.groovy b', 'run a.groovy -- x', 'run a.groovy --backend', 'check a.groovy', 'help run']
    }

    def "a script's parameters: #words"() {
        expect:
        ScriptParameters.parse(words) == parameters

        where:
        words                                   || parameters
        []                                      || [:]
        ['--a', '1', '--b=2=3', '--c']          || [a: '1', b: '2=3', c: 'true']
        ['--flag', '--volume', '-6dB']          || [flag: 'true', volume: '-6dB']
        ['--a', '', '--a', '2']                 || [a: '2']
    }

    private static RunRequest byPicocli(String... arguments) {
        def nowhere = new PrintStream(OutputStream.nullOutputStream())
        def around = new Surroundings(new Screen(nowhere, nowhere, false, false, [:]), [:], Path.of(''))
        CommandLine line = CommandLineTool.commands(around)
        line.parseArgs(arguments)
        (line.subcommands['run'].command as RunCommand).request()
    }
}
