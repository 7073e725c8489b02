package io.retake.dsl.prompt

import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide

/** Any line that may be typed at a prompt is read as something, whatever it is, and as the same each time. */
class AnyLineSpec {
    private static final List<String> PARTS = ['trim', 'mute ', 'from: ', ' ', "'", '"', '(', '{', '[', ']', '}', ')', ',', ':', '.', '1', '2.s', 's', '\n', '\\', '/', '中', '&', '=', '-', '"""', '$', '${', '/*', '//']

    @Provide
    Arbitrary<String> lines() {
        Arbitraries.oneOf(
            Arbitraries.of(PARTS).list().ofMaxSize(12).map { it.join('') },
            Arbitraries.strings().ofMaxLength(20))
    }

    @Property(tries = 2000)
    void 'any line is read'(@ForAll('lines') String line) {
        def reading = Reading.of(line, ['film'] as Set)
        assert reading.kind() != null
        assert Reading.of(line, ['film'] as Set).kind() == reading.kind()
    }
}
