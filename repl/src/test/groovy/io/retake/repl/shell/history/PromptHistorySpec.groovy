package io.retake.repl.shell.history

import io.retake.repl.view.HistoryView.Outcome
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** The history, saved by several prompts at the same time. */
class PromptHistorySpec extends Specification {
    @TempDir
    Path folder
    Path file
    def secrets = Secrets.of([NEMO_TOKEN: 'plain-words-42'])

    def setup() {
        file = folder.resolve('state/history.tsv')
    }

    def "another prompt sees an entry with its outcome and all its lines"() {
        given:
        def first = prompt(0)
        typed(first, 'sentence', 'make it brighter', Outcome.DONE)
        typed(first, 'statement', "[1, 2].each {\n\tprintln '\\n'\n}", Outcome.FAILED)
        def number = first.begin('statement', 'export mp4').asInt

        when:
        def second = prompt(1000)
        second.refresh()

        then:
        second.own() == []
        second.others()*.text() == ['make it brighter', "[1, 2].each {\n\tprintln '\\n'\n}", 'export mp4']
        second.others()*.kind() == ['sentence', 'statement', 'statement']
        second.others()*.outcome() == [Outcome.DONE, Outcome.FAILED, Outcome.OPEN]

        when: 'it ends, and a new one begins'
        first.end(number, Outcome.STOPPED)
        typed(first, 'command', '/timeline', Outcome.DONE)
        second.refresh()

        then:
        second.others()*.outcome() == [Outcome.DONE, Outcome.FAILED, Outcome.STOPPED, Outcome.DONE]
        second.problem().empty
    }

    def "a line that begins with a space or contains a secret isn't recorded: #text"() {
        given:
        def history = prompt(0)

        expect:
        history.begin('statement', text).empty
        history.own() == []
        !Files.exists(file)

        where:
        text << [
            ' mute', "token 'abcdef'", 'login token=abc', 'nmv_usr_12ab', 'claim clm_9f', 'Authorization: Bearer x',
            'use sk-abcdefgh12', "password: 'hunter2'", 'my password is hunter2', 'println "plain-words-42"', "setToken('x')",
            "upload 'https://ada:pass@example.org/a.mp4'", "upload 'https://example.org/a.mp4?x=1&token=abc'",
            "upload 'https://example.org/a.mp4?X-Amz-Signature=abc'", "def apiKey = 'x'", 'ghp_abcdefghijklmnop1234',
            '-----BEGIN PRIVATE KEY-----', 'x = "eyJhbGciOi1234.eyJzdWIiOiIx.x"', 'NEMO_TOKEN=1 retake'
        ]
    }

    def "a line that only resembles a secret is recorded: #text"() {
        expect:
        prompt(0).begin('statement', text).present

        where:
        text << ["title 'The Key to Success'", "upload 'https://example.org/a.mp4?x=1'", 'make the colours warmer', 'title "mail@example.org"', "title 'Token ring'", 'key frame at 0:12', 'trim from: 2.s, to: 12.s', 'add the title "Secrets of the deep"']
    }

    @Requires({ !os.windows })
    def "only its owner can read the file, before and after it was shortened"() {
        given:
        def history = new HistoryFile(file, 200)

        when:
        history.append('x' * 50) { it }

        then:
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == 'rw-------'

        when:
        (1..10).each { history.append("$it " + 'x' * 40) { it } }

        then:
        Files.size(file) <= 200
        Files.readAllLines(file).last().startsWith('10 ')
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == 'rw-------'
        Files.list(file.parent).withCloseable { all -> all.toList()*.fileName*.toString().sort() } == ['history.tsv', 'history.tsv.lock']
    }

    def "many concurrent writers lose nothing, even while the file is shortened"() {
        given:
        def start = new CountDownLatch(1)
        def threads = (0..<4).collect { n ->
            Thread.start {
                def lines = new HistoryFile(file, 40_000)
                start.await()
                100.times { lines.append("$n-$it " + 'x' * 30) { all -> all } }
            }
        }

        when:
        start.countDown()
        threads*.join()
        def lines = Files.readAllLines(file)

        then: 'whole lines remain, the last of each entry in order'
        lines.every { it ==~ /\d-\d+ x{30}/ }
        lines.size() == lines.toSet().size()
        (0..<4).every { n ->
            def own = lines.findAll { it.startsWith("$n-") }.collect { it.replaceAll(/.*-| .*/, '') as int }
            own == (own.empty ? [] : (own.first()..99).toList())
        }
        lines.any { it.contains('-99 ') }
    }

    def "other processes write at the same time, and one of them is killed"() {
        given:
        def java = Path.of(System.getProperty('java.home'), 'bin/java').toString()
        def writers = (0..<2).collect {
            new ProcessBuilder(java, '-cp', System.getProperty('java.class.path'), 'io.retake.repl.shell.history.HistoryWriter', file.toString(), "$it", '400')
                .redirectErrorStream(true).redirectOutput(folder.resolve("out$it").toFile()).start()
        }

        when:
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
        while (!(Files.exists(file) && Files.readString(file).contains('writer0/20'))) {
            assert System.nanoTime() < end : Files.readString(folder.resolve('out0'))
            Thread.sleep(1)
        }
        writers[0].destroyForcibly().waitFor()
        writers[1].waitFor(60, TimeUnit.SECONDS)
        new HistoryFile(file, 1 << 20).append(HistoryLine.write(entry('after', 1, 'the last')), { it })
        def entries = Files.readAllLines(file).collect { HistoryLine.read(it) }

        then: 'the one that lived is there as a whole; of the other at most its last line is none'
        writers[1].exitValue() == 0
        entries.findAll { it.present && it.get().session() == 'writer1' }.collect { it.get().number() } == (1..400).toList()
        entries.count { it.empty } <= 1
        entries.last().get().text() == 'the last'
    }

