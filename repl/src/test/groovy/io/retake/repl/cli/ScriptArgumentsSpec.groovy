package io.retake.repl.cli

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Arguments from the command line to a script. */
class ScriptArgumentsSpec extends Specification {
    @TempDir
    Path folder
    CommandLine line

    def setup() {
        line = new CommandLine(folder)
        folder = folder.toRealPath()
    }

    def "only a flag can have no value: #type"() {
        given:
        line.file('a.groovy', "params { value $type }\nprintln value")

        expect:
        line.run(*arguments) == [code: 2, out: '', err: "a.groovy: --value needs a value; only a flag can have none\n  give $hint\n"]

        where:
        type                 | arguments                             || hint
        'text'               | ['run', 'a.groovy', '-q', '--value']  || 'text'
        'text'               | ['run', '--value', 'a.groovy', '-q']  || 'text'
        "'a default'"        | ['run', 'a.groovy', '--value', '-q']  || 'text'
        'file'               | ['run', 'a.groovy', '--value']        || 'a file that exists'
        'files'              | ['run', 'a.groovy', '--value']        || "a file, a folder of videos, or a pattern such as 'old/*.mp4'"
        "(['one', 'two'])"   | ['run', 'a.groovy', '--value']        || 'one of one, two'
        'size'               | ['run', 'a.groovy', '--value']        || 'a size such as 1080p, 4k or 1920x1080'
    }

    def "a flag has a value or none: #arguments"() {
        given:
        line.file('a.groovy', 'params { draft false; words text, optional: true }\nprintln "$draft $words"')

        expect:
        line.run('run', '-q', *arguments).out == out

        where:
        arguments                                    || out
        ['a.groovy']                                 || 'false null\n'
        ['a.groovy', '--draft']                      || 'true null\n'
        ['--draft', 'a.groovy']                      || 'true null\n'
        ['--draft', 'a.groovy', '--words', 'x y']    || 'true x y\n'
        ['a.groovy', '--draft', 'false']             || 'false null\n'
        ['--draft=true', '--words=', 'a.groovy']     || 'true \n'
    }

    def "a list takes all its values in order: #arguments"() {
        given:
        line.file('a.groovy', 'params { input files }\nprintln input*.fileName.join(" ")')
        ['one.mp4', 'two.mp4', 'three.mp4'].each { line.file(it, it) }

        expect:
        line.run('run', '-q', *arguments) == [code: 0, out: out, err: '']

        where:
        arguments                                                          || out
        ['a.groovy', '--input', 'two.mp4', '--input', 'one.mp4']           || 'two.mp4 one.mp4\n'
        ['a.groovy', '--input=two.mp4', '--input', 'one.mp4']              || 'two.mp4 one.mp4\n'
        ['a.groovy', '--input', 'one.mp4', 'three.mp4', 'two.mp4']         || 'one.mp4 three.mp4 two.mp4\n'
        ['--input', 'one.mp4', 'three.mp4', 'two.mp4', 'a.groovy']         || 'one.mp4 three.mp4 two.mp4\n'
        ['a.groovy', '--input', 't*.mp4', '--input', 'one.mp4']            || 'three.mp4 two.mp4 one.mp4\n'
    }

    def "a parameter that isn't a list takes one value, and nothing is silently dropped: #arguments"() {
        given:
        line.file('a.groovy', "params { words 'x'; height 720 }\nprintln words")

        expect:
        line.run('run', 'a.groovy', *arguments) == [code: 2, out: '', err: "a.groovy: $message\n  give it once; put quotes around text with spaces and patterns such as '*.mp4'\n"]

        where:
        arguments                                || message
        ['--words', 'hello', 'world']            || "--words takes one value, found 'hello' and 'world'"
        ['--words=hello', '--words=world']       || "--words takes one value, found 'hello' and 'world'"
        ['--height', '720', '--height', '1080']  || "--height takes one value, found '720' and '1080'"
    }

