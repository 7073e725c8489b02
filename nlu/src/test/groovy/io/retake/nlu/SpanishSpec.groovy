package io.retake.nlu

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.nlu.grammar.Languages
import io.retake.nlu.text.Words
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/**
 * A third language is a bundle: Spanish. Only its readings are specified. The ranker has learned nothing of Spanish, so
 * that its readings have no probabilities, and nothing is offered or done because of them.
 */
class SpanishSpec extends Specification {
    private static final ObjectMapper JSON = new ObjectMapper()
    /** The cost above which a reading leaves out what was asked for; the engine has the same limit. */
    private static final double COMPLETE = 1.5
    /** The requests of which no reading is the right one; at most a tenth. */
    private static final List<String> UNREAD = ['reduce el ruido de la imagen y del sonido']

    def "the right reading is among those of '#message'"() {
        given:
        def situation = Contexts.ALL[context]
        def wanted = Labels.of(JSON.readTree(label), situation)
        def readings = Parser.readings(message, situation).collect { Labels.of(it.requests(), situation) }

        expect:
        (wanted in readings) == !(message in UNREAD)

        where:
        [context, message, label] << asking()
    }

    def "at most a tenth of the requests is not read"() {
        expect:
        UNREAD.size() <= asking().size() / 10
        asking()*.get(1).containsAll(UNREAD)
    }

    def "'#message' isn't read as #wrong"() {
        given:
        def words = Words.of(message, Contexts.ALL[context].files())
        def complete = Parser.readings(message, Contexts.ALL[context]).findAll { it.worst() <= COMPLETE }

        expect: 'in Spanish'
        Languages.ALL.name(words) == 'es'
        !complete.any { it.requests().any { it.path('op').asText() == wrong } }

        where:
        context | message                                  || wrong
        'A'     | 'no estabilices el vídeo'                || 'stabilize'
        'A'     | 'no hace falta que lo estabilices'       || 'stabilize'
        'A'     | 'evita estabilizar el vídeo'             || 'stabilize'
        'A'     | 'que tiemble más'                        || 'stabilize'
        'A'     | 'quita la estabilización'                || 'stabilize'
        'A'     | 'no quites el ruido de fondo'            || 'denoiseAudio'
        'A'     | 'añade ruido de fondo'                   || 'denoiseAudio'
        'A'     | 'añade grano'                            || 'denoise'
        'A'     | 'no cortes las pausas'                   || 'cutSilence'
        'A'     | 'evita cortar los silencios'             || 'cutSilence'
        'B'     | 'sin música'                             || 'music'
        'B'     | 'no quites la música'                    || 'remove'
        'B'     | 'nunca borres el título'                 || 'remove'
        'B'     | 'deja el título como está'               || 'remove'
        'B'     | 'no silencies el clip 2'                 || 'mute'
        'A'     | 'no lo pongas en blanco y negro'         || 'grayscale'
        'A'     | 'cancela el blanco y negro'              || 'grayscale'
        'A'     | 'no aceleres el vídeo'                   || 'speed'
        'A'     | 'más rápido no'                          || 'speed'
        'A'     | 'no exportes todavía'                    || 'export'
        'A'     | 'no le subas el volumen'                 || 'volume'
        'A'     | 'no desactives el sonido'                || 'mute'
        'A'     | 'no quiero que quites los silencios'     || 'cutSilence'
    }

    def "'#message' isn't read as something for the whole film"() {
        expect:
        Parser.readings(message, Contexts.ALL['B']).findAll { it.worst() <= COMPLETE }.every { it.requests().isEmpty() }

        where:
        message << ['silencia la siguiente toma', 'acelera esta parte', 'solo el clip nuevo en blanco y negro']
    }

    def "'#less' and '#more' go in different directions"() {
        expect:
        first(less).path(argument).asText() == '-some'
        first(more).path(argument).asText() == '+some'

        where:
        less                   | more                  || argument
        'menos volumen'        | 'más volumen'         || 'level'
        'más lento'            | 'más rápido'          || 'factor'
        'baja el brillo'       | 'sube el brillo'      || 'brightness'
        'reduzca el contraste' | 'aumente el contraste' || 'contrast'
        'desatura la imagen'   | 'más saturación'      || 'saturation'
        'más frío'             | 'más cálido'          || 'temperature'
    }

    def "requests in #language are read in it"() {
        given:
        def rows = (1..12).collectMany { rows("$language/$language$it") }

        expect:
        rows.findAll { Languages.ALL.name(Words.of(it[1], Contexts.ALL[it[0]].files())) == 'es' } == []

        where:
        language << ['en', 'zh']
    }

    def "'#message' is in #language"() {
        expect:
        Languages.ALL.name(Words.of(message, ['el camino.mp4'])) == language

        where:
        message                                || language
        'quita los primeros segundos'          || 'es'
        'silencia'                             || 'es'
        'súbelo a 4k'                          || 'es'
        'add the title "la casa de los abuelos"' || 'en'
        'cut the first 3 s of el camino.mp4'   || 'en'
        'add los angeles as a title'           || 'en'
        'del clip 2'                           || 'en'
        'no'                                   || 'en'
        '2'                                    || 'en'
        'título 静音'                          || 'zh'
    }

    def "what '#message' asks for has no probability: the ranker doesn't know Spanish"() {
        given:
        def asked = Parser.readings(message, Contexts.ALL['B']).first().requests()

        expect:
        !asked.isEmpty()
        !Parser.read(message, Contexts.ALL['B']).any { it.reading().requests() == asked }

        where:
        message << ['quita la música', 'silencia el clip 2', 'blanco y negro', 'borra el último clip', 'baja la música al 20 %']
    }

    private static first(String message) {
        Parser.readings(message, Contexts.ALL['A']).first().requests().first()
    }

    private static List<List<String>> asking() {
        rows('es/es1').findAll { it[2].startsWith('[') }
    }

    private static List<List<String>> rows(String name) {
        Files.readAllLines(Path.of(SpanishSpec.getResource("/requests/${name}.tsv").toURI()))*.split('\t')*.toList()
    }
}
