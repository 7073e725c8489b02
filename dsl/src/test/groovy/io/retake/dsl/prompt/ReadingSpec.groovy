package io.retake.dsl.prompt

import static io.retake.dsl.prompt.Reading.Kind.*

import spock.lang.Specification

class ReadingSpec extends Specification {

    def "#text is taken for a #kind"() {
        expect:
        Reading.of(text, ['film', 'n', 'look', 'shots'] as Set).kind() == kind

        where:
        text                                            | kind
        ''                                              | EMPTY
        '   '                                           | EMPTY
        '/timeline'                                     | COMMAND
        '/peek 0:12'                                    | COMMAND
        "upload 'a.mp4'"                                | STATEMENT
        "upload 'a.mp4', 'b.wav'"                       | STATEMENT
        'trim from: 2.s, to: 12.s'                      | STATEMENT
        "trim from: '0:02', to: '0:12'"                 | STATEMENT
        'trim(from: 2.s)'                               | STATEMENT
        'mute'                                          | STATEMENT
        'undo'                                          | STATEMENT
        'grayscale'                                     | STATEMENT
        'speed 1.5'                                     | STATEMENT
        'speed 2, on: clip(2)'                          | STATEMENT
        'upscale 1080p'                                 | STATEMENT
        'volume -6.dB'                                  | STATEMENT
        'volume 35.percent'                             | STATEMENT
        'color auto'                                    | STATEMENT
        'fade in: 500.ms, out: 1.s'                     | STATEMENT
        "title \"it's\", to: 2.s, position: bottom"     | STATEMENT
        "edit 'make it brighter'"                       | STATEMENT
        'export mp4'                                    | STATEMENT
        "export mp4, to: 'x.mp4', quality: high"        | STATEMENT
        'reorder 3, 1, 2'                               | STATEMENT
        'timeline'                                      | STATEMENT
        'println timeline()'                            | STATEMENT
        "session 'b' { mute }"                          | STATEMENT
        'session { upload "a.mp4" }'                    | STATEMENT
        'def x = 5'                                     | STATEMENT
        'def look(String s) { title s }'                | STATEMENT
        'int twice(int n) { n * 2 }'                    | STATEMENT
        'x = 5'                                         | STATEMENT
        'n += 1'                                        | STATEMENT
        'n++'                                           | STATEMENT
        'n + 1'                                         | STATEMENT
        'film.path'                                     | STATEMENT
        'film'                                          | STATEMENT
        "look 'title'"                                  | STATEMENT
        'look(film)'                                    | STATEMENT
        'shots.each { trim to: 2.s }'                   | STATEMENT
        'trim to: film.duration'                        | STATEMENT
        'List<String> names = []'                       | STATEMENT
        'for (i in 1..3) { mute }'                      | STATEMENT
        'if (n > 2) mute'                               | STATEMENT
        'import java.time.Duration'                     | STATEMENT
        'Duration.ofSeconds(2)'                         | STATEMENT
        'new Date()'                                    | STATEMENT
        '1 + 1'                                         | STATEMENT
        '12.s'                                          | STATEMENT
        '[1, 2].sum()'                                  | STATEMENT
        '"$film.path"'                                  | STATEMENT
        'trim from: 2.s; mute'                          | STATEMENT
        'trimm from: 2.s, to: 12.s'                     | STATEMENT
        'trim from:'                                    | STATEMENT
        'trim from: 2.s,'                               | STATEMENT
        "title 'a"                                      | STATEMENT
        '// only a remark'                              | STATEMENT
        'class Cut { int at }'                          | STATEMENT
        'trim the first 10 seconds'                     | SENTENCE
        'trim from 2 to 12'                             | SENTENCE
        'trim 10 seconds from the start'                | SENTENCE
        'mute the last 5 seconds'                       | SENTENCE
        'mute it'                                       | SENTENCE
        'make it vertical and mute the last 5 seconds'  | SENTENCE
        'speed it up'                                   | SENTENCE
        'speed 2x on clip 2'                            | SENTENCE
        'reverse clip 2'                                | SENTENCE
        'upload a.mp4'                                  | SENTENCE
        'a.mp4'                                         | SENTENCE
        'import a.mp4'                                  | SENTENCE
        'import my footage'                             | SENTENCE
        'export'                                        | STATEMENT
        'export as webm'                                | SENTENCE
        'export it please'                              | SENTENCE
        'add the title "Go" at the start'               | SENTENCE
        'title "Go" at the top'                         | SENTENCE
        'fade in over 2 seconds'                        | SENTENCE
        'undo the last change'                          | SENTENCE
        'repeat 3 times'                                | SENTENCE
        'zoom in on the face'                           | SENTENCE
        'for the first 10 seconds mute it'              | SENTENCE
        'try to make it steadier'                       | SENTENCE
        'switch clips 1 and 2'                          | SENTENCE
        'return to the first version'                   | SENTENCE
        'new title please'                              | SENTENCE
        'if possible, stabilize it'                     | SENTENCE
        '10 seconds are enough'                         | SENTENCE
        'brighter'                                      | SENTENCE
        'what is on the timeline?'                      | SENTENCE
        '导出'                                            | SENTENCE
        '把前10秒剪掉'                                        | SENTENCE
        '2倍速'                                           | SENTENCE
        "'mute"                                         | SENTENCE
        "'export mp4'"                                  | SENTENCE
        '> mute'                                        | SENTENCE
        '>'                                             | EMPTY
        'crop: yes'                                     | SENTENCE
    }

