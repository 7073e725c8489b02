package io.retake.engine.agent

import spock.lang.Shared
import spock.lang.Specification

/**
 * Requests as people post them: opposites ("add some film grain"), deictics ("this part"), exceptions, negations. What
 * the agent can't do it must refuse; a request done as something else is the one thing that must not happen.
 */
class StrangersSpec extends Specification {
    private static final String REPORTED = '?'

    @Shared List<Request> requests = StrangersSpec.getResource('/sentences/strangers.tsv').readLines('UTF-8')
            .findAll { !it.startsWith('#') && !it.blank }
            .collect {
                def columns = it.split('\t', -1)
                assert columns.length == 4: it
                new Request(columns[0], columns[1], columns[2], columns[3].split(/ \|\| /).collect { one -> one.split(/ \| /).toList() })
            }

    static class Request {
        final String id
        final String language
        final String sentence
        final List<List<String>> allowed

        Request(String id, String language, String sentence, List<List<String>> allowed) {
            this.id = id
            this.language = language
            this.sentence = sentence
            this.allowed = allowed
        }

        String outcome(List<String> got) {
            def edits = got - REPORTED
            if (got in allowed) {
                return 'exact'
            }
            if (edits.empty) {
                return 'refused'
            }
            allowed.any { it.containsAll(edits) } ? 'partly' : 'wrong'
        }
    }

    def "no #language request is done as something else"() {
        given:
        def results = requests.findAll { it.language == language }.collect { [it, CorpusSpec.read(it.sentence)] }
        def outcomes = results.countBy { request, got -> request.outcome(got) }
        println "requests, $language: ${results.size()}, $outcomes"
        def wrong = results.findAll { request, got -> request.outcome(got) == 'wrong' }
        if (Boolean.getBoolean('retake.corpus.show')) {
            results.each { request, got ->
                if (request.outcome(got) != 'exact') {
                    println "  ${request.outcome(got)} ${request.id} ${request.sentence}\n     got $got"
                }
            }
        }

        expect:
        wrong.collect { request, got -> "${request.sentence} -> $got".toString() } == []
        outcomes['exact'] >= results.size() * exact

        where:
        language | exact
        'en'     | 0.9
        'zh'     | 0.9
    }
}
