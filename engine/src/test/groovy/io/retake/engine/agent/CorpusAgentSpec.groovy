package io.retake.engine.agent

import static io.retake.engine.agent.Given.*
import io.retake.engine.edit.Applier
import io.retake.core.vocabulary.Sentences
import io.retake.core.vocabulary.Vocabulary
import io.retake.engine.timeline.Dialogue
import spock.lang.Specification

class CorpusAgentSpec extends Specification {
    def "all"() {
        when:
        def out = new File('/tmp/corpusagent.tsv').newPrintWriter()
        def base = after(Given.project(), 'Adjust the color with contrast +1%', 'Adjust the color with contrast +2%', 'Adjust the color with contrast +3%')
        ['en', 'zh', 'seen'].each { name ->
            CorpusSpec.getResource("/sentences/${name}.tsv").readLines('UTF-8').findAll { !it.startsWith('#') && !it.blank }.each {
                def c = it.split('\t', -1)
                def expected = c[3].split(/ \| /).toList()
                def grammar = CorpusSpec.read(c[2])
                def answer = LocalAgent.answer(base, c[2])
                def got = answer.steps().findAll { it.done() }.collect { Sentences.write(Vocabulary.fromJson(it.args().deepCopy().put('op', it.operation()))) }
                if (answer.undone()) { got << '?' }
                def g = grammar.sort() == expected.sort()
                def a = got.toSet() == expected.toSet()
                out.println([g ? 'Gok' : 'Gbad', a ? 'Aok' : 'Abad', c[2], expected, grammar, got, answer.next().dialogue().offers().collect { Dialogue.text(it) }, answer.undone()*.why()].join('\t'))
            }
        }
        out.close()
        then:
        true
    }
}
