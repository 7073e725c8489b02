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

    def "a word counts as many errors as it takes to type it again: #typed, #meant"() {
        expect:
        Suggestion.distance(typed, meant) == errors
        Suggestion.distance(meant, typed) == errors

        where:
        typed   | meant    || errors
        ''      | ''       || 0
        ''      | 'cut'    || 3
        'cut'   | 'cut'    || 0
        'xcut'  | 'cut'    || 1
        'cutx'  | 'cut'    || 1
        'ct'    | 'cut'    || 1
        'cat'   | 'cut'    || 1
        'uct'   | 'cut'    || 1
        'tuc'   | 'cut'    || 2
        'ab'    | 'xyba'   || 3
        'trim'  | 'music'  || 4
    }

    def "a long word may have three errors, a short one a single one"() {
        expect:
        Suggestion.of(typed, [known]) == Optional.ofNullable(meant)

        where:
        typed          | known          || meant
        'xt'           | 'at'           || 'at'
        'xy'           | 'at'           || null
        'stabilxxx'    | 'stabilize'    || 'stabilize'
        'stabixxxx'    | 'stabilize'    || null
        'smoothjumpxxxx' | 'smoothJumpCuts' || null
    }

    def "of words that are as near, the first of the alphabet; of beginnings, the longest"() {
        expect:
        Suggestion.of(typed, known) == Optional.ofNullable(meant)

        where:
        typed          | known                         || meant
        'xat'          | ['rat', 'bat', 'cat']         || 'bat'
        'at'           | ['xat', 'xyat', 'at']         || 'at'
        'fadeAudioxxxxxx' | ['fade', 'fadeAudio']      || 'fadeAudio'
        'cropsxxxx'    | ['crop', 'trop']              || 'crop'
        'cutxxxx'      | ['cut']                       || null
        'FADEsoftly'   | ['Fade']                      || 'Fade'
    }
}
