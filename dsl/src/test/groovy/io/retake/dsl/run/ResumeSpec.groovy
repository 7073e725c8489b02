package io.retake.dsl.run

import io.retake.dsl.FakeBackend
import io.retake.dsl.journal.Journal
import io.retake.dsl.journal.JournalReplay
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Runs that are killed, in processes of their own, and resumed: nothing is sent twice, and nothing is made otherwise. */
class ResumeSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    List<ScriptProcess> processes = []

    def setup() {
        ['a.mp4', 'b.mp4', 'c.mp4'].each { Files.writeString(folder.resolve(it), "footage $it") }
    }

    def cleanup() {
        processes.each { it.kill() }
    }

    private ScriptProcess start(String script, Map parameters = [:], Runner.Start how = Runner.Start.ANEW, Map environment = [:]) {
        def process = new ScriptProcess(backend.url, folder, script, parameters, how, environment)
        processes << process
        process
    }

    private void script(String name, String text) {
        Files.writeString(folder.resolve(name), text)
    }

    def "a run that is interrupted again and again, while it goes over what was done too, sends each message once"() {
        given:
        script('eight.groovy', '''session {
            upload 'a.mp4'
            (1..8).each { edit "number $it"; sleep((System.getenv('PAUSE') ?: '0') as int) }
            export mp4
        }''')
        backend.slowRenders = true

        when: 'killed with all edits done'
        def first = start('eight.groovy')
        first.awaitLine('"progress"', '"render"')
        first.kill()

        and: 'killed while it goes over them, at five places'
        [1, 3, 2, 7, 5].each { int step ->
            def again = start('eight.groovy', [:], Runner.Start.RESUME, [PAUSE: '200'])
            again.awaitLine('"step-done"', "\"edit 'number $step'\"")
            again.kill()
        }

        and:
        backend.slowRenders = false
        def last = start('eight.groovy', [:], Runner.Start.RESUME)

        then:
        last.end() == 0
        backend.messages == (1..8).collect { "number $it".toString() }
        backend.count('POST /api/tasks') == 1
        backend.count('POST /api/upload-video') == 1
        backend.calls.count { it == 'POST /api/render/proxy/lambda' } == 1
        last.lines.findAll { it.contains('"step-done"') }.size() == 10
        Files.readAllBytes(folder.resolve('eight.mp4')) == backend.film

        when: 'it came to its end'
        def more = start('eight.groovy', [:], Runner.Start.RESUME)

        then:
        more.end() == 0
        more.lines.any { it.contains('Nothing to resume') }
        backend.messages.size() == 8
    }

    def "a message that the backend still works on is waited for and not sent again"() {
        given:
        script('one.groovy', "session { upload 'a.mp4'; edit 'long work'; edit 'then this'; export mp4 }")
        def arrived = new CountDownLatch(1)
        def resumed = new CountDownLatch(1)
        backend.beforeMessage = { if (it == 'long work') { arrived.countDown(); resumed.await(30, TimeUnit.SECONDS); Thread.sleep(300) } }

        when:
        def first = start('one.groovy')
        assert arrived.await(30, TimeUnit.SECONDS)
        first.kill()
        def again = start('one.groovy', [:], Runner.Start.RESUME)
        again.awaitLine("doesn't resend it")
        resumed.countDown()

        then:
        again.end() == 0
        backend.messages == ['long work', 'then this']
        again.lines.any { it.contains("doesn't send it twice") }
    }

    def "reports a message of unknown outcome, and resends it only when the user asks for that"() {
        given: 'a backend that loses it'
        script('one.groovy', "session { upload 'a.mp4'; edit 'lost'; export mp4 }")
        backend.deaf = true
        def arrived = new CountDownLatch(1)
        def over = new CountDownLatch(1)
        backend.beforeMessage = { arrived.countDown(); over.await(30, TimeUnit.SECONDS) }

        when:
        def first = start('one.groovy')
        assert arrived.await(30, TimeUnit.SECONDS)
        first.kill()
        def reports = (1..2).collect { start('one.groovy', [:], Runner.Start.RESUME).with { [it.end(), it.lines.find { it.contains('"failed"') }] } }

        then:
        reports*.get(0) == [1, 1]
        reports.every { it[1].contains("the outcome of 'lost' is unknown") && it[1].contains('--resend') }
        backend.messages == ['lost']
        !Files.exists(folder.resolve('one.mp4'))

        when:
        def lost = new CountDownLatch(1)
        backend.onMessage = { lost.countDown() }
        over.countDown()
        assert lost.await(30, TimeUnit.SECONDS)
        backend.deaf = false
        def sent = start('one.groovy', [:], Runner.Start.RESEND)

        then:
        sent.end() == 0
        backend.messages == ['lost', 'lost']
        Files.exists(folder.resolve('one.mp4'))
    }

    def "a run is found by its script and its parameters, and what other runs left is said"() {
        given:
        script('one.groovy', "params { input file; length 2.s }\nsession { upload input; edit 'x'; export mp4 }")
        backend.slowRenders = true
        def first = start('one.groovy', [input: 'a.mp4'])
        first.awaitLine('"progress"', '"render"')
        first.kill()
        backend.slowRenders = false

        when: 'another one came to its end since'
        def other = start('one.groovy', [input: 'b.mp4']).end()
        def third = start('one.groovy', [input: 'c.mp4'], Runner.Start.RESUME)
        def thirdEnd = third.end()
        def again = start('one.groovy', [input: './a.mp4'], Runner.Start.RESUME)

        then:
        other == 0
        thirdEnd == 0
        third.lines.any { it.contains('Nothing to resume') && it.contains('1 was interrupted with other parameters') }
        again.end() == 0
        again.lines.every { !it.contains('Nothing to resume') }
        backend.messages.size() == 3
        again.lines.count { it.contains('"step-done"') && it.contains('"again":true') } == 2
    }

    def "sessions are known by what they hold, not by their number"() {
        given:
        Files.createDirectories(folder.resolve('clips'))
        ['b.mp4', 'c.mp4'].each { Files.copy(folder.resolve(it), folder.resolve('clips').resolve(it)) }
        script('batch.groovy', '''params { input files }
            eachFile(input) { Path f -> session("$f.fileName up") { upload f; edit "better $f.fileName"; export mp4 } }''')
        backend.onMessage = { if (it == 'better c.mp4') backend.slowRenders = true }
        def first = start('batch.groovy', [input: 'clips'])
        first.awaitLine("edit 'better c.mp4'", '"step-done"')
        first.kill()

        when: 'a clip that sorts before them is added'
        Files.copy(folder.resolve('a.mp4'), folder.resolve('clips/a.mp4'))
        backend.onMessage = { }
        backend.slowRenders = false
        def again = start('batch.groovy', [input: 'clips'], Runner.Start.RESUME)

        then:
        again.end() == 0
        backend.messages == ['better b.mp4', 'better c.mp4', 'better a.mp4']
        backend.count('POST /api/tasks') == 3
    }

    def "distinguishes two sessions that begin alike by their later steps"() {
        given:
        script('two.groovy', '''params { first 'one' }
            session('s') { upload 'a.mp4'; edit first; export mp4 }
            session('s') { upload 'a.mp4'; edit 'two'; fail 'here' }''')
        start('two.groovy').end()

        when: 'the script has another session before them'
        script('two.groovy', '''params { first 'one' }
            session('s') { upload 'a.mp4'; edit 'zero'; export mp4 }
            session('s') { upload 'a.mp4'; edit first; export mp4 }
            session('s') { upload 'a.mp4'; edit 'two'; export mp4 }''')
        def again = start('two.groovy', [:], Runner.Start.RESUME)

        then:
        again.end() == 0
        backend.messages == ['one', 'two', 'zero']
        backend.count('POST /api/tasks') == 3
    }

    def "a run that still goes on is named, and not resumed"() {
        given:
        script('one.groovy', "session { upload 'a.mp4'; edit 'x'; export mp4 }")
        backend.slowRenders = true
        def first = start('one.groovy')
        first.awaitLine('"progress"', '"render"')

        when:
        def again = start('one.groovy', [:], Runner.Start.RESUME)

        then:
        again.end() == 9
        again.lines.any { it.contains("is still going (process ${first.process.pid()})") }
        backend.messages == ['x']
    }

    def "steps after a failed statement, or after an export that is no longer wanted, don't make a session useless: #now"() {
        given:
        script('one.groovy', "session { upload 'a.mp4'; edit 'one'; $was }")
        backend.slowRenders = was.contains('export')
        backend.beforeMessage = { backend.outOfCredits = was.contains('refused') }
        def first = start('one.groovy')
        was.contains('export') ? first.awaitLine('"progress"', '"render"') : first.awaitLine('"failed"')
        first.kill()
        backend.slowRenders = false
        backend.outOfCredits = false

        when:
        script('one.groovy', "session { upload 'a.mp4'; edit 'one'; $now }")
        def again = start('one.groovy', [:], Runner.Start.RESUME)

        then:
        again.end() == 0
        backend.messages == messages
        backend.count('POST /api/tasks') == sessions

        where:
        was                             | now                                 || messages                      | sessions
        "edit 'refused'"                | "edit 'two'; export mp4"            || ['one', 'two']                | 1
        "throw new Exception('no')"     | "edit 'two'; export mp4"            || ['one', 'two']                | 1
        'export mp4'                    | 'export webm'                       || ['one']                       | 1
        'export mp4'                    | "edit 'two'; export mp4"            || ['one', 'two']                | 1
        "edit 'two'; export mp4"        | "export webm; edit 'two'"           || ['one', 'two', 'one', 'two']  | 2
    }

    def "a journal that was cut off inside a character is read up to there"() {
        given:
        script('one.groovy', "session('片子') { upload 'a.mp4'; edit '更亮一点'; export mp4 }")
        backend.slowRenders = true
        def first = start('one.groovy')
        first.awaitLine('"progress"', '"render"')
        first.kill()
        backend.slowRenders = false
        def journal = Files.walk(folder.resolve('home')).filter { it.fileName.toString() == Journal.FILE }.findFirst().get()
        def torn = '{"entry":"step","step":9,"text":"更'.getBytes('UTF-8')
        journal.toFile() << Arrays.copyOf(torn, torn.length - 1)

        when:
        def again = start('one.groovy', [:], Runner.Start.RESUME)

        then:
        again.end() == 0
        backend.messages == ['更亮一点']
        backend.calls.count { it == 'POST /api/render/proxy/lambda' } == 1
        JournalReplay.read(journal).ended()
    }

    def "an upload that was cut off is not there twice"() {
        given:
        script('one.groovy', "session { upload 'a.mp4'; edit 'one'; export mp4 }")
        def arrived = new CountDownLatch(1)
        def over = new CountDownLatch(1)
        backend.onUpload = { arrived.countDown(); over.await(30, TimeUnit.SECONDS) }
        def first = start('one.groovy')
        assert arrived.await(30, TimeUnit.SECONDS)
        first.kill()
        over.countDown()
        backend.onUpload = { }

        when:
        def again = start('one.groovy', [:], Runner.Start.RESUME)

        then: 'it is in one session once'
        again.end() == 0
        backend.messages == ['one']
        backend.count('POST /api/tasks') == 2
        backend.count('POST /api/upload-video') == 2
    }
}
