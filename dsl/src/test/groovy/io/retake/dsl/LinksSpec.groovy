package io.retake.dsl

import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import spock.lang.Specification

/** Links between the pages of the repository lead somewhere, to a heading where they name one. */
class LinksSpec extends Specification {
    static final Path ROOT = Path.of(System.getProperty('retake.root'))
    static final Pattern LINK = Pattern.compile('\\]\\(([^)\\s]+)\\)')

    static List<Path> pages() {
        def pages = ['README.md', 'CHANGELOG.md'].collect { ROOT.resolve(it) }
        ['docs', 'docs/adr'].each { folder ->
            Files.list(ROOT.resolve(folder)).withCloseable { it.filter { "$it".endsWith('.md') }.each { pages << it } }
        }
        pages
    }

    static String anchor(String heading) {
        heading.toLowerCase(Locale.ROOT).replaceAll(/[^\p{L}\p{N}\- ]/, '').strip().replace(' ', '-')
    }

    static Set<String> anchors(Path page) {
        Files.readAllLines(page).findAll { it.startsWith('#') }.collect { anchor(it.replaceFirst(/^#+ */, '')) } as Set
    }

    def "links of #page lead somewhere"() {
        given:
        def file = ROOT.resolve(page)
        def links = LINK.matcher(Files.readString(file)).results().toList()*.group(1).findAll { !it.startsWith('http') }

        expect:
        links.findAll { link ->
            def parts = link.split('#', 2)
            def target = parts[0].empty ? file : file.parent.resolve(parts[0])
            !Files.exists(target) || parts.length > 1 && !(parts[1] in anchors(target))
        } == []

        where:
        page << pages().collect { ROOT.relativize(it).toString() }
    }

    def "an anchor is made of a heading as it is shown"() {
        expect:
        anchor('Limits for slow and many clients') == 'limits-for-slow-and-many-clients'
        anchor("The cloud's limits, simulated") == 'the-clouds-limits-simulated'
        anchors(ROOT.resolve('docs/engine.md')).contains('language-model')
    }
}
