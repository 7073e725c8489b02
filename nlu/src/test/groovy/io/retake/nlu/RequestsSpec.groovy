package io.retake.nlu

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** The labelled requests of the personas that the bundles were made from. The others are measured, not tested. */
class RequestsSpec extends Specification {
    private static final ObjectMapper JSON = new ObjectMapper()

    def "of the #language requests the right reading is among those found, and the wrong ones are seldom sure"() {
        when:
        def rows = files(language).collectMany { Files.readAllLines(it) }.findAll { it.hashCode() % 5 == 0 }
        def figures = rows.collect { figure(it) }

        then: 'these shares may only rise'
        figures.count { it.found } / figures.size() >= found
        figures.count { it.sure && !it.right } / figures.size() <= wrong

        where:
        language || found | wrong
        'en'     || 0.62  | 0.03
        'zh'     || 0.62  | 0.03
    }

    private static List<Path> files(String language) {
        def folder = Path.of(RequestsSpec.getResource("/requests/$language").toURI())
        [1, 2, 4, 5, 6, 7, 9, 10, 11].collect { folder.resolve("$language${it}.tsv") }
    }

    private static Map figure(String row) {
        def (context, message, label) = row.split('\t')
        def situation = Contexts.ALL[context]
        def json = JSON.readTree(label)
        def wanted = json.array ? Labels.of(json, situation) : []
        def ranked = Parser.read(message, situation)
        def requests = ranked.collect { Labels.of(it.reading().requests(), situation) }
        def best = ranked ? ranked.first().probability() : 0
        [found: wanted == [] || wanted in requests,
         sure : best >= 0.95 && requests.first() != [],
         right: requests && requests.first() == wanted]
    }
}
