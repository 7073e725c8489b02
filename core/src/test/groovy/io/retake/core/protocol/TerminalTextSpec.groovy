package io.retake.core.protocol

import spock.lang.Specification

class TerminalTextSpec extends Specification {

    def "#what"() {
        expect:
        TerminalText.clean(dirty) == clean

        where:
        what                                    | dirty                                             || clean
        'plain text stays'                      | 'Hello, 世界 🎬 é'                                  || 'Hello, 世界 🎬 é'
        'newlines and tabs stay'                | 'a\n\tb'                                          || 'a\n\tb'
        'colours go'                            | '\u001b[31mred\u001b[0m'                          || 'red'
        'cursor movements go'                   | 'a\u001b[2J\u001b[1;1Hb\u001b[?25l'               || 'ab'
        'a private sequence goes'               | 'a\u001b[>4;2mb\u001b[=1cc'                       || 'abc'
        'a window title goes with its text'     | '\u001b]0;owned\u0007a'                           || 'a'
        'a link keeps its words'                | '\u001b]8;;http://x\u001b\\here\u001b]8;;\u001b\\' || 'here'
        'a clipboard write goes'                | 'a\u001b]52;c;cm0gLXJm\u0007b'                    || 'ab'
        'a device control string goes'          | 'a\u001bP1$r0m\u001b\\b'                          || 'ab'
        'APC, PM and SOS go'                    | '\u001b_x\u001b\\a\u001b^y\u001b\\b\u001bXz\u001b\\c' || 'abc'
        'an 8-bit CSI goes'                     | 'a\u009b31mb'                                     || 'ab'
        'an 8-bit OSC goes'                     | 'a\u009d0;t\u009cb'                               || 'ab'
        'a reset goes'                          | 'a\u001bcb\u001b(0c'                              || 'abc'
        'an unterminated OSC loses its start'   | 'a\u001b]0;rest stays'                            || 'a0;rest stays'
        'an unterminated CSI loses its start'   | 'a\u001b[31'                                      || 'a31'
        'a lone escape goes'                    | 'a\u001b'                                         || 'a'
        'backspace, bell and NUL go'            | 'a\bb\u0007c\0d\u007f'                            || 'abcd'
        'a carriage return can not overwrite'   | 'safe\revil'                                      || 'safe\nevil'
        'CRLF is one line end'                  | 'a\r\nb'                                          || 'a\nb'
        'other line ends become newlines'       | 'a\u0085b\u2028c\u2029d'                          || 'a\nb\nc\nd'
        'vertical tab and form feed go'         | 'a\u000bb\fc'                                     || 'abc'
        'direction overrides go'                | 'a\u202egnp.exe\u202c'                            || 'agnp.exe'
        'isolates and marks go'                 | '\u2066a\u2067b\u2068c\u2069\u061cd'              || 'abcd'
        'right-to-left letters stay'            | 'שלום عربي'                                       || 'שלום عربي'
        'a joined emoji stays'                  | '👩‍🚀'                                              || '👩‍🚀'
        'what is left of a nested one is inert' | '\u001b\u001b[31m[31mx'                           || '[31mx'
    }

    def "an excerpt is one line of bounded length"() {
        expect:
        TerminalText.excerpt('  <html>\n\n<b>502</b>  ', 40) == '<html> <b>502</b>'
        TerminalText.excerpt('x' * 100, 10) == 'x' * 9 + '…'
        TerminalText.excerpt('🎬' * 100, 10) == '🎬' * 9 + '…'
    }
}
