package io.retake.repl.cli

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.repl.Distribution
import io.retake.repl.Tmux
import java.nio.file.Files
import java.nio.file.LinkOption
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/**
 * Only the owner can read footage, journals, history and tokens, whatever the umask and whichever part of Retake runs
 * first: the tests run and kill the real program and its server, and check everything that it leaves.
 */
@Requires({ !os.windows })
class WhoCanReadSpec extends Specification {
    @TempDir
    Path folder
    Path home

    private final conditions = new PollingConditions(timeout: 90, delay: 0.05)

    def setup() {
        home = Files.createDirectories(folder.resolve('home'))
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString('rwxr-xr-x'))
    }

    /** Runs Retake under a umask in a fresh home, with no folder of this machine. */
    private ProcessBuilder retake(String umask, Object... arguments) {
        def builder = Distribution.command(folder, ['HOME': home.toString(), JAVA_TOOL_OPTIONS: "-Duser.home=$home".toString()], *arguments)
        builder.environment().keySet().removeIf { it.startsWith('XDG_') }
        builder.command(['/bin/sh', '-c', "umask $umask; exec \"\$@\"".toString(), 'sh'] + builder.command())
        builder
    }

    private Path script(String text) {
        Files.writeString(folder.resolve('made.groovy'), text)
    }

    private static String mode(Path file) {
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))
    }

    /**
     * Returns the files and folders of Retake in this home that others can enter, list or read. Files in an engine's
     * {@code tmp} folder don't count: others can't enter that folder.
     */
    private List<String> open() {
        def retakes = ['.local/share', '.local/state', '.cache', '.config'].collect { home.resolve(it).resolve('retake') }
        assert retakes.any { Files.isDirectory(it) }
        retakes.findAll { Files.isDirectory(it) }.collectMany { top ->
            Files.walk(top).withCloseable { files ->
                files.filter { !Files.isSymbolicLink(it) && !(mode(it) ==~ /...------/) }
                    .filter { Files.isDirectory(it) || !(it.toString() ==~ '.*/engines/[^/]+/tmp/.*') }
                    .map { "${mode(it)} ${home.relativize(it)}".toString() }.toList()
            }
        }
    }

    def "a first run that begins with the sample clip leaves nothing that others can read, and the film as the umask says (#umask)"() {
        when:
        def ran = Distribution.run(retake(umask, 'run', script('session { upload sampleClip(); color auto; trim to: 500.ms; export mp4 }')))

        then:
        ran.code == 0
        open() == []
        mode(home) == 'rwxr-xr-x'
        Files.isRegularFile(home.resolve('.local/share/retake/samples/sample.mp4'))
        Files.walk(home.resolve('.local/state/retake')).withCloseable { it.anyMatch { it.fileName.toString() == 'journal.jsonl' } }

        and:
        mode(folder.resolve('made.mp4')) == film
        mode(folder.resolve('made.mp4.receipt.json')) == film

        where:
        umask || film
        '000' || 'rw-rw-rw-'
        '022' || 'rw-r--r--'
    }

    def "folders that an older version left open are closed"() {
        given:
        ['.local/share/retake/samples', '.local/share/retake/media/abc', '.local/state/retake/runs', '.cache/retake/scripts', '.cache/retake/ffmpeg'].each {
            def made = Files.createDirectories(home.resolve(it))
            while (made != home) {
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString('rwxr-xr-x'))
                made = made.parent
            }
        }
        Files.writeString(home.resolve('.local/share/retake/notes.txt'), 'of its user')

        when:
        def ran = Distribution.run(retake('022', 'run', script('session { upload sampleClip(); trim to: 500.ms; export wav }')))

        then:
        ran.code == 0
        ['.local/share/retake', '.local/share/retake/samples', '.local/share/retake/media', '.local/state/retake', '.local/state/retake/runs', '.cache/retake', '.cache/retake/scripts', '.cache/retake/ffmpeg']
            .every { mode(home.resolve(it)) == 'rwx------' }
        mode(home.resolve('.local/share')) == 'rwxr-xr-x'
    }

    def "a run that is killed in the middle of an export leaves nothing that others can read"() {
        given:
        def process = retake('000', 'run', script('session { upload sampleClip(); speed 0.05; upscale 2160.p; export mp4 }'))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start()

        when:
        conditions.eventually {
            assert Files.isDirectory(home.resolve('.local/share/retake/engines')) && Files.walk(home.resolve('.local/share/retake/engines')).withCloseable {
                it.anyMatch { it.fileName.toString().endsWith('.part') && Files.size(it) > 0 }
            }
        }
        process.descendants().forEach { it.destroyForcibly() }
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS)

        then: 'all of it, the work that was cut off too'
        open() == []
        def engines = home.resolve('.local/share/retake/engines')
        Files.walk(engines).withCloseable { all -> all.filter { Files.isDirectory(it) && mode(it) != 'rwx------' }.toList() } == []
        Files.walk(engines).withCloseable { all -> all.filter { it.toString().endsWith('.part') && mode(it) != 'rw-------' }.toList() } == []
    }

    def "an engine that is served and killed leaves nothing that others can read, with a folder that the user named too"() {
        given:
        def named = folder.resolve('srv')
        if (there) {
            Files.createDirectories(named)
            Files.writeString(named.resolve('holiday.mp4'), 'of its user')
            Files.setPosixFilePermissions(named, PosixFilePermissions.fromString('rwxrwxr-x'))
        }
        def process = retake('000', 'serve', '--json', '--data', named).redirectError(ProcessBuilder.Redirect.DISCARD).start()
        def url = new ObjectMapper().readTree(process.inputReader().readLine()).path('url').asText()
        def token = post("$url/api/auth/anonymous-token", ['X-Client-Id': UUID.randomUUID().toString()]).data.token
        def session = post("$url/api/tasks/me/with-session/nemo_agent", [Authorization: "Bearer $token".toString(), 'Content-Type': 'application/json'], '{}'.bytes).data.session_id
        def film = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.srt"\r\n\r\n1\n00:00:01,000 --> 00:00:02,000\nHello\n\r\n--x--\r\n'
        post("$url/api/upload-video/nemo_agent/me/$session", [Authorization: "Bearer $token".toString(), 'Content-Type': 'multipart/form-data; boundary=x'], film.bytes)

        when:
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS)

        then:
        mode(named) == (there ? 'rwxrwxr-x' : 'rwx------')
        Files.walk(named).withCloseable { all ->
            all.filter { it != named && it != named.resolve('holiday.mp4') && !(mode(it) ==~ /...------/) }.map { "${mode(it)} $it".toString() }.toList()
        } == []
        Files.walk(named).withCloseable { it.anyMatch { it.fileName.toString() == 'content.srt' } }

        where:
        there << [false, true]
    }

    private static Map post(String url, Map<String, String> headers, byte[] body = new byte[0]) {
        def connection = (HttpURLConnection) new URL(url).openConnection()
        connection.requestMethod = 'POST'
        connection.doOutput = true
        headers.each { name, value -> connection.setRequestProperty(name, value) }
        connection.outputStream.withCloseable { it.write(body) }
        new ObjectMapper().readValue(connection.inputStream, Map)
    }

    @Requires({ Tmux.there })
    def "the prompt's history and settings are nobody else's business"() {
        given:
        def tmux = new Tmux(folder)
        tmux.start(100, 20, "HOME='$home' JAVA_TOOL_OPTIONS='-Duser.home=$home' XDG_CACHE_HOME= XDG_CONFIG_HOME= XDG_DATA_HOME= XDG_STATE_HOME= sh -c 'umask 000; exec \"\$0\" \"\$@\"'")

        when:
        tmux.await { it.startsWith('retake>') || it.contains('>') }
        tmux.type('/set theme dark', 'Enter')
        conditions.eventually { assert Files.exists(home.resolve('.config/retake/settings')) }
        tmux.type('println 1 + 1', 'Enter')
        conditions.eventually { assert Files.exists(home.resolve('.local/state/retake/history.tsv')) }
        tmux.type('/quit', 'Enter')
        tmux.await { it.contains('left with 0') }

        then:
        open() == []

        cleanup:
        tmux.close()
    }
}
