package io.retake.core

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Specification
import spock.lang.TempDir

class AtomicFilesSpec extends Specification {
    @TempDir
    Path root

    def "a file is replaced as a whole, and nothing is left beside it, also when that fails: #how"() {
        given:
        def file = root.resolve('f')

        when:
        write(file, 'one')
        write(file, 'two')

        then:
        Files.readString(file) == 'two'
        names() == ['f']

        when: 'a folder with something in it has the name'
        Files.createDirectories(root.resolve('folder/full'))
        write(root.resolve('folder'), 'x')

        then:
        thrown(IOException)
        names() == ['f', 'folder']

        where:
        how      | write
        'lasting' | { Path to, String text -> AtomicFiles.write(to, text.bytes) }
        'cache'   | { Path to, String text -> AtomicFiles.writeCache(to, text.bytes) }
        'shared'  | { Path to, String text -> AtomicFiles.writeShared(to, text.bytes) }
    }

    def "a shared file has the rights of any new file"() {
        given:
        def usual = Files.writeString(root.resolve('usual'), 'x')

        when:
        AtomicFiles.writeShared(root.resolve('shared'), 'x'.bytes)

        then:
        Files.getPosixFilePermissions(root.resolve('shared')) == Files.getPosixFilePermissions(usual)
    }

    def "of several concurrent writers of a new file one wins, and no reader sees half of it"() {
        given:
        def file = root.resolve('id')
        def threads = Executors.newFixedThreadPool(8)

        when:
        def read = threads.invokeAll((1..40).collect { n ->
            { AtomicFiles.writeNew(file, ("$n " * 2000).bytes); Files.readString(file) } as Callable<String>
        })*.get()

        then:
        read.toSet().size() == 1
        read[0].length() >= 4000
        names() == ['id']

        cleanup:
        threads.shutdown()
    }

    def "nothing is moved over a file that is there"() {
        given:
        def fresh = Files.writeString(root.resolve('fresh'), 'new')
        def film = Files.writeString(root.resolve('film'), 'old')

        expect:
        !AtomicFiles.moveUnlessThere(fresh, film)
        Files.readString(film) == 'old'
        AtomicFiles.moveUnlessThere(fresh, root.resolve('film 2'))
        Files.readString(root.resolve('film 2')) == 'new'
    }

    def "a lock is waited for, and not for ever"() {
        given:
        def file = root.resolve('lock')
        def held = ProcessLock.tryAcquire(file).get()

        expect:
        ProcessLock.await(file, Duration.ofMillis(30)).empty

        when:
        def waiting = Thread.startDaemon { ProcessLock.await(file, Duration.ofMinutes(1)).get().close() }
        held.close()
        waiting.join(60_000)

        then:
        !waiting.alive
        !ProcessLock.isHeld(file)
    }

    def "a thread that is interrupted stops waiting, and stays interrupted"() {
        given:
        def held = ProcessLock.tryAcquire(root.resolve('lock')).get()
        Thread.currentThread().interrupt()

        when:
        ProcessLock.await(root.resolve('lock'), Duration.ofMinutes(1))

        then:
        thrown(InterruptedIOException)
        Thread.interrupted()

        cleanup:
        held.close()
    }

    private List<String> names() {
        Files.list(root).withCloseable { it.toList() }*.fileName*.toString().sort()
    }
}
