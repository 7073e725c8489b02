package io.retake.repl.cli

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.core.Version
import io.retake.repl.DefaultSignals
import io.retake.repl.Distribution
import io.retake.repl.FakeBackend
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import org.opentest4j.TestAbortedException
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** The commands as processes of their own, started by the launcher. */
@Requires({ !os.windows })
class CommandsSpec extends Specification {
    @TempDir
    Path folder

    def "without a command, a terminal or input it prints help"() {
        when:
        def result = retake()

        then:
        result.code == 0
        result.out.contains('Usage: retake [-hV] [--lenient] [--no-init] [--trace] COMMAND')
        result.out.contains('Without a command, Retake opens the prompt')
        ['run', 'check', 'serve', 'doctor', 'version', 'help', 'completion'].every { result.out =~ /(?m)^  $it\s+\w/ }
        result.err == ''
    }

    def "version names Retake, Java and FFmpeg"() {
        when:
        def result = retake('version')

        then:
        result.code == 0
        result.out.readLines()[0] == "retake ${Version.current()}"
        result.out.readLines()[1].startsWith("java ${Runtime.version()}")
        result.out.readLines()[2] ==~ /ffmpeg \d.* \(.*\)/
    }

    def "the error for a wrong command line has two lines, and exit code 2: #arguments"() {
        when:
        def result = retake(*arguments)

        then:
        result.code == 2
        result.out == ''
        result.err.readLines() == lines

        where:
        arguments                                || lines
        ['serve', '--port', 'x']                 || ["error: Invalid value for option '--port': 'x' is not an int", "  'retake serve --help' lists commands and options."]
        ['serve', '--limit', 'much']             || ["error: Invalid value for option '--limit': 'much' is not a size; expected a number with a unit, such as 500MB or 20GB", "  'retake serve --help' lists commands and options."]
        ['help', 'me']                           || ["error: unknown command 'me'; expected one of run, recipes, check, serve, doctor, completion, version, help, language, recipes", "  'retake help --help' lists commands and options."]
        ['run']                                  || ['error: No script given.', "  Usage: retake run SCRIPT. 'retake run --help' lists the options."]
        ['run', 'none.groovy', 'x']              || ["error: 'x' is not the value of any parameter", "  write parameters as --name value; 'retake run SCRIPT --help' lists them"]
    }

    def "a script runs: only its output is on standard output"() {
        given:
        script('hello.groovy', 'params { name "world", help: "who" }\nprintln "hello ${name} 采访 🎬"')

        when:
        def result = retake('run', 'hello.groovy', '--name', 'you')

        then:
        result.code == 0
        result.out == 'hello you 采访 🎬\n'
        result.err.readLines()[0] == 'local: footage stays on this machine'
        result.err.readLines().last() ==~ /Done in .*/
    }

    def "recipes are listed, and run by name: Retake's own and the user's"() {
        given:
        Files.createDirectories(folder.resolve('.config/retake/scripts'))
        script('.config/retake/scripts/greet.groovy', "/** Greets somebody. At length. */\nskill 'greeter'\nparams { who 'you', help: 'whom' }\nprintln \"hello \${who}\"")

        expect:
        retake('recipes').out.readLines().any { it ==~ /greet +Greets somebody\./ }
        retake('recipes').out.contains('remaster ')
        retake('run', 'greet', '--who', 'me').out == 'hello me\n'
        retake('run', 'greet', '--help').out.contains('Usage: retake run greet [--who TEXT]')
        retake('run', 'gret').code == 2
        retake('run', 'gret').err.readLines() == ["error: there is no recipe 'gret'; did you mean 'greet'?", "  'retake recipes' lists them"]
        retake('run', 'gret.groovy').err.startsWith('error: there is no script ')
    }

    def "a token for a backend other than the named one is an error, and is sent nowhere"() {
        given:
        script('hello.groovy', 'println "hello"')

        when:
        def result = Distribution.run(Distribution.command(folder, [NEMO_TOKEN: 'nmv_usr_secret'], 'run', 'hello.groovy', '--backend', 'http://127.0.0.1:9'))

        then:
        result.code == 2
        result.out == ''
        result.err.readLines() == ['error: NEMO_TOKEN is for https://mega-api-prod.nemovideo.ai, and is not sent to http://127.0.0.1:9',
            '  Set NEMO_API_URL=http://127.0.0.1:9 to use it there, or unset NEMO_TOKEN to use an anonymous token.']
    }

