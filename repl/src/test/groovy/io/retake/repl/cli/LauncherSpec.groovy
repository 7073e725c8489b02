package io.retake.repl.cli

import io.retake.repl.Distribution
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** The launcher in a checkout, with a fake Java and Maven that only record their calls. */
@Requires({ !os.windows })
class LauncherSpec extends Specification {
    @TempDir
    Path folder
    Path root
    Path bin
    Map<String, String> environment = [:]

    def setup() {
        root = checkout("it's a \"check out\" \$HOME")
        bin = Files.createDirectories(folder.resolve('bin'))
        java('17.0.9')
        // Builds as Maven does: the beginning's stamp first, the end's last.
        program(bin.resolve('mvn'), '''
            echo "$@" >>"$PWD/mvn.log"
            mkdir -p target/build repl/target/retake/lib
            date +%s%N >target/build/built
            sleep ${MVN_SLEEP:-0}
            [ ! -e fail ] || { echo "[ERROR] no luck" ; exit 1; }
            : >repl/target/retake/lib/retake.jar
            case "$*" in *!neural*) ;; *) mkdir -p neural/target/neural/lib ;; esac
            cp target/build/built repl/target/retake/built''')
        environment = [PATH: "$bin:/usr/bin:/bin".toString(), HOME: folder.toString(), RETAKE_ARCHIVE: 'off']
    }

    def "the first use builds and says so, the second doesn't"() {
        when:
        def first = launch('run', 'a b', "c'd", '', '$x')
        def second = launch('version')

        then:
        first.code == 0
        first.err.readLines() == ['retake: building on first use; this takes one to five minutes, most of it downloads.']
        arguments(first) == ['run', 'a b', "c'd", '', '$x']
        second.err == ''
        arguments(second) == ['version']
        builds() == 1
        !Files.exists(root.resolve('target/building'))
    }

    def "the optional part is built and added when it is asked for, and not otherwise"() {
        when:
        def without = launch('x')
        def with = launch(RETAKE_NEURAL: 'on', 'x')
        def again = launch(RETAKE_NEURAL: 'on', 'x')

        then:
        !without.out.contains('neural')
        [with, again].every { it.code == 0 && it.out.contains("/repl/target/retake/lib/retake.jar:$root/neural/target/neural/lib/*]") }
        again.err == ''
        root.resolve('mvn.log').toFile().readLines()*.contains('-pl !neural') == [true, false]
    }

    def "it is found through links, and through the path"() {
        given:
        def elsewhere = Files.createDirectories(folder.resolve('else where'))
        Files.createSymbolicLink(elsewhere.resolve('one'), root.resolve('retake'))
        Files.createSymbolicLink(elsewhere.resolve('retake'), Path.of('one'))

        expect:
        arguments(execute([elsewhere.resolve('retake').toString(), 'x'], elsewhere)) == ['x']
        arguments(execute(['sh', '-c', 'cd / && retake y'], folder, [PATH: "$elsewhere:${environment.PATH}".toString()])) == ['y']
        builds() == 1
    }

    def "it builds again when #what, and only then"() {
        given:
        launch('version')
        age()

        when:
        change.call(root)
        launch('version')
        launch('version')

        then:
        builds() == 2

        where:
        what                            | change
        'a source is newer'             | { Files.setLastModifiedTime(it.resolve('core/src/main/java/A.java'), FileTime.fromMillis(System.currentTimeMillis() - 5000)) }
        'a source is new'               | { it.resolve('dsl/src/main/java/New.java').toFile().text = 'class New {}' }
        'a source is gone'              | { Files.delete(it.resolve('engine/src/main/java/A.java')) }
        'a pom is newer'                | { it.resolve('repl/pom.xml').toFile().text = '<project/>' }
        'the build did not end'         | { it.resolve('target/build/built').toFile().text = 'later\n' }
        'the build folder is gone'      | { it.resolve('repl/target').toFile().deleteDir() }
    }

    def "tests and build output don't count as sources"() {
        given:
        launch('version')
        age()

        when:
        Files.createDirectories(root.resolve('core/src/test')).resolve('T.groovy').toFile().text = ''
        root.resolve('core/target/x.class').tap { Files.createDirectories(it.parent) }.toFile().text = ''
        launch('version')

        then:
        builds() == 1
    }

    def "a build that fails says where to look, and the next use tries again"() {
        given:
        root.resolve('fail').toFile().text = ''

        when:
        def failed = launch('version')

        then:
        failed.code == 2
        failed.out == ''
        failed.err.contains('[ERROR] no luck')
        failed.err.readLines().last().startsWith('retake: The build failed')

        when:
        Files.delete(root.resolve('fail'))

        then:
        launch('version').code == 0
        builds() == 2
    }

