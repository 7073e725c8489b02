package io.retake.dsl.run

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Runs that are killed at moments of chance, up to five times in a chain, against a backend that counts: at the end each
 * message was sent once, and each film is that of a run that nobody disturbed. {@code -Dretake.campaign=500} has 500 kills.
 */
class KillCampaignSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    CountingBackend backend = new CountingBackend()

    final int wanted = Integer.getInteger('retake.campaign', 12)
    final long seed = Long.getLong('retake.campaign.seed', System.nanoTime())
    final Random random = new Random(seed)
    final List<String> faults = []
    int kills
    int resends
    int chains

    def "killed runs end like undisturbed ones"() {
        when:
        Files.writeString(folder.resolve('a.mp4'), 'footage a')
        Files.writeString(folder.resolve('b.mp4'), 'footage b')
        while (kills < wanted) {
            chain(++chains)
        }
        println "campaign: kills: $kills in $chains chains, ${faults.count { it.startsWith('twice') }} double sends, " +
            "${faults.count { it.startsWith('wrong film') }} wrong films, ${faults.count { it.startsWith('not ended') }} runs that failed, $resends messages that never arrived and were sent again on request (seed $seed)"

        then:
        faults.empty
    }

    private void chain(int number) {
        int edits = 2 + random.nextInt(5)
        boolean second = random.nextBoolean()
        boolean music = random.nextBoolean()
        String script = "film${number}.groovy"
        Files.writeString(folder.resolve(script), source(number, edits, second, music))
        backend.delay = { String what -> random.nextInt(random.nextInt(4) == 0 ? 1200 : 150) }
        int chainKills = 1 + random.nextInt(5)
        for (int kill = 0; kill < chainKills && !done(number, second); kill++) {
            interrupt(script, kill == 0 ? Runner.Start.ANEW : Runner.Start.RESUME)
        }
        finish(script)
        check(number, edits, second, music)
    }

    private static String source(int n, int edits, boolean second, boolean music) {
        def text = new StringBuilder("session('one $n') {\n upload 'a.mp4'\n")
        (1..edits).each { text << " edit 'chain $n edit $it'\n" }
        if (music) {
            text << " upload 'b.mp4'\n edit 'chain $n music'\n"
        }
        text << " export mp4\n}\n"
        if (second) {
            text << "session('two $n') { upload 'a.mp4'; edit 'chain $n second'; export webm; edit 'chain $n last'; export mp4 }\n"
        }
        text
    }

    private boolean done(int n, boolean second) {
        Files.exists(folder.resolve(second ? "two ${n}.mp4" : "one ${n}.mp4"))
    }

    /** Kills it once its script has begun: before that there is nothing to lose. */
    private void interrupt(String script, Runner.Start how) {
        def process = new ScriptProcess(backend.url, folder, script, [:], how)
        try {
            process.awaitLine('"run-started"')
            process.process.waitFor(random.nextInt(1800), TimeUnit.MILLISECONDS)
        } finally {
            process.kill()
        }
        kills++
    }

    private void finish(String script) {
        def process = new ScriptProcess(backend.url, folder, script, [:], Runner.Start.RESUME)
        if (process.end() == 1 && process.lines.any { it.contains('is unknown; the interrupted run sent it') }) {
            // As a user does who has checked the backend: it never arrived.
            resends++
            process = new ScriptProcess(backend.url, folder, script, [:], Runner.Start.RESEND)
            process.end()
        }
        if (process.process.exitValue() != 0) {
            faults << "not ended: $script:\n${process.lines.join('\n')}".toString()
        }
    }

    private void check(int n, int edits, boolean second, boolean music) {
        def wantedMessages = (1..edits).collect { "chain $n edit $it".toString() } + (music ? ["chain $n music".toString()] : []) +
            (second ? ["chain $n second".toString(), "chain $n last".toString()] : [])
        def sent = backend.messages.findAll { it.startsWith("chain $n ") }
        if (sent != wantedMessages) {
            faults << "${sent.toSet().size() < sent.size() ? 'twice' : 'not all'}: chain $n sent $sent instead of $wantedMessages".toString()
        }
        def one = ['upload a.mp4'] + (1..edits).collect { "chain $n edit $it" } + (music ? ['upload b.mp4', "chain $n music"] : [])
        film("one ${n}.mp4", one)
        if (second) {
            film("two ${n}.webm", ['upload a.mp4', "chain $n second"])
            film("two ${n}.mp4", ['upload a.mp4', "chain $n second", "chain $n last"])
        }
    }

    private void film(String name, List<? extends CharSequence> wantedText) {
        def file = folder.resolve(name)
        def text = Files.exists(file) ? Files.readString(file) : 'nothing'
        if (text != wantedText.join('\n')) {
            faults << "${Files.exists(file) ? 'wrong' : 'no'} film: $name holds $text instead of $wantedText".toString()
        }
    }
}
