package io.retake.engine.fuzz

import java.nio.file.Files
import java.nio.file.Path
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Combinators
import net.jqwik.api.EdgeCasesMode
import net.jqwik.api.Example
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide

/** Runs the fuzz targets on their seeds, on inputs that once failed, and on small mutations of both. */
class FuzzSeedsSpec {
    private static final Path SEEDS = Path.of(System.getProperty('retake.root'), 'engine/src/test/fuzz')

    static record Input(Class<?> target, byte[] bytes) {
        @Override
        String toString() { "${target.simpleName}: ${bytes.encodeBase64()}" }
    }

    private static List<Input> seeds() {
        FuzzAll.TARGETS.collectMany { target ->
            Files.list(SEEDS.resolve(target.simpleName)).withCloseable { it.toList() }.sort(false).collect { new Input(target, Files.readAllBytes(it)) }
        }
    }

    private static void run(Input input) { input.target().getMethod('fuzzerTestOneInput', byte[]).invoke(null, (Object) input.bytes()) }

    @Example
    void 'every seed holds, and each target has some'() {
        assert FuzzAll.TARGETS.every { target -> seeds().count { it.target() == target } >= 3 }
        seeds().each { run(it) }
    }

    @Provide
    Arbitrary<Input> changed() {
        def all = seeds()
        def seed = Arbitraries.of(FuzzAll.TARGETS).flatMap { target -> Arbitraries.of(all.findAll { it.target() == target }) }
        def pieces = Arbitraries.of('', '-', '0', '9', '1e999', '\u0000', '\n', '\r', '"', '{', ']', ':', '-->', '\u00ff\u00fe', '99999999999999999999', ' ').map { it.getBytes('ISO-8859-1') }
        def change = Combinators.combine(Arbitraries.integers().between(0, 20_000), Arbitraries.integers().between(0, 8), pieces).as { at, without, piece -> [at, without, piece] }
        Combinators.combine(seed, change.list().ofMinSize(1).ofMaxSize(6)).as { from, changes ->
            new Input(from.target(), changes.inject(from.bytes()) { byte[] bytes, list -> replaced(bytes, list[0] as int, list[1] as int, list[2] as byte[]) } as byte[])
        }
    }

    private static byte[] replaced(byte[] bytes, int place, int without, byte[] piece) {
        int at = place % (bytes.length + 1)
        def out = new ByteArrayOutputStream()
        out.write(bytes, 0, at)
        out.write(piece)
        int rest = Math.min(bytes.length, at + without)
        out.write(bytes, rest, bytes.length - rest)
        out.toByteArray()
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void 'what a few changes make of a seed holds, too'(@ForAll('changed') Input input) { run(input) }
}
