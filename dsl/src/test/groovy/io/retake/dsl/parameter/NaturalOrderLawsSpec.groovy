package io.retake.dsl.parameter

import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Combinators
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide

/** The natural order is a total order, whatever names there are. */
class NaturalOrderLawsSpec {
    @Provide
    Arbitrary<String> name() {
        def pieces = Arbitraries.oneOf(
            Arbitraries.of('clip', 'Clip', 'CLIP', 'take ', '_', '-', '.', ' ', '(', ')', '片段', '第', '集', 'ß', 'ı', 'İ', 'é', 'e\u0301', '😀', '\ud83d'),
            Arbitraries.integers().between(0, 120).map { it.toString() },
            Arbitraries.of('0', '00', '007', '１２', '٣', '²', '½', '一', '十', '二十', '百', '万', '零', '〇', '亿万'),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(3))
        def stem = pieces.list().ofMinSize(1).ofMaxSize(5).map { it.join('') }
        Combinators.combine(stem, Arbitraries.of('', '.mp4', '.MP4', '.mov', '.')).as { a, b -> a + b }
    }

    @Property(tries = 3000)
    boolean "one of two names is first, and it is the same one from both sides"(@ForAll('name') String a, @ForAll('name') String b) {
        int there = Integer.signum(NaturalOrder.compare(a, b))
        there == -Integer.signum(NaturalOrder.compare(b, a)) && (there == 0) == (a == b)
    }

    @Property(tries = 3000)
    boolean "of three names the first is before the last"(@ForAll('name') String a, @ForAll('name') String b, @ForAll('name') String c) {
        def (x, y, z) = [a, b, c].sort { p, q -> NaturalOrder.compare(p, q) }
        NaturalOrder.compare(x, y) <= 0 && NaturalOrder.compare(y, z) <= 0 && NaturalOrder.compare(x, z) <= 0
    }

    @Property(tries = 500)
    boolean "numbers count, however many zeros stand before them"(@ForAll int a, @ForAll int b) {
        def (long one, long other) = [a & 0xffffff, b & 0xffffff]
        one == other || (NaturalOrder.compare("clip00${one}.mp4", "clip${other}.mp4") < 0) == (one < other)
    }
}
