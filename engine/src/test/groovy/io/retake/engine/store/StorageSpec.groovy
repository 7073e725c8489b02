package io.retake.engine.store

import io.retake.engine.api.EngineException
import io.retake.engine.api.EngineFolder
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Clock
import java.time.Instant
import java.util.function.Supplier
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class StorageSpec extends Specification {
    static final KB = 1024

    @TempDir
    Path root

    DataFolder data

    @AutoCleanup
    EngineHome home

    def setup() {
        data = DataFolder.open(root)
        home = EngineHome.open(data, EngineFolder.own(), Instant.now())
    }

    private Storage storage(long limit) {
        new Storage(home, limit, Clock.systemUTC())
    }

    private Path medium(String name, int kilobytes, int hoursAgo) {
        def folder = Files.createDirectories(data.media().resolve(name))
        Files.write(folder.resolve('content.mp4'), new byte[kilobytes * KB])
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minusSeconds(hoursAgo * 3600)))
        folder
    }

    def "the items unused longest go first, and only as many as needed"() {
        given:
        def old = medium('old', 40, 3)
        def middle = medium('middle', 40, 2)
        def young = medium('young', 40, 1)

        when:
        storage(100 * KB).makeRoom(0)

        then:
        !Files.exists(old)
        Files.exists(middle)
        Files.exists(young)
        Files.list(data.trash()).count() == 0
    }

    def "using something makes it young again"() {
        given:
        def old = medium('old', 40, 3)
        def middle = medium('middle', 40, 2)
        medium('young', 40, 1)
        def storage = storage(100 * KB)
        storage.hold([old]).get().close()

        when:
        storage.makeRoom(0)

        then:
        Files.exists(old)
        !Files.exists(middle)
    }

    def "held items stay, and when all are held there is no room"() {
        given:
        def old = medium('old', 40, 3)
        def young = medium('young', 40, 1)
        def storage = storage(100 * KB)
        def hold = storage.hold([old, young]).get()

        when:
        storage.makeRoom(60 * KB)

        then:
        def e = thrown(EngineException)
        e.message.contains('in use')
        Files.exists(old)
        Files.exists(young)

        when:
        hold.close()
        storage.makeRoom(60 * KB)

        then:
        !Files.exists(old)
    }

    def "a disk that is fuller than the limit allows is reported as such, and room is made first where that helps"() {
        given:
        def old = medium('old', 40, 3)
        def young = medium('young', 40, 1)
        def storage = new Storage(home, 1 << 30, Clock.systemUTC(), { OptionalLong.of(10 * KB) } as Supplier)

        when: 'not even all of it would be enough'
        storage.makeRoom(100 * KB)

        then: 'nothing goes for nothing'
        def e = thrown(StorageFull)
        e.message.contains('103 KB are needed on the disk')
        e.message.contains('92.1 KB can be had')
        Files.exists(old)
        Files.exists(young)

        when:
        storage.makeRoom(45 * KB)

        then:
        !Files.exists(old)
        Files.exists(young)

        when: 'a length that nobody has'
        storage.makeRoom(Long.MAX_VALUE)

        then:
        thrown(StorageFull)
        Files.exists(young)
    }

    def "where the disk doesn't tell, the limit alone counts"() {
        when:
        new Storage(home, 100 * KB, Clock.systemUTC(), { OptionalLong.empty() } as Supplier).makeRoom(90 * KB)

        then:
        noExceptionThrown()
    }

    def "a missing item can't be held"() {
        expect:
        storage(100 * KB).hold([data.media().resolve('gone')]).isEmpty()
    }

    def "another engine's hold counts as long as that engine lives"() {
        given:
        def old = medium('old', 40, 3)
        medium('young', 40, 1)
        def other = EngineHome.open(data, EngineFolder.own(), Instant.now())
        new Storage(other, 1, Clock.systemUTC()).hold([old])

        when:
        storage(60 * KB).makeRoom(0)

        then: 'the other one had to go'
        Files.exists(old)
        !Files.exists(data.media().resolve('young'))

        when: 'a mark of an engine that was killed'
        def dead = Files.createDirectories(data.engines().resolve('own-1-dead/in-use'))
        Files.write(dead.resolve('x'), ['media/old'])
        Files.write(dead.resolveSibling('lock'), new byte[0])
        other.close()
        storage(20 * KB).makeRoom(0)

        then:
        !Files.exists(old)
    }

    def "folders of engines that are gone go; named ones and living ones stay"() {
        given:
        def gone = Files.createDirectories(data.engines().resolve('own-1-x'))
        Files.write(gone.resolve('big'), new byte[100 * KB])
        def named = Files.createDirectories(data.engines().resolve('served'))
        Files.write(named.resolve('small'), new byte[10 * KB])

        when:
        storage(50 * KB).makeRoom(0)

        then:
        !Files.exists(gone)
        Files.exists(named)
        Files.exists(home.root())
    }

    def "a killed engine's temporary files are removed; a live one's are not"() {
        given:
        def dead = Files.createDirectories(data.engines().resolve('own-1-x/tmp/render'))
        Files.write(dead.resolve('half.mp4'), new byte[KB])
        def alive = home.newTemporary()
        Files.write(alive.resolve('half.mp4'), new byte[KB])
        Files.createDirectories(data.trash().resolve('old'))

        when:
        storage(1 << 30).makeRoom(0)

        then:
        !Files.exists(dead)
        Files.exists(alive)
        Files.list(data.trash()).count() == 0
    }

    def "no more than 100 folders of engines that are gone are kept"() {
        given:
        120.times {
            def folder = Files.createDirectories(data.engines().resolve("own-1-${it}"))
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minusSeconds(10_000 - it)))
        }

        when:
        storage(1 << 30).makeRoom(0)

        then:
        Files.list(data.engines()).count() == 100
        !Files.exists(data.engines().resolve('own-1-0'))
        Files.exists(data.engines().resolve('own-1-119'))
    }

    def "the report says where it is and how large"() {
        given:
        medium('a', 40, 1)

        when:
        def report = Storage.report(root, 1000 * KB)

        then:
        report.folder() == root
        report.limit() == 1000 * KB
        report.parts().find { it.name() == 'media' }.bytes() == 40 * KB
        report.parts().find { it.name() == 'media' }.items() == 1
        report.used() >= 40 * KB

        and: 'of a folder that is not there, nothing'
        Storage.report(root.resolve('nowhere'), 1).used() == 0
    }
}
