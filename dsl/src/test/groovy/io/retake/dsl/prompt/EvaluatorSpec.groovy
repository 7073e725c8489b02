package io.retake.dsl.prompt

import io.retake.core.draft.Draft
import io.retake.core.draft.TrackType
import io.retake.dsl.Children
import io.retake.dsl.Retake
import io.retake.dsl.event.RunEvent
import io.retake.dsl.event.RunListener
import io.retake.dsl.problem.InvalidScript
import io.retake.dsl.problem.ScriptSource
import io.retake.dsl.run.RunResult
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The evaluator on the embedded engine, over real HTTP, with real footage. */
class EvaluatorSpec extends Specification {
    @Shared
    @TempDir
    Path folder

    @Shared
    Retake retake

    @Shared
    Set<Long> others = Children.now()

    Evaluator prompt
    List<RunEvent> events = new CopyOnWriteArrayList<>()

    def setupSpec() {
        retake = Retake.builder().environment([PATH: System.getenv('PATH')]).home(folder.resolve('home')).workingFolder(folder)
            .engine { it.dataFolder(folder.resolve('data')) }.build()
    }

    def setup() {
        prompt = retake.prompt('film')
    }

    def cleanup() {
        prompt.close()
        assert noEntryRuns()
    }

    def cleanupSpec() {
        retake.close()
        assert Children.gone(others)
    }

    def "entries are done in one session that stays open"() {
        when:
        say('upload sampleClip()')
        say('trim from: 1.s, to: 4.s')
        def answer = say('mute the first 2 seconds')
        def film = say("def film = export(mp4, quality: low, to: 'out.mp4')")

        then:
        answer.done()
        film.done()
        say('film.duration.toSeconds()').value().get() == 3
        Files.size(folder.resolve('out.mp4')) > 1000
        prompt.session().present
        duration() == 3000
        prompt.entries()*.kind() == [Reading.Kind.STATEMENT] * 2 + [Reading.Kind.SENTENCE] + [Reading.Kind.STATEMENT] * 2
        prompt.entries()*.number() == [1, 2, 3, 4, 5]
        prompt.entries()[1].steps()*.changed() == [true]
        prompt.entries()[1].after().get().duration().toMillis() == 3000
    }

    def "reports a fault before doing anything, and the prompt continues"() {
        when:
        say('upload sampleClip()')
        say('trimm from: 1.s')

        then:
        def wrong = thrown(InvalidScript)
        wrong.problems()[0].message() == "unknown verb 'trimm' here; did you mean 'trim'?"

        when:
        def refused = say('trim from: 1.min')

        then:
        refused.state() == RunEvent.State.FAILED
        refused.failure().get().message().contains('0:08')
        say('trim to: 2.s').done()
        duration() == 2000
    }

    def "a list behind a verb needs no brackets around it, and an entry that the compiler fails on costs that entry"() {
        given:
        say('upload sampleClip()')
        say('split at: 2.s')

        when:
        def ordered = say('reorder [2, 1]')

        then:
        ordered.done()
        prompt.state().get().draft().get().tracks(TrackType.VIDEO)[0].segments()*.in()*.toMillis() == [2000, 0]

        when:
        say('def x = - - 1')

        then:
        def wrong = thrown(InvalidScript)
        wrong.problems()*.message()[0].startsWith('the compiler failed at or near here')

        and:
        say('trim to: 1.s').done()
    }

    def "a cancelled export leaves the prompt, the session and nothing else"() {
        given:
        say('upload sampleClip()')
        def rendering = new CountDownLatch(1)

        when:
        def run = prompt.start("export mp4, to: 'cancelled.mp4', size: 1080.p", {
            if (it instanceof RunEvent.Progress && it.what() == RunEvent.Activity.RENDER) rendering.countDown()
        } as RunListener)
        rendering.await(60, TimeUnit.SECONDS)
        run.cancel()
        def ended = run.await(Duration.ofSeconds(10)).get()

        then:
        ended.state() == RunEvent.State.CANCELLED
        !Files.exists(folder.resolve('cancelled.mp4'))
        say('trim to: 2.s').done()
        duration() == 2000
    }

