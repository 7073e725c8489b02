package io.retake.core.vocabulary

import spock.lang.Specification

class SuggestionSpec extends Specification {

    def "the nearest known word is meant, when it is near"() {
        expect:
        Suggestion.of(typed, ['trim', 'fade', 'title', 'upscale', 'mute', 'music']) == Optional.ofNullable(meant)

        where:
        typed      | meant
        'trmi'     | 'trim'
        'Upscael'  | 'upscale'
        'fadOut'   | 'fade'
        'fadeOut'  | 'fade'
        'tilte'    | 'title'
        'muet'     | 'mute'
        'xyz'      | null
        'strawberries' | null
    }
}
