package io.retake.repl

import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** The table of rooms in docs/architecture.md, compared with the code. */
class RoomsSpec extends Specification {
    /** Modules whose name is a room as well: the packages below it are rooms of their own. */
    private static final List<String> MODULES = ['core', 'engine', 'dsl', 'repl']

    @Shared
    JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages('io.retake')

    /** Each room and what the table lets it use, in the order of the table. */
    @Shared
    Map<String, String> table = table()

    /** Each room and the rooms it uses. */
    @Shared
    Map<String, Set<String>> used = used()

    def "every package belongs to a room, and every room has classes"() {
        expect:
        used.keySet() - table.keySet() == [] as Set
        table.keySet() - used.keySet() == [] as Set
    }

    def "#room uses what the table says"() {
        given:
        def allowed = allowed(room)

        expect: 'no more'
        (used[room] - allowed) - (room.startsWith('core') ? [] : table.keySet().findAll { it.startsWith('core') }) == [] as Set

        and: 'no less, where rooms are named'
        named(room) - used[room] == [] as Set

        where:
        room << table().keySet()
    }

    def "a room uses no room of its module that is further down"() {
        given:
        def order = table.keySet() as List

        expect:
        used.collectMany { room, others -> others.findAll { module(it) == module(room) && order.indexOf(it) > order.indexOf(room) }.collect { "$room -> $it".toString() } } == []
    }

    private static Map<String, String> table() {
        def rows = Files.readString(root().resolve('docs/architecture.md')).readLines().findAll { it.startsWith('| `') }
        rows.collectEntries { row ->
            def cells = row.split(/\|/)*.strip()
            [(cells[1].replace('`', '')): cells[3]]
        }
    }

    private static Path root() {
        def folder = Path.of('').toAbsolutePath()
        Files.exists(folder.resolve('docs/architecture.md')) ? folder : folder.parent
    }

    private Set<String> named(String room) {
        table[room].findAll(/`([\w\/]+)`/) { it[1] } as Set
    }

    private Set<String> allowed(String room) {
        def order = table.keySet() as List
        def all = named(room)
        (table[room] =~ /all rooms of (\w+)( above)?/).each { match ->
            all += order.findAll { module(it) == match[1] && (!match[2] || order.indexOf(it) < order.indexOf(room)) }
        }
        all
    }

    private static String module(String room) {
        room.tokenize('/')[0]
    }

    private Map<String, Set<String>> used() {
        Map<String, Set<String>> all = [:].withDefault { [] as Set }
        classes.findAll { it.simpleName != 'package-info' }.each { type ->
            def room = room(type.packageName)
            all[room].addAll(type.directDependenciesFromSelf*.targetClass*.packageName.findAll { it.startsWith('io.retake.') }.collect { this.room(it) }.findAll { it != room })
        }
        all
    }

    /** The longest room that a package lies in. */
    private String room(String name) {
        def path = name - 'io.retake.'
        path = path.replace('.', '/')
        table.keySet().findAll { path == it || (!(it in MODULES) && path.startsWith("$it/")) }.max { it.length() } ?: path
    }
}
