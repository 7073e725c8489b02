package io.retake.repl.shell

import io.retake.dsl.prompt.Reading
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Commands of the prompt, on the embedded engine, without a terminal. */
class CommandsAtPromptSpec extends Specification {
    @TempDir
    Path folder
    InProcessPrompt prompt

    def setup() {
        folder = folder.toRealPath()
        prompt = new InProcessPrompt(folder)
    }

    def cleanup() {
        prompt.close()
    }

    def "an exception or error of a command is reported, and the prompt continues: #thrown"() {
        given:
        prompt.shell.close()
        def failing = new ShellContext({ throw thrown }, UserProfile.nobody([:]), folder, prompt.shell.console().output(), prompt.shell.console().theme(), { throw thrown })

        expect:
        !Prompt.take(line, failing)
        !failing.leaving

        cleanup:
        failing.close()

        where:
        thrown                                   | line
        new IllegalStateException('fault')       | '/doctor'
        new StackOverflowError()                 | '/doctor'
        new NoClassDefFoundError('x')            | '/backend'
        new UncheckedIOException(new IOException()) | '/sessions'
        new AssertionError('x')                  | 'mute'
    }

    def "'#line' asks for help also without its slash: #command"() {
        expect:
        prompt.shell.classifier().read(line).kind() == (command ? Reading.Kind.COMMAND : Reading.Kind.SENTENCE)

        where:
        line                | command
        'help'              | true
        'help change'       | true
        'help me trim it'   | false
        'help the colors'   | false
    }

    def "a completed argument parses back to the same value: #typed"() {
        given:
        Files.createDirectories(folder.resolve('a dir'))
        Files.writeString(folder.resolve("a dir/my film.groovy"), 'params {\n  words "none", help: "what to say"\n}')

        expect:
        def completion = prompt.shell.completer().at(typed)
        completion.choices()*.value().any { typed.substring(0, completion.word()) + it == line }

        where:
        typed                              || line
        '/run a'                           || '/run a\\ dir/'
        '/run a\\ dir/'                    || '/run a\\ dir/my\\ film.groovy'
        "/open 'a d"                       || "/open 'a dir/"
        "/open 'a dir/"                    || "/open 'a dir/my film.groovy'"
        '/save "a dir/m'                   || '/save "a dir/my film.groovy"'
        "/run 'a dir/my film.groovy' --w"  || "/run 'a dir/my film.groovy' --words"
        "/run x.groovy --words 'a d"       || "/run x.groovy --words 'a dir/"
    }

    def "attaching to a session that another prompt holds is refused, and this prompt and its session stay"() {
        given:
        def other = new InProcessPrompt(folder)
        other.type('upload sampleClip()')
        assert other.done
        prompt.type('upload sampleClip()\ntrim to: 2.s')
        assert prompt.done
        def sessions = prompt.type('/sessions').readLines()
        def theirs = sessions.findIndexOf { !it.contains('this session') } + 1

        when:
        def refused = prompt.type("/attach $theirs")

        then:
        !prompt.done
        refused.startsWith("error: session $theirs can't be reattached: An engine already uses the folder")
        prompt.type('/tracks').contains('(0-2s)')
        prompt.type('/sessions').contains('this session')

        when: 'the other one leaves it'
        other.close()
        prompt.type("/attach $theirs")

        then:
        prompt.done
        prompt.type('/tracks').contains('(0-8s)')

        cleanup:
        other?.close()
    }

    def "a prompt can attach to the session that it is in"() {
        given:
        prompt.type('upload sampleClip()\ntrim to: 2.s')

        when:
        prompt.type('/attach 1')

        then:
        prompt.done
        prompt.type('/tracks').contains('(0-2s)')
    }

    def "/save after /attach says what is missing, on the screen and in the file"() {
        given:
        def earlier = new InProcessPrompt(folder)
        earlier.type('upload sampleClip()')
        earlier.close()
        prompt.type('/attach 1')
        prompt.type('trim to: 2.s')

        when:
        def said = prompt.type("/save 'my film.groovy'")

        then:
        said.contains("Wrote $folder/my film.groovy\n")
        said.contains('warning: the script contains only the edits since /attach')
        said.contains('sample.mp4 (0-8s)')
        Files.readString(folder.resolve('my film.groovy')) == """\
            // Incomplete: edits made before /attach are missing. The timeline then was:
            // Timeline (1 track): 1. Video: sample.mp4 (0-8s)
            session('film') {
                trim to: 2.s
            }
            """.stripIndent()

        when: 'a session of its own is saved whole'
        prompt.type('/backend local')
        prompt.type('upload sampleClip()')

        then:
        !prompt.type('/save other').contains('warning')
        Files.readString(folder.resolve('other.groovy')).startsWith("session('film') {")
    }

