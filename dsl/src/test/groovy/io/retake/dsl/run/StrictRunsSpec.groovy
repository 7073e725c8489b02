package io.retake.dsl.run

import io.retake.dsl.Backend
import io.retake.dsl.FakeBackend
import io.retake.dsl.Retake
import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.ScriptSource
import io.retake.dsl.prompt.Evaluator
import io.retake.dsl.prompt.SavedScript
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** An edit that was not wholly done ends a run there, unless it, or the run, may go on without it. */
class StrictRunsSpec extends Specification {
    @Shared
    @TempDir
    Path home

    @TempDir
    Path folder

    @Shared
    @AutoCleanup
    Retake local

    @Shared
    @AutoCleanup
    Retake lenient

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    List<RunEvent> events = new CopyOnWriteArrayList<>()

    def setupSpec() {
        local = engine().build()
        lenient = engine().lenient(true).build()
    }

    private def engine() {
        Retake.builder().environment([PATH: System.getenv('PATH')]).home(home).workingFolder(home).engine { it.dataFolder(home.resolve('data')) }
    }

    private Retake remote(boolean lenient = false) {
        Files.writeString(folder.resolve('a.mp4'), 'footage')
        Retake.builder().environment([:]).home(folder.resolve('home')).workingFolder(folder).backend(Backend.at(backend.url)).lenient(lenient).build()
    }

    private RunResult run(Retake retake, String script) {
        events.clear()
        retake.run(ScriptSource.text('film.groovy', script), [:], { events << it }).await()
    }

    private List<String> warnings() {
        events.findAll { it instanceof RunEvent.Warning }*.text()
    }

    def "an incomplete edit ends the run before the next export: #sentence"() {
        when:
        def result = run(local, "session {\n    upload sampleClip()\n    edit '${sentence}'\n    frame at: 0.s\n}")
        def failure = result.failure().get()

        then:
        result.outputs().empty
        failure.kind() == RunEvent.Failure.RUN
        failure.message() == "edit '$sentence' was $how"
        failure.line() == 3
        failure.advice().contains(why)
        failure.advice().readLines().last() == "Correct the sentence. To continue without it, add 'optional: true' to the edit, or run with --lenient."

        where:
        sentence                              | how                    || why
        'make it sparkle'                     | 'not done'             || 'Try: '
        'mute it and make it sparkle'         | 'only partly done'    || 'Not understood: "make it sparkle"'
        'trim to 99 seconds'                  | 'not done'             || 'The timeline is only 0:08 long'
        'mute it and trim to 99 seconds'      | 'only partly done'    || 'The timeline is only 0:08 long'
        'mute this part'                      | 'not done'             || 'It is unclear which part "this part" means'
        'is it muted?'                        | 'not done'             || 'That is a question'
        'it is too dark'                      | 'not done'             || 'Did you mean: Adjust the color'
        'do not mute it'                      | 'not done'             || 'This says what not to do'
        'add some sparkling snow'             | 'not done'             || 'Not understood'
        '加点噪点'                            | 'not done'             || '没有理解'
        '静音，然后闪闪发光'                  | 'only partly done'    || '没有理解'
    }

    def "warns of an optional edit that was not done, and the run continues: #how"() {
        when:
        def result = run(retake(), "session { upload sampleClip(); edit 'make it sparkle'$option; edit 'trim to 99 seconds'$option; mute(); frame at: 0.s }")

        then:
        result.orThrow().outputs().size() == 1
        warnings()[0].startsWith("edit 'make it sparkle' was not done: Not understood: \"make it sparkle\"")
        warnings()[1].startsWith("edit 'trim to 99 seconds' was not done: The timeline is only 0:08 long")
        events.findAll { it instanceof RunEvent.StepDone }*.text().contains('mute()')

        where:
        how                      | option             | retake
        'optional on the edit'   | ', optional: true' | { local }
        'lenient on the run'     | ''                 | { lenient }
    }

    def "an edit that is done, or already so, is not a fault: #sentence"() {
        expect:
        run(local, "session { upload sampleClip(); mute(); edit '$sentence'; frame at: 0.s }").orThrow().outputs().size() == 1
        warnings().empty

        where:
        sentence << ['mute it', 'it is too dark, make it brighter', 'diagnose the footage', 'undo', 'keep the first 9 seconds and mute it'.replace('9', '2'), '有点暗，调亮一点']
    }

    def "a verb that is refused ends the run as well, lenient or not"() {
        when:
        def result = run(lenient, "session { upload sampleClip(); trim from: 1.min }")

        then:
        result.failure().get().message().startsWith("'trim from: 60.s' failed: ")
    }

    def "an option of edit is checked before anything runs: #option"() {
        expect:
        local.check(ScriptSource.text('a.groovy', "session {\n    edit 'mute it', $option\n}"))*.toString() == [problem]

        where:
        option              | problem
        'optionl: true'     | "a.groovy:2:21: 'edit' has no option 'optionl'; did you mean optional?; for example: edit 'fix the color grading', optional: true"
        "optional: 'yes'"   | "a.groovy:2:31: 'edit', option optional: expected true or false, found 'yes'; for example: edit 'fix the color grading', optional: true"
    }

