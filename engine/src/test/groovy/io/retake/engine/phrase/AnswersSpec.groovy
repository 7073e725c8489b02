package io.retake.engine.phrase

import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import spock.lang.Shared
import spock.lang.Specification

class AnswersSpec extends Specification {
    private static final Pattern KEY = ~/"([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)"/
    private static final Pattern CONVERSION = ~/%(?:(\d+)\$)?((?:\.\d+)?[sdf])/

    @Shared
    Map<String, String> english = bundle('answers')
    @Shared
    Map<String, String> chinese = bundle('answers_zh')
    /** What MessagesSpec checks. */
    @Shared
    Map<String, String> messages = bundle('../messages')

    def 'both languages have the same texts, in the order of their keys'() {
        expect:
        english.keySet() == chinese.keySet()
        lines('answers') == lines('answers').toSorted()
        lines('answers_zh') == lines('answers')
    }

    def 'both languages place the same values'() {
        expect:
        english.findAll { key, text -> conversions(text) != conversions(chinese[key]) } == [:]
    }

    def 'a percent sign that places no value is doubled'() {
        expect:
        [english, chinese]*.findAll { key, text -> text.replace('%%', '').replaceAll(CONVERSION, '').contains('%') } == [[:], [:]]
    }

    def 'each text is said somewhere, and what is said is there'() {
        given:
        def said = sources().collectMany { (it.text =~ KEY).collect { it[1] } } as Set
        def areas = english.keySet().collect { it.takeBefore('.') } as Set
        def made = ['beyond', 'nearest']

        expect:
        english.keySet().findAll { !(it in said) && !made.contains(it.takeBefore('.')) } == [] as Set
        said.findAll { it.takeBefore('.') in areas && !english.containsKey(it) && !messages.containsKey(it) && !isFileName(it) } == [] as Set
    }

    def 'English is plain ASCII, but for typographic signs, and Chinese is not English'() {
        expect:
        english.findAll { key, text -> text.codePoints().anyMatch { it > 127 && !'…–“”°µ×'.codePoints().toArray().contains(it) } } == [:]
        chinese.findAll { key, text -> text == english[key] && text =~ /[A-Za-z]{4,}/ } == [:]
    }

    def 'a text is in the language of the text around it'() {
        given:
        def inner = Phrase.of('grade.part', Phrase.of('grade.brightness'), '+10%')

        expect:
        Phrase.of('grade.adjusted', inner) == new Phrase('Adjusted the color: brightness +10%.', '已调整颜色：亮度 +10%。')
    }

    def 'the locale of the machine changes neither language'() {
        given:
        def before = Locale.default
        Locale.default = locale

        expect:
        Phrase.of('diagnosis.pauses', 2, 1.5d) == new Phrase(
            'There are 2 pauses of a second or more, 1.5 s in all.', '有 2 处一秒以上的停顿，共 1.5 秒。')

        cleanup:
        Locale.default = before

        where:
        locale << [Locale.CHINA, Locale.GERMANY, Locale.forLanguageTag('ar-EG-u-nu-arab'), Locale.forLanguageTag('tr')]
    }

    def 'a key without a text is an error'() {
        when:
        Phrase.of('version.nothing-like-this')

        then:
        thrown(MissingResourceException)
    }

    private static List<String> conversions(String text) {
        int next = 0
        (text.replace('%%', '') =~ CONVERSION).collect { [(it[1] as Integer ?: ++next), it[2]] }.toSorted()*.toString()
    }

    private static boolean isFileName(String said) {
        said ==~ /.*\.(mp4|json|groovy|wav|srt|cube|ts|part)/
    }

    private static Map<String, String> bundle(String name) {
        def properties = new Properties()
        Files.newBufferedReader(file(name)).withCloseable { properties.load(it) }
        new TreeMap<String, String>(properties)
    }

    private static List<String> lines(String name) {
        Files.readAllLines(file(name)).findAll { it.contains(' = ') }*.takeBefore(' = ')
    }

    private static Path file(String name) {
        Path.of("src/main/resources/io/retake/engine/phrase/${name}.properties")
    }

    private static List<File> sources() {
        def files = []
        new File('src/main/java').eachFileRecurse { if (it.name.endsWith('.java')) files << it }
        files
    }
}
