package io.retake.dsl.output

import io.retake.dsl.Retake
import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.InvalidScript
import io.retake.dsl.problem.Problem
import io.retake.dsl.problem.ScriptSource
import io.retake.dsl.run.BackendSpecification
import io.retake.dsl.run.RunResult
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Requires

/** No film is lost unsaid: which name an export gets, what it may replace, and what is known of that before anything is paid. */
class OutputNamesSpec extends BackendSpecification {
    static final String SMALL = 'params { input file; note "" }\nsession { upload input; edit "x"; export mp4 }'
    static final String NAMED = 'params { input file; out "out.mp4" }\nsession { upload input; edit "x"; export mp4, to: out }'

    def setup() {
        ['a.mp4', 'b.mp4', 'c.mp4'].each { Files.writeString(folder.resolve(it), "footage $it") }
        retake = build('home')
    }

    private Retake build(String home) {
        builder(home).build()
    }

    private ScriptSource script(String name, String text) {
        def file = folder.resolve(name)
        Files.writeString(file, text)
        ScriptSource.file(file)
    }

    private RunResult run(ScriptSource script, Map parameters = [:]) {
        retake.run(script, parameters, { events << it }).await()
    }

    private String made(ScriptSource script, Map parameters = [:]) {
        run(script, parameters).orThrow().outputs()*.path*.fileName.join(' ')
    }

    private List<Problem> refused(ScriptSource script, Map parameters = [:]) {
        try {
            def result = run(script, parameters)
            result.failure().map { [new Problem(it.script(), it.line(), 0, it.message(), it.advice(), '')] }.orElse([])
        } catch (InvalidScript wrong) {
            wrong.problems()
        }
    }

    private List<String> said() {
        events.findAll { it instanceof RunEvent.Said && it.by() == RunEvent.Speaker.RETAKE }*.text().findAll { !it.startsWith('Timeline') }
    }

    def "a film of other footage or with other parameters gets a number, and the same one anew is replaced and said so"() {
        given:
        def small = script('small.groovy', SMALL)

        expect:
        made(small, [input: 'a.mp4']) == 'small.mp4'
        made(small, [input: 'b.mp4']) == 'small-2.mp4'
        made(small, [input: 'a.mp4', note: 'louder']) == 'small-3.mp4'
        said() == []

        when:
        def again = made(small, [input: 'b.mp4'])

        then:
        again == 'small-2.mp4'
        said() == ['Replaced small-2.mp4, made earlier by this script.']
        warned() == []

        and: 'another script of the same name, and the same one in another state of its parameters given otherwise'
        Files.createDirectories(folder.resolve('other'))
        made(script('other/small.groovy', SMALL), [input: 'a.mp4']) == 'small-4.mp4'
        made(small, [note: '', input: folder.resolve('a.mp4').toString()]) == 'small.mp4'
    }

    def "a list of files that has grown gives each film the name that it had"() {
        given:
        def each = script('each.groovy', 'params { input files }\neachFile(input) { f -> session("${f.fileName.toString()[0]} up") { upload f; export mp4 } }')

        expect:
        made(each, [input: ['a.mp4', 'b.mp4']]) == 'a up.mp4 b up.mp4'
        made(each, [input: ['c.mp4', 'a.mp4', 'b.mp4']]) == 'c up.mp4 a up.mp4 b up.mp4'
        !Files.exists(folder.resolve('a up-2.mp4'))
    }

    def "never replaces a file that the user has changed or made"() {
        given:
        def small = script('small.groovy', SMALL)
        Files.writeString(folder.resolve('small.mp4'), 'my holiday')

        expect:
        made(small, [input: 'a.mp4']) == 'small-2.mp4'

        when:
        Files.writeString(folder.resolve('small-2.mp4'), 'edited since')

        then:
        made(small, [input: 'a.mp4']) == 'small-3.mp4'
        Files.readString(folder.resolve('small.mp4')) == 'my holiday'
        Files.readString(folder.resolve('small-2.mp4')) == 'edited since'
    }

