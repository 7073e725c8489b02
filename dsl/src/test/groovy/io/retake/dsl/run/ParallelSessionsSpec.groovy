package io.retake.dsl.run

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.dsl.event.RunEvent
import io.retake.dsl.plan.Step
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.util.concurrent.PollingConditions

/** Sessions side by side, each in a thread of its own: nothing of one gets into another. */
class ParallelSessionsSpec extends BackendSpecification {
    static final int SESSIONS = 6
    static final String NAMES = "def names = (1..$SESSIONS).collect { \"film\$it\".toString() }\n"

    /** How often each way is tried; more with {@code -Dretake.rounds=50}. */
    static final int ROUNDS = Integer.getInteger('retake.rounds', 2)

    def setup() {
        Files.writeString(folder.resolve('a.mp4'), 'footage')
        retake = builder().build()
    }

    private Run start(String script) {
        retake.run(ScriptSource.text('film.groovy', script), [:], { events << it })
    }

    private RunResult run(String script) {
        start(script).await(Duration.ofSeconds(60)).get()
    }

    /** Each session has heard of its own film, all of it in order, and of nothing else. */
    private void nothingMixed(int sessions, List<String> words) {
        assert backend.said.size() == sessions
        backend.said.values().each { heard ->
            def film = (heard[0] =~ /film\d+/)[0]
            assert heard == words*.replace('N', film)
        }
        assert backend.said.values()*.get(0).toSet().size() == sessions
    }

    def "each session does its own edits and makes its own film: #how"() {
        when:
        def results = (1..ROUNDS).collect {
            backend.said.clear()
            def result = run(NAMES + script)
            nothingMixed(SESSIONS, ['first N', 'second N', 'third N'])
            result
        }

        then:
        results*.orThrow()
        results.every { it.outputs()*.path*.fileName*.toString().sort() == (1..SESSIONS).collect { "film${it}.mp4".toString() } }
        (1..SESSIONS).every { Files.readAllBytes(folder.resolve("film${it}.mp4")) == backend.film }

        where:
        how                                   | script
        'words of the block'                  | 'names.parallelStream().forEach { n -> session(n) { upload "a.mp4"; edit "first $n"; edit "second $n"; edit "third $n"; export mp4 } }'
        'words of methods'                    | 'void look(String n) { edit "first $n"; more(n) }\nvoid more(String n) { edit "second $n"; edit "third $n" }\nnames.parallelStream().forEach { n -> session(n) { upload "a.mp4"; look(n); export mp4 } }'
        'one block for all'                   | 'def at = ThreadLocal.withInitial { "" }\ndef block = { upload "a.mp4"; ["first", "second", "third"].each { w -> edit "$w ${at.get()}" }; export mp4 }\nnames.parallelStream().forEach { String n -> at.set(n); session(n, block) }'
        'a thread each'                       | 'names.collect { n -> Thread.start { session(n) { upload "a.mp4"; edit "first $n"; edit "second $n"; edit "third $n"; export mp4 } } }.each { Thread t -> t.join() }'
        'threads that nobody waits for'       | 'def begun = new java.util.concurrent.CountDownLatch(names.size())\nnames.each { n -> Thread.start { session(n) { begun.countDown(); upload "a.mp4"; edit "first $n"; edit "second $n"; edit "third $n"; export mp4 } } }\nbegun.await()'
        'an executor'                         | 'def pool = java.util.concurrent.Executors.newFixedThreadPool(3)\ntry { names.collect { n -> pool.submit({ session(n) { upload "a.mp4"; edit "first $n"; edit "second $n"; edit "third $n"; export mp4 } } as Runnable) }.each { java.util.concurrent.Future f -> f.get() } } finally { pool.shutdown() }'
        'futures'                             | 'names.collect { n -> java.util.concurrent.CompletableFuture.runAsync { session(n) { upload "a.mp4"; edit "first $n"; edit "second $n"; edit "third $n"; export mp4 } } }.each { java.util.concurrent.CompletableFuture f -> f.join() }'
        'one thread, one after the other'     | 'names.each { n -> session(n) { upload "a.mp4"; edit "first $n"; edit "second $n"; edit "third $n"; export mp4 } }'
    }

