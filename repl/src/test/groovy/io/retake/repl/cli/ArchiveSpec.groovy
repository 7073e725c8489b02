package io.retake.repl.cli

import io.retake.repl.Distribution
import io.retake.repl.LoadedClasses
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The launcher's archive of classes, made and used by the real Java. */
@Requires({ !os.windows })
class ArchiveSpec extends Specification {
    @TempDir
    @Shared
    Path folder
    @Shared
    Path cache

    def setupSpec() {
        cache = Files.createDirectories(folder.resolve('cache/retake/startup'))
        Files.writeString(folder.resolve('seen.groovy'), 'println "seen"')
        // FFmpeg is unpacked below the cache folder: the archive needs another one than the other specifications.
        assert firstRun().out.readLines() == ['seen']
        def end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4)
        while (!archives('.for') || archives('.making')) {
            assert System.nanoTime() < end
            LockSupport.parkNanos(200_000_000) // another process makes it
        }
    }

    def "the archive is made after the first run and used by the next, silently"() {
        expect:
        archives('.jsa') + archives('.aot')
        run() == [code: 0, out: 'seen\n', err: '']
        used()
    }

    def "the archive contains every class that the prompt loads before it is shown"() {
        given:
        def archive = cache.resolve(archives('.for')[0] - '.for')
        def version = Runtime.version().feature()
        def options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', (version < 25 ? '-XX:SharedArchiveFile=' : '-XX:AOTCache=') + archive]

        when:
        def loaded = LoadedClasses.beforeThePrompt(folder, options)
        def others = loaded.findAll { it =~ /source: (file|jrt):/ }

        then:
        loaded.size() > 500
        others.size() <= 5
    }

    def "a run is right, and silent, when the archive is #what"() {
        given:
        def file = cache.resolve(archives('.for')[0] - '.for')
        def good = Files.readAllBytes(file)
        file.toFile().writable = true

        when:
        Files.write(file, change.call(good) as byte[])

        then:
        run() == [code: 0, out: 'seen\n', err: '']

        cleanup:
        Files.write(file, good)

        where:
        what        | change
        'truncated' | { byte[] bytes -> Arrays.copyOf(bytes, bytes.length.intdiv(2)) }
        'empty'     | { byte[] bytes -> new byte[0] }
        'garbage'   | { byte[] bytes -> def other = bytes.clone(); new Random(1).nextBytes(other); other }
    }

    def "a run is right, and silent, when the cache folder is a file"() {
        given:
        def file = Files.writeString(folder.resolve('not-a-folder'), '')

        expect:
        run(XDG_CACHE_HOME: file.toString()) == [code: 0, out: 'seen\n', err: '']
    }

    def "a copy of the program elsewhere does not use it, and says nothing"() {
        given:
        def copy = Files.createDirectories(folder.resolve('copy'))
        ['sh', '-c', "cp -RP '${Distribution.folder()}/.' '$copy'"].execute().waitFor()

        expect:
        execute(new ProcessBuilder("$copy/retake", 'run', 'seen.groovy', '--quiet'), [:]) == [code: 0, out: 'seen\n', err: '']
    }

    // ---

    /**
     * Runs on a terminal that closes at the end, if a tool for that exists: the process that makes the archive outlives
     * it.
     */
    private Map firstRun() {
        def script = new File('/usr/bin/script')
        def command = "'${Distribution.launcher()}' run seen.groovy --quiet"
        script.canExecute() && new File('/proc').directory
            ? execute(new ProcessBuilder(script.path, '-qec', command, '/dev/null'), [:])
            : run()
    }

    private List<String> archives(String ending) {
        (cache.toFile().list() ?: [] as String[]).findAll { it.endsWith(ending) }.toList()
    }

    private Map run(Map<String, String> more = [:]) {
        execute(new ProcessBuilder(Distribution.launcher().toString(), 'run', 'seen.groovy', '--quiet'), more)
    }

    private Map execute(ProcessBuilder builder, Map<String, String> more) {
        builder.directory(folder.toFile())
        builder.environment().putAll(Distribution.home(folder) + [XDG_CACHE_HOME: folder.resolve('cache').toString()] + more)
        builder.environment().remove('RETAKE_ARCHIVE')
        builder.environment().remove('JAVA_TOOL_OPTIONS')
        Distribution.run(builder)
    }

    /** Whether the launcher passes the archive to Java, by the trace of its shell. */
    private boolean used() {
        def builder = new ProcessBuilder('sh', '-x', Distribution.launcher().toString(), 'run', 'seen.groovy', '--quiet')
        execute(builder, [:]).err.contains(archives('.for')[0] - '.for')
    }
}
