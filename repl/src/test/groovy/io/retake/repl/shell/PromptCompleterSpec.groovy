package io.retake.repl.shell

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.core.draft.Draft
import io.retake.core.protocol.SessionState
import io.retake.dsl.Backend
import io.retake.dsl.Retake
import io.retake.dsl.event.RunEvent
import io.retake.dsl.plan.Step
import io.retake.dsl.prompt.Entry
import io.retake.dsl.prompt.Reading
import io.retake.dsl.run.DoneStep
import io.retake.repl.FakeBackend
import io.retake.repl.shell.session.SessionMemory
import io.retake.repl.shell.terminal.Output
import io.retake.repl.view.Screen
import io.retake.repl.view.Theme
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import spock.lang.Specification
import spock.lang.TempDir

/** Completion at the prompt, with a backend that detects requests. */
class PromptCompleterSpec extends Specification {
    static LINES = ['trim from: 2.s, to: 12.s, on: clip(1)', "mute on: 'a", "upload 'a.mp4', ", 'music "so', '/peek 0:0', '/timeline --wi',
                    '/run remaster --inp', '/help tri', '/export mp4', "restore '", 'make a warmer', '> mute a.m', 'def x = scenes().first', 'use "remaster", size: ',
                    'export mp4, under: 8.', "title 'Go', position: bot", '/backend lo', '导出 a']
    @TempDir
    Path folder

    def "completing never makes a request: every beginning of every line"() {
        given:
        Files.write(folder.resolve('a.mp4'), new byte[1000])
        def backend = new FakeBackend()
        def out = new PrintStream(new ByteArrayOutputStream())
        def shell = new ShellContext(
            { Retake.builder().backend(Backend.named(backend.url)).environment([NEMO_TOKEN: 'nmv_usr_1', NEMO_API_URL: backend.url.toString()]).home(folder).workingFolder(folder).cacheFolder(folder.resolve('cache')).stateFolder(folder.resolve('state')) },
            UserProfile.nobody([:]), folder, new Output(new Screen(out, out, false, false, [:])), new Theme(false, true), {})
        def completer = shell.completer()

        expect: 'before anything is known'
        completer.at('mute on: ').choices()*.value().contains("'the music'")

        when:
        shell.evaluation().evaluate(shell.classifier().read("upload 'a.mp4'"))
        def asked = backend.requests.get()
        LINES.each { line ->
            (0..line.length()).each { end ->
                completer.at(line.substring(0, end))
            }
        }

        then: 'nothing was asked, so that nothing could be waited for'
        asked > 0
        backend.requests.get() == asked
        completer.at('mute on: ').choices()*.value().contains('clip(1)')
        completer.at("upload 'a.mp4'; mute on: 'a").choices()*.value().contains("'a.mp4'")
        completer.at('/peek 0:1').choices()*.value() == ['0:10']
        completer.at('/timeline 0').choices()*.about() == ['clip 1 · a']

        cleanup:
        shell?.close()
        backend?.close()
    }

    def "completion knows the results of entries: files, checkpoints, the last timeline"() {
        given:
        def draft = Draft.parse('{"t":[],"d":2000}')
        def steps = [new Step.Upload([folder.resolve('b.wav')], [URI.create('https://example.org/x/c.mp4')], true), new Step.Message("checkpoint 'it\\'s'", 'Save the checkpoint "it\'s"', true), new Step.Message('a "x"', 'a "x"', false)]
        def entry = new Entry(1, 'x', Reading.Kind.STATEMENT, Instant.EPOCH, RunEvent.State.DONE, Duration.ZERO, steps.collect { new DoneStep(it, false, [], true) }, Optional.of(draft))
        def memory = new SessionMemory()
        def newer = SessionState.parse(new ObjectMapper().readTree('{"draft":{"t":[],"d":9000},"video_infos":[{"filename":"z.mp4"}]}'))

        expect:
        with(memory.known([entry], ['x'] as Set, [])) {
            files() == ['b.wav', 'c.mp4']
            checkpoints() == ["it's"]
            it.draft().get() == draft
        }

        when: 'something else asked the backend since'
        memory.sees(newer, 1)

        then:
        memory.known([entry], [] as Set, []).files() == ['z.mp4', 'b.wav', 'c.mp4']
        memory.known([entry], [] as Set, []).draft().get().duration() == Duration.ofSeconds(9)
        memory.known([entry, entry], [] as Set, []).draft().get() == draft
    }

    def "every command is explained with an example of itself, every verb in its three forms"() {
        expect:
        Commands.list().every { it.help() ==~ /[A-Z].*[^.]/ && (it.example() == "/${it.name()}" || it.example().startsWith("/${it.name()} ")) && !(it.example() =~ /[A-Z]{2}|\[/) }
        io.retake.core.vocabulary.Vocabulary.operations().every { operation ->
            def told = new io.retake.repl.view.HelpView(new Theme(false, true), 200).verb(operation.verb()).join('\n')
            ['verb ', 'operation ', 'sentence ', operation.example()].every { told.contains(it) }
        }
    }
}
