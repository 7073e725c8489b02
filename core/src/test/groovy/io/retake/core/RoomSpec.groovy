package io.retake.core

import java.nio.file.Path
import spock.lang.Specification

/** How much room is needed and how much there is, in words. */
class RoomSpec extends Specification {

    def "#bytes bytes are #needed when needed and #available when there"() {
        expect:
        Room.needed(bytes) == needed
        Room.available(bytes) == available

        where:
        bytes                    || needed      | available
        0                        || '0 bytes'   | '0 bytes'
        999                      || '999 bytes' | '999 bytes'
        1000                     || '1 KB'      | '1 KB'
        1001                     || '1.01 KB'   | '1 KB'
        999_400                  || '1 MB'      | '999 KB'
        1_000_000                || '1 MB'      | '1 MB'
        1_000_001                || '1.01 MB'   | '1 MB'
        1_048_576                || '1.05 MB'   | '1.04 MB'
        524_288_000              || '525 MB'    | '524 MB'
        20_000_000_000           || '20 GB'     | '20 GB'
        1_234_567_890_123        || '1.24 TB'   | '1.23 TB'
        Long.MAX_VALUE           || '9223373 TB' | '9223372 TB'
        -5                       || '0 bytes'   | '0 bytes'
    }

    def "a disk that is full is known by what the system says, however deep it is said"() {
        expect:
        Room.wasMissing(failure) == full

        where:
        failure                                                                         || full
        new IOException('No space left on device')                                      || true
        new java.nio.file.FileSystemException('/x', null, 'No space left on device')    || true
        new RuntimeException(new IOException('Disk quota exceeded'))                    || true
        new IOException('There is not enough space on the disk')                        || true
        new IOException('Broken pipe')                                                  || false
        new IOException()                                                               || false
    }

    def "returns the free space for a file whose folder exists"() {
        expect:
        Room.at(Path.of('.')).asLong > 0
        Room.at(Path.of('/nowhere/at/all')).empty
    }
}
