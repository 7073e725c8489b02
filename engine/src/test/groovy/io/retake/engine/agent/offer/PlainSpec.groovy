package io.retake.engine.agent.offer

import static io.retake.engine.agent.Given.*
import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.core.edit.Edit
import io.retake.core.vocabulary.Sentences
import io.retake.core.vocabulary.Vocabulary
import io.retake.engine.agent.*
import io.retake.engine.edit.Applier
import spock.lang.Specification

class PlainSpec extends Specification {
    def "write"() {
        when:
        def json = new ObjectMapper()
        def rows = [en: [], zh: []]
        def lost = new File('/tmp/plain_lost.txt').newPrintWriter()
        def project = Given.project()
        def gain = { new ProjectSurroundings(project).gain(it) }
        def binding = new Binding(project, gain)
        def draft = { List<Edit> es -> es.inject(project) { p, e -> Applier.apply(p, e).project() }.draft() }
        ['en', 'zh', 'seen'].each { name ->
            CorpusSpec.getResource("/sentences/${name}.tsv").readLines('UTF-8').findAll { !it.startsWith('#') && !it.blank }.each {
                def c = it.split('\t', -1)
                def l = new CorpusSpec.Labelled(c[0], c[1], c[2], c[3].split(/ \| /).toList(), name == 'seen')
                if (l.heldOut || l.expected.contains('?')) { return }
                def w = l.expected.collect { Sentences.read(it).get() }
                def readings = Offers.read(l.sentence, Situations.of(project))
                def right = readings.find { r ->
                    def e = binding.edits(r.reading().requests()).flatMap { Ordering.of(it) }.orElse(null)
                    e != null && (e == w || Alike.are(e, w, l.sentence, gain) || (draft(e) != project.draft() && draft(e) == draft(w)))
                }
                if (!right) {
                    lost.println "${l.sentence}\n    want ${l.expected}\n    best ${readings ? readings[0].reading().requests() : ''} ${readings ? readings[0].probability() : ''}"
                } else {
                    if (!right.is(readings[0])) { lost.println "~ ${l.sentence}\n    want ${l.expected}\n    best ${readings ? readings[0].reading().requests() : ''} ${readings ? readings[0].probability() : ''}" }
                    rows[l.language] << "H\t${l.sentence}\t${json.writeValueAsString(right.reading().requests())}"
                }
            }
        }
        lost.close()
        rows.each { k, v -> new File("/tmp/plain_${k}.tsv").text = v.join('\n') + '\n' }
        then:
        true
    }
}
