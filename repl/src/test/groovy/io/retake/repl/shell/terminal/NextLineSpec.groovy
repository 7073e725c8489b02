package io.retake.repl.shell.terminal

import spock.lang.Specification

class NextLineSpec extends Specification {
    def next = new NextLine()

    def "a prefilled text is taken once, and a later one replaces it"() {
        expect:
        next.takeText() == ''

        when:
        next.prefill('mute')
        next.prefill('export mp4')

        then:
        next.takeText() == 'export mp4'
        next.takeText() == ''
    }

    def "of the suggestion '#suggestion', after '#typed' the prompt shows: #rest"() {
        given:
        next.suggest('trim from: 1.s')
        next.suggest(suggestion)

        expect:
        next.suggestedRest(typed).orElse(null) == rest

        where:
        suggestion   | typed          || rest
        'export mp4' | ''             || 'export mp4'
        'export mp4' | 'export'       || ' mp4'
        'export mp4' | 'export mp4'   || null
        'export mp4' | 'export mp4, ' || null
        'export mp4' | 'Export'       || null
        'export mp4' | 'trim'         || null
        ''           | ''             || null
        ''           | 'trim'         || null
    }

    def "a suggestion stays until it is replaced, also when a line was taken"() {
        when:
        next.suggest('mute')
        next.prefill('x')
        next.takeText()

        then:
        next.suggestedRest('').get() == 'mute'
    }
}
