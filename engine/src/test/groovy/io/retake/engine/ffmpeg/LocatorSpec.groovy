package io.retake.engine.ffmpeg

import io.retake.core.Places
import io.retake.engine.process.MediaException
import io.retake.engine.process.Platform
import io.retake.engine.process.ProcessJob
import io.retake.engine.process.Processes
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class LocatorSpec extends Specification {
    @TempDir
    Path folder

    private FFmpeg locate(Map<String, String> environment = [:]) {
        def all = [XDG_CACHE_HOME: folder.resolve('cache').toString(), LOCALAPPDATA: folder.resolve('cache').toString()] + environment
        new Locator(Platform.current(), all, Places.of(all, folder.resolve('home')).cache(), getClass().classLoader).locate()
    }

    def 'the FFmpeg that comes along is unpacked, runs and can do what Retake needs'() {
        when:
        def found = locate()

        then:
        found.version() == '8.0.1'
        found.origin().startsWith('bundled with Retake (8.0.1')
        found.capabilities().missing().empty
        found.capabilities().hasEncoder('libx264')
        !found.capabilities().hasEncoder('Encoders')
        found.capabilities().hasFilter('drawtext')
        found.capabilities().demuxers().containsAll(['mov', 'matroska', 'png_pipe'])
        with(found.capabilities().report().find { it.feature().name() == 'subtitles' }) { !present() }
        Files.exists(found.ffprobe())
        !Files.list(found.ffmpeg().parent).withCloseable { it.anyMatch { it.fileName.toString().contains('jni') } }
    }

    @Requires({ os.linux })
    def 'no library but the C and C++ runtime comes from the system'() {
        given:
        def found = locate()
        def inFolder = found.ffmpeg().parent
        def runtime = ~/(linux-vdso|ld-linux|libc|libm|libmvec|libstdc\+\+|libgcc_s)[.-].*/

        when: 'the loader is asked where it takes each library from'
        def asked = new ProcessBuilder(found.ffmpeg().toString())
        asked.environment().putAll(found.environment() + [LD_TRACE_LOADED_OBJECTS: '1'])
        def said = asked.start().inputStream.getText('UTF-8')
        def libraries = said.readLines()*.trim().collectMany { line ->
            def m = line =~ /^(\S+)(?: => (\S+).*)?/
            m.find() ? [[name: Path.of(m.group(1)).fileName.toString(), from: m.group(2) ?: m.group(1)]] : []
        }

        then:
        libraries.size() > 10
        libraries.findAll { !(it.name ==~ runtime) }.every { it.from.startsWith(inFolder.toString()) }
        ['libxcb.so.1', 'libasound.so.2', 'libpulse.so.0'].every { name -> libraries.any { it.name == name } }
        new Processes(found.environment() + [LD_BIND_NOW: '1']).run(ProcessJob.of([found.ffmpeg().toString(), '-version']))
                .stdout().startsWith('ffmpeg version')
    }

    def 'a damaged folder is made whole again'() {
        given:
        def first = locate()
        def probe = first.ffprobe()
        Files.delete(probe)
        def library = Files.list(first.ffmpeg().parent).withCloseable {
            it.filter { it.fileName.toString().contains('swscale') }.findFirst().get()
        }
        Files.write(library, new byte[10])

        expect:
        locate().ffprobe() == probe
        Files.size(probe) > 1000
        Files.size(library) > 1000
        leftovers().empty
    }

    def 'several at once unpack it once and all get it whole'() {
        given:
        def pool = Executors.newFixedThreadPool(4)

        when:
        def found = pool.invokeAll((1..4).collect { ({ -> locate() } as Callable<FFmpeg>) })*.get()

        then:
        found*.ffmpeg().toSet().size() == 1
        leftovers().empty

        cleanup:
        pool.shutdownNow()
    }

    def 'a cache that cannot be written gives way to a temporary folder'() {
        given: 'a file where the folder should be: even an administrator cannot write there'
        Files.createDirectories(folder)
        Files.writeString(folder.resolve('cache'), 'in the way')

        when:
        def found = locate()

        then:
        !found.ffmpeg().startsWith(folder.resolve('cache'))
        Files.isExecutable(found.ffmpeg())
        found.version() == '8.0.1'
    }

    def 'RETAKE_FFMPEG names another one'() {
        given:
        def own = locate()
        def probe = folder.resolve('bin').resolve('ffprobe')
        def program = folder.resolve('bin').resolve('ffmpeg')
        Files.createDirectories(folder.resolve('bin'))
        [(program): own.ffmpeg(), (probe): own.ffprobe()].each { script, real ->
            Files.writeString(script, "#!/bin/sh\nLD_LIBRARY_PATH='${real.parent}' exec '$real' \"\$@\"\n")
            script.toFile().setExecutable(true)
        }

        when:
        def found = locate([RETAKE_FFMPEG: program.toString()])

        then:
        found.ffmpeg() == program
        found.ffprobe() == probe
        found.origin() == 'RETAKE_FFMPEG names it'
        found.version() == '8.0.1'
    }

    def 'a wrong RETAKE_FFMPEG is an error that says what to do (#named)'() {
        when:
        locate([RETAKE_FFMPEG: named, PATH: folder.toString()])

        then:
        def e = thrown(MediaException)
        e.message.contains("RETAKE_FFMPEG is '$named'")
        e.message.contains('unset it')

        where:
        named << ['/nowhere/ffmpeg', 'no-such-ffmpeg']
    }

    private List<Path> leftovers() {
        Files.walk(folder).withCloseable {
            it.filter { it.toString() =~ /\.(new|old)$/ }.toList()
        }
    }
}
