package io.retake.nlu

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification

/** Trains the ranker anew, which takes minutes: {@code mvn -pl nlu -am test -Dtest=TrainRankerSpec -Dretake.update=true}. */
@Requires({ Boolean.getBoolean('retake.update') })
class TrainRankerSpec extends Specification {

    def "the same requests give the same weights, and figures of each persona by the others"() {
        given:
        def weights = Path.of('src/main/resources/io/retake/nlu/weights.txt')
        System.setProperty('weights', weights.toString())
        System.setProperty('faults', Path.of('target/faults.txt').toString())

        when:
        TrainRanker.main(files() as String[])
        def once = Files.readString(weights)
        System.setProperty('cross', 'no')
        TrainRanker.main(files() as String[])

        then:
        Files.readString(weights) == once

        cleanup:
        ['weights', 'faults', 'cross'].each { System.clearProperty(it) }
    }

    private static List<String> files() {
        ['en', 'zh'].collectMany { language ->
            ([1, 2, 4, 5, 6, 7, 9, 10, 11, 13, 14, 15].collect { "$language$it" } + 'plain')
                    .collect { "src/test/resources/requests/$language/${it}.tsv".toString() }
        }
    }
}
