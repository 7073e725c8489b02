package io.retake.dsl.problem

import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import spock.lang.Shared
import spock.lang.Specification

class ScriptMessagesSpec extends Specification {
    private static final Pattern SAID = ~/ScriptMessages\s*\.text\(\s*(?:\w+ \?\s*)?"([^"]+)"(?:\s*:\s*"([^"]+)")?/
    private static final Pattern KEY = ~/[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*/
    private static final Pattern CONVERSION = ~/%(?:(\d+)\$)?((?:\.\d+)?[sg])/

    @Shared
    Map<String, String> english = bundle('messages')
    @Shared
    Map<String, String> chinese = bundle('messages_zh')

    def 'both languages have the same texts, in the order of their keys'() {
        expect:
        english.keySet() == chinese.keySet()
        english.keySet().findAll { !(it ==~ KEY) } == [] as Set
        lines('messages') == lines('messages').toSorted()
        lines('messages_zh') == lines('messages')
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
        def said = sources().collectMany { (it.text =~ SAID).collectMany { [it[1], it[2]] } }.findAll() as Set

        expect:
        english.keySet() - said == [] as Set
        said - english.keySet() == [] as Set
    }

    def 'English is plain ASCII, but for typographic signs, and Chinese is not English'() {
        expect:
        english.findAll { key, text -> text.codePoints().anyMatch { it > 127 && it != '…'.codePointAt(0) } } == [:]
        chinese.findAll { key, text -> !(text =~ /\p{IsHan}/) && text.replaceAll(CONVERSION, '') =~ /\p{L}/ } == [:]
    }

    def 'in the locale #locale texts are the same'() {
        given:
        def before = Locale.default
        Locale.default = locale

        expect:
        ScriptMessages.text('delivery.other-rate', 25d, 29.97d) == 'it has 25.00 fps, not 29.97'
        ScriptMessages.text('syntax.too-deep', 1234, 1000) == 'brackets nested 1234 deep here; the limit is 1000'

        cleanup:
        Locale.default = before

        where:
        locale << [Locale.CHINA, Locale.GERMANY, Locale.forLanguageTag('ar-EG-u-nu-arab'), Locale.forLanguageTag('tr')]
    }

    def 'a key without a text is an error'() {
        when:
        ScriptMessages.text('export.nothing-like-this')

        then:
        thrown(MissingResourceException)
    }

    private static List<String> conversions(String text) {
        int next = 0
        (text.replace('%%', '') =~ CONVERSION).collect { [(it[1] as Integer ?: ++next), it[2]] }.toSorted()*.toString()
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
        Path.of("src/main/resources/io/retake/dsl/${name}.properties")
    }

    private static List<File> sources() {
        def files = []
        new File('src/main/java').eachFileRecurse { if (it.name.endsWith('.java')) files << it }
        files
    }
}
