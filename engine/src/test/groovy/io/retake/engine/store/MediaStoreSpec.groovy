package io.retake.engine.store

import io.retake.engine.api.EngineException
import io.retake.engine.api.EngineFolder
import io.retake.engine.process.Folders
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Clock
import java.time.Instant
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class MediaStoreSpec extends Specification {
    static final HASH_OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

    @TempDir
    Path root

    @TempDir
    Path elsewhere

    @AutoCleanup
    EngineHome home

    MediaStore media

    def setup() {
        home = EngineHome.open(DataFolder.open(root), EngineFolder.own(), Instant.now())
        media = new MediaStore(home, Clock.systemUTC())
    }

    private Path incoming(String content) {
        def file = home.newTemporary().resolve('0.mp4')
        Files.write(file, content.bytes)
        file
    }

    private Path original(String name, String content, int ageInSeconds = 60) {
        def file = elsewhere.resolve(name)
        Files.write(file, content.bytes)
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(ageInSeconds)))
        file
    }

    def "the same bytes are kept once, by what they are"() {
        when:
        2.times {
            def file = incoming('abc')
            media.adopt(file, media.hash(file), 'mp4')
        }

        then:
        Files.readString(media.locate(HASH_OF_ABC)) == 'abc'
        media.locate(HASH_OF_ABC).fileName.toString() == 'content.mp4'
        Files.list(root.resolve('media')).count() == 1
    }

    def "an original is used where it lies, and nothing is copied"() {
        given:
        def file = original('film.mp4', 'abc')

        expect:
        media.reference(file) == HASH_OF_ABC
        media.locate(HASH_OF_ABC) == file
        Folders.size(root.resolve('media')) < 1000
        !Files.exists(root.resolve("media/$HASH_OF_ABC/content.mp4"))
    }

    def "a place that this process can't have is skipped, and stays for those who can"() {
        given:
        def ours = original('film.mp4', 'abc')
        def description = root.resolve("media/$HASH_OF_ABC/media.json")
        Files.createDirectories(description.parent)
        def foreign = ['{"path":"/home/an\\u0000other","size":3,"modified":"2026-01-01T00:00:00Z"}', '{"path":"/x","size":3,"modified":"some day"}', '{}']
        Files.writeString(description, '{"places":[' + foreign.join(',') + ']}')

        expect:
        media.reference(ours) == HASH_OF_ABC
        media.locate(HASH_OF_ABC) == ours
        foreign.every { Files.readString(description).contains(it) }
    }

    def "a place that can't be looked at is skipped"() {
        given:
        def ours = original('film.mp4', 'abc')
        def folder = Files.createDirectory(elsewhere.resolve('folder'))
        def other = Files.copy(ours, folder.resolve('film.mp4'))
        media.reference(ours)
        media.reference(other)
        Files.delete(other)
        Files.delete(folder)
        Files.writeString(folder, 'no folder any more')

        expect:
        media.locate(HASH_OF_ABC) == ours
    }

    def "an original that #what is not that medium any more"() {
        given:
        def file = original('film.mp4', 'abc')
        media.reference(file)
        change(file)

        when:
        media.locate(HASH_OF_ABC)

        then:
        def e = thrown(EngineException)
        e.message.contains(file.toString())
        e.message.contains('changed, moved or removed')

        where:
        what              | change
        'was removed'     | { Path it -> Files.delete(it) }
        'grew'            | { Path it -> Files.write(it, 'abcd'.bytes) }
        'was overwritten' | { Path it -> Files.write(it, 'abd'.bytes) }
    }

    def "with two originals one is enough; with a copy none is needed"() {
        given:
        def one = original('one.mp4', 'abc')
        def two = original('two.mp4', 'abc')
        media.reference(one)
        media.reference(two)
        Files.delete(two)

        expect:
        media.locate(HASH_OF_ABC) == one

        when:
        def sent = incoming('abc')
        media.adopt(sent, HASH_OF_ABC, 'mp4')
        Files.delete(one)

        then:
        Files.readString(media.locate(HASH_OF_ABC)) == 'abc'
    }

    def "a file is hashed once as long as it stays as it is"() {
        given: 'a file whose content changed with its stamp put back, which only a forger would do'
        def file = original('film.mp4', 'abc')
        def stamp = Files.getLastModifiedTime(file)
        media.reference(file)
        Files.write(file, 'abd'.bytes)
        Files.setLastModifiedTime(file, stamp)

        expect: 'the remembered hash shows that it was not read again'
        media.reference(file) == HASH_OF_ABC
    }

    def "a file that was written just now is read again each time"() {
        given:
        def file = original('film.mp4', 'abc', 0)
        def stamp = Files.getLastModifiedTime(file)
        media.reference(file)
        Files.write(file, 'abd'.bytes)
        Files.setLastModifiedTime(file, stamp)

        expect:
        media.reference(file) != HASH_OF_ABC
    }

    def "a medium that nobody uploaded is not there, and a hash is never a path"() {
        when:
        media.locate(hash)

        then:
        thrown(EngineException)

        where:
        hash << ['0' * 64, '../../etc', '', HASH_OF_ABC.toUpperCase(), HASH_OF_ABC + '/..']
    }

    def "two processes that bring the same medium at the same time both have it"() {
        given:
        def homes = (1..4).collect { EngineHome.open(DataFolder.open(root), EngineFolder.own(), Instant.now()) }

        when:
        def pool = Executors.newCachedThreadPool()
        def work = homes.collect { other ->
            pool.submit {
                def store = new MediaStore(other, Clock.systemUTC())
                10.times {
                    def file = other.newTemporary().resolve('0.mp4')
                    Files.write(file, 'abc'.bytes)
                    store.adopt(file, HASH_OF_ABC, 'mp4')
                    assert Files.readString(store.locate(HASH_OF_ABC)) == 'abc'
                }
            }
        }
        work*.get()

        then:
        Files.list(root.resolve('media')).count() == 1
        Files.readString(media.locate(HASH_OF_ABC)) == 'abc'

        cleanup:
        pool?.shutdown()
        homes*.close()
    }
}