    def "the journal has each step under its own session"() {
        when:
        run(NAMES + 'names.parallelStream().forEach { n -> session(n) { upload "a.mp4"; edit "first $n"; edit "second $n"; export mp4 } }').orThrow()
        def json = new ObjectMapper()
        def lines = Files.walk(folder.resolve('home')).filter { it.fileName.toString() == 'journal.jsonl' }.findFirst().get().toFile().readLines().collect { json.readTree(it) }
        def sessions = lines.findAll { it.path('entry').asText() == 'session' }.collectEntries { [it.path('session').asInt(), it.path('sessionId').asText()] }
        def steps = lines.findAll { it.path('entry').asText() == 'step' }

        then:
        sessions.size() == SESSIONS
        steps*.path('step')*.asInt().toSet().size() == 4 * SESSIONS
        lines.count { it.path('entry').asText() == 'done' } == 4 * SESSIONS
        sessions.every { number, id -> steps.findAll { it.path('session').asInt() == number }*.path('text')*.asText().findAll { it.startsWith('edit') } == backend.said[id].collect { "edit '$it'".toString() } }
    }

    def "rejects a word from another thread in a session's block, and the message names the threads: #word"() {
        when:
        def failure = run("void look() { edit 'x' }\nsession('cars') { upload 'a.mp4'\ndef f = java.util.concurrent.Executors.newSingleThreadExecutor({ r -> new Thread(r, 'stranger') } as java.util.concurrent.ThreadFactory)\ntry { f.submit({ $word } as Runnable).get() } finally { f.shutdown() } }").failure().get()

        then:
        failure.message().contains("was called in thread 'stranger', ")
        failure.message().contains("'cars'")
        failure.advice().startsWith('open a session in each thread')
        backend.messages.empty
        backend.outputs.empty
        backend.count('POST /api/upload-video') == 1

        where:
        word << ["edit 'x'", "trim to: 1.s", "look()", "upload 'a.mp4'", "export mp4", "scenes()", "println timeline", "frame at: 1.s"]
    }

    def "so is one of a thread that is started beside a session"() {
        expect:
        run('''
            void look() { edit 'x' }
            def open = new java.util.concurrent.CountDownLatch(1)
            def said = new java.util.concurrent.CountDownLatch(1)
            def other = Thread.start { open.await(); try { look() } catch (RuntimeException e) { println e.message } finally { said.countDown() } }
            session('cars') { upload 'a.mp4'; open.countDown(); said.await() }
            other.join()'''.stripIndent()).orThrow()
        printed()[0] ==~ /'edit' was called in thread 'Thread-\d+', which has no session \(open in other threads: 'cars'\)/
        backend.messages.empty
    }

    def "at a prompt, the session that stands belongs to the line"() {
        given:
        def prompt = retake.prompt('film')
        prompt.start("upload 'a.mp4'", { }).await().orThrow()

        when:
        def failure = prompt.start("def t = java.util.concurrent.CompletableFuture.runAsync { edit 'x' }\nt.join()", { }).await().failure().get()

        then:
        failure.message().contains("but session 'film' belongs to thread 'retake-entry-")
        backend.messages.empty
        prompt.start("edit 'y'", { }).await().orThrow()

        when: 'sessions side by side, in one line'
        prompt.start(NAMES + 'names.parallelStream().forEach { n -> session(n) { upload "a.mp4"; edit "first $n" } }', { }).await().orThrow()
        def steps = prompt.entries().last().steps()

        then: 'each step has the answer that it got'
        steps.size() == 2 * SESSIONS
        steps.findAll { it.step() instanceof Step.Upload }.every { !it.changed() }
        steps.findAll { it.step() instanceof Step.Message }.every { it.changed() }

        cleanup:
        prompt.close()
    }