    def "quotes aren't part of an argument: #line"() {
        given:
        Files.createDirectories(folder.resolve('a dir'))
        Files.writeString(folder.resolve("a dir/my film.groovy"), 'params { words "none"; draft false; input files, optional: true }\nprintln "<$words> $draft ${input?.size()}"')
        ['one.mp4', 'two.mp4'].each { Files.writeString(folder.resolve(it), it) }

        expect:
        prompt.type(line).readLines().contains(said)

        where:
        line                                                                    || said
        "/run 'a dir/my film.groovy'"                                           || '<none> false null'
        '/run "a dir/my film.groovy" --words \'hello world\''                   || '<hello world> false null'
        '/run a\\ dir/my\\ film.groovy --words="it\'s"'                         || "<it's> false null"
        "/run --words '' --draft 'a dir/my film.groovy'"                        || '<> true null'
        "/run 'a dir/my film.groovy' --input one.mp4 --input two.mp4"           || '<none> false 2'
        "/open 'a dir/my film.groovy'"                                          || '<none> false null'
        "/open 'a dir/my film.groovy' --words 'hello world' --input '*.mp4'"    || '<hello world> false 2'
    }

    def "/open gives parameters their values, and their problems the name of the script"() {
        given:
        Files.createDirectories(folder.resolve('sub'))
        Files.writeString(folder.resolve('sub/a.groovy'), "params { words text, help: 'what to say'; at 2.s }\nsession { upload 'b.mp4'; println \"\$words \$at\" }")

        expect:
        prompt.type('/open sub/a.groovy --at x').startsWith("sub/a.groovy:1:1: there is no file 'b.mp4' next to the script") ||
            prompt.type('/open sub/a.groovy --at x').contains("there is no file 'b.mp4' next to the script")

        when:
        Files.writeString(folder.resolve('sub/b.mp4'), '')

        then:
        prompt.type('/open sub/a.groovy').contains('sub/a.groovy: --words is missing: what to say')
        prompt.type('/open sub/a.groovy --words').contains('--words needs a value; only a flag can have none')
        prompt.type('/open sub/a.groovy --wrds x').contains('did you mean --words?')
        prompt.type('/open sub/a.groovy --words x --json').contains("/open takes the script's parameters, and --json is an option of retake run")
    }

    def "a misspelt statement isn't a sentence, and its error suggests the right word: #line"() {
        when:
        def said = prompt.type(line)

        then:
        !prompt.done
        said.contains(meant)

        where:
        line                                  || meant
        "aspect '9:16', fit: blurr"           || 'did you mean blur?'
        "title 'x', position: botom"          || 'did you mean bottom?'
        'speed 2 from: 1.s'                   || "missing comma before 'from'"
        "title 'x' position: bottom"          || "missing comma before 'position'"
        'denoise stong'                       || 'did you mean strong?'
        'export mp5'                          || 'did you mean mp3?'
        "export mp4, qualty: high"            || 'did you mean quality?'
        'fade in: 1.sec'                      || "unknown unit 'sec' after a number"
        'mute on: clp(2)'                     || "did you mean 'clip'?"
        'steps.each { println it.txt }'       || "did you mean 'text'?"
        "uplod 'a.mp4'"                       || "did you mean 'upload'?"
        "title '你好', position: 底部"          || "unknown word '底部'"
    }

    def "statements of no verb are statements: #line"() {
        expect:
        prompt.type(line).readLines()*.strip() == said

        where:
        line                                     || said
        'true && false'                          || ['false']
        'steps.each { println it.text }; 1 + 1'  || ['2']
        '3.times { println it }; "done"'         || ['0', '1', '2', 'done']
    }

    def "/run knows recipes by name, as it completes them"() {
        given:
        Files.createDirectories(folder.resolve('.config/retake/scripts'))
        Files.writeString(folder.resolve('.config/retake/scripts/greet.groovy'), 'params { who "you" }\nprintln "hello $who"')

        expect:
        prompt.type("/run greet --who 'a b'").contains('hello a b')
        prompt.type('/run gret').contains("did you mean 'greet'?")
    }

    def "a secret after /backend or /connect is neither recorded nor printed: #line"() {
        when:
        def said = prompt.type(line)

        then:
        prompt.shell.history().isSecret(line)
        !said.contains('hunter2')
        !prompt.done
        prompt.type('/backend').startsWith('local: ')

        where:
        line << ['/backend https://user:hunter2@host.example', '/backend https://host.example/?token=hunter2', '/backend https://host.example hunter2', '/connect https://host.example hunter2', '/connect  https://host.example#hunter2=token',
            '/backend hunter2x', '/backend https://host.example/v1?x=hunter2&sig=1', '/backend ftp://u:hunter2@host', '/backend  http://hunter2@', "/connect 'https://host.example' hunter2"]
    }

    def "the address of a backend alone isn't a secret"() {
        expect:
        !prompt.shell.history().isSecret(line)

        where:
        line << ['/backend', '/backend local', '/backend cloud', '/backend https://host.example:8080/v1', '/connect http://127.0.0.1:8080', '/run a.groovy --words x']
    }
}
