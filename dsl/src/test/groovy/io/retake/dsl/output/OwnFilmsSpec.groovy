package io.retake.dsl.output

import io.retake.dsl.Retake
import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.ScriptSource
import io.retake.dsl.run.BackendSpecification
import java.nio.file.Files
import java.nio.file.Path

/** A script's own films are not taken for its footage when it is run again. */
class OwnFilmsSpec extends BackendSpecification {
    static final String UP = '''
        params { input files }
        eachFile(input) { f -> session("${f.fileName.toString().replaceFirst(/\\.mp4$/, '')} up") { upload f; export mp4 } }'''.stripIndent()
    static final Path SCRIPTS = Path.of(System.getProperty('retake.root'), 'scripts')

    def setup() {
        Files.writeString(folder.resolve('a.mp4'), 'footage')
        retake = builder().recipes(SCRIPTS).build()
    }

    private ScriptSource script(String name, String text) {
        Files.writeString(folder.resolve(name), text)
        ScriptSource.file(folder.resolve(name))
    }

    private String made(ScriptSource script, Map parameters = [:]) {
        events.clear()
        retake.run(script, parameters, { events << it }).await().orThrow().outputs()*.path*.fileName.join(', ')
    }

    private List<String> uploads() {
        events.findAll { it instanceof RunEvent.StepDone && it.text().startsWith('upload') }*.text()
    }

    def "a folder or pattern that a script is run on again is without the films that it made of it: #input"() {
        given:
        def up = script('up.groovy', UP)

        expect:
        made(up, [input: input]) == 'a up.mp4'
        warned() == []
        made(up, [input: input]) == 'a up.mp4'
        warned() == ["Skipped in '$input': a up.mp4, made earlier by this script. To use one as input, name it.".toString()]

        when: 'footage comes along'
        Files.writeString(folder.resolve('b.mp4'), 'more footage')

        then:
        made(up, [input: input]) == 'a up.mp4, b up.mp4'

        and: 'one that is named by itself is taken'
        made(up, [input: 'a up.mp4']) == 'a up up.mp4'

        where:
        input << ['.', '*.mp4', '?*.mp4']
    }

    def "an upload by a pattern doesn't take in the film that the same script made before, nor one of another session"() {
        given:
        Files.writeString(folder.resolve('b.mp4'), 'more footage')
        def joined = script('joined.groovy', "session('wide') { upload '*.mp4'; export mp4 }\nsession('tall') { upload '*.mp4'; export mp4 }")

        expect:
        2.times {
            assert made(joined) == 'wide.mp4, tall.mp4'
            assert uploads() == ['upload a.mp4, b.mp4'] * 2
        }
    }

    def "parts that a script names itself are there for its later sessions"() {
        given:
        Files.createDirectories(folder.resolve('parts'))
        Files.writeString(folder.resolve('parts/intro.mp4'), 'footage')
        def joined = script('joined.groovy', "(1..3).each { n -> session(\"\$n\") { upload 'a.mp4'; export mp4, to: \"parts/\${n}.mp4\", receipt: false } }\nsession('all') { upload 'parts/*.mp4'; export mp4 }")

        expect:
        2.times {
            made(joined)
            assert uploads().last() == 'upload 1.mp4, 2.mp4, 3.mp4, intro.mp4'
        }
    }

    def "a recipe leaves out what it made, however it was run, and takes what other scripts made, and says so"() {
        given:
        script('part.groovy', UP)
        def outer = script('outer.groovy', "params { where '.' }\nuse 'part', input: where")

        when:
        def first = made(ScriptSource.file(folder.resolve('part.groovy')), [input: '.'])
        def second = made(outer)

        then:
        [first, second] == ['a up.mp4', 'a up-2.mp4']
        warned() == ["Skipped in '.': a up.mp4, made earlier by this script. To use one as input, name it."]

        when: 'another script'
        def third = made(script('other.groovy', UP.replace('up"', 'other"')), [input: '.'])

        then:
        third == 'a other.mp4, a up other.mp4, a up-2 other.mp4'
        warned() == ["'.' includes films that Retake made: a up.mp4, a up-2.mp4. To leave them out, name the footage only."]
    }

    def "uses a folder of nothing but its own films, and says so"() {
        given:
        def up = script('up.groovy', UP)
        made(up, [input: '.'])
        Files.delete(folder.resolve('a.mp4'))

        expect:
        made(up, [input: '.']) == 'a up up.mp4'
        warned() == ["'.' holds only films that this script made; using them: a up.mp4."]
    }

    def "the recipe #recipe leaves out what it made"() {
        given:
        def source = retake.recipe(recipe)
        backend.analyses = '[{"kind":"scenes","scenes":[{"number":1,"fromMs":0,"toMs":8000,"durationMs":8000,"filename":"a.mp4"}]},' +
            '{"kind":"diagnosis","filename":"a.mp4","findings":[{"what":"shake","text":"It shakes.","remedies":["Stabilize the footage"]}]}]'

        expect:
        made(source, [input: folder.toString()] + more) == film
        made(source, [input: folder.toString()] + more) == film
        uploads() == ['upload a.mp4']

        where:
        recipe     | more               || film
        'remaster' | [:]                || 'a remastered.mp4'
        'hd-local' | [anywhere: 'true'] || 'a HD.mp4'
        'fix'      | [:]                || 'a fixed.mp4'
        'reedit'   | [:]                || 'a reedited.mp4'
    }
}