    def "work in the background leaves the prompt free"() {
        given:
        say('upload sampleClip()')

        when:
        def export = prompt.start("export mp4, to: 'behind.mp4', quality: low", {} as RunListener)
        def meanwhile = say('1 + 1')
        def running = prompt.running()

        then:
        meanwhile.value().get() == 2
        running.size() <= 1
        export.await(Duration.ofSeconds(60)).get().done()
        Files.exists(folder.resolve('behind.mp4'))
        prompt.running().empty
    }

    def "the first entry typed comes first: an edit after an upload waits for it, and changes no export before it"() {
        when:
        def upload = prompt.start('upload sampleClip()', {} as RunListener)
        def export = prompt.start("def whole = export(mp4, to: 'whole.mp4', size: 720.p)", {} as RunListener)
        def trim = say('trim to: 2.s')
        def rendering = export.result().empty

        then:
        upload.result().get().done()
        trim.done()
        rendering
        duration() == 2000

        when:
        export.await(Duration.ofSeconds(180)).get()

        then:
        prompt.variables().whole.duration.toMillis() > 7000
        prompt.entries()*.text()*.take(6) == ['upload', 'def wh', 'trim t']
        prompt.lastDraft().get().duration().toMillis() == 2000
        SavedScript.of('film', prompt.entries(), false).readLines()*.strip()[2..3] == ["def whole = export(mp4, to: 'whole.mp4', size: 720.p)", 'trim to: 2.s']
    }

    def "work that never ends holds up what comes after it, which says so and can be stopped"() {
        given:
        say('upload sampleClip()')
        def endless = prompt.start('while (true) { }', {} as RunListener)
        def waits = new CountDownLatch(1)

        when:
        def trim = prompt.start('trim to: 2.s', { if (it instanceof RunEvent.Said && it.text().contains('while (true)')) waits.countDown() } as RunListener)

        then:
        waits.await(20, TimeUnit.SECONDS)

        when:
        endless.cancel()

        then:
        trim.await(Duration.ofSeconds(20)).get().done()
        duration() == 2000
    }

    def "another session, and back"() {
        given:
        say('upload sampleClip()')
        say('trim to: 2.s')
        def first = prompt.session().get()

        when:
        prompt.newSession('second')
        say('upload sampleClip()')

        then:
        prompt.session().get() != first
        prompt.title() == 'second'
        duration() > 7000

        when:
        prompt.attach('film', first)

        then:
        duration() == 2000

        when:
        def inner = say("session('third') { upload sampleClip(); trim to: 1.s; timeline }")

        then:
        inner.value().get().contains('0-1s')
        duration() == 2000
    }

    def "saves the entries as a script that makes the same timeline"() {
        given:
        ['upload sampleClip()', 'def cut = 5.s', 'trim from: 1.s, to: cut', 'speed 2', 'undo', "title \"it's here\", to: 1.s",
            'mute the first 2 seconds; fade in: 500.ms', 'mute the first 2 seconds', 'trim from: 1.min', 'timeline', 'undo', 'redo', 'cut', 'juggle with it',
            "checkpoint 'good'", 'grayscale', 'reverse', "restore 'good'"].each {
            try {
                say(it)
            } catch (InvalidScript ignored) {
                // as users mistype
            }
        }

        when:
        def script = SavedScript.of('film', prompt.entries(), frozen)
        def again = retake.run(ScriptSource.text('again.groovy', script.replaceFirst(/\}\s*$/, 'timeline\n}\n')), [:], {} as RunListener).await()

        then:
        !script.contains('speed') && !script.contains('undo') && !script.contains('grayscale') && !script.contains('1.min') && !script.contains('juggle')
        script.contains('trim from: 1.s, to: cut')
        script.contains("edit 'mute the first 2 seconds'") == !frozen
        script.contains("mute ") == true
        again.orThrow().value().get().readLines() == [prompt.state().get().draft().get().summary(), 'Objects: title 1 "it\'s here" (0:00-0:01)']