    def "quiet is quiet"() {
        given:
        script('hello.groovy', 'println "hello"')

        expect:
        retake('run', 'hello.groovy', '--quiet') == [code: 0, out: 'hello\n', err: '']
    }

    def "a script's help lists its parameters and does not run it"() {
        given:
        script('film.groovy', '/** Makes a film. */\nparams { height 1080, help: "how high" }\nprintln "ran"')

        when:
        def result = retake('run', 'film.groovy', '--help')

        then:
        result.code == 0
        result.out == '''\
            Makes a film.

            Usage: retake run film.groovy [--height INTEGER]

              --height  a whole number such as 3  how high (default: 1080)
            '''.stripIndent()
    }

    def "check reports every problem with its place and a suggestion"() {
        given:
        script('bad.groovy', "session {\n    uplod 'a.mp4'\n\ttrim from: 5.s, to: 2.s\n    title '采访', frm: 2.s\n}\n")

        when:
        def result = retake('check', 'bad.groovy')

        then:
        result.code == 2
        result.out == '''\
            bad.groovy:2:5: unknown verb 'uplod' here; did you mean 'upload'?
                uplod 'a.mp4'
                ^
            bad.groovy:3:2: the range from 0:05 to 0:02 is empty: it must end after it begins
                trim from: 5.s, to: 2.s
                ^
              for example: trim from: 2.s, to: 12.s
            bad.groovy:4:17: 'title' has no argument 'frm'; did you mean 'from'?
                title '采访', frm: 2.s
                              ^
              it takes text, from, to, position, style
            '''.stripIndent()
        result.err == 'bad.groovy: 3 problems\n'
    }

    def "check as JSON is a line for each problem, and one at the end"() {
        given:
        script('bad.groovy', "session { uplod 'a.mp4' }")
        script('good.groovy', 'println 1')

        when:
        def result = retake('check', 'bad.groovy', 'good.groovy', 'none.groovy', '--json')
        def lines = json(result)

        then:
        result.code == 2
        lines[0] == [event: 'problem', script: 'bad.groovy', line: 1, column: 11, message: "unknown verb 'uplod' here; did you mean 'upload'?", advice: '']
        lines[1].script == 'none.groovy'
        lines[2] == [event: 'checked', scripts: 3, problems: 2, warnings: 0]
    }

    def "a wrong script doesn't run, and a missing one is reported"() {
        given:
        script('bad.groovy', "println 'ran'\nsession { uplod 'a.mp4' }")

        expect:
        with(retake('run', 'bad.groovy')) {
            code == 2
            out == ''
            err.startsWith("bad.groovy:2:11: unknown verb 'uplod' here; did you mean 'upload'?")
        }
        with(retake('run', 'none.groovy')) {
            code == 2
            err.startsWith('error: there is no script ')
        }
        with(retake('run', 'bad.groovy', '--backend', 'nowhere')) {
            code == 2
            err.startsWith("error: 'nowhere' is not a backend")
        }
    }

    def "a run that fails says where, and with --trace from what"() {
        given:
        script('fails.groovy', "println 'one'\nthrow new IllegalStateException('no luck')")

        when:
        def plain = retake('run', 'fails.groovy')
        def traced = retake('run', 'fails.groovy', '--trace')

        then:
        plain.code == 1
        plain.out == 'one\n'
        plain.err.contains('error: fails.groovy:2: IllegalStateException: no luck\n')
        !plain.err.contains('\tat ')
        traced.code == 1
        traced.err.contains('\tat ')
    }

    def "with --json every event is a line, and there is nothing else"() {
        given:
        script('fails.groovy', "println 'one'\nthrow new IllegalStateException('no luck')")

        when:
        def result = retake('run', 'fails.groovy', '--json')

        then:
        result.code == 1
        result.err == ''
        json(result)*.event == ['run-started', 'said', 'failed', 'finished']
    }

