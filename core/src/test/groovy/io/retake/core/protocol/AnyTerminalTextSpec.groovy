package io.retake.core.protocol

import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide

class AnyTerminalTextSpec {
    @Provide
    Arbitrary<String> dirty() {
        Arbitraries.oneOf(Arbitraries.integers().between(0, 0x9f).map { String.valueOf((char) it) },
            Arbitraries.of('\u001b[', '[', ']', ';', 'm', '\\', '\u202e', '\u2067', 'x')).list().ofMaxSize(30).map { it.join('') }
    }

    @Property(tries = 3000)
    void 'no control character survives, whatever is thrown at it'(@ForAll('dirty') String dirty) {
        def clean = TerminalText.clean(dirty)
        assert clean.every { c -> c == '\n' || c == '\t' || ((c as char) >= 0x20 && !((c as char) >= 0x7f && (c as char) <= 0x9f)) }
        assert TerminalText.clean(clean) == clean
    }
}
