package io.retake.core.protocol

import static io.retake.core.protocol.AgentEvent.Span.*

import spock.lang.Specification

class SpokenTextSpec extends Specification {
    List<String> said = []
    def spoken = new SpokenText({ GuiTranslation translation -> said << translation.text() })

    String say(List... texts) {
        texts.each { spoken.add(new AgentEvent.Text(it[1], it[0])) }
        spoken.finish()
        said.join('')
    }

    def "#what"() {
        expect:
        say(*texts) == heard

        where:
        what                                         | texts                                                                  || heard
        'a running text has no seams'                | [[NEXT, 'I tri'], [NEXT, 'mmed it to 1'], [NEXT, '.5 s.']]             || 'I trimmed it to 1.5 s.'
        'sentences sent apart get their space'       | [[NEXT, 'Done.'], [NEXT, 'It is 10 s long.']]                          || 'Done.\nIt is 10 s long.'
        'tokens with a space keep it'                | [[NEXT, 'Done.'], [NEXT, ' It is']]                                    || 'Done. It is'
        'a number is not cut'                        | [[NEXT, 'Speed 1.'], [NEXT, '5']]                                      || 'Speed 1.5'
        'the whole is not said twice'                | [[PIECE, 'Hel'], [PIECE, 'lo.'], [WHOLE, 'Hello.']]                     || 'Hello.'
        'what the pieces missed is said'             | [[PIECE, 'Hel'], [WHOLE, 'Hello.']]                                     || 'Hello.'
        'wholes are paragraphs'                      | [[WHOLE, 'One.'], [WHOLE, 'Two.']]                                      || 'One.\nTwo.'
        'a whole in two parts'                       | [[PIECE, 'One. '], [PIECE, 'Two.'], [WHOLE, 'One. '], [WHOLE, 'Two.']]  || 'One. Two.'
        'a whole that differs in space only'         | [[PIECE, 'One.  Two.'], [WHOLE, 'One. Two.\n']]                         || 'One.  Two.'
        'another whole is said'                      | [[PIECE, 'One.'], [WHOLE, 'One.'], [PIECE, 'Tw'], [WHOLE, 'Two.']]       || 'One.\nTwo.'
        'controls are cleaned'                       | [[NEXT, 'a\u001b[31mb\u0007.']]                                         || 'ab.'
        'a closing excuse is dropped'                | [[NEXT, 'The title is in. '], [NEXT, 'I encountered a temporary issue. Please try again.']] || 'The title is in. '
        'also when it comes in pieces'               | [[NEXT, 'Done. I enc'], [NEXT, 'ountered a temporary'], [NEXT, ' issue']] || 'Done. '
        'also in other words'                        | [[NEXT, "Done.\nI'm sorry, but I've encountered a temporary issue. Try again later."]] || 'Done.\n'
        'also in Chinese'                            | [[NEXT, '已添加标题。我遇到了一个临时问题，请稍后再试。']]                                  || '已添加标题。'
        'an excuse in the middle is not closing'     | [[NEXT, 'Done. I encountered a temporary issue. But the title is in.']]  || 'Done. I encountered a temporary issue. But the title is in.'
        'an excuse alone is all there is'            | [[NEXT, 'I encountered a temporary issue. Please try again.']]           || 'I encountered a temporary issue. Please try again.'
    }

    def "sentences are handed on as soon as they are whole"() {
        when:
        spoken.add(new AgentEvent.Text('One. Two', NEXT))

        then:
        said == ['One. ']

        when:
        spoken.add(new AgentEvent.Text('. Thr', NEXT))

        then:
        said == ['One. ', 'Two. ']
    }
}
