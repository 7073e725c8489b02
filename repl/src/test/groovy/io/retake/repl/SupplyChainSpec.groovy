package io.retake.repl

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import java.security.MessageDigest
import java.util.zip.ZipFile
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** Every shipped file is in the bill of materials by name and hash; native code is pinned. */
class SupplyChainSpec extends Specification {
    private static final Path ROOT = Path.of(System.getProperty('retake.root'))

    /** The jars of the distribution, and of the optional part where the build has it. */
    @Shared
    List<Path> shipped = Distribution.libraries()

    private static String sha256(Path file) {
        MessageDigest.getInstance('SHA-256').digest(Files.readAllBytes(file)).encodeHex().toString()
    }

    private static List<Map> components(Path sbom) {
        new ObjectMapper().readValue(sbom.toFile(), Map).components
    }

    /** The jar's name, as Maven makes it of coordinates. */
    private static String jar(Map component) {
        def classifier = component.purl =~ /[?&]classifier=([^&]+)/
        "${component.name}-${component.version}${classifier ? '-' + classifier[0][1] : ''}.jar"
    }

    @Requires(value = { Files.exists(Path.of(System.getProperty('retake.root'), 'repl/target/sbom.json')) }, reason = 'offline, Maven makes none')
    def "the bill of materials lists every shipped library with its hash and its license"() {
        given:
        def listed = components(ROOT.resolve('repl/target/sbom.json')).collectEntries { [jar(it), it] }

        expect:
        shipped.size() > 15
        shipped.every { library ->
            def component = listed[library.fileName.toString()]
            assert component : "$library.fileName is not in the bill of materials"
            assert component.hashes.find { it.alg == 'SHA-256' }.content == sha256(library)
            assert component.licenses
            true
        }

        and: 'and Retake itself, and nothing of the tests'
        ['retake-core', 'retake-nlu', 'retake-engine', 'retake-dsl'].every { module -> listed.values().any { it.name == module } }
        listed.keySet().findAll { !it.startsWith('retake-') } == shipped*.fileName*.toString() as Set
    }

    def "every shipped jar with native code is pinned and has the pinned hash"() {
        given:
        def pinned = Distribution.getResourceAsStream('/io/retake/engine/ffmpeg/natives.sha256').readLines()
            .collectEntries { def (hash, name) = it.split(/ +/); [name, hash] }
        def natives = shipped.findAll { hasNativeCode(it) }

        expect:
        natives*.fileName*.toString().any { it.startsWith('ffmpeg-') }
        natives*.fileName*.toString().any { it.startsWith('jline-native-') }
        natives.every { library ->
            assert pinned[library.fileName.toString()] == sha256(library)
            true
        }
    }

    private static boolean hasNativeCode(Path jar) {
        new ZipFile(jar.toFile()).withCloseable { zip ->
            zip.entries().toList().any { entry ->
                !entry.directory && zip.getInputStream(entry).withCloseable { isNative(it.readNBytes(4)) }
            }
        }
    }

    /** ELF, Mach-O (one or many processors), Windows. A class file shares its mark with one of Mach-O's. */
    private static boolean isNative(byte[] head) {
        def mark = head.encodeHex().toString()
        mark == '7f454c46' || mark in ['cffaedfe', 'cefaedfe', 'feedface', 'feedfacf'] || mark.startsWith('4d5a')
    }

    def "Maven refuses a file whose checksum differs from its repository's, also when the launcher builds"() {
        expect: 'the file that Maven reads wherever it is started in this checkout'
        Files.readAllLines(ROOT.resolve('.mvn/maven.config')).contains('--strict-checksums')
        Files.readString(ROOT.resolve('retake')).contains('cd "$root" && mvn ')
    }

    def "the optional part is pinned too"() {
        given:
        def version = (Files.readString(ROOT.resolve('pom.xml')) =~ /<onnxruntime.version>(.*?)</)[0][1]

        expect:
        Distribution.getResourceAsStream('/io/retake/engine/ffmpeg/natives.sha256').getText('UTF-8') =~ /[0-9a-f]{64}  onnxruntime-$version\.jar/
        Files.readString(ROOT.resolve('neural/pom.xml')).contains('onnxruntime.sha256')
    }
}
