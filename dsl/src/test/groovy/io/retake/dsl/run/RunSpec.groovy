package io.retake.dsl.run

import groovy.transform.CompileStatic
import io.retake.dsl.Backend
import io.retake.dsl.FakeBackend
import io.retake.dsl.Retake
import io.retake.dsl.event.EventJson
import io.retake.dsl.event.RunEvent
import io.retake.dsl.event.RunListener
import io.retake.dsl.problem.DslException
import io.retake.dsl.problem.InvalidScript
import io.retake.dsl.problem.ScriptSource
import java.lang.ref.WeakReference
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class RunSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    List<RunEvent> events = new CopyOnWriteArrayList<>()

    RunResult result

    @AutoCleanup
    Retake retake

    def setup() {
        Files.writeString(folder.resolve('a.mp4'), 'footage')
        retake = build()
    }

    Retake build() {
        Retake.builder().environment([:]).home(folder.resolve('home')).workingFolder(folder).backend(Backend.at(backend.url)).build()
    }

    RunResult run(String script, Map parameters = [:]) {
        retake.run(ScriptSource.text('film.groovy', script), parameters, { events << it }).await()
    }

    List<String> said(RunEvent.Speaker by) {
        events.findAll { it instanceof RunEvent.Said && it.by() == by }*.text()
    }

    def "a script's statements become steps, in order, and the film lies in the working folder"() {
        when:
        def result = run("def film = session { upload 'a.mp4'; edit 'make it nice'; trim from: 1.s, to: 3.s; export mp4 }\nprintln film.size\nreturn film")

        then:
        result.orThrow().done()
        result.value().get().path == folder.resolve('film.mp4')
        result.outputs()*.path == [folder.resolve('film.mp4')]
        Files.readAllBytes(folder.resolve('film.mp4')) == backend.film
        backend.messages == ['make it nice', 'Trim from 0:01 to 0:03']
        said(RunEvent.Speaker.SCRIPT) == ['4000']
        said(RunEvent.Speaker.BACKEND).first() == 'Done: make it nice.'
        events.findAll { it instanceof RunEvent.StepDone }*.text() ==
            ['upload a.mp4', "edit 'make it nice'", 'trim from: 1.s, to: 3.s', 'export mp4']
        events.first() instanceof RunEvent.RunStarted
        events.last() instanceof RunEvent.Finished
        events.find { it instanceof RunEvent.Output }.duration() == Duration.ofSeconds(8)
        events*.eventName().toSet().containsAll(['run-started', 'step-started', 'progress', 'said', 'step-done', 'output', 'finished'])
        EventJson.line(events.find { it instanceof RunEvent.Progress }).startsWith('{"event":"progress","what":"upload","name":"a.mp4"')
        Files.list(folder).filter { it.fileName.toString().contains('film') }.count() == 1
    }

    def "films are one, those of a folder, or those that a pattern names: #given"() {
        given:
        Files.createDirectories(folder.resolve('old'))
        ['b.mkv', 'a.mp4', 'notes.txt', 'song.mp3'].each { Files.write(folder.resolve('old').resolve(it), new byte[1]) }

        when:
        def result = run("params { input files, help: 'films' }\nPath first = input[0]\nreturn [first.fileName.toString(), input*.fileName*.toString()]", [input: given])

        then:
        result.orThrow().value().get() == [names[0], names]

        where:
        given         || names
        'old'         || ['a.mp4', 'b.mkv']
        'old/*.mkv'   || ['b.mkv']
        'old/a.mp4'   || ['a.mp4']
        ['old', 'a.mp4'] || ['a.mp4', 'b.mkv', 'a.mp4']
    }

    def "a folder without films is refused before anything runs"() {
        given:
        Files.createDirectories(folder.resolve('empty'))

        when:
        run("params { input files, help: 'films' }\nprintln 'ran'", [input: 'empty'])

        then:
        def e = thrown(InvalidScript)
        e.message.contains('--input: no video in the folder')
    }

    def "a script can end its run as failed, and knows where the work is done"() {
        when:
        def result = run("println backend.local\nprintln backend\nif (true) { fail 'one of two failed', 'look at it' }\nprintln 'never'")

        then:
        said(RunEvent.Speaker.SCRIPT) == ['false', backend.url.toString()]
        result.failure().get().kind() == RunEvent.Failure.RUN
        result.failure().get().message() == 'one of two failed'
        result.failure().get().advice() == 'look at it'
        result.failure().get().line() == 3
    }

    def 'several sessions in a loop, methods, variables and parameters are plain Groovy'() {
        when:
        def result = run('''
            params { names(['one', 'two']); height 720; speedup 2.0 }
            def look(String what) { edit what + '!' }
            def films = ['x', 'y'].collect { name ->
                session(name) {
                    upload 'a.mp4'
                    if (height > 700) look(name)
                    3.times { n -> title "${n} of ${names}", to: (n + 1).s }
                    speed speedup
                    export webm
                }
            }
            films*.toString().join(' ')
            '''.stripIndent(), [height: '1080', names: 'two'])

        then:
        result.orThrow().outputs()*.path*.fileName*.toString() == ['x.webm', 'y.webm']
        backend.messages.take(5) == ['x!', 'Add the title \\"0 of two\\" from the start to 0:01',
            'Add the title \\"1 of two\\" from the start to 0:02', 'Add the title \\"2 of two\\" from the start to 0:03', 'Set the speed to 2x']
        backend.count('POST /api/tasks') == 2
    }

    def 'units are read as they are written: #said'() {
        when:
        run("def n = 20\nsession { $said }").orThrow()

        then:
        backend.messages == [sent]

        where:
        said                                              || sent
        'volume -6.dB'                                    || 'Set the volume to -6 dB'
        'volume (-6).dB'                                  || 'Set the volume to -6 dB'
        'volume((-6).dB, from: 1.s)'                      || 'Set the volume to -6 dB from 0:01 to the end'
        'volume (-6).dB, from: 1.s'                       || 'Set the volume to -6 dB from 0:01 to the end'
        'color saturation: -20.percent'                   || 'Adjust the color with saturation -20%'
        'color saturation: -n.percent'                    || 'Adjust the color with saturation -20%'
        'trim from: 500.ms, to: 1.5.min'                  || 'Trim from 0:00.5 to 1:30'
        'upscale 1080p'                                   || 'Upscale to 1080p'
        'upscale 720.p'                                   || 'Upscale to 720p'
        "upscale '4k'"                                    || 'Upscale to 2160p'
        "aspect '9:16', fit: blur"                        || 'Change the aspect ratio to 9:16 with blur'
        'color auto'                                      || 'Fix the color automatically'
        'color auto, on: clip(2)'                         || 'Fix the color automatically on clip 2'
        'def how = pad; aspect "1:1", fit: how'           || 'Change the aspect ratio to 1:1 with pad'
        'grayscale'                                       || 'Make it grayscale'
        'undo 2'                                          || 'Undo the last 2 changes'
        'mute on: "the music"'                            || 'Mute the sound on the music'
    }

    def 'every verb of the vocabulary runs as its own example: #operation'() {
        given:
        backend.analyses = '[{"kind":"scenes","scenes":[{"number":1,"fromMs":0,"toMs":8000,"durationMs":8000,"filename":"a.mp4"}]}]'
        ['song.mp3', 'b.mp4', 'logo.png', 'voice.wav', 'talk.srt', 'look.cube'].each { Files.writeString(folder.resolve(it), 'media') }

        when:
        def result = run("session { ${operation.example()} }")

        then:
        result.orThrow().done()
        backend.messages.size() == 1

        where:
        operation << io.retake.core.vocabulary.Vocabulary.operations()
    }

    def 'reports wrong, unknown and missing parameters together, before anything runs'() {
        when:
        run("params { input file, help: 'the clip'; height 720 }\nsession { upload input; export mp4 }", [heigt: '7', height: 'tall'])

        then:
        def wrong = thrown(InvalidScript)
        wrong.problems()*.message() == ['the script has no parameter --heigt; did you mean --height?', '--input is missing: the clip',
            "--height: expected a whole number such as 3, found 'tall'"]
        backend.calls.empty
    }

    def 'footage is never overwritten, and what Retake made is replaced'() {
        given:
        Files.writeString(folder.resolve('film.mp4'), 'my holiday')

        when:
        run("session { upload 'a.mp4'; export mp4 }").orThrow()
        run("session { upload 'a.mp4'; export mp4 }").orThrow()

        then:
        Files.readString(folder.resolve('film.mp4')) == 'my holiday'
        Files.readAllBytes(folder.resolve('film-2.mp4')) == backend.film
        !Files.exists(folder.resolve('film-3.mp4'))

        when: 'somebody works on what was made'
        Files.writeString(folder.resolve('film-2.mp4'), 'edited since')
        run("session { upload 'a.mp4'; export mp4 }").orThrow()

        then:
        Files.readString(folder.resolve('film-2.mp4')) == 'edited since'
        Files.exists(folder.resolve('film-3.mp4'))

        when: 'what is named is looked at before anything runs'
        backend.calls.clear()
        def refused = ["session { upload 'a.mp4'; export mp4, to: 'film.mp4' }", "session { upload 'a.mp4'; export mp4, to: 'a.mp4', replace: true }"].collect {
            try {
                run(it)
                null
            } catch (InvalidScript wrong) {
                wrong.problems().first()
            }
        }

        then:
        refused[0].message().contains("film.mp4 exists, and Retake did not make it")
        refused[1].message().contains('would overwrite the footage')
        refused*.line() == [1, 1]
        backend.calls.empty
        Files.readString(folder.resolve('film.mp4')) == 'my holiday'
        Files.readString(folder.resolve('a.mp4')) == 'footage'
        run("session { upload 'a.mp4'; export mp4, to: 'film.mp4', replace: true }").done()
    }

    def 'sends the options of an export as the output: #said'() {
        when:
        run("session { upload 'a.mp4'; $said }").orThrow()

        then:
        backend.outputs == [output]

        where:
        said                                             || output
        'export mp4'                                     || [format: 'mp4', quality: 'high']
        'export webm, quality: low, fps: 30'             || [format: 'webm', quality: 'low', fps: 30]
        "export mp4, size: '1280x720', under: 8.MB"      || [format: 'mp4', quality: 'high', width: 1280, height: 720, maxBytes: 8000000]
        'export mp4, size: 720.p'                        || [format: 'mp4', quality: 'high', width: 1280, height: 720]
        'export tiktok'                                  || [format: 'mp4', quality: 'high', preset: 'tiktok']
        'export tiktok, size: 720p'                      || [format: 'mp4', quality: 'high', preset: 'tiktok', width: 720, height: 1280]
        'export png, at: 3.s'                            || [format: 'png', quality: 'high', atMs: 3000]
        'frame at: 500.ms'                               || [format: 'png', quality: 'high', atMs: 500]
        "export jpg, at: 'the end'"                      || [format: 'jpg', quality: 'high', atMs: 7999]
        "edit 'export as webm'"                          || [format: 'webm', quality: 'high']
        "edit '导出 gif'"                                  || [format: 'gif', quality: 'high']
    }

    def 'reports a backend that ignores an option: #said'() {
        when:
        run("session { upload 'a.mp4'; $said }").orThrow()

        then:
        events.findAll { it instanceof RunEvent.Warning }*.text() == warnings

        where:
        said                                 || warnings
        'export mp4, quality: low'           || []
        'export mp4, under: 10.KB'           || ["Can't check film.mp4 against the request (export mp4, under: 10000 bytes): the backend sent no receipt, and the file is not readable as media."]
    }

    def 'a moment that is not there is refused before anything is rendered'() {
        expect:
        run("session { upload 'a.mp4'; export png, at: 9.s }").failure().get().message() == 'there is no picture at 0:09: the timeline is 0:08 long'
        backend.outputs.empty
    }

    def "reads the backend's findings about the footage from the state, and does not ask again in a resumed run"() {
        given:
        backend.analyses = '[{"kind":"scenes","scenes":[{"number":1,"fromMs":0,"toMs":2000,"durationMs":2000,"filename":"a.mp4"},{"number":2,"fromMs":2000,"toMs":8000,"durationMs":6000,"filename":"a.mp4"}]},' +
            '{"kind":"diagnosis","filename":"a.mp4","findings":[{"what":"shake","text":"It shakes.","remedies":["Stabilize the footage"]}]},{"other":1}]'
        def source = "session { upload 'a.mp4'; def s = scenes(); def d = diagnose(); println s*.number; println d.findings*.what; remove on: s[1]; reorder s.sort { -it.duration }; d.findings*.remedies.flatten().each { edit it as String }; END }"

        when:
        run(source.replace('END', '[].get(1)'))
        backend.analyses = '[]'
        retake.resume(ScriptSource.text('film.groovy', source.replace('END', 'timeline()')), [:], { events << it }).await().orThrow()

        then:
        backend.messages == ['Find the scenes', 'Diagnose the footage', 'Remove scene 2', 'Reorder the clips to scenes 2, 1', 'Stabilize the footage']
        said(RunEvent.Speaker.SCRIPT) == ['[1, 2]', '[shake]'] * 2

        and: 'a backend that tells of none'
        run("session { upload 'a.mp4'; scenes() }").failure().get().message() == 'the backend reported no scenes'
    }

    def 'reports a receipt, writes it beside the file, and passes it to the script'() {
        given:
        backend.receipt = '{"askedMs":8000,"gotMs":8003,"lufs":-14.1,"peakDb":-1.2,"clips":false,"bytes":4000,"line":"8.00 s asked, 8.00 s got"}'
        def script = "session { upload 'a.mp4'; def film = export mp4; println \"\$film.receipt.lufs \$film.receipt.got \$film.receipt\"; export webm, receipt: false }"

        when:
        run(script).orThrow()
        def told = events.findAll { it instanceof RunEvent.Receipt }
        def kept = folder.resolve('film.mp4.receipt.json')

        then:
        said(RunEvent.Speaker.SCRIPT) == ['-14.1 PT8.003S 8.00 s asked, 8.00 s got']
        told*.file() == [Optional.of(kept), Optional.empty()]
        EventJson.of(told.first()).path('figures').path('gotMs').asInt() == 8003
        Files.readString(kept).contains('"file" : "film.mp4"')
        Files.readString(kept).contains('"lufs" : -14.1')
        !Files.exists(folder.resolve('film.webm.receipt.json'))

        when: 'again, and once more after somebody has written there'
        run(script).orThrow()
        Files.writeString(kept, 'my own notes')
        run(script).orThrow()

        then:
        Files.readString(kept) == 'my own notes'
        Files.exists(folder.resolve('film.mp4.receipt-2.json'))
        Files.list(folder).filter { it.fileName.toString().startsWith('.receipt') }.count() == 0
    }

    private RunResult runFile(String name, Map parameters = [:]) {
        retake.run(ScriptSource.file(folder.resolve(name)), parameters, { events << it }).await()
    }

    def 'a script uses another one: with its parameters, its own sessions and its own name for the backend'() {
        given:
        Files.createDirectories(folder.resolve('home/.config/retake/scripts'))
        Files.writeString(folder.resolve('shorter.groovy'), """/** Shortens. */
            skill 'editor-shorter'
            params { input file; length 3.s; look(['warm', 'cool']) }
            session("\${input.fileName} \${look}") { upload input; trim to: length; export webm }""")
        Files.writeString(folder.resolve('home/.config/retake/scripts/both.groovy'), """
            params { input file }
            def one = use 'plain', input: input
            [one, use('plain', input: input)]""")
        Files.writeString(folder.resolve('home/.config/retake/scripts/plain.groovy'), "params { input file }\nsession('p') { upload input; edit 'x'; export mp4 }")
        Files.writeString(folder.resolve('main.groovy'), """
            def film = use 'shorter', input: 'a.mp4', length: 2.s
            def both = [film].collect { use 'both', input: it.path }.first()
            println both.films*.path*.fileName
            println((both.value as List).size())
            session('end') { upload film; edit 'y'; export mp4 }""")

        when:
        def result = runFile('main.groovy')

        then:
        result.orThrow().outputs()*.path*.fileName*.toString() == ['a.mp4 warm.webm', 'p.mp4', 'p-2.mp4', 'end.mp4']
        backend.messages == ['Trim from the start to 0:02', 'x', 'x', 'y']
        said(RunEvent.Speaker.SCRIPT) == ['[p.mp4, p-2.mp4]', '2']
        backend.skills.findAll { it.key.startsWith('POST /run_sse') }*.value.flatten() == ['editor-shorter', 'retake', 'retake', 'retake']
        backend.skills['POST /api/render/proxy/lambda'] == ['editor-shorter', 'retake', 'retake', 'retake']
    }

    def 'reports a wrong recipe, or wrong arguments of one, before anything runs: #use'() {
        given:
        Files.writeString(folder.resolve('shorter.groovy'), "params { input file; length 3.s }\nsession { upload input; trim to: length; export webm }")
        Files.writeString(folder.resolve('broken.groovy'), 'session { fad in: 1.s }')
        Files.writeString(folder.resolve('main.groovy'), use)

        when:
        runFile('main.groovy')

        then:
        def wrong = thrown(InvalidScript)
        wrong.problems()*.toString()*.replace(folder.toString(), 'FOLDER') == [problem]
        backend.calls.empty

        where:
        use                                              || problem
        "use 'shorte', input: 'a.mp4'"                   || "FOLDER/main.groovy:1:1: there is no recipe 'shorte'; did you mean 'shorter'?; 'retake recipes' lists them"
        "use '../shorter', input: 'a.mp4'"               || "FOLDER/main.groovy:1:1: there is no recipe '../shorter': a recipe is a name, such as 'remaster', not a path; 'retake recipes' lists them"
        "use 'shorter', inptu: 'a.mp4', input: 'a.mp4'"  || "FOLDER/main.groovy:1:16: the recipe 'shorter' has no parameter 'inptu'; did you mean input?; its parameters are input, length"
        "use 'shorter', length: 2.s"                     || "FOLDER/main.groovy:1:1: the recipe 'shorter' needs input: a file that exists; for example: use 'shorter', input: …"
        "use 'broken'"                                   || "FOLDER/main.groovy:1:1: the recipe 'broken' can't be used: broken.groovy:1:11: unknown verb 'fad' here; did you mean 'fade'?"
        "skill 5 + 5"                                    || "FOLDER/main.groovy:1:1: 'skill' takes one literal name of letters, digits, dots and hyphens; for example: skill 'editor-remastered'"
    }

    def 'ends the run for faults of a recipe known only at run time: #message'() {
        given:
        Files.writeString(folder.resolve('shorter.groovy'), "params { input file; length 3.s }\nsession { upload input; trim to: length; export webm }")
        Files.writeString(folder.resolve('main.groovy'), use)

        when:
        def failure = runFile('main.groovy').failure().get()

        then:
        failure.message().replace(folder.toString(), 'FOLDER').contains(message)
        failure.line() == 1

        where:
        use                                                                  || message
        "use 'main'"                                                         || "a recipe can't use itself: main.groovy, which uses main.groovy"
        "session { upload 'a.mp4'; use 'shorter', input: 'a.mp4' }"          || "'use' belongs outside of a session"
        "def l = 'long'; use 'shorter', input: 'a.mp4', length: l"            || "--length: expected a duration"
        "def name = 'nothing'; use name"                                     || "there is no recipe 'nothing'"
    }

    def 'the environment names the recipe, whatever scripts say'() {
        given:
        retake.close()
        retake = Retake.builder().environment([RETAKE_SKILL_SOURCE: 'my-shop']).home(folder.resolve('home')).workingFolder(folder).backend(Backend.at(backend.url)).build()

        when:
        run("skill 'editor-x'\nsession { upload 'a.mp4'; edit 'x' }").orThrow()

        then:
        backend.skills['POST /run_sse'] == ['my-shop']
    }

    def 'a run with a recipe that broke off is taken up where it was'() {
        given:
        Files.writeString(folder.resolve('step.groovy'), "params { input file }\nsession { upload input; edit 'one'; edit 'two' }")
        Files.writeString(folder.resolve('main.groovy'), "use 'step', input: 'a.mp4'\nsession { upload 'a.mp4'; edit 'three'; [].get(1) }")
        runFile('main.groovy')

        when:
        Files.writeString(folder.resolve('main.groovy'), "use 'step', input: 'a.mp4'\nsession { upload 'a.mp4'; edit 'three'; export mp4 }")
        retake.resume(ScriptSource.file(folder.resolve('main.groovy')), [:], { events << it }).await().orThrow()

        then:
        backend.messages == ['one', 'two', 'three']
        backend.count('POST /api/tasks') == 2
    }

    def 'plain words go where they are meant to'() {
        when:
        run("session { edit 'upload a.mp4'; edit 'show tracks'; edit 'how many credits are left'; edit 'add a title that says Export' }").orThrow()

        then:
        backend.count('POST /api/upload-video') == 1
        backend.messages == ['add a title that says Export']
        said(RunEvent.Speaker.RETAKE) == ['Timeline (1 track): 1. Video: a (0-8s)', '90 credits are left.', 'Timeline (1 track): 1. Video: a (0-8s)']
    }

    def 'a failure says what, where, and what kind: #kind'() {
        given:
        backend.outOfCredits = credits

        when:
        def failure = run(script).failure().get()

        then:
        failure.kind() == kind
        failure.line() == 2
        failure.message().contains(message)
        events.last().state() == RunEvent.State.FAILED

        where:
        script                                               | credits || kind                       | message
        "session {\nspeed(-1 * 2) }"                         | false   || RunEvent.Failure.SCRIPT    | 'a speed is'
        "session {\nedit 'x' }"                              | true    || RunEvent.Failure.REFUSED   | 'credits'
        "def x = []\nx.get(3)"                               | false   || RunEvent.Failure.RUN       | 'IndexOutOfBounds'
        "session {\nexport mp4 }"                            | false   || RunEvent.Failure.RUN       | 'the timeline is empty'
        "session {\nupload 'no' + 'ne.mp4' }"                | false   || RunEvent.Failure.RUN       | "there is no file 'none.mp4'"
    }

    /**
     * How long a run that is cancelled once it has come so far takes to end: of up to ten, the first that takes 200 ms at most,
     * else the last. One may be slow because the machine is busy; ten aren't.
     */
    private Duration cancelling(ScriptSource script, Closure<Boolean> reached) {
        Duration took = null
        for (int time = 0; time < 10 && (took == null || took > Duration.ofMillis(200)); time++) {
            def far = new CountDownLatch(1)
            events.clear()
            def run = retake.run(script, [:], {
                events << it
                if (reached(it)) far.countDown()
            })
            assert far.await(20, TimeUnit.SECONDS)
            long before = System.nanoTime()
            run.cancel()
            result = run.await(Duration.ofSeconds(10)).get()
            took = Duration.ofNanos(System.nanoTime() - before)
        }
        took
    }

    def 'an endless loop is stopped'() {
        expect:
        cancelling(ScriptSource.text("println 'on'\nwhile (true) { }")) { it instanceof RunEvent.Said } <= Duration.ofMillis(200)
        result.state() == RunEvent.State.CANCELLED
    }

    def 'cancelling a render stops it at the backend within 200 ms and leaves no file'() {
        given:
        backend.slowRenders = true

        expect:
        cancelling(ScriptSource.text('film.groovy', "session { upload 'a.mp4'; export mp4 }")) {
            it instanceof RunEvent.Progress && it.what() == RunEvent.Activity.RENDER
        } <= Duration.ofMillis(200)
        result.failure().get().kind() == RunEvent.Failure.CANCELLED
        backend.calls.any { it.endsWith('/cancel') }
        Files.list(folder).filter { it.fileName.toString().startsWith('film') || it.fileName.toString().startsWith('.film') }.count() == 0
        Thread.allStackTraces.keySet().findAll { it.name.startsWith('retake-run') }.every { it.join(5000); !it.alive } // it tells its end, then ends
    }

    def 'a run that broke off is taken up: what was done is not done again'() {
        given:
        def script = ScriptSource.text('film.groovy', "session { upload 'a.mp4'; edit 'one'; edit 'two'; export mp4 }")
        backend.slowRenders = true
        def rendering = new CountDownLatch(1)
        def first = retake.run(script, [:], { if (it instanceof RunEvent.Progress && it.what() == RunEvent.Activity.RENDER) rendering.countDown() })
        rendering.await(20, TimeUnit.SECONDS)
        first.cancel()
        first.await()
        retake.close()

        when:
        backend.slowRenders = false
        retake = build()
        def result = retake.resume(script, [:], { events << it }).await()

        then:
        result.orThrow().outputs()*.path == [folder.resolve('film.mp4')]
        backend.messages == ['one', 'two']
        backend.count('POST /api/upload-video') == 1
        backend.count('POST /api/tasks') == 1
        backend.calls.count { it == 'POST /api/render/proxy/lambda' } == 1
        events.findAll { it instanceof RunEvent.StepDone }*.again() == [true, true, true, false]
        events.first().resumed()

        when: 'it came to its end, so that there is nothing to resume, and nothing is paid for again'
        events.clear()
        retake.resume(script, [:], { events << it }).await().orThrow()

        then:
        events.any { it instanceof RunEvent.Warning && it.text().startsWith('Nothing to resume') }
        events.findAll { it instanceof RunEvent.StepDone }*.again() == [true] * 4
        backend.count('POST /api/tasks') == 1
    }

    def 'a changed script is taken up in a new session, with what came before the change done anew'() {
        given:
        backend.outOfCredits = false
        def fails = ScriptSource.text('film.groovy', "session { upload 'a.mp4'; edit 'one'; edit 'two'; [].get(1) }")
        retake.run(fails, [:], {}).await()

        when:
        def better = ScriptSource.text('film.groovy', "session { upload 'a.mp4'; edit 'one'; edit 'other'; export mp4 }")
        retake.resume(better, [:], { events << it }).await().orThrow()

        then:
        backend.messages == ['one', 'two', 'one', 'other']
        backend.count('POST /api/tasks') == 2
        backend.count('POST /api/upload-video') == 2
    }

    def 'a message that had arrived when the run broke off is send it twice'() {
        given:
        def script = ScriptSource.text('film.groovy', "session { upload 'a.mp4'; edit 'one'; export mp4 }")
        Run run = null
        def known = new CountDownLatch(1)
        backend.onMessage = { known.await(20, TimeUnit.SECONDS); run.cancel(); run.await(Duration.ofSeconds(20)) }
        run = retake.run(script, [:], {})
        known.countDown()
        run.await()

        when:
        backend.onMessage = { }
        retake.resume(script, [:], { events << it }).await().orThrow()

        then:
        backend.messages == ['one']
        said(RunEvent.Speaker.RETAKE).any { it.contains('send it twice') }
    }

    def 'the journal holds ids and no token'() {
        when:
        run("session { upload 'a.mp4'; edit 'one'; export mp4 }").orThrow()
        def journal = Files.walk(folder.resolve('home')).filter { it.fileName.toString() == 'journal.jsonl' }.findFirst().get().toFile().text

        then:
        journal.contains('"sessionId":"s1"')
        journal.contains('"renderId":"')
        !journal.contains('nmv_usr')
        journal.indexOf('"entry":"render"') < journal.lastIndexOf('"entry":"done"')
    }

    def 'runs go on at the same time without meeting'() {
        when:
        def runs = (1..8).collect { n ->
            retake.run(ScriptSource.text("film${n}.groovy", "params { n 0 }\nsession { upload 'a.mp4'; edit \"number \${n}\"; export mp4 }\nreturn n"), [n: n], {})
        }

        then:
        runs*.await()*.orThrow()*.value()*.get() == (1..8)
        backend.messages.toSet() == (1..8).collect { "number $it".toString() }.toSet()
        (1..8).every { Files.exists(folder.resolve("film${it}.mp4")) }
    }

    /** Compiled statically: a dynamic call would keep the class in the specification's own call site. */
    @CompileStatic
    private static WeakReference<Class<?>> classOfResult(Retake retake, int n) {
        def script = ScriptSource.text("class Thing$n { }\nsession { edit 'x' }\n[1].each { println it }\nreturn new Thing$n()")
        RunResult result = retake.run(script, [:], RunListener.SILENT).await().orThrow()
        return new WeakReference<Class<?>>(result.value().get().getClass())
    }

    @CompileStatic
    private static long alive(List<WeakReference<Class<?>>> classes) {
        long count = 0
        for (WeakReference<Class<?>> reference : classes) {
            if (reference.get() != null) {
                count++
            }
        }
        return count
    }

    def 'the classes of finished scripts are collected'() {
        given:
        def classes = (1..20).collect { classOfResult(retake, it) }

        when:
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10)
        while (alive(classes) > 1 && System.nanoTime() < deadline) {
            System.gc()
        }

        then: 'only the last run, which the Retake still knows, holds its own'
        alive(classes) <= 1
    }

    def 'nothing runs on a closed Retake'() {
        when:
        retake.close()
        run('println 1')

        then:
        thrown(DslException)
    }
}
