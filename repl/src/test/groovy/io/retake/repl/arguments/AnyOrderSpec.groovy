package io.retake.repl.arguments

import io.retake.dsl.parameter.NoValue
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Combinators
import net.jqwik.api.EdgeCasesMode
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide

/** The arguments of a run mean the same in any order. */
class AnyOrderSpec {
    private static final List<List<String>> OPTIONS = [['--quiet'], ['-q'], ['--json'], ['--resume'], ['--resend'], ['--lenient'], ['--trace'], ['--backend', 'cloud'], ['--backend=http://127.0.0.1:1']]

    /** Each is a script, an option or a parameter, with its value. */
    @Provide
    Arbitrary<List<List<String>>> pieces() {
        def value = Arbitraries.of('a.mp4', 'two words', '-6dB', '', "it's 50%: \"x\"", '采访', 'x=y', '-', 'run', '1')
        def name = Arbitraries.of('--input', '--words', '--h', '--draft', '--大小')
        def parameter = Arbitraries.oneOf(
            name.map { [it] },
            Combinators.combine(name, value).as { n, v -> [n, v] },
            Combinators.combine(name, value).as { n, v -> ["$n=$v".toString()] })
        def script = Arbitraries.of('film.groovy', '../a b/采访.groovy', 'remaster').map { [[it]] }
        def parameters = parameter.list().ofMaxSize(4).map { all -> all.unique(false) { it[0].split('=')[0] } }
        def options = Arbitraries.of(OPTIONS).list().ofMaxSize(4).map { all -> all.unique(false) { it[0].split('=')[0] } }
        Combinators.combine(script, parameters, options).as { s, p, o -> s + p + o }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void "they mean the same in any order"(@ForAll('pieces') List<List<String>> pieces, @ForAll Random random) {
        def shuffled = new ArrayList<>(pieces)
        Collections.shuffle(shuffled, random)

        assert read(shuffled) == read(pieces)
        assert read(pieces).script().get() == pieces[0][0]
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void "a value is the same behind a space and behind an equals sign"(@ForAll('pieces') List<List<String>> pieces) {
        def joined = pieces.collect { it.size() == 2 && it[0] != '--backend' ? ["${it[0]}=${it[1]}".toString()] : it }

        assert read(joined) == read(pieces)
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void "any words are read or refused in words"(@ForAll List<String> words) {
        try {
            def read = RunArguments.parse(words, { false })
            assert read.parameters().values().every { it instanceof String || it instanceof List || it == NoValue.GIVEN }
        } catch (ArgumentProblem wrong) {
            assert wrong.message && wrong.advice()
        }
    }

    private static RunRequest read(List<List<String>> pieces) {
        RunArguments.parse(pieces.flatten() as List<String>, { it.endsWith('.groovy') || it == 'remaster' })
    }
}
