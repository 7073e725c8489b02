package io.retake.nlu.frame

import io.retake.nlu.situation.Situation
import spock.lang.Specification

/** A beam keeps the 30 cheapest stories: of equals the earlier one. */
class BeamSpec extends Specification {
    private final Beam beam = new Beam()

    def "stories come out cheapest first, of equals the one that came first"() {
        given:
        def random = new Random(seed)
        def stories = (0..<count).collect { story(random.nextInt(20) / 10d) }

        when:
        stories.each { beam.add(it) }
        def kept = stories.toSorted { it.cost() }.take(30)

        then:
        beam.stories().size() == kept.size()
        (0..<kept.size()).every { beam.stories()[it].is(kept[it]) }

        where:
        count | seed
        0     | 1
        1     | 1
        30    | 2
        31    | 3
        200   | 4
    }

    def "nothing is beyond a beam with room, and only what costs more than all of a full one"() {
        when:
        29.times { beam.add(story(1)) }

        then:
        !beam.isBeyond(100)

        when:
        beam.add(story(2))

        then:
        !beam.isBeyond(2)
        beam.isBeyond(2.1)
    }

    private static Story story(double cost) {
        Story.beginning(Situation.EMPTY, []).costing(cost)
    }
}
