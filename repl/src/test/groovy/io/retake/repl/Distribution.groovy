package io.retake.repl

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import java.util.jar.Attributes
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import java.util.jar.Manifest

/**
 * The launcher's folder, laid out as by the build but filled from the tests' class path, so that tests run the real
 * launcher with the real class path before packaging. Created once for all specifications.
 */
class Distribution {
    private static final TEST_ONLY = ~/.*(spock|archunit|junit|jqwik|opentest4j|apiguardian|hamcrest|mockwebserver|surefire|byte-buddy|objenesis|geantyref|asm).*/
    private static Path made
    private static boolean archive

    /** The folder: {@code retake}, {@code built} and {@code lib/}. */
    static synchronized Path folder() {
        made = made ?: make(Files.createDirectories(Path.of(System.getProperty('java.io.tmpdir')).toAbsolutePath()).resolve("distribution-${ProcessHandle.current().pid()}"))
    }

    /** Its third-party libraries. */
    static List<Path> libraries() {
        System.getProperty('java.class.path').split(File.pathSeparator).collect { Path.of(it) }
            .findAll { Files.isRegularFile(it) && !(it.fileName.toString() ==~ TEST_ONLY) && !it.fileName.toString().startsWith('retake-') }
    }

    static Path launcher() {
        folder().resolve('retake')
    }

    /**
     * Creates the launcher's class archive once, for specifications that start it often: it saves a second of each
     * start and of the first statement. It is in the cache that {@link #home} names.
     */
    static synchronized Map<String, String> archived() {
        if (!archive) {
            assert run(command(folder(), [RETAKE_ARCHIVE: ''], 'help')).code == 0
            def startup = cache().resolve('retake/startup').toFile()
            def end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4)
            while (!startup.list()?.any { it.endsWith('.for') } || startup.list().any { it.endsWith('.making') }) {
                assert System.nanoTime() < end
                LockSupport.parkNanos(100_000_000) // another process makes it
            }
            archive = true
        }
        [RETAKE_ARCHIVE: '']
    }

    private static Path cache() {
        folder().resolve('cache')
    }

    /**
     * Starts the launcher in a folder, with the given environment over a clean one and no class archive; signals reach
     * it.
     */
    static ProcessBuilder command(Path folder, Map<String, String> environment, Object... arguments) {
        def builder = new ProcessBuilder(DefaultSignals.with([launcher().toString(), *arguments*.toString()])).directory(folder.toFile())
        clean(builder.environment())
        builder.environment().putAll(home(folder) + [RETAKE_ARCHIVE: 'off'] + environment)
        builder
    }

    /**
     * Returns an environment without settings and caches of the user who runs the tests. FFmpeg is unpacked once for
     * all tests.
     */
    static Map<String, String> home(Path folder) {
        [HOME: folder.toString(), XDG_CACHE_HOME: cache().toString(), XDG_CONFIG_HOME: "$folder/.config".toString(), XDG_DATA_HOME: "$folder/.data".toString(), XDG_STATE_HOME: "$folder/.state".toString(), JAVA_HOME: System.getProperty('java.home'), JAVA_TOOL_OPTIONS: "-Duser.home=$folder -Djava.io.tmpdir=${System.getProperty('java.io.tmpdir')}".toString()]
    }

    private static void clean(Map<String, String> environment) {
        environment.keySet().removeIf { it.startsWith('NEMO_') || it.startsWith('RETAKE_') || it.startsWith('XDG_') || it in ['NO_COLOR', 'CLICOLOR', 'CLICOLOR_FORCE', 'COLUMNS', 'TERM', 'LC_ALL', 'LC_CTYPE', 'LANG', 'JAVA_OPTS'] }
    }

    /** The result of a process: exit code and both streams. */
    static Map run(ProcessBuilder builder) {
        def process = builder.redirectInput(ProcessBuilder.Redirect.from(new File('/dev/null'))).start()
        def out = new StringBuffer()
        def err = new StringBuffer()
        process.waitForProcessOutput(out, err)
        process.waitFor(1, TimeUnit.SECONDS)
        [code: process.exitValue(), out: out.toString(), err: err.toString().replaceAll(/Picked up JAVA_TOOL_OPTIONS.*\n/, '')]
    }

    private static Path make(Path folder) {
        def lib = Files.createDirectories(folder.resolve('lib'))
        def names = []
        def own = null
        System.getProperty('java.class.path').split(File.pathSeparator).collect { Path.of(it) }.each { entry ->
            if (Files.isDirectory(entry) && entry.endsWith('target/classes')) {
                def module = entry.parent.parent.fileName.toString()
                if (module == 'repl') {
                    own = entry
                } else {
                    jar(entry, lib.resolve("retake-${module}.jar"), new Manifest())
                    names << "retake-${module}.jar"
                }
            } else if (Files.isRegularFile(entry) && !(entry.fileName.toString() ==~ TEST_ONLY)) {
                Files.createSymbolicLink(lib.resolve(entry.fileName), entry)
                names << entry.fileName.toString()
            }
        }
        def manifest = new Manifest()
        manifest.mainAttributes[Attributes.Name.MANIFEST_VERSION] = '1.0'
        manifest.mainAttributes[Attributes.Name.CLASS_PATH] = names.join(' ')
        jar(own, lib.resolve('retake.jar'), manifest)
        folder.resolve('built').toFile().text = "20261101T000000000Z\n"
        def launcher = folder.resolve('retake')
        Files.copy(Path.of(System.getProperty('retake.root'), 'retake'), launcher)
        launcher.toFile().executable = true
        def recipes = Files.createDirectories(folder.resolve('scripts'))
        Path.of(System.getProperty('retake.root'), 'scripts').toFile().eachFile { Files.copy(it.toPath(), recipes.resolve(it.name)) }
        Runtime.runtime.addShutdownHook { folder.toFile().deleteDir() }
        folder
    }

    private static void jar(Path classes, Path target, Manifest manifest) {
        manifest.mainAttributes[Attributes.Name.MANIFEST_VERSION] = '1.0'
        new JarOutputStream(Files.newOutputStream(target), manifest).withCloseable { jar ->
            Files.walk(classes).withCloseable { walk ->
                walk.filter { Files.isRegularFile(it) }.sorted().forEach { file ->
                    jar.putNextEntry(new JarEntry(classes.relativize(file).toString().replace(File.separator, '/')))
                    Files.copy(file, jar)
                }
            }
        }
    }
}
