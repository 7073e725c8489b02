package io.retake.repl.arguments

import static io.retake.repl.arguments.RunOption.*

import io.retake.dsl.parameter.NoValue
import io.retake.dsl.parameter.Parameter
import spock.lang.Specification

/** Parsing of the arguments of a run, on the command line and after {@code /run}. */
class RunArgumentsSpec extends Specification {

    def "options, script and parameters: #line"() {
        expect:
        parse(line) == new RunRequest(Optional.ofNullable(script), parameters, Optional.ofNullable(backend), options as Set)

        where:
        line                                              | script     | parameters                           | backend               | options
        ''                                                | null       | [:]                                  | null                  | []
        'a.groovy'                                        | 'a.groovy' | [:]                                  | null                  | []
        'a.groovy --input b.mp4 --height 720 --json'      | 'a.groovy' | [input: 'b.mp4', height: '720']      | null                  | [JSON]
        '--json a.groovy -q --trace --resume'             | 'a.groovy' | [:]                                  | null                  | [JSON, QUIET, TRACE, RESUME]
        '--backend cloud a.groovy'                        | 'a.groovy' | [:]                                  | 'cloud'               | []
        'a.groovy --backend=http://127.0.0.1:80 --name x' | 'a.groovy' | [name: 'x']                          | 'http://127.0.0.1:80' | []
        'a.groovy --name=x=y --empty='                    | 'a.groovy' | [name: 'x=y', empty: '']             | null                  | []
        'a.groovy --volume -6dB --title -'                | 'a.groovy' | [volume: '-6dB', title: '-']         | null                  | []
        'a.groovy --draft --volume -6dB'                  | 'a.groovy' | [draft: NoValue.GIVEN, volume: '-6dB'] | null                | []
        'a.groovy --words -q'                             | 'a.groovy' | [words: NoValue.GIVEN]               | null                  | [QUIET]
        'a.groovy --words=-q'                             | 'a.groovy' | [words: '-q']                        | null                  | []
        'a.groovy --input a.mp4 --input=b.mp4'            | 'a.groovy' | [input: ['a.mp4', 'b.mp4']]          | null                  | []
        'a.groovy --input a.mp4 b.mp4 c.mp4'              | 'a.groovy' | [input: ['a.mp4', 'b.mp4', 'c.mp4']] | null                  | []
        '--input a.mp4 b.mp4 a.groovy --words x'          | 'a.groovy' | [input: ['a.mp4', 'b.mp4'], words: 'x'] | null               | []
        '--draft a.groovy'                                | 'a.groovy' | [draft: NoValue.GIVEN]               | null                  | []
        '--words hello --draft a.groovy'                  | 'a.groovy' | [words: 'hello', draft: NoValue.GIVEN] | null                | []
        '--draft a.groovy --words hello'                  | 'a.groovy' | [words: 'hello', draft: NoValue.GIVEN] | null                | []
        '--input a.mp4 vertical'                          | 'vertical' | [input: 'a.mp4']                     | null                  | []
        'vertical --preset b.groovy'                      | 'vertical' | [preset: 'b.groovy']                 | null                  | []
        '--quiet=false a.groovy --json=true'              | 'a.groovy' | [:]                                  | null                  | [JSON]
        '- --words x'                                     | '-'        | [words: 'x']                         | null                  | []
        '--words x -- -odd.groovy --quiet yes'            | '-odd.groovy' | [words: 'x', quiet: 'yes']        | null                  | []
        'a.groovy --help --draft'                         | 'a.groovy' | [:]                                  | null                  | [HELP]
        '-h'                                              | null       | [:]                                  | null                  | [HELP]
        'a.groovy --名字 采访'                              | 'a.groovy' | ['名字': '采访']                      | null                  | []
    }

    def "arguments that are wrong for any script are rejected: #line"() {
        when:
        parse(line)

        then:
        def wrong = thrown(ArgumentProblem)
        wrong.message == message
        wrong.advice() != ''

        where:
        line                                  | message
        'a.groovy b'                          | "'b' is not the value of any parameter"
        'a.groovy --words --json hello'       | "'hello' is not the value of any parameter"
        'a.groovy --backend'                  | '--backend needs a value'
        'a.groovy --backend --json'           | '--backend needs a value'
        'a.groovy --backend='                 | '--backend needs a value'
        '--backend local a --backend cloud'   | '--backend is given more than once: local, cloud'
        'a.groovy --quiet=often'              | "--quiet is a flag: expected true or false, found 'often'"
        'a.groovy -x'                         | 'unknown option -x'
        'a.groovy --=x'                       | 'unknown option --=x'
        'a.groovy --draft --draft true'       | '--draft is given both with a value and without one'
    }

    def "an option is found in arguments that can't be parsed"() {
        expect:
        RunArguments.has(JSON, ['a', '-x', '--json'])
        RunArguments.has(QUIET, ['-q'])
        !RunArguments.has(JSON, ['a', '--', '--json'])
    }

    def "no parameter of a script can have the name of an option of the run"() {
        expect:
        Parameter.RESERVED == RunOption.values()*.longName()*.substring(2) as Set
    }

    private static RunRequest parse(String line) {
        RunArguments.parse(line.split(' ').findAll { !it.isEmpty() }, { it.endsWith('.groovy') || it == 'vertical' })
    }
}
