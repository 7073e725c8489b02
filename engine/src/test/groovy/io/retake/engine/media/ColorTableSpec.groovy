package io.retake.engine.media

import io.retake.engine.process.MediaException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ColorTableSpec extends Specification {
    static final String IDENTITY = [0, 1].collectMany { b -> [0, 1].collectMany { g -> [0, 1].collect { r -> "$r $g $b" } } }.join('\n')

    static final String IDENTITY_FILE = "LUT_3D_SIZE 2\n$IDENTITY\n"

    @TempDir
    Path folder

    private ColorTable read(String text) {
        def file = Files.write(folder.resolve('x'), text.getBytes('ISO-8859-1'))
        ColorTable.read(file, 'look.cube')
    }

    def 'files by grading programs are read (#what)'() {
        given:
        def written = folder.resolve('written.cube')

        when:
        read(text).write(written)

        then:
        Files.readAllLines(written)[0..2] == ['LUT_3D_SIZE 2', "DOMAIN_MIN $least".toString(), "DOMAIN_MAX $most".toString()]
        Files.readAllLines(written)[3..-1].collect { it.split(' ')*.toFloat() } == IDENTITY.readLines().collect { it.split(' ')*.toFloat() }

        where:
        what          | text                                                                              || least          | most
        'plain'       | "LUT_3D_SIZE 2\n$IDENTITY\n"                                                       || '0.0 0.0 0.0'  | '1.0 1.0 1.0'
        'all words'   | "# made by hand\r\nTITLE \"My look: é\"\r\n\r\nLUT_3D_SIZE 2\r\nDOMAIN_MIN -1 0 0\r\nDOMAIN_MAX 1 2.5 1e1\r\n$IDENTITY" || '-1.0 0.0 0.0' | '1.0 2.5 10.0'
        'Resolve'     | "LUT_3D_SIZE 2\nLUT_3D_INPUT_RANGE 0.0 1.0\n\n$IDENTITY"                           || '0.0 0.0 0.0'  | '1.0 1.0 1.0'
        'short forms' | "LUT_3D_SIZE 2\n${IDENTITY.replace('1', '+1.').replace('0', '.0e-2')}"             || '0.0 0.0 0.0'  | '1.0 1.0 1.0'
    }

    def 'a broken file is refused with the line (#what)'() {
        when:
        read(text)

        then:
        def wrong = thrown(MediaException)
        wrong.message == "look.cube can't be used: line $message.".toString()

        where:
        what             | text                                             || message
        'empty'          | ''                                               || '0: it says no LUT_3D_SIZE'
        'no table'       | 'hello\n'                                        || '1: expected a colour, LUT_3D_SIZE or DOMAIN_MIN, found "hello"'
        'binary'         | '\u0089PNG\r\n'                                  || '1: expected a colour, LUT_3D_SIZE or DOMAIN_MIN, found "?PNG"'
        '1D'             | 'LUT_1D_SIZE 2\n0 0 0\n1 1 1'                    || '1: it is a one-dimensional table, and only three-dimensional ones are taken: export it from your grading program as a 3D LUT'
        'too small'      | 'LUT_3D_SIZE 1\n0 0 0'                           || '1: LUT_3D_SIZE is 2 to 65, not "1"'
        'too large'      | 'LUT_3D_SIZE 4096'                               || '1: LUT_3D_SIZE is 2 to 65, not "4096"'
        'no size'        | '0 0 0'                                          || '1: a colour comes before LUT_3D_SIZE'
        'too few'        | 'LUT_3D_SIZE 2\n0 0 0\n'                         || '2: it ends after 1 of 8 colours'
        'too many'       | "LUT_3D_SIZE 2\n$IDENTITY\n0 0 0"                || '10: it has more than 8 colours, 2 x 2 x 2'
        'not finite'     | 'LUT_3D_SIZE 2\n0 NaN 0'                         || '2: expected a number from -1000 to 1000, found "NaN"'
        'not finite too' | 'LUT_3D_SIZE 2\n0 1e999 0'                       || '2: expected a number from -1000 to 1000, found "1e999"'
        'two numbers'    | 'LUT_3D_SIZE 2\n0 0'                             || '2: expected 3 numbers, found "0 0"'
        'no domain'      | "LUT_3D_SIZE 2\nDOMAIN_MAX 0 1 1\n$IDENTITY"     || "10: its DOMAIN_MIN is not below its DOMAIN_MAX"
        'a filter'       | 'LUT_3D_SIZE 2\n0 0 0;movie=/etc/passwd'         || '2: expected a number from -1000 to 1000, found "0;movie=/etc/passwd"'
    }
}