    def "a forced sentence is without its mark"() {
        expect:
        Reading.of("'export mp4'", [] as Set).text() == 'export mp4'
        Reading.of('>  mute it ', [] as Set).text() == 'mute it'
    }

    def "work for the background"() {
        expect:
        with(Reading.of('export mp4 &', [] as Set)) {
            kind() == STATEMENT && text() == 'export mp4' && background()
        }
        with(Reading.of('> make it brighter &', [] as Set)) {
            kind() == SENTENCE && text() == 'make it brighter' && background()
        }
        !Reading.of('export mp4', [] as Set).background()
    }

    def "#text is whole: #whole"() {
        expect:
        Reading.of(text, ['x', 'y'] as Set).complete() == whole

        where:
        text                                     | whole
        'mute'                                   | true
        'session {'                              | false
        "session {\n  mute\n}"                   | true
        'trim from: 2.s,'                        | false
        "trim from: 2.s,\n  to: 3.s"             | true
        'trim from:'                             | true
        'def f(int a) {'                         | false
        'println("""a'                           | false
        'println("""a\nb""")'                    | true
        "title 'a } b"                           | true
        'x = '                                   | false
        'x +'                                    | false
        'x++'                                    | true
        '[1, 2'                                  | false
        '/* a remark'                            | false
        "mute // open ("                         | true
        "title 'it\\'s ('"                       | true
        'x.'                                     | false
        'if (x) { mute } else'                   | false
        '> make it ('                            | true
    }

    def "the lexer finds where texts end: #text is whole: #whole"() {
        expect:
        Reading.of(text, ['x', 'y'] as Set).with { kind() == STATEMENT && complete() == whole }

        where:
        text                                     | whole
        'title(/Ada (1/)'                        | true
        "title(/it's/)"                          | true
        'x = /[a-z(]+\\/b/'                       | true
        'x = /one\n(two/'                        | true
        'x = /one'                               | false
        'x = y / 2'                              | true
        'x = (y / 2) / 3 // ('                   | true
        'x = \$/a "b" {/\$'                        | true
        'x = \$/a "b"'                            | false
        'x = \$/a \$y ( \$\$ /\$'                     | true
        'title \$/Ada (1/\$'                       | true
        'title "\${y.collect { "(\$it" }}"'        | true
        'title "\${y["}"]} ("'                    | true
        'title "\${y.size() > 1 ? "a)" : \'b(\'}"' | true
        'println "\${x'                           | true
        'println """\${x'                         | false
        'println """\$x ('                        | false
        'println """\$x (\n"""'                  | true
        'println("""a "b" (""")'                | true
        "println(/a/ + 'b(')"                    | true
        "println('''a'b(''')"                    | true
        "println('''a'b("                        | false
        "println '''a\\q("                        | false
        "println '''a\\q(''' "                    | true
        "title 'C:\\q('"                          | true
        "session {\n  title 'a (b'\n"             | false
        "session {\n  title ’a’\n"                | false
        "session {\n  title ’a’\n}"               | true
        "x = y // it's ("                        | true
        "x = y /* it's ( */"                     | true
        "x = y /* it's ("                        | false
        'import java.util.*'                     | true
        'x = 2 *'                                | false
        'x = y \\'                               | false
        "x = '🎬(' + '('"                        | true
        'x = y ? /a?/ : [/(/,'                   | false
    }

    def "a text of any kind is an argument: #text is a #kind"() {
        expect:
        Reading.of(text, ['film', 'n'] as Set).kind() == kind

        where:
        text                                             | kind
        'title \$/Ada Lovelace/\$'                         | STATEMENT
        'title \$/it\'s "Ada"/\$, from: 1.s'               | STATEMENT
        '\$/a/\$'                                          | STATEMENT
        'title "the \${film.name("a b")} of it"'          | STATEMENT
        'title "a \${n > 1 ? "b c" : \'d e\'} f", to: 1.s' | STATEMENT
        'edit "cut \${["x y": 1]}"'                       | STATEMENT
        'title text: /Ada Lovelace and co/'              | STATEMENT
        'title(/the end/)'                               | STATEMENT
        'export mp4, to: /the film.mp4/'                 | STATEMENT
        'edit """make it "brighter"'                     | STATEMENT
        'edit """make it \$n'                            | STATEMENT
        'upload /home/ada/a b.mp4'                       | SENTENCE
        'title it and/or that and/or this'               | SENTENCE
        "mute the dog's bark and the cat's too"          | SENTENCE
        "don't mute it, don't"                           | SENTENCE
        'trim 1/2 of it and 3/4 of that'                 | SENTENCE
        'speed up to 2x or 3x/4x'                        | SENTENCE
        'music costs \$5 or \$/month'                      | SENTENCE
    }
}