    def "a film under a name that the script gives is replaced by another one of Retake's, and the run warns of it"() {
        given:
        def named = script('named.groovy', NAMED)

        when:
        made(named, [input: 'a.mp4'])
        made(named, [input: 'a.mp4'])

        then:
        said() == ['Replaced out.mp4, made earlier by this script.']
        warned() == []

        when:
        made(named, [input: 'b.mp4'])

        then:
        warned() == ['Replaced out.mp4, made by named.groovy --input a.mp4 --out out.mp4.']
    }

    def "a name that can't be is refused before anything is sent, by check and by run: #why"() {
        given:
        Files.writeString(folder.resolve('mine.mp4'), 'my holiday')
        Files.createDirectories(folder.resolve('sub'))
        def source = script('film.groovy', "// a film\nsession {\n    upload 'a.mp4'\n    edit 'x'\n    $statement\n}")

        when:
        def problems = refused(source)

        then:
        problems*.message().any { it.contains(why) }
        problems*.line() == [5]
        retake.check(source) == problems
        backend.calls.empty
        Files.readString(folder.resolve('mine.mp4')) == 'my holiday'
        Files.readString(folder.resolve('a.mp4')) == 'footage a.mp4'

        where:
        statement                                          || why
        "export mp4, to: 'mine.mp4'"                       || "Retake did not make it"
        "export mp4, to: 'mine'"                           || "Retake did not make it"
        "export mp4, quality: low, to: \"mine.mp4\""       || "Retake did not make it"
        "export mp4, to: 'mi' + 'ne.mp4'"                  || "Retake did not make it"
        "export mp4, to: 'sub/../mine.mp4', replace: false" || "Retake did not make it"
        "if (false) { export mp4, to: 'mine.mp4' }"        || "Retake did not make it"
        "export mp4, to: 'a.mp4'"                          || "would overwrite the footage"
        "export mp4, to: 'a', replace: true"               || "would overwrite the footage"
        "export mp4, to: 'sub/'"                           || "is a folder"
        "export mp4, to: 'nowhere/x.mp4'"                  || "there is no folder"
        "export mp4, to: '${'长' * 90}.mp4'"                || "the name has 274 bytes"
        "frame at: 1.s, to: 'nowhere/x'"                   || "there is no folder"
    }

    def "a name that parameters make is refused before anything is sent"() {
        given:
        Files.writeString(folder.resolve('mine.mp4'), 'my holiday')
        def source = script('film.groovy', "params { out 'fresh'; take 1 }\nsession { upload 'a.mp4'; edit 'x'; export mp4, to: \"\${out}.mp4\" }")

        expect:
        refused(source, [out: 'mine'])*.message().any { it.contains('Retake did not make it') }
        backend.calls.empty
        retake.check(source) == []
        made(source) == 'fresh.mp4'
    }

    def "a name in a recipe is refused before the script that uses it sends anything"() {
        given:
        Files.writeString(folder.resolve('mine.mp4'), 'my holiday')
        script('part.groovy', "params { input file }\nsession { upload input; export mp4, to: 'mine.mp4' }")
        def source = script('main.groovy', "session { upload 'a.mp4'; edit 'x' }\nuse 'part', input: 'b.mp4'")

        when:
        def problems = refused(source)

        then:
        problems*.toString().any { it.startsWith(folder.resolve('part.groovy').toString() + ':2:') && it.contains('Retake did not make it') }
        backend.calls.empty
    }

    def "rejects a name known only at run time before the render: #how"() {
        given:
        Files.writeString(folder.resolve('mine.mp4'), 'my holiday')

        when:
        def failure = refused(script('film.groovy', "$before\nsession { upload 'a.mp4'; export mp4, to: name }"))[0]

        then:
        failure.message().contains(why)
        backend.outputs.empty

        where:
        how            | before                                   || why
        'a variable'   | "def name = 'mine.mp4'"                  || 'Retake did not make it'
        'a method'     | "String made() { 'mine.mp4' }\ndef name = made()" || 'Retake did not make it'
        'a bad name'   | "def name = 'a\\u0000b.mp4'"             || 'has a NUL character in it'
    }