    def "a session in another one's block is refused, whichever thread opens it: #how"() {
        when:
        def failure = run("session('outer') { upload 'a.mp4'\n$how }").failure().get()

        then:
        failure.message() ==~ /a session can('t|not) be opened in.* another session.*/
        backend.count('POST /api/tasks') == 1

        where:
        how << ["session('inner') { upload 'a.mp4' }",
            "['x', 'y', 'z'].parallelStream().forEach { n -> session(n) { upload 'a.mp4' } }",
            "java.util.concurrent.CompletableFuture.runAsync { session('inner') { upload 'a.mp4' } }.join()"]
    }

    def "reports a session that fails in a thread of its own, and fails the run where it ends the thread"() {
        when:
        def result = run('''
            def fine = Thread.start { session('fine') { upload 'a.mp4'; export mp4 } }
            def bad = Thread.start {
                session('bad') {
                    upload 'a.mp4'
                    fail 'no title'
                }
            }
            [fine, bad].each { it.join() }
            println 'end\''''.stripIndent())

        then:
        printed() == ['end']
        warned().any { it ==~ /session 'bad' failed in thread 'Thread-\d+': film\.groovy:6: no title/ }
        result.failure().get().message() == 'no title'
        result.outputs()*.path*.fileName*.toString() == ['fine.mp4']

        when: 'somebody asks what became of it'
        events.clear()
        result = run('''
            def f = java.util.concurrent.CompletableFuture.runAsync { session('bad') { fail 'no title' } }
            try { f.join() } catch (RuntimeException e) { println e.cause.message }'''.stripIndent())

        then:
        result.orThrow()
        printed() == ['no title']
        warned().size() == 1
    }

    def "a run is over when its last session is, and none begins after that"() {
        given:
        def slow = new CountDownLatch(1)
        backend.onMessage = { slow.await(30, TimeUnit.SECONDS) }

        when:
        def going = start('''
            def open = new java.util.concurrent.CountDownLatch(1)
            Thread.start { session('slow') { open.countDown(); upload 'a.mp4'; edit 'x'; export mp4 } }
            open.await()
            println 'through\''''.stripIndent())

        then:
        going.await(Duration.ofMillis(300)).empty

        when:
        slow.countDown()

        then:
        going.await(Duration.ofSeconds(60)).get().orThrow().outputs().size() == 1
        events.last() instanceof RunEvent.Finished
    }

    def "recipes side by side: each has its own films, and its own name at the backend"() {
        given:
        ['one', 'two'].each {
            Files.writeString(folder.resolve("${it}.groovy"), "skill 'editor-$it'\nparams { n 0 }\nsession(\"$it-\$n\") { upload 'a.mp4'; edit \"$it \$n\"; export mp4 }")
        }
        Files.writeString(folder.resolve('main.groovy'), '''
            def made = (1..8).toList().parallelStream().map { n -> def name = n % 2 ? 'one' : 'two'; [name, n, use(name, n: n)] }.toList()
            made.each { row -> println "${row[0]}-${row[1]}: ${(row[2] as Film).path.fileName}" }
            session('last') { upload 'a.mp4'; edit 'last' }'''.stripIndent())

        when:
        retake.run(ScriptSource.file(folder.resolve('main.groovy')), [:], { events << it }).await().orThrow()
        def skills = [backend.skills['POST /run_sse'], backend.messages].transpose()

        then:
        printed().sort() == ['one-1: one-1.mp4', 'one-3: one-3.mp4', 'one-5: one-5.mp4', 'one-7: one-7.mp4',
            'two-2: two-2.mp4', 'two-4: two-4.mp4', 'two-6: two-6.mp4', 'two-8: two-8.mp4']
        backend.skills['POST /run_sse'].countBy { it } == ['editor-one': 4, 'editor-two': 4, retake: 1]
        backend.skills['POST /api/render/proxy/lambda'].countBy { it } == ['editor-one': 4, 'editor-two': 4]
        skills.last() == ['retake', 'last']
    }

    def "cancelling stops all of them"() {
        given:
        backend.slowRenders = true
        def rendering = new CountDownLatch(4)
        def seen = java.util.concurrent.ConcurrentHashMap.newKeySet()
        def pool = 'def pool = java.util.concurrent.Executors.newFixedThreadPool(4)\n'

        when:
        def going = retake.run(ScriptSource.text('film.groovy', pool + '(1..4).collect { n -> pool.submit({ session("f$n") { upload "a.mp4"; export mp4 } } as Runnable) }.each { java.util.concurrent.Future f -> f.get() }'), [:], {
            events << it
            if (it instanceof RunEvent.Progress && it.what() == RunEvent.Activity.RENDER && seen.add(Thread.currentThread().name)) rendering.countDown()
        })
        assert rendering.await(30, TimeUnit.SECONDS)
        going.cancel()
        def ended = going.await(Duration.ofSeconds(30)).get()

        then:
        ended.state() == RunEvent.State.CANCELLED
        Files.list(folder).noneMatch { it.fileName.toString() ==~ /\.?f\d.*/ }
        events.count { it instanceof RunEvent.Finished } == 1
        events.last() instanceof RunEvent.Finished
    }

    def "a run of sessions side by side that was interrupted is taken up: each goes on where it was, and nothing is sent twice"() {
        given:
        def source = ScriptSource.text('film.groovy', NAMES + 'names.collect { n -> Thread.start { session(n) { upload "a.mp4"; edit "first $n"; edit "second $n"; export mp4 } } }.each { Thread t -> t.join() }')
        backend.slowRenders = true
        def rendering = new CountDownLatch(SESSIONS)
        def seen = java.util.concurrent.ConcurrentHashMap.newKeySet()
        def going = retake.run(source, [:], {
            if (it instanceof RunEvent.Progress && it.what() == RunEvent.Activity.RENDER && seen.add(Thread.currentThread())) rendering.countDown()
        })
        assert rendering.await(60, TimeUnit.SECONDS)
        going.cancel()
        going.await()

        when:
        backend.slowRenders = false
        def result = retake.resume(source, [:], { events << it }).await()

        then:
        result.orThrow().outputs()*.path*.fileName*.toString().sort() == (1..SESSIONS).collect { "film${it}.mp4".toString() }
        nothingMixed(SESSIONS, ['first N', 'second N'])
        backend.count('POST /api/upload-video') == SESSIONS
        backend.count('POST /api/tasks') == SESSIONS
    }

    def "of several messages on their way, those that are not answered are known"() {
        given:
        def first = new CountDownLatch(1)
        def both = new CountDownLatch(2)
        def second = new CountDownLatch(1)
        backend.onMessage = { String text -> both.countDown(); (text == 'one' ? first : second).await(30, TimeUnit.SECONDS) }

        when:
        def going = start("['one', 'two'].collect { n -> Thread.start { session(n) { upload 'a.mp4'; edit n } } }.each { Thread t -> t.join() }")
        assert both.await(30, TimeUnit.SECONDS)
        first.countDown()
        new PollingConditions(timeout: 30, delay: 0.01).eventually { assert events.any { it instanceof RunEvent.StepDone && it.text() == "edit 'one'" } }

        then:
        going.context.sending() == Optional.of('two')

        when:
        second.countDown()
        going.await().orThrow()

        then:
        going.context.sending().empty
    }

    def "lines that sessions print side by side are whole"() {
        when:
        run(NAMES + 'names.parallelStream().forEach { String n -> session(n) { 20.times { i -> print "$n "; print i; println " end" } } }').orThrow()
        def lines = printed()

        then: 'a line may be told in pieces, but never with pieces of another'
        lines.every { it.findAll(/film\d+/).size() <= 1 && it.findAll('end').size() <= 1 }
        lines.join(' ').findAll('end').size() == 20 * SESSIONS
    }
}
