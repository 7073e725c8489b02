package io.retake.repl.cli

import static io.retake.repl.cli.CommandLine.json

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** With {@code --json}, standard output holds one JSON object a line and nothing else. */
class JsonOutputSpec extends Specification {
    @TempDir
    Path folder
    CommandLine line

    def setup() {
        line = new CommandLine(folder)
    }

    def "whatever a script prints is an event, and the last event is the end"() {
        given:
        def before = System.out
        line.file('a.groovy', '''
            class Teller { void tell() { println 'in a class'; System.out.print 'begun ' } }
            println 'plain "quoted" 采访'
            new Teller().tell()
            System.out.println 'and ended'
            System.out.printf('%d%n', 5)
            [1].each { println it }
            print 'without an end'
            System.out.print 'neither'
            '''.stripIndent())

        when:
        def events = json(line.run('run', '--json', 'a.groovy'))

        then:
        events*.event == ['run-started'] + ['said'] * 7 + ['finished']
        events*.text.findAll() as Set == ['plain "quoted" 采访', 'in a class', 'begun and ended', '5', '1', 'without an end', 'neither'] as Set
        System.out.is(before)
    }

    def "a script that is wrong, missing, or no text"() {
        given:
        line.file('bad.groovy', "session { uplod 'a.mp4' }")
        folder.resolve('latin.groovy').toFile().bytes = 'println "é"'.getBytes('ISO-8859-1')

        expect:
        with(line.run('run', name, '--json')) {
            code == 2
            err == ''
            json(it)*.event == ['problem']
            json(it)[0].message.contains(message)
        }

        where:
        name            || message
        'bad.groovy'    || "unknown verb 'uplod'"
        'none.groovy'   || 'there is no script'
        'latin.groovy'  || 'is not UTF-8 text'
        'no-recipe'     || "there is no recipe 'no-recipe'"
    }

    def "arguments that are wrong: #arguments"() {
        given:
        line.file('a.groovy', "params { words text }\nprintln words")

        expect:
        with(line.run(*arguments)) {
            code == 2
            err == ''
            json(it)*.event == ['problem']
            json(it)[0].message == message
            json(it)[0].advice != ''
        }

        where:
        arguments                                             || message
        ['run', '--json']                                     || 'No script given.'
        ['run', 'a.groovy', '--json', '--words']              || '--words needs a value; only a flag can have none'
        ['run', 'a.groovy', 'b', '--json']                    || "'b' is not the value of any parameter"
        ['run', '--json', '-z', 'a.groovy']                   || 'unknown option -z'
        ['run', 'a.groovy', '--json', '--backend', 'nowhere'] || "'nowhere' is not a backend"
        ['check', '--json']                                   || "Missing required parameter: 'SCRIPT'"
        ['doctor', '--json', '--what']                        || "Unknown option: '--what'"
    }
}