    def "a script that makes folders or removes files itself is asked when it exports"() {
        given:
        Files.writeString(folder.resolve('mine.mp4'), 'my holiday')

        expect:
        made(script('film.groovy', "Files.createDirectories(Path.of('${folder}/new'))\nFiles.delete(Path.of('${folder}/mine.mp4'))\n".replace('Files.', 'java.nio.file.Files.')
            + "session { upload 'a.mp4'; export mp4, to: 'new/x.mp4'; export mp4, to: 'mine.mp4' }")) == 'x.mp4 mine.mp4'
    }

    @Requires({ os.linux || os.macOs })
    def "footage is known whichever name leads to it: #name"() {
        given:
        Files.createDirectories(folder.resolve('sub'))
        Files.createSymbolicLink(folder.resolve('link'), folder)
        Files.createSymbolicLink(folder.resolve('soft.mp4'), folder.resolve('a.mp4'))
        Files.createLink(folder.resolve('hard.mp4'), folder.resolve('a.mp4'))

        when:
        def failure = refused(script('film.groovy', "def name = '$name'\nsession { upload '$upload'; export mp4, to: name, replace: true }"))[0]

        then:
        failure.message().contains('would overwrite the footage')
        Files.readString(folder.resolve('a.mp4')) == 'footage a.mp4'

        where:
        upload     | name
        'a.mp4'    | 'link/a.mp4'
        'a.mp4'    | 'sub/../a.mp4'
        'soft.mp4' | 'a.mp4'
        'hard.mp4' | 'a.mp4'
    }

    def "does not replace the input of a run before reading it"() {
        given: 'a film of Retake that is footage now'
        def first = script('b up.groovy', "session { upload 'b.mp4'; export mp4 }")
        made(first)
        def each = script('each.groovy', 'params { input files }\neachFile(input) { f -> session("${f.fileName.toString().replaceFirst(/\\.mp4$/, \'\')} up") { upload f; export mp4 } }')

        expect:
        made(each, [input: ['b.mp4', 'b up.mp4']]) == 'b up-2.mp4 b up up.mp4'
    }

    def "films that two sessions of a run give one name are refused, not lost; one session may export anew"() {
        given:
        def two = script('two.groovy', "['a', 'b'].each { n -> session(n) { upload \"\${n}.mp4\"; export mp4, to: 'same.mp4' } }")
        def one = script('one.groovy', "session { upload 'a.mp4'; export mp4, to: 'draft.mp4'; edit 'x'; export mp4, to: 'draft.mp4' }")

        expect:
        refused(two)[0].message().contains('same.mp4 was made by another session')
        made(one) == 'draft.mp4 draft.mp4'
        said().contains('Replaced draft.mp4, made earlier by this script.')
    }

    def "runs at the same time never have one name: #how"() {
        given:
        def all = new CountDownLatch(6)
        backend.onMessage = { all.countDown(); assert all.await(30, TimeUnit.SECONDS) }
        def text = "session { upload 'a.mp4'; edit 'x'; export mp4 }"
        def others = (1..5).collect { build(how == 'six programs' ? "home$it" : 'home') }

        when:
        def makers = how == 'one program' ? [retake] * 6 : [retake] + others
        def runs = makers.collect { it.run(ScriptSource.text('same.groovy', text), [:], {}) }
        def films = runs*.await()*.orThrow()*.outputs().flatten()*.path

        then:
        films.toSet().size() == 6
        films*.fileName*.toString().sort() == ['same-2.mp4', 'same-3.mp4', 'same-4.mp4', 'same-5.mp4', 'same-6.mp4', 'same.mp4']
        films.every { Files.readAllBytes(it) == backend.film }

        cleanup:
        others*.close()

        where:
        how << ['one program', 'six programs of one person', 'six programs']
    }

