package io.retake.core.sse

import java.nio.charset.StandardCharsets
import spock.lang.Specification

class SseWriterSpec extends Specification {
    def bytes = new ByteArrayOutputStream()
    def writer = new SseWriter(bytes)

    List<SseEvent> readBack() {
        def reader = new SseReader(new ByteArrayInputStream(bytes.toByteArray()))
        def events = []
        for (def next = reader.next(); next.present; next = reader.next()) {
            events << next.get()
        }
        events
    }

    def "what goes over the wire is plain"() {
        when:
        writer.data('{"a":1}')
        writer.event(new SseEvent('add', 'x\ny', '7'))
        writer.comment('still here')

        then:
        bytes.toString(StandardCharsets.UTF_8) ==
            'data: {"a":1}\n\nevent: add\nid: 7\ndata: x\ndata: y\n\n: still here\n'
    }

    def "whatever is written is read back"() {
        given: 'a few hundred events made of everything that is awkward'
        def random = new Random(20261120)
        def pieces = ['a', ' ', '  ', ':', '\n', 'data: x', '\uFEFF', 'é', '剪', '🎬', '\0', '', 'id', '\t', '\u2028']
        def text = { int most -> (0..<random.nextInt(most + 1)).collect { pieces[random.nextInt(pieces.size())] }.join('') }
        def line = { String fallback -> text(3).replaceAll('[\n\0]', '') ?: fallback }
        def events = (1..400).collect { new SseEvent(line('message'), text(8), line('id')) }

        when:
        events.each { writer.event(it) }

        then:
        readBack() == events
    }

    def "every line end in data arrives as a newline"() {
        when:
        writer.data('a\rb\r\nc\nd\n')

        then:
        readBack()*.data() == ['a\nb\nc\nd\n']
    }

    def "a #what that would break out of its line is refused"() {
        when:
        writer.event(bad)

        then:
        thrown(IllegalArgumentException)
        bytes.size() == 0

        where:
        what   | bad
        'type' | new SseEvent('a\ndata: b', '', '')
        'id'   | new SseEvent('message', '', 'a\rb')
        'id'   | new SseEvent('message', '', 'a\0')
    }
}
