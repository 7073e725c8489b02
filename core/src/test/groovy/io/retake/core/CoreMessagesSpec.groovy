package io.retake.core

import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import spock.lang.Shared
import spock.lang.Specification

class CoreMessagesSpec extends Specification {
    private static final Pattern KEY = ~/"([a-z]+\.[a-z]+(?:-[a-z]+)*)"/
    private static final Pattern SAID = ~/CoreMessages\.text\(\s*"([^"]+)"\s*[,)]/
    private static final Pattern CONVERSION = ~/%(?:(\d+)\$)?s/

    @Shared
    Map<String, String> english = bundle('messages')
    @Shared
    Map<String, String> chinese = bundle('messages_zh')

    def 'both languages have the same texts, in the order of their keys'() {
        expect:
        english.keySet() == chinese.keySet()
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

    def 'each text is used, and each used text exists'() {
        given:
        def sources = sources()*.text
        def named = sources.collectMany { (it =~ KEY).collect { it[1] } } as Set
        def said = sources.collectMany { (it =~ SAID).collect { it[1] } } as Set

        expect:
        said.size() > 200
        english.keySet().findAll { !(it in named) } == [] as Set
        said - english.keySet() == [] as Set
    }

    def 'a Chinese text is Chinese'() {
        expect:
        chinese.findAll { key, text -> !(text =~ /\p{IsHan}/) && text =~ /[A-Za-z]{2}/ }.keySet() == [] as Set
    }

    private static List<String> conversions(String text) {
        int next = 0
        (text.replace('%%', '') =~ CONVERSION).collect { it[1] as Integer ?: ++next }.toSorted()
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
        Path.of("src/main/resources/io/retake/core/${name}.properties")
    }

    private static List<File> sources() {
        def files = []
        new File('src/main/java').eachFileRecurse { if (it.name.endsWith('.java')) files << it }
        files
    }
}
