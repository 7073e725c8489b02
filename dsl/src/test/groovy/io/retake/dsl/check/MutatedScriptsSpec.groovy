package io.retake.dsl.check

import io.retake.dsl.compile.Scripts
import io.retake.dsl.problem.ScriptSource
import io.retake.dsl.prompt.Reading
import java.nio.file.Files
import java.nio.file.Path
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Combinators
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide
import net.jqwik.api.lifecycle.AfterContainer

/** No text whatever ends a check: each is a script, or has problems in its lines. */
class MutatedScriptsSpec {
    static final List<String> SCRIPTS = [
        "params { input file; look(['warm', 'cool']) }\nsession { upload input; trim from: 1.s, to: 5.s; title \"\${look} day\", to: 2.s; export mp4 }",
        "def look(String name) {\n    color auto\n    title name, to: 1.s\n}\n['a', 'b'].each { n -> session(n) { upload 'a.mp4'; look(n); reorder [2, 1]; export mp4, to: 'x.mp4' } }",
        "class Row { String title; int n }\ndef rows = [new Row(title: 'x', n: 1)]\nrows.eachWithIndex { r, i -> if (i > 0) { println r.title } else { println \"\$i\" } }",
        "use 'rec', input: 'a.mp4', show: 2\nfor (x in [1, 2]) { try { println x ?: 'none' } catch (Exception e) { fail e.message } finally { println '''done''' } }",
    ]
    static final List<String> PIECES = ['{', '}', '(', ')', '[', ']', "'", '"', "'''", '"""', '/', '$', '\\', '\n', '\t', ';', ',', ':', '->', '=', '+', '-', '?', '..', '@',
        '#', '`', '~', '!', '${', 'def ', 'class ', 'else ', 'switch (1) { ', 'import ', 'package a\n', 'new ', 'in ', 'trim ', 'reorder [1] ', 'params { ', 'use ', '2s', '35%', '1e999', '0x',
        '[a: 1]', '{ it }', 'null', 'this', '_', '你好', '“', '，', '🎬', '\u0000', '\u00a0', '//', '/*', '@Grab("a") ', '++', '*.', '::', '==~', '<']
    static final Path FOLDER = Files.createTempDirectory('mutated')
    static final Scripts KNOWN = new Scripts(MutatedScriptsSpec.classLoader, FOLDER.resolve('cache'))

    @AfterContainer
    static void remove() {
        FOLDER.toFile().deleteDir()
    }

    @Property(tries = 150)
    void 'a mutated script has no problems, or problems in its lines'(@ForAll('mutated') String text) {
        int lines = Math.max(1, text.count('\n') + 1)
        KNOWN.check(ScriptSource.text('mutated.groovy', text), FOLDER).each {
            assert it.line() in 0..lines: text
            assert it.column() >= 0: text
            assert !it.message().isEmpty(): text
        }
        Reading.of(text, ['x'] as Set)
    }

    @Property(tries = 50)
    void 'neither does any text at all'(@ForAll String text) {
        KNOWN.check(ScriptSource.text('mutated.groovy', text), FOLDER).each { assert !it.message().isEmpty() }
        Reading.of(text, [] as Set)
    }

    @Provide
    Arbitrary<String> mutated() {
        def change = Combinators.combine(Arbitraries.integers().between(0, 2), Arbitraries.doubles().between(0, 1), Arbitraries.of(PIECES))
            .as { kind, place, piece -> [kind, place, piece] }
        Combinators.combine(Arbitraries.of(SCRIPTS), change.list().ofMinSize(1).ofMaxSize(4)).as { script, changes ->
            changes.inject(script) { String text, List each -> changed(text, each[0] as int, each[1] as double, each[2] as String) }
        }
    }

    private static String changed(String text, int kind, double place, String piece) {
        int at = (int) (place * text.length())
        int end = Math.min(text.length(), at + piece.length() * 3)
        kind == 0 ? text.substring(0, at) + piece + text.substring(at) : kind == 1 ? text.substring(0, at) + text.substring(end) : text.substring(0, at) + piece + text.substring(end)
    }
}