    def "a name that a live run has taken is refused at the start of another one, and free when it is over"() {
        given:
        def named = script('named.groovy', NAMED)
        def begun = new CountDownLatch(1)
        def goOn = new CountDownLatch(1)
        backend.onMessage = { begun.countDown(); assert goOn.await(30, TimeUnit.SECONDS) }
        def first = retake.run(named, [input: 'a.mp4'], {})
        assert begun.await(30, TimeUnit.SECONDS)
        def sent = backend.calls.size()

        when:
        def problems = refused(named, [input: 'b.mp4'])

        then:
        problems*.message() == ["another run is writing ${folder.resolve('out.mp4')}".toString()]
        backend.calls.size() == sent

        when:
        goOn.countDown()
        first.await().orThrow()

        then:
        made(named, [input: 'b.mp4']) == 'out.mp4'
    }

    def "a name is free again when the export that had it failed"() {
        given:
        def script = script('film.groovy', '''
            session('one') { upload 'a.mp4'; try { export png, at: 99.s } catch (RuntimeException e) { println e.message } }
            session('one') { upload 'a.mp4'; export png }'''.stripIndent())

        expect:
        made(script) == 'one.png'
    }

    def "a file that comes to be while the film is made stays, and the film gets the next number: #statement"() {
        given:
        backend.onDownload = { Files.writeString(folder.resolve('film.mp4'), 'saved meanwhile') }

        when:
        def film = made(script('film.groovy', "session { upload 'a.mp4'; $statement }"))

        then:
        film == 'film-2.mp4'
        Files.readString(folder.resolve('film.mp4')) == 'saved meanwhile'
        Files.readAllBytes(folder.resolve('film-2.mp4')) == backend.film
        warned() == ['film.mp4 appeared during the export and was kept; the new file is film-2.mp4.']
        Files.list(folder).noneMatch { it.fileName.toString().endsWith('.part') }

        where:
        statement << ['export mp4', "export mp4, to: 'film.mp4'"]
    }

    def "keeps a film that is changed while it is made anew"() {
        given:
        def source = script('film.groovy', "session { upload 'a.mp4'; export mp4 }")
        made(source)
        backend.onDownload = { Files.writeString(folder.resolve('film.mp4'), 'cut by hand meanwhile') }

        expect:
        made(source) == 'film-2.mp4'
        Files.readString(folder.resolve('film.mp4')) == 'cut by hand meanwhile'
    }

    def "two prompts never replace each other's film, nor do two sessions of one; a name that is said is replaced and said so"() {
        given:
        def prompt = retake.prompt('film')
        def say = { p, String text -> p.start(text, { events << it }).await().orThrow().outputs()*.path*.fileName.join(' ') }

        expect:
        ["upload 'a.mp4'", 'export mp4', "export mp4, to: 'x.mp4'"].collect { say(prompt, it) } == ['', 'film.mp4', 'x.mp4']
        say(prompt, "export mp4, to: 'x.mp4'") == 'x.mp4'
        said() == ['Replaced x.mp4, made earlier in this session.']

        when: 'another session'
        prompt.newSession('film')
        def second = ["upload 'b.mp4'", 'export mp4'].collect { say(prompt, it) }
        def same = prompt.start("export mp4, to: 'x.mp4'", { }).await()

        then:
        second == ['', 'film-2.mp4']
        same.failure().get().message().contains('x.mp4 was made by another session')

        when: 'another prompt, of the same folder'
        prompt.close()
        prompt = retake.prompt('film')

        then:
        ["upload 'c.mp4'", 'export mp4'].collect { say(prompt, it) } == ['', 'film-3.mp4']

        cleanup:
        prompt.close()
    }

    def "a title in letters of several bytes makes a name that fits"() {
        expect:
        made(script('film.groovy', "session('${'长' * 300}') { upload 'a.mp4'; export mp4 }")) == '长' * 66 + '.mp4'
        made(script('film.groovy', "session('${'😀' * 300}') { upload 'a.mp4'; export webm }")) == '😀' * 50 + '.webm'
    }
}