    def "a file named on the command line belongs to the working folder, wherever the script lies"() {
        given:
        line.file('proj/a.groovy', 'params { input file; more files, optional: true }\nprintln input\nprintln more')
        line.file('.config/retake/scripts/mine.groovy', 'params { input file }\nprintln input')
        line.file('.config/retake/scripts/a.mp4', 'a recipe has a neighbor')
        ['proj', 'other'].each { line.file("$it/a.mp4", it) }
        line.file('proj/b.mp4', 'beside the script alone')

        expect:
        line.run('run', '../proj/a.groovy', '-q', '--input', 'a.mp4', '--more', '*.mp4', folder: 'other').out == "$folder/other/a.mp4\n[$folder/other/a.mp4]\n"
        line.run('run', 'mine', '-q', '--input', 'a.mp4', folder: 'other').out == "$folder/other/a.mp4\n"

        and: 'where there is none it is not taken from elsewhere'
        line.run('run', '../proj/a.groovy', '--input', 'b.mp4', folder: 'other') == [code: 2, out: '',
            err: "../proj/a.groovy: --input: there is no file 'b.mp4' in $folder/other\n  there is one next to the script: $folder/proj/b.mp4\n"]
    }

    def "a file that the script names belongs to the script's folder: also a default, and what it gives to a recipe"() {
        given:
        line.file('proj/a.groovy', "params { input file, default: 'a.mp4' }\nprintln input")
        line.file('proj/b.groovy', "use 'inner', input: 'a.mp4'")
        line.file('proj/inner.groovy', 'params { input file; other file, default: "c.mp4" }\nprintln input\nprintln other')
        ['proj/a.mp4', 'other/a.mp4', 'proj/c.mp4'].each { line.file(it, it) }

        expect:
        line.run('run', '../proj/a.groovy', '-q', folder: 'other').out == "$folder/proj/a.mp4\n"
        line.run('run', '../proj/b.groovy', '-q', folder: 'other').out == "$folder/proj/a.mp4\n$folder/proj/c.mp4\n"
    }

    def "check reports a parameter with the name of an option: #name"() {
        given:
        line.file('a.groovy', "params {\n  input file\n  $name $preset\n}\nprintln $name")

        when:
        def result = line.run('check', 'a.groovy')

        then:
        result.code == 2
        result.out.readLines()[0] == "a.groovy:3:3: a parameter can't be called '$name': --$name is an option of retake run itself"
        result.err == 'a.groovy: 1 problem\n'

        where:
        name      | preset
        'quiet'   | 'false'
        'backend' | "'mine'"
        'help'    | 'text'
        'resume'  | 'true'
        'json'    | 'flag'
        'trace'   | '1.s'
    }

    def "a misspelt option of the run is reported like a misspelt parameter"() {
        given:
        line.file('a.groovy', "params { height 1 }\nprintln 'ran'")

        expect:
        line.run('run', 'a.groovy', '--quite').err.startsWith('a.groovy: the script has no parameter --quite; did you mean --quiet?\n')
        line.run('run', 'a.groovy', '--heigth', '2').err.startsWith('a.groovy: the script has no parameter --heigth; did you mean --height?\n')
    }

    def "errors of a script from standard input name it <stdin>"() {
        expect:
        line.run('run', '-', '-q', '--words', 'hi', input: "params { words text }\nprintln words + ' 采访'") == [code: 0, out: 'hi 采访\n', err: '']
        line.run('run', '--quiet', '-', input: "println 1\nsession { uplod 'a' }").err.startsWith("<stdin>:2:11: unknown verb 'uplod' here")
        line.run('check', '-', input: 'println 1') == [code: 0, out: '', err: '-: no problems\n']
    }

    def "the error for an unknown command suggests the right one: #word"() {
        expect:
        line.run(word, 'x') == [code: 2, out: '', err: "error: unknown command '$word'\n  ${near}'retake --help' lists commands and options.\n"]

        where:
        word          || near
        'rnu'         || 'Did you mean retake run? '
        'chekc'       || 'Did you mean retake check? '
        'film.groovy' || 'Did you mean retake run film.groovy? '
        'xyzzy'       || ''
    }

    def "the help of run says how it is used, once"() {
        when:
        def help = line.run('run', '--help')

        then:
        help == line.run('help', 'run')
        help == line.run('run', '-h', '--json')
        help.out.startsWith('Usage: retake run SCRIPT [--PARAMETER VALUE]... [OPTION]...\n       retake run SCRIPT --help\n')
        help.out.readLines().every { it.length() <= 80 }
        ['--backend=local|cloud|URL', '--resume', '--resend', '--lenient', '--json', '-q, --quiet', '--trace', '-h, --help'].every { help.out.contains("  $it") }
    }

    def "an option of every command may stand before the command, too"() {
        given:
        line.file('a.groovy', "throw new IllegalStateException('no luck')")

        expect:
        line.run('--trace', 'run', 'a.groovy').err.contains('\tat ')
        line.run('--no-init', 'run', 'a.groovy').code == 1
        line.run('--version', 'run', 'a.groovy').out.startsWith('retake ')
    }
}
