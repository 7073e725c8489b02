package io.retake.core

import java.nio.file.FileSystemException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.IgnoreIf
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Retake's own folders and the files in them are their owner's alone. */
@IgnoreIf({ os.windows })
class PrivateFilesSpec extends Specification {
    @TempDir
    Path root

    private static String mode(Path file) {
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
    }

    private static Path open(Path folder, String mode = 'rwxrwxrwx') {
        Files.createDirectories(folder)
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode))
    }

    def "creates missing folders as private, also parents; existing parents keep their permissions"() {
        given:
        def home = open(root.resolve('home'), 'rwxr-xr-x')
        def top = home.resolve('.local/share/retake')

        when:
        def made = PrivateFiles.folder(top, top.resolve('engines/serve'))

        then:
        made == top.resolve('engines/serve')
        [made, made.parent, top, top.parent].every { mode(it) == 'rwx------' }
        mode(home) == 'rwxr-xr-x'
    }

    def "folders that others can look into are tightened from the top down to the one that is wanted"() {
        given:
        def top = open(root.resolve('retake'))
        def inner = open(top.resolve('media'))
        def beside = open(top.resolve('engines'))

        when:
        PrivateFiles.folder(top, inner.resolve('new'))

        then:
        [top, inner, inner.resolve('new')].every { mode(it) == 'rwx------' }
        mode(beside) == 'rwxrwxrwx' // nobody gets there any more
    }

    def "a folder that a user named and that holds other things keeps its rights; what is made in it is private"() {
        given:
        def named = open(root.resolve('srv'), 'rwxrwxr-x')
        Files.writeString(named.resolve('holiday.mp4'), 'mine')

        when:
        PrivateFiles.folder(named, named.resolve('media'))

        then:
        mode(named) == 'rwxrwxr-x'
        mode(named.resolve('media')) == 'rwx------'

        when: 'nothing but what Retake keeps is left'
        Files.delete(named.resolve('holiday.mp4'))
        PrivateFiles.folder(named)

        then:
        mode(named) == 'rwx------'
    }

    def "a link is followed to where it leads, and nothing there gets other rights"() {
        given:
        def elsewhere = open(root.resolve('big disk'), 'rwxr-x--x')
        def top = root.resolve('retake')
        Files.createSymbolicLink(top, elsewhere)
        def media = open(root.resolve('media'), 'rwxr-xr-x')
        Files.createSymbolicLink(elsewhere.resolve('media'), media)

        when:
        PrivateFiles.folder(top, top.resolve('media/abc'))

        then:
        mode(elsewhere) == 'rwxr-x--x'
        mode(media) == 'rwxr-xr-x'
        mode(media.resolve('abc')) == 'rwx------'
    }

    def "reports a path that is not a folder: #what"() {
        given:
        def top = root.resolve('retake')
        make(top)

        when:
        PrivateFiles.folder(top, top.resolve('media'))

        then:
        thrown(IOException)

        where:
        what             | make
        'a file'         | { Path it -> Files.writeString(it, 'x') }
        'a broken link'  | { Path it -> Files.createSymbolicLink(it, it.resolveSibling('nowhere')) }
        'a link to itself' | { Path it -> Files.createSymbolicLink(it, it) }
    }

    @Requires({ System.getProperty('user.name') == 'root' })
    def "another user's folder is refused by name: #what"() {
        given:
        def top = root.resolve('retake')
        def folder = open(top.resolve('media'), 'rwx------')
        def target = what == 'the top' ? top : what == 'an inner one' ? folder : root.resolve('theirs')
        if (what.startsWith('a link')) {
            open(target)
            Files.delete(folder)
            Files.createSymbolicLink(folder, target)
        }
        Files.setAttribute(what == 'a link of theirs' ? folder : target, 'unix:uid', 12345, java.nio.file.LinkOption.NOFOLLOW_LINKS)

        when:
        PrivateFiles.folder(top, folder)

        then:
        def e = thrown(FileSystemException)
        e.message.contains('belongs to another user (12345)')

        where:
        what << ['the top', 'an inner one', 'a link to theirs', 'a link of theirs']
    }

    def "a file is its owner's alone from its first byte, however it is made"() {
        given:
        def file = root.resolve('f')

        when:
        make(file)

        then:
        mode(file) == 'rw-------'

        where:
        make << [
            { Path it -> PrivateFiles.write(it, 'x'.bytes) },
            { Path it -> AtomicFiles.write(it, 'x'.bytes) },
            { Path it -> AtomicFiles.writeCache(it, 'x'.bytes) },
            { Path it -> AtomicFiles.writeNew(it, 'x'.bytes) },
            { Path it -> PrivateFiles.copy(new ByteArrayInputStream('x'.bytes), it) },
            { Path it -> PrivateFiles.create(it) },
            { Path it -> PrivateFiles.newOutputStream(it).close() },
            { Path it -> PrivateFiles.open(it, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close() },
            { Path it -> Files.writeString(it, 'x'); PrivateFiles.restrict(it) }]
    }

    def "only what is in the folder can be made under it"() {
        when:
        PrivateFiles.folder(root.resolve('a'), root.resolve('a/../b'))

        then:
        thrown(IllegalArgumentException)
        !Files.exists(root.resolve('b'))
    }
}