    def "a film is made by the engine on this machine; a pipe gets its path"() {
        given:
        script('film.groovy', "session { upload sampleClip(); trim to: 500.ms; resize '320x180'; export mp4 }")

        when:
        def result = retake('run', 'film.groovy')

        then:
        result.err.contains('export mp4')
        result.code == 0
        Path.of(result.out.strip()) == folder.resolve('film.mp4').toRealPath()
        Files.size(folder.resolve('film.mp4')) > 1000
    }

    def "a refusal by the backend has its own exit code"() {
        given:
        def backend = new FakeBackend(exportStatus: 402)
        clip()
        script('film.groovy', "session { upload 'a.mp4'; export mp4 }")

        when:
        def result = retake('run', 'film.groovy', '--backend', backend.url)

        then:
        result.code == 3
        result.err.readLines()[0].contains(backend.url)
        result.err.contains('error: film.groovy:1: ')
        !Files.exists(folder.resolve('film.mp4'))

        cleanup:
        backend?.close()
    }

    def "Ctrl-C during the #call stops it, leaves nothing behind, and exits with 130"() {
        given:
        def backend = new FakeBackend(holdIn: call)
        clip()
        script('film.groovy', "session { upload 'a.mp4'; export mp4 }")
        def process = start([:], 'run', 'film.groovy', '--backend', backend.url)

        when:
        backend.reached.get(60, TimeUnit.SECONDS)
        signal('INT', process)
        def ended = process.waitFor(20, TimeUnit.SECONDS)
        def err = ended ? process.errorStream.text : 'still running'

        then:
        ended
        process.exitValue() == 130
        err.contains('stopped: film.groovy:1: ')
        folder.toFile().list().findAll { !it.startsWith('.') }.sort() == ['a.mp4', 'film.groovy']
        call != 'render' || backend.cancelled.get(5, TimeUnit.SECONDS).contains('/cancel')

        cleanup:
        process?.destroyForcibly()
        backend?.close()

        where:
        call << ['upload', 'render', 'download']
    }

    def "TERM does the same, and exits as a shell expects"() {
        given:
        def backend = new FakeBackend(holdIn: 'download')
        clip()
        script('film.groovy', "session { upload 'a.mp4'; export mp4 }")
        def process = start([:], 'run', 'film.groovy', '--backend', backend.url)

        when:
        backend.reached.get(60, TimeUnit.SECONDS)
        signal('TERM', process)

        then:
        process.waitFor(20, TimeUnit.SECONDS)
        process.exitValue() == 143
        folder.toFile().list().findAll { !it.startsWith('.') }.sort() == ['a.mp4', 'film.groovy']

        cleanup:
        process?.destroyForcibly()
        backend?.close()
    }

    def "Ctrl-C ends #what, with 130"() {
        given:
        script('busy.groovy', "println 'on'\n$text")
        def process = start([:], 'run', 'busy.groovy')

        when:
        process.inputStream.newReader('UTF-8').readLine()
        signal('INT', process)

        then:
        process.waitFor(15, TimeUnit.SECONDS) // two, on a machine with nothing else to do
        process.exitValue() == 130

        cleanup:
        process?.destroyForcibly()

        where:
        what                              | text
        'a sleep'                         | 'sleep 60_000'
        'a script that heeds nothing'     | 'while (true) { try { Thread.sleep(10_000) } catch (Throwable heard) { println heard } }'
        'a call that nobody can stop'     | 'System.in.read()'
        'a script with a hook that stays' | 'Runtime.runtime.addShutdownHook(new Thread({ while (true) { try { Thread.sleep(1000) } catch (Throwable t) { } } }))\nwhile (true) { }'
    }

    def "the second Ctrl-C ends it at once, even where the first is waited for"() {
        given: 'a line that nobody reads'
        script('deaf.groovy', "System.err.println 'on'\nprintln 'x' * 1_000_000")
        def process = start([:], 'run', 'deaf.groovy')
        def err = process.errorStream.newReader('UTF-8')

        when:
        while (err.readLine() != 'on') { }
        signal('INT', process)

        then:
        !process.waitFor(500, TimeUnit.MILLISECONDS)

        when:
        signal('INT', process)
        if (!process.waitFor(2, TimeUnit.SECONDS)) signal('INT', process) // the first may come before the second is listened for

        then:
        process.waitFor(10, TimeUnit.SECONDS)
        process.exitValue() == 130

        cleanup:
        process?.destroyForcibly()
    }