    def "two first uses at the same time build once"() {
        when:
        def processes = (1..3).collect { start(['./retake', 'version'], root, [MVN_SLEEP: '0.5']) }
        def codes = processes.collect { it.inputStream.text; it.waitFor() }

        then:
        codes == [0, 0, 0]
        builds() == 1
    }

    def "the lock of a killed builder blocks nobody"() {
        given:
        def lock = Files.createDirectories(root.resolve('target/building'))
        def dead = new ProcessBuilder('true').start()
        dead.waitFor()
        lock.resolve('pid').toFile().text = "${dead.pid()}\n"

        expect:
        launch('version').code == 0
        builds() == 1
        !Files.exists(lock)
    }

    def "a build that is interrupted gives its lock back"() {
        given:
        def process = start(['./retake', 'version'], root, [MVN_SLEEP: '20'])
        waitFor { Files.exists(root.resolve('target/build/built')) }

        when:
        def descendants = process.descendants().toList()
        (descendants.reverse() + [process.toHandle()]).each { it.destroy() }

        then:
        process.waitFor(15, TimeUnit.SECONDS)
        process.exitValue() != 0
        !Files.exists(root.resolve('target/building'))
        launch('version').code == 0
    }

    def "without #what it says what to do"() {
        given:
        prepare.call(this)

        when:
        def result = launch('version')

        then:
        result.code == 2
        result.out == ''
        result.err.startsWith("retake: $message")

        where:
        what                  | prepare                                                                  || message
        'a Java'              | { spec -> spec.environment.PATH = spec.only('readlink', 'dirname') }     || 'No Java found: JAVA_HOME is not set and there is no java on the PATH. Install a JDK, 17 or newer'
        'a right JAVA_HOME'   | { spec -> spec.environment.JAVA_HOME = '/nowhere' }                      || "JAVA_HOME is '/nowhere', but there is no bin/java in it."
        'a new enough Java'   | { spec -> spec.java('11.0.2') }                                          || 'Java 17 or newer is needed; '
        'any Java 8'          | { spec -> spec.java('1.8.0_402') }                                       || 'Java 17 or newer is needed; '
        'a Maven'             | { spec -> Files.delete(spec.bin.resolve('mvn')); spec.environment.PATH = spec.only('readlink', 'find', 'mkdir') } || 'Retake has to be built first, and there is no mvn on the PATH.'
    }

    def "JAVA_HOME comes before the path"() {
        given:
        def home = folder.resolve('my jdk')
        jdk(home, '21.0.1', 'echo from JAVA_HOME')

        expect:
        launch('version', JAVA_HOME: home.toString()).out.contains('from JAVA_HOME')
    }

    def "the exit code is Java's, and so are the signals"() {
        given:
        jdk(folder.resolve('jdk'), '17.0.9', 'trap "exit 42" TERM; echo ready; while :; do sleep 0.05; done')

        when:
        def process = start(['./retake', 'run', 'x'], root, [:])
        def ready = process.inputStream.newReader().readLine()
        process.destroy()

        then:
        ready == 'ready'
        process.waitFor(15, TimeUnit.SECONDS)
        process.exitValue() == 42
    }

    def "a copy of the built folder runs without a checkout"() {
        given:
        def copy = Files.createDirectories(folder.resolve('a copy'))
        Files.copy(Path.of(System.getProperty('retake.root'), 'retake'), copy.resolve('retake'))
        copy.resolve('retake').toFile().executable = true
        Files.createDirectories(copy.resolve('lib')).resolve('retake.jar').toFile().text = ''

        expect:
        execute([copy.resolve('retake').toString(), 'x'], copy).out.contains("[$copy/lib/retake.jar]")
        builds() == 0
    }

    def "Java gets a UTF-8 locale: #variables, where locale says #charmap, becomes #locale"() {
        given:
        jdk(folder.resolve('jdk'), '17.0.9', 'echo "[$LC_ALL] [$LANG]"')
        program(bin.resolve('locale'), charmap)

        expect:
        launch(variables, 'version').out == "$locale\n"

        where:
        variables                                     | charmap                                                                || locale
        [:]                                           | 'echo asked'                                                           || '[C.UTF-8] []'
        [LC_ALL: 'POSIX', LANG: 'en_US.UTF-8']        | 'echo asked'                                                           || '[C.UTF-8] [en_US.UTF-8]'
        [LANG: 'C']                                   | 'echo asked'                                                           || '[C.UTF-8] [C]'
        [LANG: 'en_US.UTF-8']                         | '[ "$1" = charmap ] && echo UTF-8'                                     || '[] [en_US.UTF-8]'
        [LC_ALL: 'ja_JP.UTF-8']                       | 'echo UTF-8'                                                           || '[ja_JP.UTF-8] []'
        [LC_ALL: 'en_US.UTF-8']                       | 'echo "locale: Cannot set LC_ALL" >&2; echo ANSI_X3.4-1968'            || '[C.UTF-8] []'
        [LANG: 'en_US.UTF-8', LC_TIME: 'xx_XX.UTF-8'] | 'echo "locale: Cannot set LC_ALL to default locale" >&2; echo UTF-8'   || '[C.UTF-8] [en_US.UTF-8]'
        [LC_CTYPE: 'UTF-8']                           | 'echo ANSI_X3.4-1968'                                                  || '[C.UTF-8] []'
        [LANG: 'de_DE']                               | 'echo ISO-8859-1'                                                      || '[C.UTF-8] [de_DE]'
        [LANG: 'xx_XX.UTF-8']                         | 'exit 127'                                                             || '[C.UTF-8] [xx_XX.UTF-8]'
    }