        where:
        frozen << [false, true]
    }

    def "an offer that was accepted with '#reply' is saved as the edit that it was"() {
        given:
        ['upload sampleClip()', 'have it plod at 0.5x', reply].each { say(it) }

        when:
        def script = SavedScript.of('film', prompt.entries(), false)

        then:
        script.readLines()*.strip().findAll { it.startsWith('speed') }.size() == 1
        !script.contains('edit') && !script.contains('run it')

        where:
        reply << ['yes', '1', "edit 'yes'"]
    }

    def "an offer that was declined is no error, and leaves nothing in the script"() {
        given:
        ['upload sampleClip()', 'have it plod at 0.5x', 'no', 'mute'].each { say(it) }

        when:
        def script = SavedScript.of('film', prompt.entries(), false)

        then:
        prompt.entries()[2].state() == RunEvent.State.DONE
        script.readLines()*.strip().findAll { it in ['mute', "edit 'no'"] } == ['mute']
    }

    def "going back by several, and what is of other sessions, is saved as it was"() {
        given:
        ['upload sampleClip()', 'trim to: 6.s', 'speed 2', 'grayscale', 'undo(2)', "checkpoint 'a'", 'reverse', "export wav, to: 'gone.wav', quality: low",
            "restore 'a'", 'undo()', 'redo()', "def clip = export(mp4, to: 'part.mp4', quality: low)", "session('b') { upload clip; export wav, to: 'b.wav' }",
            "title 'Ada', from: 1.s, to: 2.s", '1 + 1'].each { assert say(it).orThrow().done() }

        when:
        def script = SavedScript.of('film', prompt.entries(), false, true)

        then:
        !script.contains('speed') && !script.contains('grayscale') && !script.contains('reverse') && !script.contains('1 + 1')
        script.contains("// left out: export wav, quality: low, to: 'gone.wav' (of a version that was undone)")
        script.startsWith("""params {
            |    words 'Ada', help: 'the title'
            |    output 'part.mp4', help: 'the name of the film'
            |    output2 'b.wav', help: 'the name of the film'
            |}
            |
            |def clip
            |session('film') {
            |""".stripMargin())
        script.contains('    clip = export(mp4, to: output, quality: low)\n')
        script.endsWith("session('b') { upload clip; export wav, to: output2 }\n")

        when:
        def summary = prompt.state().get().draft().get().summary()
        def again = retake.run(ScriptSource.text('lifted.groovy', script.replaceFirst(/\}\nsession\('b'\)/, '    println timeline\n}\nsession(\'b\')')), [words: 'Grace'], { events << it } as RunListener).await()

        then:
        again.orThrow().done()
        events.findAll { it instanceof RunEvent.Said && it.by() == RunEvent.Speaker.SCRIPT }*.text() == [summary.replace('Ada', 'Grace'), 'Objects: title 1 "Grace" (0:01-0:02)']
    }

    def "files become parameters, with what was typed as their default"() {
        expect:
        LiftedValues.of(text).with { it.parameters() + it.script() } == lifted

        where:
        text                                       | lifted
        "upload 'a.mp4', 'b.mp4'"                  | "params {\n    input file, default: 'a.mp4', help: 'the footage'\n    input2 file, default: 'b.mp4', help: 'the footage'\n}\n\nupload input, input2"
        "upload 'old/*.mp4'"                       | "params {\n    input files, default: 'old/*.mp4', help: 'the footage'\n}\n\nupload input"
        "upload 'http://x/a.mp4'"                  | "upload 'http://x/a.mp4'"
        "def words = 1\ntitle 'a', to: 1.s"        | "params {\n    words2 'a', help: 'the title'\n}\n\ndef words = 1\ntitle words2, to: 1.s"
        "title 'upload it'; export mp4, to: 'x.y'" | "params {\n    words 'upload it', help: 'the title'\n    output 'x.y', help: 'the name of the film'\n}\n\ntitle words; export mp4, to: output"
        "trim to: 'the end'"                       | "trim to: 'the end'"
    }

    def "only literals that a statement is given become parameters: #text"() {
        expect:
        LiftedValues.of(text).with { it.parameters().readLines().findAll { it.startsWith('    ') }*.trim() + [it.script()] } == (declared + [script])

        where:
        text                                                  | declared                                                              | script
        'title "Ada"'                                         | ['words "Ada", help: \'the title\'']                                   | 'title words'
        'title(/Ada/)'                                        | ["words /Ada/, help: 'the title'"]                                    | 'title(words)'
        'title \$/Ada/\$, to: 1.s'                              | ["words \$/Ada/\$, help: 'the title'"]                                  | 'title words, to: 1.s'
        'title "a \$n"'                                        | []                                                                    | 'title "a \$n"'
        'title "a \${x.title(\'b\')}"'                         | []                                                                    | 'title "a \${x.title(\'b\')}"'
        "// upload 'a.mp4'\nmute"                             | []                                                                    | "// upload 'a.mp4'\nmute"
        "/* title 'a'\n title 'b' */ mute"                    | []                                                                    | "/* title 'a'\n title 'b' */ mute"
        "title '''a\nupload 'b.mp4'\n'''"                     | []                                                                    | "title '''a\nupload 'b.mp4'\n'''"
        'x = /\nupload \'b.mp4\'\n/'                          | []                                                                    | 'x = /\nupload \'b.mp4\'\n/'
        'edit "add\\ntitle \'x\'"'                            | []                                                                    | 'edit "add\\ntitle \'x\'"'
        "export mp4, to: 'a;b.mp4'; trim to: 'x'"             | ["output 'a;b.mp4', help: 'the name of the film'"]                    | "export mp4, to: output; trim to: 'x'"
        "export mp4, quality: [a: 'x', to: 'y'], to: 'z'"     | ["output 'z', help: 'the name of the film'"]                          | "export mp4, quality: [a: 'x', to: 'y'], to: output"
        "export mp4,\n    to: 'z'"                            | ["output 'z', help: 'the name of the film'"]                          | "export mp4,\n    to: output"
        "export mp4\ntrim to: 'z'"                            | []                                                                    | "export mp4\ntrim to: 'z'"
        "[1].each { title 'Ada' }"                            | ["words 'Ada', help: 'the title'"]                                    | "[1].each { title words }"
        "upload 'a.mp4', film"                                | []                                                                    | "upload 'a.mp4', film"
        "upload 'a.mp4', 'b' + n"                             | []                                                                    | "upload 'a.mp4', 'b' + n"
        "upload '🎬.mp4'; title 'Ada'"                        | ["input file, default: '🎬.mp4', help: 'the footage'", "words 'Ada', help: 'the title'"] | "upload input; title words"
    }

    def "a text of several lines is saved as it was typed"() {
        given:
        def typed = ["upload sampleClip()", "title '''Ada\n  Lovelace''', from: 1.s, to: 2.s", 'title "" + /Charles\nBabbage/, from: 2.s, to: 3.s', "if (true) {\n    mute from: 1.s, to: 2.s // it's\n}"]
        typed.each { assert say(it).orThrow().done() }

        expect:
        SavedScript.of('film', prompt.entries(), false) == """session('film') {
            |    upload sampleClip()
            |    title '''Ada
            |  Lovelace''', from: 1.s, to: 2.s
            |    title "" + /Charles
            |Babbage/, from: 2.s, to: 3.s
            |    if (true) {
            |        mute from: 1.s, to: 2.s // it's
            |    }
            |}
            |""".stripMargin()
    }

    def "a script that fails where it is opened says so, and what was done before it stands"() {
        when:
        say('upload sampleClip()')
        def opened = prompt.open(ScriptSource.text('cut.groovy', "session { trim to: 4.s; trim from: 1.min; grayscale }"), [:], { events << it } as RunListener).await(Duration.ofSeconds(60)).get()

        then:
        opened.state() == RunEvent.State.FAILED
        opened.failure().get().message().contains("'trim from: 60.s'")
        duration() == 4000
        SavedScript.of('film', prompt.entries(), false) == "session('film') {\n    upload sampleClip()\n    trim to: 4.s\n}\n"
    }

    private RunResult say(String text) {
        prompt.start(text, { events << it } as RunListener).await(Duration.ofSeconds(180)).get()
    }

    private long duration() {
        prompt.state().get().draft().get().duration().toMillis()
    }

    /** A thread whose work is over may take a moment to end. */
    private static boolean noEntryRuns() {
        Thread.allStackTraces.keySet().findAll { it.name.startsWith('retake-entry') }.every { it.join(20_000); !it.alive }
    }
}