    def "Ctrl-C during a local render leaves no FFmpeg"() {
        given:
        script('long.groovy', "session { def clip = sampleClip(); 40.times { upload clip }; upscale '4k'; export mp4 }")
        def process = start([:], 'run', 'long.groovy', '--json')
        def children = []
        process.inputStream.newReader('UTF-8').with { reader ->
            while (true) {
                def line = reader.readLine()
                assert line != null
                if (line.contains('"what":"render"')) {
                    children = process.descendants().toList()
                    if (children) break
                }
            }
        }

        when:
        signal('INT', process)

        then:
        process.waitFor(20, TimeUnit.SECONDS)
        process.exitValue() == 130
        children.every { it.onExit().get(20, TimeUnit.SECONDS) && !it.alive }
        !Files.exists(folder.resolve('long.mp4'))

        cleanup:
        process?.destroyForcibly()
    }

    def "serve says where it is, shows no token unless asked, and Ctrl-C ends it well"() {
        when:
        def process = start([:], 'serve', '--json', *more)
        def line = process.inputStream.newReader('UTF-8').readLine()
        def serving = new ObjectMapper().readValue(line, Map)
        def connection = new URI("$serving.url/api/credits/balance/simple").toURL().openConnection()
        def status = connection.responseCode
        signal('INT', process)

        then:
        serving.event == 'serving'
        serving.containsKey('token') == token
        status in 400..499 || connection.inputStream.text.contains('1001')
        process.waitFor(20, TimeUnit.SECONDS)
        process.exitValue() == 0

        cleanup:
        process?.destroyForcibly()

        where:
        more             || token
        []               || false
        ['--show-token'] || true
    }

    def "doctor prints the same as text and as JSON"() {
        when:
        def told = retake('doctor')
        def json = json(retake('doctor', '--json'))[0]

        then:
        told.code == 0
        told.out.contains("FFmpeg $json.ffmpeg.version")
        told.out.contains(json.storage.folder)
        told.out.contains('local: footage stays on this machine')
        told.out.contains('off: words stay on this machine')
        told.out.readLines().last() == '✓ No problems found.'
        json.ffmpeg.can.libx264
        json.trouble == []
    }

    def "doctor has an exit code when something is wrong"() {
        when:
        def model = [RETAKE_LLM_URL: 'http://models.example/v1', RETAKE_LLM_MODEL: 'small', RETAKE_LLM_KEY: 'sk-secret']
        def result = Distribution.run(Distribution.command(folder, [RETAKE_FFMPEG: '/nowhere/ffmpeg'] + model, 'doctor'))

        then:
        result.code == 1
        result.out.readLines()[-2].startsWith("✗ RETAKE_FFMPEG is '/nowhere/ffmpeg'")
        result.out.readLines()[-1].startsWith("✗ The language model can't be used: RETAKE_LLM_URL is not https")
        !result.out.contains('sk-secret')
    }

    @Requires({ new File('/bin/bash').exists() })
    def "the completion script is one that bash takes, and completes"() {
        given:
        def completion = retake('completion', 'bash')
        script('complete.sh', completion.out + '\nCOMP_WORDS=(retake ser); COMP_CWORD=1; _complete_retake; echo "${COMPREPLY[@]}"')

        expect:
        completion.code == 0
        ['bash', 'complete.sh'].execute(null, folder.toFile()).text.strip() == 'serve'
    }

    // ---

    private void script(String name, String text) {
        Files.writeString(folder.resolve(name), text)
    }

    private void clip() {
        Files.write(folder.resolve('a.mp4'), new byte[FakeBackend.SIZE])
    }

    private Map retake(Object... arguments) {
        Distribution.run(Distribution.command(folder, [:], arguments))
    }

    private Process start(Map<String, String> environment, Object... arguments) {
        Distribution.command(folder, environment, arguments).start()
    }

    private static void signal(String name, Process process) {
        if (!DefaultSignals.arePossible()) throw new TestAbortedException('SIGINT is ignored here, and there is neither env --default-signal nor perl nor python3')
        assert ['kill', "-$name", process.pid().toString()].execute().waitFor() == 0
    }

    private static List<Map> json(Map result) {
        def mapper = new ObjectMapper()
        result.out.readLines().collect { mapper.readValue(it, Map) }
    }
}