    def "a terminal is distinguished from a pipe"() {
        expect:
        launch('version').out.contains('[-Dretake.terminal=]')
    }

    // ---

    private Path checkout(String name) {
        def root = Files.createDirectories(folder.resolve(name))
        Files.copy(Path.of(System.getProperty('retake.root'), 'retake'), root.resolve('retake'))
        root.resolve('retake').toFile().executable = true
        root.resolve('pom.xml').toFile().text = '<project/>'
        ['core', 'engine', 'dsl', 'repl'].each {
            Files.createDirectories(root.resolve("$it/src/main/java")).resolve('A.java').toFile().text = 'class A {}'
            root.resolve("$it/pom.xml").toFile().text = '<project/>'
        }
        root.toRealPath()
    }

    /** As if an hour had passed since the build. */
    private void age() {
        def then = FileTime.fromMillis(System.currentTimeMillis() - 3_600_000)
        Files.walk(root).withCloseable { it.forEach { Files.setLastModifiedTime(it, then) } }
    }

    void java(String version) {
        jdk(folder.resolve('jdk'), version, 'for a in "$@"; do echo "[$a]"; done')
        Files.deleteIfExists(bin.resolve('java'))
        Files.createSymbolicLink(bin.resolve('java'), folder.resolve('jdk/bin/java'))
    }

    private static void jdk(Path home, String version, String script) {
        Files.createDirectories(home.resolve('bin'))
        home.resolve('release').toFile().text = "IMPLEMENTOR=\"Nobody\"\nJAVA_RUNTIME_VERSION=\"$version+1\"\nJAVA_VERSION=\"$version\"\n"
        program(home.resolve('bin/java'), script)
        program(home.resolve('bin/javac'), 'exit 0')
    }

    private static void program(Path file, String script) {
        file.toFile().text = '#!/bin/sh\n' + script.stripIndent()
        file.toFile().executable = true
    }

    /** A path with nothing but the shell and these programs. */
    String only(String... programs) {
        def few = Files.createDirectories(folder.resolve('few'))
        (programs + ['sh'] as String[]).each { name ->
            def place = ['/bin', '/usr/bin'].collect { Path.of(it, name) }.find { Files.exists(it) }
            if (place && !Files.exists(few.resolve(name))) Files.createSymbolicLink(few.resolve(name), place)
        }
        if (Files.exists(bin.resolve('mvn'))) return few
        Files.createSymbolicLink(few.resolve('java'), bin.resolve('java'))
        few
    }

    private int builds() {
        def log = root.resolve('mvn.log')
        Files.exists(log) ? log.toFile().readLines().size() : 0
    }

    private static List<String> arguments(Map result) {
        assert result.code == 0
        def lines = result.out.readLines()
        lines.drop(lines.indexOf('[io.retake.repl.cli.Main]') + 1)*.replaceAll(/^\[|]$/, '')
    }

    private Map launch(Map<String, String> more = [:], String... arguments) {
        execute(['./retake', *arguments], root, more)
    }

    private Map execute(List<String> command, Path where, Map<String, String> more = [:]) {
        def process = start(command, where, more)
        def out = new StringBuffer()
        def err = new StringBuffer()
        process.waitForProcessOutput(out, err)
        [code: process.exitValue(), out: out.toString(), err: err.toString()]
    }

    private Process start(List<String> command, Path where, Map<String, String> more) {
        def builder = new ProcessBuilder(command).directory(where.toFile())
        builder.environment().clear()
        builder.environment().putAll(environment + more)
        builder.start()
    }

    private static void waitFor(Closure<Boolean> condition) {
        def end = System.nanoTime() + 60_000_000_000L
        while (!condition()) {
            assert System.nanoTime() < end
            Thread.sleep(10)
        }
    }
}
