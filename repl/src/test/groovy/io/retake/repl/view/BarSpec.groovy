package io.retake.repl.view

import spock.lang.Specification

class BarSpec extends Specification {
    static final Theme PLAIN = new Theme(false, true)
    static final Theme ASCII = new Theme(false, false)

    def "at #columns columns it reads '#line'"() {
        given:
        def transfer = new Transfer('Uploading', 'interview.mp4', 0.45, OptionalLong.of(27_100_000), ProgressUnit.BYTES)

        expect:
        new Bar(PLAIN).line(transfer, pace(0.45, 10), columns) == line

        where:
        columns || line
        120     || 'Uploading interview.mp4  ██████████▊░░░░░░░░░░░░░   45 %   0:12 left  1.2 MB/s   12 MB of 27 MB'
        80      || 'Uploading interview.mp4  ███▌░░░░   45 %   0:12 left  1.2 MB/s   12 MB of 27 MB'
        70      || 'Uploading interview.mp4  ██████▊░░░░░░░░   45 %   0:12 left  1.2 MB/s'
        60      || 'Uploading interview.mp4  █████████░░░░░░░░░░░   45 %   0:12'
        40      || 'interview.mp4  ████▌░░░░░   45 %   0:12'
        24      || 'interview.mp4 45 %'
    }

    def "never more than the columns less one, whatever the name"() {
        given:
        def transfer = new Transfer('Downloading', name, fraction, total, measure)

        expect:
        [PLAIN, ASCII].every { theme ->
            (1..200).every { columns ->
                Columns.width(new Bar(theme).line(transfer, pace(fraction, 5), columns)) <= Math.max(1, columns - 1)
            }
        }

        where:
        [name, fraction, total, measure] << [
            ['a.mp4', '采访-最终版本-第三次修改.mp4', '🎬🎥 my wonderful holiday film, the director\'s cut, final (2).mov', 'e\u0301te\u0301.mp4', ''],
            [0.0, 0.004, 0.5, 0.999, 1.0],
            [OptionalLong.empty(), OptionalLong.of(0), OptionalLong.of(999), OptionalLong.of(4_999_999_999_999L)],
            ProgressUnit.values().toList()
        ].combinations()
    }

    def "a long name loses its middle, never half a character"() {
        expect:
        Columns.fit(name, columns, '…') == fitted
        Columns.width(fitted) <= columns

        where:
        name                       | columns || fitted
        'interview.mp4'            | 13      || 'interview.mp4'
        'interview.mp4'            | 9       || 'inte….mp4'
        '采访最终版本.mp4'          | 11      || '采访最….mp4'
        '🎬🎥🎞📽.mov'               | 8       || '🎬🎥…mov'
        'cafe\u0301-cafe\u0301.mp4' | 9       || 'cafe\u0301….mp4'
        'abc'                      | 1       || '…'
        'abc'                      | 0       || ''
    }

    def "the bar moves by eighths of a cell and is full only at the end"() {
        expect:
        bar(fraction) == shown

        where:
        fraction || shown
        0.0      || '░░░░░░░░░░░░░░░░░░░░░░░░'
        0.01     || '▏░░░░░░░░░░░░░░░░░░░░░░░'
        0.5      || '████████████░░░░░░░░░░░░'
        0.999    || '███████████████████████▉'
        1.0      || '████████████████████████'
    }

    def "without Unicode it is drawn in ASCII"() {
        expect:
        new Bar(ASCII).line(new Transfer('Rendering', 'a.mp4', 0.5, OptionalLong.empty(), ProgressUnit.PLAYING), pace(0.5, 4), 80) ==
                'Rendering a.mp4  [###########-----------]   50 %   0:04 left'
    }

    def "a render goes so many times as fast as the film plays: at #columns columns it reads '#line'"() {
        expect:
        new Bar(PLAIN).line(new Transfer('Rendering', 'mp4', 0.25, OptionalLong.of(90_000), ProgressUnit.PLAYING), pace(0.25, 9), columns) == line

        where:
        columns || line
        100     || 'Rendering mp4  ██████░░░░░░░░░░░░░░░░░░   25 %   0:27 left   2.5x    0:23 of 1:30'
        60      || 'Rendering mp4  ████▌░░░░░░░░░░░░░   25 %   0:27 left   2.5x'
        40      || 'Rendering mp4  ██▌░░░░░░░   25 %   0:27'
    }

    def "no time left is promised within the first second"() {
        expect:
        new Bar(PLAIN).line(new Transfer('Rendering', 'a.mp4', 0.5, OptionalLong.empty(), ProgressUnit.PLAYING), pace(0.5, 0.5), 80).endsWith('  50 %')
    }

    private static String bar(double fraction) {
        new Bar(PLAIN).line(new Transfer('X', 'y', fraction, OptionalLong.empty(), ProgressUnit.PLAYING), pace(fraction, 0), 200).find(/[█▏▎▍▌▋▊▉░]+/)
    }

    /** Creates a pace that reached the fraction steadily in that many seconds. */
    private static Pace pace(double fraction, double seconds) {
        def pace = new Pace(0, 0)
        (1..100).each { pace.reached(fraction * it / 100, (long) (seconds * 1e9 * it / 100)) }
        pace
    }
}