    def "in eachFile it is that file's failure"() {
        given:
        def clip = run(local, 'return sampleClip()').value().get() as Path
        ['one.mp4', 'two.mp4', 'three.mp4'].each { Files.copy(clip, folder.resolve(it)) }

        when:
        def result = local.run(ScriptSource.text('film.groovy', """params { input files, help: 'the films' }
            eachFile(input) { file ->
                session(file.fileName.toString()) { upload file; edit file.fileName.toString() == 'two.mp4' ? 'make it sparkle' : 'mute it'; frame at: 0.s, to: '${folder}/' + file.fileName + '.png' }
            }"""), [input: folder.toString()], {}).await()

        then:
        result.failure().get().message() == '1 of 3 failed: two.mp4'
        result.failure().get().advice().contains("two.mp4: film.groovy:3: edit 'make it sparkle' was not done")
        result.outputs()*.path*.fileName*.toString().toSet() == ['one.mp4.png', 'three.mp4.png'] as Set
    }

    def "in a recipe it ends the run that uses it"() {
        given:
        Files.writeString(folder.resolve('shine.groovy'), "session { upload sampleClip(); edit 'make it sparkle'; frame at: 0.s }")
        Files.writeString(folder.resolve('main.groovy'), "use 'shine'\nprintln 'after'")

        when:
        def result = local.run(ScriptSource.file(folder.resolve('main.groovy')), [:], { events << it }).await()

        then:
        result.failure().get().message() == "edit 'make it sparkle' was not done (from main.groovy:1)"
        !events.any { it instanceof RunEvent.Said && it.text() == 'after' }
    }

    def "a backend that doesn't say what it did is judged by the timeline: #statement"() {
        given:
        backend.deaf = true
        def retake = remote()

        when:
        def result = run(retake, "session { upload 'a.mp4'; $statement; export mp4 }")

        then:
        result.failure().map { it.message() }.orElse('done') == ended
        backend.count('POST /api/render') == (ended == 'done' ? 1 : 0)

        cleanup:
        retake.close()

        where:
        statement                          | ended
        "edit 'make it nice'"              | "edit 'make it nice' was not done"
        'trim to: 2.s'                     | 'trim to: 2.s was not done'
        "edit 'make it nice', optional: true" | 'done'
        'println diagnose()'               | 'done'
        "edit 'Diagnose the footage'"      | 'done'
    }

    def "a backend that says it in part is believed: #what"() {
        given:
        backend.deaf = deaf
        backend.tools = { String text -> said }
        def retake = remote()

        when:
        def result = run(retake, "session { upload 'a.mp4'; edit 'make it nice and shiny'; export mp4 }")

        then:
        result.failure().map { it.message() }.orElse('done') == ended

        cleanup:
        retake.close()

        where:
        what                             | deaf  | said                                                                                                                               | ended
        'all done'                       | false | ['{"type":"tool_result","name":"color","result":{"result":"Nice.","done":true}}']                                                  | 'done'
        'so already'                     | true  | ['{"type":"tool_result","name":"color","result":{"result":"Already set.","done":true}}']                                           | 'done'
        'one of two'                     | false | ['{"type":"tool_result","name":"color","result":{"result":"Nice.","done":true}}', '{"type":"tool_result","name":"edit","result":{"result":"Shiny?","done":false}}'] | "edit 'make it nice and shiny' was only partly done"
        'none'                           | true  | ['{"type":"tool_result","name":"edit","result":{"result":"Shiny?","done":false}}']                                                 | "edit 'make it nice and shiny' was not done"
        'its tools, not what they did'   | true  | ['{"type":"tool_result","name":"color","result":"ok"}']                                                                            | "edit 'make it nice and shiny' was not done"
        'its tools, and the timeline'    | false | ['{"type":"tool_result","name":"color","result":"ok"}']                                                                            | 'done'
    }

    def "does not resend a message that an interrupted run had partly done, and fails again unless it is optional"() {
        given:
        backend.tools = { String text -> text.contains('shiny') ? ['{"type":"tool_result","name":"edit","result":{"result":"Shiny?","done":false}}'] : [] }
        Files.writeString(folder.resolve('film.groovy'), "session { upload 'a.mp4'; edit 'make it nice and shiny'; export mp4 }")
        def script = ScriptSource.file(folder.resolve('film.groovy'))
        def strict = remote()
        def easy = remote(true)

        when:
        def first = strict.run(script, [:], {}).await()
        def again = strict.resume(script, [:], {}).await()
        def goesOn = easy.resume(script, [:], { events << it }).await()

        then:
        first.failure().get().message() == "edit 'make it nice and shiny' was only partly done"
        again.failure().get().message() == "edit 'make it nice and shiny' was only partly done"
        goesOn.orThrow().outputs().size() == 1
        warnings().any { it.startsWith("edit 'make it nice and shiny' was only partly done: ") }
        backend.messages == ['make it nice and shiny']

        cleanup:
        strict.close()
        easy.close()
    }

    def "at the prompt the entry fails and the prompt goes on; what was done in part is saved as optional"() {
        given:
        Evaluator prompt = local.prompt('film')

        when:
        def states = ['upload sampleClip()', 'make it sparkle', 'mute it and make it sparkle', 'trim to: 2.s'].collect { prompt.start(it, {}).await().state() }
        def saved = SavedScript.of('film', prompt.entries(), false)

        then:
        states == [RunEvent.State.DONE, RunEvent.State.FAILED, RunEvent.State.FAILED, RunEvent.State.DONE]
        saved == """session('film') {
            |    upload sampleClip()
            |    edit 'mute it and make it sparkle', optional: true
            |    trim to: 2.s
            |}
            |""".stripMargin()

        when:
        def result = run(local, saved)

        then:
        result.done()
        warnings().size() == 1

        cleanup:
        prompt.close()
    }
}
