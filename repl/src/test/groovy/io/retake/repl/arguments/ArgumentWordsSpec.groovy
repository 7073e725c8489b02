package io.retake.repl.arguments

import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.constraints.IntRange
import spock.lang.Specification

/** Arguments of commands, split like a shell. */
class ArgumentWordsSpec extends Specification {

    def "words: #arguments"() {
        expect:
        ArgumentWords.of(arguments) == words

        where:
        arguments                                  || words
        ''                                         || []
        '   '                                      || []
        'a b\tc'                                   || ['a', 'b', 'c']
        "film.groovy --words 'hello world'"        || ['film.groovy', '--words', 'hello world']
        'film.groovy --words "hello world"'        || ['film.groovy', '--words', 'hello world']
        "--words='hello world'"                    || ['--words=hello world']
        "'my film.groovy'"                         || ['my film.groovy']
        'my\\ film.groovy'                         || ['my film.groovy']
        "a''b \"\""                                || ['ab', '']
        "'it'\\''s'"                               || ["it's"]
        '"it\'s 50%: \\"a\\".mp4"'                 || ['it\'s 50%: "a".mp4']
        "'\\n stays'"                              || ['\\n stays']
        'C:\\films\\a.mp4'                         || ['C:\\films\\a.mp4']
        '"C:\\films\\\\a.mp4"'                     || ['C:\\films\\a.mp4']
        '采访 \'我的 片子.mp4\' 🎬'                   || ['采访', '我的 片子.mp4', '🎬']
        'ends\\'                                   || ['ends\\']
    }

    def "an unclosed quote is reported: #arguments"() {
        when:
        ArgumentWords.of(arguments)

        then:
        def wrong = thrown(CommandProblem)
        wrong.message == "the quote in $place is not closed"

        where:
        arguments             || place
        "a 'b c"              || "'b c"
        'x --words "hello'    || '"hello'
        "it's"                || "it's"
    }

    def "a text is taken as typed, unless it is quoted as a whole: #argument"() {
        expect:
        ArgumentWords.text(argument) == text

        where:
        argument          || text
        'rough cut'       || 'rough cut'
        "'rough cut'"     || 'rough cut'
        '"rough cut"'     || 'rough cut'
        "it's rough"      || "it's rough"
        "'a' and 'b'"     || "'a' and 'b'"
        "'open"           || "'open"
        ''                || ''
    }

    def "a completed argument parses back to its value: #value after #typed"() {
        given:
        def part = ArgumentWords.typed(typed)
        def line = typed.substring(0, part.start()) + part.written(value, true)

        expect:
        part.text() == text
        line.startsWith(typed)
        ArgumentWords.of(line).last() == value

        where:
        typed         | value                     || text
        ''            | 'my film.groovy'          || ''
        'x --in my'   | 'my film.groovy'          || 'my'
        'my\\ f'      | 'my film.groovy'          || 'my f'
        "'my f"       | 'my film.groovy'          || 'my f'
        '"my f'       | 'my film.groovy'          || 'my f'
        '"it'         | 'it\'s 50%: "a".mp4'      || 'it'
        'it'          | 'it\'s 50%: "a".mp4'      || 'it'
        'back'        | 'back\\slash "q".mp4'     || 'back'
    }

    def "the quotes of a folder stay open, to continue in it"() {
        expect:
        ArgumentWords.typed("'my d").written('my dir/', false) == "'my dir/"
        ArgumentWords.typed('"my d').written('my dir/', false) == '"my dir/'
    }
}

/** The same for arbitrary text. */
class AnyArgumentWordsSpec {
    @Property(tries = 300)
    void "any words are read as they were written"(@ForAll List<String> words, @ForAll @IntRange(max = 2) int quote) {
        def part = ArgumentWords.typed(['', "'", '"'][quote])
        def line = words.collect { it.isEmpty() ? "''" : part.written(it, true) }.join(' ')

        assert ArgumentWords.of(line) == words
    }
}
