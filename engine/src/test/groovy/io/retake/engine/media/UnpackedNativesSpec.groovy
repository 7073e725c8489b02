package io.retake.engine.media

import io.retake.core.Places
import io.retake.engine.ffmpeg.ContentHash
import io.retake.engine.ffmpeg.FFmpeg
import io.retake.engine.ffmpeg.Locator
import io.retake.engine.ffmpeg.PinnedNatives
import io.retake.engine.ffmpeg.UnpackedFolder
import io.retake.engine.process.Platform
import java.nio.file.Files
import java.nio.file.LinkOption
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.nio.file.attribute.FileTime
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.IgnoreIf
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Programs and libraries that were unpacked are run only as they were unpacked. */
@IgnoreIf({ os.windows })
class UnpackedNativesSpec extends Specification {
    private static final Map<String, byte[]> CONTENT = [tool: 'a program'.bytes, 'libx.so.1': 'a library'.bytes]

    @TempDir
    Path root
    int unpacked = 0

    private Path top() { root.resolve('cache/retake') }

    private UnpackedFolder folder() { new UnpackedFolder(top(), top().resolve('ffmpeg/1.0')) }

    private Path unpack() {
        folder().unpack({
            unpacked++
            CONTENT.collectEntries { name, bytes -> [name, { -> new ByteArrayInputStream(bytes) } as UnpackedFolder.ContentSource] }
        } as UnpackedFolder.FileSource)
    }

    private static String mode(Path file) { PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) }

    def "unpacked files are private to their owner, and not unpacked again"() {
        when:
        def there = unpack()
        unpack()

        then:
        unpacked == 1
        CONTENT.every { name, bytes -> Files.readAllBytes(there.resolve(name)) == bytes }
        [there, there.parent, top()].every { mode(it) == 'rwx------' }
        CONTENT.keySet().every { mode(there.resolve(it)) == 'rwx------' }
    }

    def "a file changed after unpacking is never run: #what"() {
        given:
        def there = unpack()
        def file = there.resolve('libx.so.1')
        def time = Files.getLastModifiedTime(file)

        when:
        change(file, time)
        unpack()

        then:
        unpacked == 2
        Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        Files.readString(file) == 'a library'
        Files.list(there).withCloseable { it.toList() }*.fileName*.toString().toSet() == (CONTENT.keySet() + 'complete.txt') as Set

        where:
        what                                       | change
        'other bytes of the same length and time'  | { Path it, FileTime was -> Files.writeString(it, 'A LIBRARY'); Files.setLastModifiedTime(it, was) }
        'more bytes'                               | { Path it, FileTime was -> Files.writeString(it, 'x', StandardOpenOption.APPEND) }
        'no bytes'                                 | { Path it, FileTime was -> Files.write(it, new byte[0]) }
        'another file in its place'                | { Path it, FileTime was -> Files.delete(it); Files.writeString(it, 'B library'); Files.setLastModifiedTime(it, was) }
        'a link in its place'                      | { Path it, FileTime was -> def same = Files.writeString(it.resolveSibling('../same'), 'a library'); Files.delete(it); Files.createSymbolicLink(it, same) }
        'gone'                                     | { Path it, FileTime was -> Files.delete(it) }
        'a library beside it that does not belong' | { Path it, FileTime was -> Files.writeString(it.resolveSibling('libm.so.6'), 'x') }
        'no stamp'                                 | { Path it, FileTime was -> Files.delete(it.resolveSibling('complete.txt')) }
        'the stamp of an older version'            | { Path it, FileTime was -> Files.writeString(it.resolveSibling('complete.txt'), '9 tool\n9 libx.so.1') }
        'a stamp cut off'                          | { Path it, FileTime was -> def s = it.resolveSibling('complete.txt'); Files.writeString(s, Files.readString(s)[0..70]) }
    }

    def "a folder that was moved, or restored from a backup, is hashed once and used"() {
        given:
        def there = unpack()
        def file = there.resolve('tool')
        def copy = Files.copy(file, root.resolve('copy'))
        Files.delete(file)
        Files.copy(copy, file)

        when:
        unpack()
        def stamped = Files.getLastModifiedTime(there.resolve('complete.txt'))
        unpack()

        then:
        unpacked == 1
        Files.getLastModifiedTime(there.resolve('complete.txt')) == stamped
    }

    def "a folder that others could write to is tightened, and what they changed is not run"() {
        given:
        def there = unpack()
        [top(), there.parent, there].each { Files.setPosixFilePermissions(it, PosixFilePermissions.fromString('rwxrwxrwx')) }
        Files.writeString(there.resolve('tool'), 'A PROGRAM')

        when:
        unpack()

        then:
        unpacked == 2
        Files.readString(there.resolve('tool')) == 'a program'
        [there, there.parent, top()].every { mode(it) == 'rwx------' }
    }

    @Requires({ System.getProperty('user.name') == 'root' })
    def "another user's cache is not used"() {
        given:
        Files.createDirectories(top().resolve('ffmpeg'))
        Files.setAttribute(top().resolve('ffmpeg'), 'unix:uid', 12345)

        when:
        unpack()

        then:
        def e = thrown(IOException)
        e.message.contains('belongs to another user')
        unpacked == 0
    }

    def "the FFmpeg in use is looked at again by each engine, also when it was changed to the same length"() {
        given:
        def found = locate()
        def program = found.ffmpeg()
        def right = ContentHash.of(program)
        def time = Files.getLastModifiedTime(program)
        byte[] bytes = Files.readAllBytes(program)
        bytes[bytes.length.intdiv(2)]++
        Files.write(program, bytes)
        Files.setLastModifiedTime(program, time)

        expect:
        ContentHash.of(locate().ffmpeg()) == right
    }

    private FFmpeg locate() {
        def all = [HOME: root.resolve('home').toString()]
        new Locator(Platform.current(), all, Places.of(all, root.resolve('home')).cache(), getClass().classLoader).locate()
    }

    def "a jar with a pinned name and other bytes is refused before anything is unpacked"() {
        given:
        def jar = Files.writeString(root.resolve('ffmpeg-1.jar'), 'bytes')
        def right = ContentHash.of(jar)

        when:
        PinnedNatives.check(jar, ['ffmpeg-1.jar': right, 'other.jar': 'x'])
        PinnedNatives.check(root.resolve('unknown.jar'), ['ffmpeg-1.jar': right])

        then:
        noExceptionThrown()

        when:
        Files.writeString(jar, 'BYTES')
        PinnedNatives.check(jar, ['ffmpeg-1.jar': right])

        then:
        def e = thrown(IOException)
        e.message.contains('is not the file that Retake was built with')
        e.message.contains(right)
    }

    def "every platform's FFmpeg is pinned"() {
        expect:
        def list = PinnedNatives.list()
        ['linux-x86_64', 'linux-arm64', 'macosx-x86_64', 'macosx-arm64', 'windows-x86_64'].every { platform ->
            list.any { name, hash -> name ==~ /ffmpeg-[\d.-]+-$platform-gpl\.jar/ && hash ==~ /[0-9a-f]{64}/ }
        }
    }
}
