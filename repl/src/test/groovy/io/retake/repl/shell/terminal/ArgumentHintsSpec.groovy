package io.retake.repl.shell.terminal

import io.retake.dsl.prompt.Reading
import io.retake.repl.view.Columns
import io.retake.repl.view.Theme
import spock.lang.Specification

/** The hints below a line while a verb's arguments are typed. */
class ArgumentHintsSpec extends Specification {
    def "the argument at the cursor is meant: #line"() {
        when:
        def tip = tip(line, 100).readLines()

        then:
        signature instanceof String ? tip[0] == signature : tip[0] ==~ signature
        tip[1].startsWith(about)

        where:
        line                          | signature                          || about
        'trim '                       | '  trim [from:] [to:] [ranges:] [except:] [on:]' || '  Keep a range'
        'trim from: '                 | '  trim *[from:]* [to:] [ranges:] [except:] [on:]' || "  from  time, 2.s or '0:12.5'  where it begins"
        'trim from: 2.s, to: 1'       | '  trim *[to:]* [ranges:] [except:] [on:]' || '  to  time'
        'swap '                       | '  swap *<first>* with:'           || '  first  clip by its number'
        "title 'a',\n  position: "    | ~/.*/                              || '  position  center|top|'
        'color auto, '                | ~/  color auto.*/                  || '  Measure'
    }

    def "nothing stands under what is no statement with arguments: #line"() {
        expect:
        ArgumentHints.of(line, kind, new Theme(false, true), 80) == ''

        where:
        line                        | kind
        'mute the last 5 seconds'   | Reading.Kind.SENTENCE
        "'trim from: "              | Reading.Kind.SENTENCE
        '/timeline '                | Reading.Kind.COMMAND
        'println '                  | Reading.Kind.STATEMENT
        'trim(from: 2.s) '          | Reading.Kind.STATEMENT
        'tri'                       | Reading.Kind.SENTENCE
    }

    def "it fits into #columns columns, and what is at the cursor is always seen"() {
        when:
        def lines = tip('overlay "a.png", at: 1.s, position: ', columns).readLines()

        then:
        lines.size() == 2
        lines.every { Columns.width(it) < columns }
        lines[0].contains('*[position:]*')

        where:
        columns << [40, 60, 80, 200]
    }

    private static String tip(String line, int columns) {
        ArgumentHints.of(line, Reading.Kind.STATEMENT, new Theme(false, true), columns)
    }
}
