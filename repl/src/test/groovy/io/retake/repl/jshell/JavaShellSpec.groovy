package io.retake.repl.jshell

import io.retake.dsl.Retake
import io.retake.dsl.event.RunListener
import io.retake.dsl.prompt.Evaluator
import io.retake.dsl.prompt.SavedScript
import io.retake.repl.view.Theme
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import java.util.regex.Pattern
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Java snippets in this process, on the embedded engine. */
class JavaShellSpec extends Specification {
    static final OUT = System.out
    static final ERR = System.err
    static final IN = System.in

    @Shared
    @TempDir
    Path folder

    @Shared
    Retake retake

    @Shared
    Evaluator evaluator

    @Shared
    JavaShell shell

    @Shared
    ByteArrayOutputStream shown = new ByteArrayOutputStream()

    @Shared
    SnippetTarget place = new SnippetTarget() {
        Retake retake() { retake }

        Evaluator evaluator() { evaluator }

        RunListener view(String text) { RunListener.SILENT }
    }

    def setupSpec() {
        retake = Retake.builder().environment([PATH: System.getenv('PATH')]).home(folder.resolve('home')).workingFolder(folder)
            .engine { it.dataFolder(folder.resolve('data')) }.build()
        evaluator = retake.prompt('film')
        shell = made()
    }

    def setup() {
        shown.reset()
    }

    def cleanupSpec() {
        shell.close()
        evaluator.close()
        retake.close()
        assert System.out.is(OUT) && System.err.is(ERR) && System.in.is(IN)
        assert own().isEmpty()
    }

    def "declarations persist from line to line, and values are shown as JShell shows them"() {
        expect:
        done('1 + 41') ==~ /\$\d+ ==> 42/
        done('int twice(int n) {\n  return 2 * n;\n}') == 'declared method twice(int)'
        done('int three = 3; three + twice(three)') ==~ /three ==> 3\n\$\d+ ==> 9/
        done('record Pair(int a, String b) {}') == 'declared record Pair'
        done('new Pair(1, "x")') ==~ /\$\d+ ==> Pair\[a=1, b=x]/
        done('import java.util.zip.CRC32') == ''
        done('new CRC32().getValue()') ==~ /\$\d+ ==> 0/
        done('three = 4') == 'three ==> 4'
        done('three') == 'three ==> 4'
        done('"a\\n"') ==~ /\$\d+ ==> "a\\n"/
        done('int later() { return missing(); }') == 'declared method later(); it can be used when there is method missing()'
        done('int missing() { return 7; }') == 'declared method missing()'
        done('later()') ==~ /\$\d+ ==> 7/
        done('Duration.ofSeconds(2).plus(Duration.ofMillis(1)) + " " + Path.of("a").toFile() + Stream.of(1).toList()') ==~ /\$\d+ ==> "PT2.001S a\[1]"/
    }

    def "printed output is shown in order, and unfinished lines before the value"() {
        expect:
        done('System.out.println("a"); System.err.println("b"); System.out.print("c"); 1') ==~ /a\nb\nc\n\$\d+ ==> 1/
        done('System.in.read()') ==~ /\$\d+ ==> -1/
    }

    def "#source: #message"() {
        when:
        done(source)

        then:
        def problem = thrown(SnippetProblem)
        problem.message ==~ (message instanceof String ? Pattern.quote(message) : message)
        problem.advice().stripIndent() == advice.substring(1).stripIndent()

        where:
        source                                             | message                                                                | advice
        'timeline.duratio()'                               | 'cannot find symbol, column 9'                                         | '''
            timeline.duratio()
            ^--------------^
              symbol:   method duratio()
              location: variable timeline of type io.retake.core.draft.Draft'''
        'int bad() {\n    return\n        "x";\n}'         | 'incompatible types: java.lang.String cannot be converted to int, line 3, column 9' | '''
                    "x";
                    ^-^'''
        'int one = 1;\nint two = "b";'                     | 'incompatible types: java.lang.String cannot be converted to int, line 2, column 11' | '''
            int two = "b";
                      ^-^'''
        'nope(3)'                                          | 'cannot find symbol, column 1'                                         | '''
            nope(3)
            ^--^
              symbol:   method nope(int)'''
        'int half('                                        | 'reached end of file while parsing, column 10'                                    | '''
            int half(
                     ^'''
        'throw new IllegalStateException("so", new Error("why"));' | 'java.lang.IllegalStateException: so'                          | '''
            at line 1: throw new IllegalStateException("so", new Error("why"));
            caused by java.lang.Error: why'''
        'int part(int n) {\n  return 1 / n;\n}\npart(0)'   | 'java.lang.ArithmeticException: / by zero'                             | '''
            at part, line 2: return 1 / n;
            at line 4: part(0)'''
        'int soon() { return never(); } soon()'            | "method soon() can't be used: there is no method never()"              | '''
            at soon, line 1: int soon() { return never(); }
            at line 1: soon()'''
        'session.run("trimm to: 2.s")'                     | ~/.*unknown verb 'trimm' here; did you mean 'trim'\?/                  | '''
            at line 1: session.run("trimm to: 2.s")'''
        'session.upload("none.mp4")'                       | ~/.*none.mp4.*/                                                        | '''
            at line 1: session.upload("none.mp4")'''
    }

