package io.retake.engine.phrase

import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import spock.lang.Shared
import spock.lang.Specification

/** The bundles of {@link EngineMessages}. */
class MessagesSpec extends Specification {
    private static final Pattern KEY = ~/"([a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*)"/
    private static final Pattern CALL = ~/EngineMessages\s*\.text\(\s*"([^"]*)"(.?)/
    private static final Pattern VALUE = ~/%(?:(\d+)\$)?s/

    /** Areas whose keys the code puts together: features by the names that FFmpeg has for them. */
    private static final List<String> MADE = ['feature']

    @Shared
    Map<String, String> english = bundle('messages')
    @Shared
    Map<String, String> chinese = bundle('messages_zh')

    def 'both languages have the same texts, in the order of their keys'() {
        expect:
        lines('messages') == lines('messages').toSorted()
        lines('messages') == english.keySet() as List
        lines('messages_zh') == lines('messages')
    }

    def 'both languages place the same values, and every other percent sign is doubled'() {
        expect:
        english.findAll { key, text -> values(text) != values(chinese[key]) }.keySet() == [] as Set
        [english, chinese]*.findAll { key, text -> text.replace('%%', '').replaceAll(VALUE, '').contains('%') } == [[:], [:]]
    }

    def 'Chinese is Chinese'() {
        expect:
        chinese.findAll { key, text -> !(text =~ /\p{IsHan}/) && text.replaceAll(VALUE, '') =~ /[A-Za-z]/ }.keySet() == [] as Set
        chinese.findAll { key, text -> text =~ /\p{IsHan}[,;:!?.]/ }.keySet() == [] as Set
    }

    def 'each text is said somewhere, and what is said is there'() {
        given:
        def said = sources().collectMany { (it.text =~ KEY).collect { it[1] } } as Set
        def called = sources().collectMany { (it.text =~ CALL).findAll { it[2] != ' ' }.collect { it[1] } }.findAll { !it.endsWith('.') } as Set

        expect:
        english.keySet().findAll { !(it in said) && !(it.takeBefore('.') in MADE) } == [] as Set
        called.findAll { !english.containsKey(it) } == [] as Set
    }

    def 'a text has its values'() {
        expect:
        EngineMessages.text('file.missing', 'a.mp4') == 'There is no file a.mp4. Check the name.'
        EngineMessages.text('media.many-pixels', 'a.png', 60_000_000L, 50) ==
            'a.png has 60000000 pixels; the limit is 50 million. Make it smaller first.'
    }

    /** The places of the values, from 1. */
    private static List<Integer> values(String text) {
        int next = 0
        (text.replace('%%', '') =~ VALUE).collect { it[1] as Integer ?: ++next }.toSorted()
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
        Path.of("src/main/resources/io/retake/engine/${name}.properties")
    }

    private static List<File> sources() {
        def files = []
        new File('src/main/java').eachFileRecurse { if (it.name.endsWith('.java')) files << it }
        files
    }
}
