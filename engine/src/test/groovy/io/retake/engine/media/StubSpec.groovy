package io.retake.engine.media

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** The committed stub libraries against their list; what the unpacked FFmpeg really binds is in LocatorSpec. */
class StubSpec extends Specification {
    static final Path ROOT = Path.of(System.getProperty('retake.root'), 'engine', 'src', 'main')

    def 'every stub for #platform exports each symbol of the list, with its version'() {
        given:
        def folder = ROOT.resolve('resources/io/retake/engine/ffmpeg/stubs').resolve(platform)
        def rows = Files.readAllLines(ROOT.resolve('stubs/symbols.txt')).findAll { !it.startsWith('#') }*.split(' ')

        expect:
        Files.readAllLines(folder.resolve('index.txt')) == libraries
        libraries.every { library ->
            def strings = new String(Files.readAllBytes(folder.resolve(library)), 'ISO-8859-1').split('\0') as Set
            def wanted = rows.findAll { it[0] == library }
            !wanted.empty && wanted.every { strings.contains(it[1]) && (it[2] == '-' || strings.contains(it[2])) }
        }

        where:
        platform       | libraries
        'linux-x86_64' | ['libasound.so.2', 'libpulse.so.0', 'libxcb-shm.so.0', 'libxcb.so.1']
        'linux-arm64'  | ['libdrm.so.2', 'libpulse.so.0', 'libva-drm.so.2', 'libva.so.2', 'libxcb-shm.so.0', 'libxcb.so.1']
    }
}
