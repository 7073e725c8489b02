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

    def "events are plain on the wire"() {
        when:
        writer.data('{"a":1}')
        writer.event(new SseEvent('add', 'x\ny', '7'))
        writer.comment('still here')

        then:
        bytes.toString(StandardCharsets.UTF_8) ==
            'data: {"a":1}\n\nevent: add\nid: 7\ndata: x\ndata: y\n\n: still here\n'
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

    def "an event is on its way when it is written, whatever the stream keeps back"() {
        given:
        def buffered = new SseWriter(new BufferedOutputStream(bytes))

        when:
        buffered.data('a')

        then:
        readBack()*.data() == ['a']
    }

    def "closing a writer closes its stream"() {
        given:
        def closed = false
        def stream = new ByteArrayOutputStream() {
            @Override void close() { closed = true }
        }

        when:
        new SseWriter(stream).close()

        then:
        closed
    }
}
