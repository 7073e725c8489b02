package io.retake.core

import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import spock.lang.Specification

/** All bundles of all modules: the languages have the same texts, and the code has their keys. */
class BundlesSpec extends Specification {
    private static final Path ROOT = Path.of(System.getProperty('retake.root'))
    private static final Pattern KEY = ~/"([a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*)"/
    private static final Pattern CALL = ~/(\w+Messages\.text|Phrase\.of|EditRejected\.of)\(/
    private static final Pattern TEXT = ~/"((?:[^"\\]|\\.)*)"/
    private static final Pattern CONVERSION = ~/%(?:(\d+)\$)?((?:\.\d+)?[sdf])/
    /** Keys that the code puts together from a word. */
    private static final Set<String> COMPOSED = ['beyond', 'feature']

    private static final Map<String, String> BUNDLES = [
        'CoreMessages.text'   : 'core/messages',
        'ScriptMessages.text' : 'dsl/messages',
        'EngineMessages.text' : 'engine/messages',
        'ProgramMessages.text': 'repl/messages',
        'NeuralMessages.text' : 'neural/messages',
        'Phrase.of'           : 'engine/phrase/answers',
        'EditRejected.of'     : 'engine/phrase/answers',
    ]

    def '#bundle: both languages have the same texts, in the order of their keys'() {
        expect:
        english(bundle).keySet() == chinese(bundle).keySet()
        keys(bundle) == keys(bundle).toSorted()
        keys(bundle + '_zh') == keys(bundle)
        keys(bundle).every { it ==~ /[a-z0-9-]+\.[a-z0-9-]+/ }

        where:
        bundle << BUNDLES.values().toUnique()
    }

    def '#bundle: both languages place the same values, and double other percent signs'() {
        given:
        def chinese = chinese(bundle)

        expect:
        english(bundle).findAll { key, text -> conversions(text) != conversions(chinese[key]) } == [:]
        [english(bundle), chinese]*.findAll { key, text -> withoutConversions(text).contains('%') } == [[:], [:]]

        where:
        bundle << BUNDLES.values().toUnique()
    }

    def '#bundle: no text is left in the other language'() {
        expect:
        english(bundle).findAll { key, text -> text.codePoints().anyMatch { Character.UnicodeScript.of(it) == Character.UnicodeScript.HAN } } == [:]
        chinese(bundle).findAll { key, text -> text == english(bundle)[key] && text =~ /[a-z]{3,} [a-z]{3,}/ } == [:]

        where:
        bundle << BUNDLES.values().toUnique()
    }

    def 'what the code says is there, and what is there is said'() {
        given:
        def texts = sources()*.text
        def quoted = texts.collectMany { (it =~ KEY).collect { it[1] } } as Set
        def missing = texts.collectMany { source ->
            (source =~ CALL).with { call ->
                def found = []
                while (call.find()) {
                    def bundle = BUNDLES[call.group(1)]
                    def keys = bundle ? literals(firstArgument(source, call.end())) : []
                    found.addAll(keys.findAll { !english(bundle).containsKey(it) && !(it.takeBefore('.') in COMPOSED) })
                }
                found
            }
        }
        def unused = BUNDLES.values().toUnique().collectMany { english(it).keySet() }.findAll { !(it in quoted) && !(it.takeBefore('.') in COMPOSED) }

        expect:
        missing == []
        unused == []
    }

    /** Returns the code of a call's first argument, which is a key or chooses between keys. */
    private static String firstArgument(String source, int start) {
        int depth = 0
        boolean quoted = false
        for (int i = start; ; i++) {
            char c = source.charAt(i)
            if (quoted) {
                quoted = c != '"' as char
                i += c == '\\' as char ? 1 : 0
            } else if (c == '"' as char) {
                quoted = true
            } else if (depth == 0 && (c == ',' as char || c == ')' as char)) {
                return source.substring(start, i)
            } else {
                depth += '([{'.indexOf(c as int) >= 0 ? 1 : ')]}'.indexOf(c as int) >= 0 ? -1 : 0
            }
        }
    }

    private static List<String> literals(String code) {
        (code =~ TEXT).collect { it[1] }
    }

    private static List<String> conversions(String text) {
        int next = 0
        (text.replace('%%', '') =~ CONVERSION).collect { (it[1] as Integer ?: ++next) + it[2] }.toSorted()
    }

    private static String withoutConversions(String text) {
        text.replace('%%', '').replaceAll(CONVERSION, '')
    }

    private static Map<String, String> english(String bundle) {
        BUNDLE_TEXTS.computeIfAbsent(bundle) { read(it) }
    }

    private static Map<String, String> chinese(String bundle) {
        BUNDLE_TEXTS.computeIfAbsent(bundle + '_zh') { read(it) }
    }

    private static final Map<String, Map<String, String>> BUNDLE_TEXTS = [:]

    private static Map<String, String> read(String name) {
        def properties = new Properties()
        Files.newBufferedReader(file(name)).withCloseable { properties.load(it) }
        new TreeMap<String, String>(properties)
    }

    private static List<String> keys(String name) {
        Files.readAllLines(file(name)).findAll { it.contains(' = ') }*.takeBefore(' = ')
    }

    private static Path file(String name) {
        ROOT.resolve("${name.takeBefore('/')}/src/main/resources/io/retake/${name}.properties")
    }

    private static List<File> sources() {
        ['core', 'dsl', 'engine', 'repl', 'neural'].collectMany { module ->
            def files = []
            ROOT.resolve("$module/src/main/java").toFile().eachFileRecurse { if (it.name.endsWith('.java')) files << it }
            files
        }
    }
}