    def "snippets before a wrong one run, those after it don't"() {
        when:
        done('int before = 1; int wrong = "x"; int after = 2;')

        then:
        thrown(SnippetProblem)
        said() == 'before ==> 1'

        when:
        done('after')

        then:
        thrown(SnippetProblem)
    }

    def "Enter accepts '#text': #whole"() {
        expect:
        shell.complete(text) == whole

        where:
        text                          | whole
        '1 + 1'                       | true
        'int f() {'                   | false
        'int f() {\n return 1;\n}'    | true
        'int a = 1; int b ='          | false
        'var l = List.of(1)'          | true
        'for (int i = 0; i < 3; i++)' | false
        '"""\n text'                  | false
        '/* a remark'                 | false
        'int x = "wrong";'            | true
        '}'                           | true
    }

    def "the bound names are what they are when the snippet runs"() {
        given:
        evaluator.start('upload sampleClip()', RunListener.SILENT).await().orThrow()

        expect:
        done('timeline.duration().toSeconds()') ==~ /\$\d+ ==> 8/
        done('long length() { return timeline.duration().toSeconds(); }') == 'declared method length()'

        when: 'an edit after a line'
        evaluator.start('trim to: 2.s', RunListener.SILENT).await().orThrow()

        then:
        done('length()') ==~ /\$\d+ ==> 2/
        done('client.state(session.ref().orElseThrow(), new Cancellation()).draft().get().equals(timeline)') ==~ /\$\d+ ==> true/
        done('retake.knownSessions().isEmpty() + " " + (evaluator.session().equals(session.ref()))') ==~ /\$\d+ ==> "false true"/

        when: 'an edit by a snippet'
        done('session.edit("mute"); session.run("trim to: 1.s")')

        then:
        done('length() + " " + session.timeline().duration()') ==~ /\$\d+ ==> "1 PT1S"/
        done('session.run("> speed up by 2").value().isPresent()') ==~ /\$\d+ ==> true/
        done('session.undo(); length()').endsWith('==> 1')
        done('session.export("wav", "a.wav").getPath().getFileName()') ==~ /\$\d+ ==> a.wav/
        folder.resolve('a.wav').toFile().size() > 1000
        SavedScript.of('film', evaluator.entries(), false) == '''\
            session('film') {
                upload sampleClip()
                trim to: 2.s
                edit 'mute'
                trim to: 1.s
                export wav, to: 'a.wav'
            }
            '''.stripIndent()

        when: 'the prompt moves'
        def first = evaluator
        evaluator = retake.prompt('other')

        then:
        done('session.title() + " " + timeline.duration() + length()') ==~ /\$\d+ ==> "other PT0S0"/

        cleanup:
        if (first != null && !first.is(evaluator)) {
            evaluator.close()
            evaluator = first
        }
    }

    def "#endless is stopped, and declarations persist"() {
        given:
        done('int kept = 5')
        def evaluated = CompletableFuture.supplyAsync { shell.evaluate("{ System.out.println(\"begun\"); $endless }") }
        until { said().contains('begun') }
        LockSupport.parkNanos(200_000_000) // into compiled code, which is harder to stop

        when:
        shell.stop()

        then:
        !evaluated.get(20, TimeUnit.SECONDS)
        done('kept').endsWith('kept ==> 5')
        until { own().findAll { it.name == 'retake-snippet' }.isEmpty() }

        where:
        endless << [
            'while (true);',
            'for (long i = 0; ; i++) { Math.random(); }',
            'Thread.sleep(100_000);',
            'while (true) { try { Thread.sleep(100_000); } catch (InterruptedException e) { } }',
            'Stream.iterate(1, i -> i + 1).forEach(i -> { });',
            'Runnable deep = () -> { while (true) { } }; deep.run();',
            'Runnable more = () -> { while (true) { } }; new Thread(more).start(); new Thread(more).start(); more.run();',
            'session.run("while (true) { }");'
        ]
    }