    def "broken, truncated and foreign lines are ignored"() {
        given:
        Files.createDirectories(file.parent)
        def good = HistoryLine.write(entry('a', 1, 'mute'))
        Files.writeString(file, "nonsense\n\n$good\n1\t2\t3\n${good.replace('done', 'what')}\n${good.replace('a/1', 'a1')}\n${good[0..20]}")

        when:
        def history = prompt(0)
        history.refresh()
        typed(history, 'statement', 'grayscale', Outcome.DONE)
        def next = prompt(1)
        next.refresh()

        then:
        history.others()*.text() == ['mute']
        next.others()*.text() == ['mute', 'grayscale']
        HistoryLine.read(HistoryLine.write(entry('a', 1, 'x\\t\t\\\n\r')))*.text().first() == 'x\\t\t\\\n\r'
        HistoryLine.read(good + '\\').empty
    }

    def "of too many entries the last are kept, each once, with its outcome"() {
        given:
        def lines = (1..20).collectMany { [HistoryLine.write(entry('a', it, "line $it")).replace('done', 'open'), HistoryLine.write(entry('a', it, "line $it"))] }

        expect:
        PromptHistory.shortened(lines + 'broken', 5) == (16..20).collect { HistoryLine.write(entry('a', it, "line $it")) }
    }

    def "a write failure is reported once, and the prompt continues"() {
        given:
        Files.writeString(folder.resolve('state'), 'no folder')
        def history = prompt(0)

        when:
        typed(history, 'statement', 'mute', Outcome.DONE)

        then:
        history.own()*.text() == ['mute']
        history.problem().get().startsWith("the history can't be saved: ")
        history.problem().empty
    }

    def "Up visits the lines of all prompts, this one's first, without consecutive duplicates"() {
        given:
        def other = prompt(0)
        ['one', 'two', 'two'].each { typed(other, 'sentence', it, Outcome.DONE) }
        def here = prompt(1)
        def lines = new LineHistory(here)
        typed(here, 'sentence', 'three', Outcome.DONE)

        when:
        lines.restart()
        def up = (1..4).collect { lines.previous() ? lines.current() : null }

        then:
        up == ['three', 'two', 'one', null]
        lines.next() && lines.current() == 'two'

        when: 'another prompt adds entries'
        typed(other, 'sentence', 'four', Outcome.DONE)
        lines.restart()
        lines.previous()

        then:
        lines.current() == 'three'
        lines.iterator(0).collect { it.line() } == ['one', 'two', 'four', 'three']
        lines.last() == 3 && lines.get(2) == 'four' && lines.size() == 4
    }

    def "entries of other prompts have stable addresses"() {
        given:
        def oldest = prompt(0)
        def before = prompt(1000)
        def here = prompt(2000)
        def later = prompt(3000)
        [oldest, before, later].each { p -> (1..3).each { typed(p, 'sentence', "${p.session()} $it", Outcome.DONE) } }
        (1..3).each { typed(here, 'sentence', "here $it", Outcome.DONE) }
        here.refresh()
        def addresses = new Addresses(here)

        expect:
        addresses.find('2-9')*.text() == ['here 2', 'here 3']
        addresses.find('~1/3')*.session() == [before.session()]
        addresses.find('~2/1-2')*.text() == ["${oldest.session()} 1", "${oldest.session()} 2"]*.toString()
        addresses.find('~1/').size() == 3
        addresses.find('+1/1')*.session() == [later.session()]
        ['~3/1', '4', '', 'x', '~1', '-1'].every { addresses.find(it).empty }
        here.others().collect { addresses.of(it) } == ['~2/1', '~2/2', '~2/3', '~1/1', '~1/2', '~1/3', '+1/1', '+1/2', '+1/3']
        here.own().collect { addresses.of(it) } == ['1', '2', '3']
    }

    def "the last line with the same beginning that didn't fail is suggested, whole or by words"() {
        given:
        def history = prompt(0)
        def suggestions = new Suggestions(history)
        typed(history, 'statement', 'trim to: 4.s', Outcome.DONE)
        typed(history, 'statement', 'trim too: 5.s', Outcome.FAILED)
        typed(history, 'sentence', '把画面变亮 now', Outcome.DONE)

        expect:
        suggestions.rest('trim') == ' to: 4.s'
        suggestions.rest('trim too') == ': 5.s'
        suggestions.rest('Trim') == ''
        suggestions.rest('') == ''
        suggestions.rest('trim to: 4.s') == ''
        suggestions.rest('把') == '画面变亮 now'
        Suggestions.word(' to: 4.s') == ' to'
        Suggestions.word(': 4.s') == ': 4'
        Suggestions.word('画面变亮 now') == '画面变亮'
        Suggestions.word(')') == ')'
        Suggestions.word('') == ''

        when:
        typed(history, 'statement', 'trim to: 6.s', Outcome.DONE)

        then:
        suggestions.rest('trim') == ' to: 6.s'
    }

    private PromptHistory prompt(long millis) {
        PromptHistory.in(file, secrets, Clock.fixed(Instant.parse('2026-11-20T18:00:00Z').plusMillis(millis), ZoneOffset.UTC)) { true }
    }

    private static void typed(PromptHistory history, String kind, String text, Outcome outcome) {
        history.end(history.begin(kind, text).asInt, outcome)
    }

    private static HistoryEntry entry(String session, int number, String text) {
        new HistoryEntry(session, number, Instant.parse('2026-11-20T18:00:00Z'), 'sentence', Outcome.DONE, java.time.Duration.ofMillis(5), text)
    }
}
