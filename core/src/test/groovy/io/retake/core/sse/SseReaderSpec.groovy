package io.retake.core.sse

import java.nio.charset.StandardCharsets
import java.time.Duration
import spock.lang.Specification

/** The cases of https://html.spec.whatwg.org/multipage/server-sent-events.html, each also cut at every byte. */
class SseReaderSpec extends Specification {
    static final String BOM = '\uFEFF'

    static List<SseEvent> read(byte[] bytes, List<Integer> cuts = []) {
        def reader = new SseReader(new CutStream(bytes, cuts))
        def events = []
        for (def next = reader.next(); next.present; next = reader.next()) {
            events << next.get()
        }
        events
    }

    static SseEvent event(String data, String type = 'message', String id = '') { new SseEvent(type, data, id) }

    def "#what, in one piece, cut anywhere, and byte by byte"() {
        given:
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8)

        expect:
        read(bytes) == events
        (1..<bytes.length).each { cut -> assert read(bytes, [cut]) == events }
        read(bytes, (1..<bytes.length).toList()) == events

        where:
        what                                        | stream                                                  || events
        'one event'                                 | 'data: a\n\n'                                           || [event('a')]
        'the standard\'s stock ticker'              | 'data: YHOO\ndata: +2\ndata: 10\n\n'                    || [event('YHOO\n+2\n10')]
        'the standard\'s four blocks'               | ': test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n' || [event('first event', 'message', '1'), event('second event')]
        'the standard\'s empty data'                | 'data\n\ndata\ndata\n\ndata:'                           || [event(''), event('\n')]
        'the standard\'s one leading space'         | 'data:test\n\ndata: test\n\n'                           || [event('test'), event('test')]
        'only one space is dropped'                 | 'data:  two\ndata:\ttab\n\n'                            || [event(' two\n\ttab')]
        'line feeds'                                | 'data: a\ndata: b\n\n'                                  || [event('a\nb')]
        'carriage returns'                          | 'data: a\rdata: b\r\r'                                  || [event('a\nb')]
        'both'                                      | 'data: a\r\ndata: b\r\n\r\n'                            || [event('a\nb')]
        'mixed line ends'                           | 'data: a\ndata: b\rdata: c\r\n\ndata: d\r\r\ndata: e\n\r' || [event('a\nb\nc'), event('d'), event('e')]
        'a line feed, then a return: two line ends' | 'data: a\n\rdata: b\n\n'                                || [event('a'), event('b')]
        'a byte order mark'                         | BOM + 'data: a\n\n'                                     || [event('a')]
        'only the first byte order mark'            | BOM + BOM + 'data: a\ndata: b\n\n'                      || [event('b')]
        'a byte order mark later is a letter'       | 'data: a\n\n' + BOM + 'data: b\n\ndata: c\n\n'          || [event('a'), event('c')]
        'a mark in the data stays'                  | 'data: ' + BOM + 'a\n\n'                                || [event(BOM + 'a')]
        'comments'                                  | ':\n: a\n:data: no\ndata: b\n: c\n\n'                   || [event('b')]
        'a comment alone is no event'               | ': keep alive\n\n: again\n\n'                           || []
        'a type'                                    | 'event: add\ndata: 1\n\ndata: 2\n\n'                    || [event('1', 'add'), event('2')]
        'an empty type is the default'              | 'event: add\nevent\ndata: 1\n\n'                        || [event('1')]
        'a type without data is no event'           | 'event: add\n\ndata: 1\n\n'                             || [event('1')]
        'an id stays'                               | 'id: 7\ndata: a\n\ndata: b\n\n'                         || [event('a', 'message', '7'), event('b', 'message', '7')]
        'an empty id resets it'                     | 'id: 7\ndata: a\n\nid\ndata: b\n\n'                     || [event('a', 'message', '7'), event('b')]
        'an id with NUL is ignored'                 | 'id: 7\ndata: a\n\nid: 8\0\ndata: b\n\n'                || [event('a', 'message', '7'), event('b', 'message', '7')]
        'an id that begins with NUL is ignored'     | 'id: 7\ndata: a\n\nid: \0\ndata: b\n\n'                 || [event('a', 'message', '7'), event('b', 'message', '7')]
        'an id without data still counts'           | 'id: 7\n\ndata: a\n\n'                                  || [event('a', 'message', '7')]
        'field names are case-sensitive'            | 'Data: no\nDATA: no\ndata: yes\n\n'                     || [event('yes')]
        'a space before the colon is another field' | 'data : no\ndata: yes\n\n'                              || [event('yes')]
        'unknown fields'                            | 'foo: bar\nfoo\ndata: a\n\n'                            || [event('a')]
        'colons in the data'                        | 'data: a: b:c\n\n'                                      || [event('a: b:c')]
        'an unterminated last event'                | 'data: a\n\ndata: b\n'                                  || [event('a')]
        'an unterminated last line'                 | 'data: a\n\ndata: b'                                    || [event('a')]
        'empty lines'                               | '\n\n\r\n\rdata: a\n\n\n\n'                             || [event('a')]
        'characters of two, three and four bytes'   | 'data: é 剪辑 🎬\nid: ü\n\n'                              || [event('é 剪辑 🎬', 'message', 'ü')]
        'other separators are no line ends'         | 'data: a\u0085b\u2028c\u000bd\n\n'                      || [event('a\u0085b\u2028c\u000bd')]
    }

    def "malformed UTF-8 becomes a replacement character and nothing else suffers"() {
        given:
        byte[] bytes = ('data: a'.bytes.toList() + [(byte) 0xC3] + '\n\ndata: b\n\n'.bytes.toList()) as byte[]

        expect:
        read(bytes)*.data() == ['a\uFFFD', 'b']
        (1..<bytes.length).each { cut -> assert read(bytes, [cut])*.data() == ['a\uFFFD', 'b'] }
    }

    def "an event that ends with CR CR is given out before another byte is asked for"() {
        given: 'a stream that breaks when it is read beyond the event'
        def bytes = 'data: a\r\r'.bytes
        def stream = new InputStream() {
            boolean given
            int read() { throw new IOException('read too far') }
            @Override int read(byte[] target, int offset, int length) {
                if (given) throw new IOException('read too far')
                given = true
                System.arraycopy(bytes, 0, target, offset, bytes.length)
                bytes.length
            }
        }

        expect:
        new SseReader(stream).next().get().data() == 'a'
    }

    def "a retry of #value is #meaning"() {
        given:
        def reader = new SseReader(new ByteArrayInputStream("retry: 5\nretry: $value\ndata: a\n\n".bytes))

        when:
        reader.next()

        then:
        reader.retry().get() == Duration.ofMillis(expected)

        where:
        value                 | expected | meaning
        '1000'                | 1000     | 'taken'
        '0'                   | 0        | 'taken'
        '9'                   | 9        | 'taken'
        '9' * 18              | 999_999_999_999_999_999 | 'taken'
        '9' * 19              | 5        | 'ignored'
        '1000ms'              | 5        | 'ignored'
        '-1'                  | 5        | 'ignored'
        '1.5'                 | 5        | 'ignored'
        ''                    | 5        | 'ignored'
        '٣'                   | 5        | 'ignored'
        '9' * 30              | 5        | 'ignored'
    }

    def "the last event id is known without an event"() {
        given:
        def reader = new SseReader(new ByteArrayInputStream('id: 9\n\n'.bytes))

        expect:
        reader.next().empty
        reader.lastEventId() == '9'
    }

    def "a line without end is refused before it fills the memory"() {
        given:
        def endless = new InputStream() {
            long given
            int read() { given++; (int) 'x' as char }
            @Override int read(byte[] target, int offset, int length) {
                Arrays.fill(target, offset, offset + length, (byte) 120)
                given += length
                length
            }
        }

        when:
        new SseReader(endless, 100_000).next()

        then:
        def problem = thrown(SseFormatException)
        problem.message.contains('100000')
        endless.given < 200_000
    }

    def "an event without end is refused"() {
        given:
        def lines = new CutStream(('data: ' + 'x' * 90 + '\n').repeat(1000).bytes, [])

        when:
        new SseReader(lines, 1000).next()

        then:
        thrown(SseFormatException)
    }

    def "data up to the limit is taken"() {
        expect:
        new SseReader(new ByteArrayInputStream("data:${'x' * 995}\n\n".bytes), 1000).next().get().data().length() == 995
    }

    def "the lines of an event are counted together, with their line ends"() {
        given:
        def reader = new SseReader(new ByteArrayInputStream(lines.collect { "data:${'x' * it}\n" }.join('').plus('\n').bytes), 1000)

        when:
        def taken = reader.next().map { it.data().length() }.orElse(null)

        then:
        taken == 1000

        when:
        new SseReader(new ByteArrayInputStream(("data:${'x' * 600}\ndata:${'x' * 400}\n\n").bytes), 1000).next()

        then:
        def refused = thrown(SseFormatException)
        refused.message.contains('1000')

        where:
        lines << [[600, 399], [3, 0, 995], [499, 0, 499]]
    }

    def "closing a reader closes its stream"() {
        given:
        def closed = false
        def stream = new ByteArrayInputStream('data: a\n\n'.bytes) {
            @Override void close() { closed = true }
        }

        when:
        new SseReader(stream).close()

        then:
        closed
    }
}
