package io.retake.engine.store

import io.retake.engine.api.EngineException
import io.retake.engine.api.EngineFolder
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.util.concurrent.CountDownLatch
import spock.lang.Specification
import spock.lang.TempDir

class EngineHomeSpec extends Specification {
    @TempDir
    Path root

    private EngineHome open(EngineFolder folder = EngineFolder.named('main')) {
        EngineHome.open(DataFolder.open(root), folder, Instant.parse('2026-11-20T12:00:00Z'))
    }

    def "a second engine on one folder is refused, with the holder's name"() {
        given:
        def first = open()

        when:
        open()

        then:
        def e = thrown(EngineException)
        e.message.contains("process ${ProcessHandle.current().pid()}")
        e.message.contains('2026-11-20T12:00:00Z')
        e.message.contains('engines/main')

        when: 'the first is done'
        first.close()
        open().close()

        then:
        noExceptionThrown()
    }

    def "own folders never meet, and leave nothing when nothing happened in them"() {
        given:
        def one = open(EngineFolder.own())
        def two = open(EngineFolder.own())

        expect:
        one.root() != two.root()

        when:
        one.close()
        two.close()

        then:
        Files.list(root.resolve('engines')).count() == 0
    }

    def "the unfinished files of a killed engine are removed"() {
        given:
        def first = open()
        first.close()
        def folder = root.resolve('engines/main')
        Files.createDirectories(folder.resolve('tmp/x'))
        Files.write(folder.resolve('tmp/x/half.mp4'), new byte[10])
        Files.write(folder.resolve('sessions/.new-1'), new byte[10])
        Files.createDirectories(folder.resolve('in-use'))
        Files.write(folder.resolve('in-use/y'), ['media/z'])

        when:
        def second = open()

        then:
        Files.list(folder.resolve('tmp')).count() == 0
        Files.list(folder.resolve('sessions')).count() == 0
        Files.list(folder.resolve('in-use')).count() == 0

        cleanup:
        second?.close()
    }

    def "only the owner of the account can look into the data folder"() {
        given:
        def there = root.resolve('new')
        DataFolder.open(there)

        expect:
        Files.getPosixFilePermissions(there)*.toString() as Set == ['OWNER_READ', 'OWNER_WRITE', 'OWNER_EXECUTE'] as Set
    }

    def "steps that exclude each other do, among threads too"() {
        given:
        def data = DataFolder.open(root)
        def inside = new java.util.concurrent.atomic.AtomicInteger()
        def most = new java.util.concurrent.atomic.AtomicInteger()
        def start = new CountDownLatch(1)

        when:
        def threads = (1..8).collect {
            Thread.start {
                start.await()
                20.times {
                    data.exclusively {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max)
                        Thread.yield()
                        inside.decrementAndGet()
                    }
                }
            }
        }
        start.countDown()
        threads*.join()

        then:
        most.get() == 1
    }
}
