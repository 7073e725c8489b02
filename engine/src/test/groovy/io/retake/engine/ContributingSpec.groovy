package io.retake.engine

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** The walks of docs/contributing.md lead to files that there are: one that moves is named here. */
class ContributingSpec extends Specification {
    private static final Path ROOT = Path.of(System.getProperty('retake.root'))

    private static List<String> files() {
        ['core', 'engine', 'dsl', 'repl', 'docs'].collectMany { module ->
            Files.walk(ROOT.resolve(module)).withCloseable { all ->
                all.map { ROOT.relativize(it).toString().replace('\\', '/') }.filter { !it.contains('/target/') }.toList()
            }
        } + 'CHANGELOG.md'
    }

    def 'every file that is named is there'() {
        given:
        def named = (Files.readString(ROOT.resolve('docs/contributing.md')) =~ /`((?:core|engine|dsl|repl|docs)\/[^`\s]+|CHANGELOG\.md)`/).collect { it[1] }.toUnique()
        def there = files()
        def missing = named.findAll { !it.contains('NAME') && !it.contains('/target/') }.findAll { name ->
            def pattern = name.split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('.*')
            !there.any { it ==~ pattern }
        }

        expect:
        named.size() > 20
        missing == []
    }
}