    def "a snippet that can't be stopped is abandoned with a message, and the next begins anew"() {
        given:
        def own = made()
        own.evaluate('int gone = 1')
        System.clearProperty('retake.spec.end')
        def evaluated = CompletableFuture.supplyAsync {
            own.evaluate('{ System.out.println("begun"); io.retake.repl.jshell.JavaShellSpec.deaf(); }')
        }
        until { said().contains('begun') }

        when:
        own.stop()
        evaluated.get(20, TimeUnit.SECONDS)

        then:
        def e = thrown(java.util.concurrent.ExecutionException)
        e.cause.message == "the snippet doesn't stop; Retake abandons it together with everything declared so far"

        when:
        own.evaluate('int gone = 2')

        then:
        said().endsWith('gone ==> 2')

        cleanup:
        System.setProperty('retake.spec.end', 'yes')
        own.close()
    }

    /** Library code that ignores interrupts. */
    static void deaf() {
        while (System.getProperty('retake.spec.end') == null) {
            LockSupport.parkNanos(5_000_000)
            Thread.interrupted()
        }
    }

    def "'#typed' completes to #expected"() {
        given:
        shell.suggestions(typed, typed.length()) // the first look at a type takes longer than a key may wait
        shell.complete('')

        when:
        def found = until { shell.suggestions(typed, typed.length()) ?: null }

        then:
        found.any { it.anchor() == anchor && it.text() == expected }
        found*.text() == found*.text().unique(false)

        where:
        typed                         | anchor | expected
        'timel'                       | 0      | 'timeline'
        'sess'                        | 0      | 'session'
        'timeline.dur'                | 9      | 'duration()'
        'var d = timeline.withF'      | 17     | 'withFps('
        'session.exp'                 | 8      | 'export('
        'Draf'                        | 0      | 'Draft'
        '3 - Durat'                   | 4      | 'Duration'
    }

    def "a suggestion has a signature if there is time for that"() {
        expect:
        until { shell.suggestions('timeline.durat', 14).find { it.signature() == 'Duration Draft.duration()' } }
    }

    def "closing ends the threads of snippets, restores the streams and clears the names"() {
        given:
        def out = System.out
        def before = own()
        def own = made()
        own.evaluate('Thread t = new Thread(() -> { while (true) { } }, "of a snippet"); t.start(); Thread s = new Thread(() -> { try { Thread.sleep(100_000); } catch (InterruptedException e) { } }, "of a snippet"); s.start();')

        expect:
        !System.out.is(out)
        Thread.allStackTraces.keySet().count { it.name == 'of a snippet' } == 2

        when:
        own.close()

        then:
        System.out.is(out)
        SnippetVariables.session == null && SnippetVariables.evaluator == null && SnippetVariables.retake == null && SnippetVariables.client == null && SnippetVariables.timeline == null
        until { Thread.allStackTraces.keySet().every { it.name != 'of a snippet' } }
        until { (this.own() - before).isEmpty() }
    }

    def "closing stops the running snippet, and an unused shell leaves nothing"() {
        given:
        def before = own()
        def own = made()
        def evaluated = CompletableFuture.supplyAsync { own.evaluate('{ System.out.println("begun"); while (true) { } }') }
        until { said().contains('begun') }

        when:
        own.close()
        made().close()

        then:
        !evaluated.get(20, TimeUnit.SECONDS)
        until { (this.own() - before).isEmpty() }
    }

    private JavaShell made() {
        def lines = new PrintStream(shown, true, 'UTF-8')
        new JavaShell(place, lines, lines, Theme.of([:], false))
    }

    private String done(String source) {
        def before = shown.size()
        shell.evaluate(source)
        new String(shown.toByteArray(), 'UTF-8').substring(before).strip()
    }

    private String said() {
        shown.toString('UTF-8').strip()
    }

    /** Returns our threads; the JDK keeps one thread of its own for all JShells, which reads class paths. */
    private static Set<Thread> own() {
        Thread.allStackTraces.keySet().findAll { it.name.startsWith('retake-java') || it.name.startsWith('retake-snippet') }
    }

    private static <T> T until(Closure<T> wanted) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20)
        while (true) {
            def found = wanted()
            if (found) return found
            assert System.nanoTime() < end
            LockSupport.parkNanos(10_000_000)
        }
    }
}
