package io.retake.core.sse

import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Combinators
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide

/** Any events, in any pieces that a network may make of them, arrive as they were sent. */
class AnyEventSpec {
    private static Arbitrary<String> texts(int most) {
        Arbitraries.of('a', ' ', '  ', ':', '\n', 'data: x', '\uFEFF', 'é', '剪', '🎬', '\0', 'id', '\t', '\u2028').list().ofMaxSize(most).map { it.join('') }
    }

    private static Arbitrary<String> lines(String fallback) { texts(3).map { it.replaceAll('[\n\0]', '') ?: fallback } }

    @Provide
    Arbitrary<List<SseEvent>> events() {
        Combinators.combine(lines('message'), texts(8), lines('id')).as { type, data, id -> new SseEvent(type, data, id) }.list().ofMaxSize(20)
    }

    @Provide
    Arbitrary<List<Integer>> cuts() { Arbitraries.integers().between(1, 600).list().ofMaxSize(20).map { it.sort() } }

    @Property(tries = 500)
    void 'whatever is written is read back, however it is cut'(@ForAll('events') List<SseEvent> events, @ForAll('cuts') List<Integer> cuts) {
        def bytes = new ByteArrayOutputStream()
        def writer = new SseWriter(bytes)
        events.each { writer.event(it) }
        def reader = new SseReader(new CutStream(bytes.toByteArray(), cuts))
        def read = []
        for (def next = reader.next(); next.present; next = reader.next()) {
            read << next.get()
        }
        assert read == events
    }
}
