package io.retake.core.vocabulary

import io.retake.core.edit.Ranges
import spock.lang.Specification

class ExampleSpec extends Specification {

    def "the example of #operation is an edit of it"() {
        expect:
        Vocabulary.of(operation.sample()) == operation

        where:
        operation << Vocabulary.operations()
    }

    def "an edit of what its line says: #name"() {
        when:
        def operation = Vocabulary.named(name).get()

        then:
        operation.sentence(operation.sample()) == sentence

        where:
        name        || sentence
        'trim'      || 'Trim from 0:02 to 0:12'
        'color'     || 'Adjust the color with brightness +10% with saturation -20%'
        'upscale'   || 'Upscale to 1080p'
        'syncAudio' || 'Sync the sound by +200 ms'
        'fps'       || 'Set the frame rate to 60 fps'
        'loudness'  || 'Set the loudness to -14 LUFS'
        'swap'      || 'Swap clip 1 with clip 3'
    }

    def "all that is known of #operation follows from its record"() {
        given:
        def derived = new Operation(operation.type())
        def sample = derived.sample()

        expect:
        derived.arguments() == operation.arguments()
        derived.arguments()*.name() == operation.type().recordComponents.collectMany { it.type == Ranges ? ['from', 'to', 'ranges', 'except'] : [it.name] }
        derived.read(derived.sentence(sample)) == Optional.of(sample)
        derived.bind(derived.json(sample)) == sample

        where:
        operation << Vocabulary.operations()
    }
}
