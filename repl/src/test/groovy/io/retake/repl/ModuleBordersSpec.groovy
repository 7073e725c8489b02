package io.retake.repl

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices

import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.lang.ArchRule
import io.retake.repl.cli.Main
import spock.lang.Shared
import spock.lang.Specification

/** Which room may know which: imports go repl to dsl to core, and engine to nlu to core. */
class ModuleBordersSpec extends Specification {
    @Shared
    JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages('io.retake')

    def "all five modules are looked at"() {
        expect:
        ['core.draft', 'core.client', 'nlu.frame', 'engine', 'engine.render', 'dsl', 'dsl.run', 'repl.cli', 'repl.view'].every { room ->
            classes.any { it.packageName == "io.retake.$room".toString() }
        }
    }

    def "#room doesn't know #forbidden"() {
        expect:
        noClasses().that().resideInAPackage(room).should().dependOnClassesThat().resideInAnyPackage(*forbidden).check(classes)

        where:
        room                         | forbidden
        'io.retake.core..'           | ['io.retake.engine..', 'io.retake.dsl..', 'io.retake.repl..']
        'io.retake.core..'           | ['io.retake.nlu..']
        'io.retake.nlu..'            | ['io.retake.engine..', 'io.retake.dsl..', 'io.retake.repl..', 'okhttp3..']
        'io.retake.dsl..'            | ['io.retake.nlu..']
        'io.retake.repl..'           | ['io.retake.nlu..']
        'io.retake.engine..'         | ['io.retake.dsl..', 'io.retake.repl..']
        'io.retake.dsl..'            | ['io.retake.repl..']
        'io.retake.core..'           | ['groovy..', 'org.codehaus.groovy..', 'org.apache.groovy..', 'org.jline..', 'picocli..', 'org.eclipse.jetty..']
        'io.retake.engine..'         | ['groovy..', 'org.codehaus.groovy..', 'org.apache.groovy..', 'org.jline..', 'picocli..']
        'io.retake.dsl..'            | ['org.jline..', 'picocli..', 'org.eclipse.jetty..']
        'io.retake.repl..'           | ['org.eclipse.jetty..', 'okhttp3..']
        'io.retake.repl.view..'      | ['io.retake.repl.cli..', 'picocli..']
        'io.retake.repl.jshell..'    | ['io.retake.repl.cli..', 'io.retake.repl.shell..', 'picocli..', 'org.jline..']
        'io.retake.repl.completion..' | ['io.retake.repl.cli..', 'io.retake.repl.shell..', 'io.retake.core.client..', 'picocli..', 'org.jline..']
        'io.retake.repl.shell..'     | ['picocli..']
        'io.retake.core.draft..'     | ['io.retake.core.client..', 'io.retake.core.sse..', 'okhttp3..']
        'io.retake.core.edit..'      | ['io.retake.core.vocabulary..', 'io.retake.core.draft..', 'io.retake.core.client..', 'io.retake.core.sse..', 'okhttp3..']
        'io.retake.core.vocabulary..' | ['io.retake.core.client..', 'io.retake.core.sse..', 'okhttp3..']
        'io.retake..'                | ['java.util.logging..', 'javax.swing..']
    }

    def "only the pictures of the prompt load AWT"() {
        expect:
        noClasses().that().resideOutsideOfPackage('io.retake.repl.view.picture').should().dependOnClassesThat().resideInAnyPackage('java.awt..', 'javax.imageio..').check(classes)
    }

    def "#program knows of the engine no more than how to start it"() {
        given:
        def inside = classes*.packageName.unique().findAll { it.startsWith('io.retake.engine.') } - 'io.retake.engine.api'

        expect:
        noClasses().that().resideInAPackage(program).should().dependOnClassesThat().resideInAnyPackage(*inside).check(classes)

        where:
        program << ['io.retake.dsl..', 'io.retake.repl..']
    }

    def "packages don't depend on each other in a circle"() {
        expect:
        slices().matching('io.retake.(**)').should().beFreeOfCycles().check(classes)
    }

    def "no package has more than #most files"() {
        given:
        def sizes = classes.findAll { it.topLevelClass }.countBy { it.packageName }

        expect: 'save the reader, whose rules are one file each'
        sizes.findAll { it.value > most }.keySet() - 'io.retake.engine.agent.read' == [] as Set

        where:
        most = 35
    }

    def "the prompt has no mutable fields that other classes can write"() {
        expect:
        fields().that().areDeclaredInClassesThat().resideInAPackage('io.retake.repl.shell..').and().areNotPrivate().should().beFinal().check(classes)
    }

    def "only the prompt, its warm-up and the tables of commands use the whole shell; everything else takes the parts that it needs"() {
        expect:
        noClasses().that().resideInAPackage('io.retake.repl.shell..').and().haveNameNotMatching(/.*\.(Prompt|PromptWarmUp|ShellContext|Command|\w*Commands)(\$.*)?/)
            .should().dependOnClassesThat().haveFullyQualifiedName('io.retake.repl.shell.ShellContext').check(classes)
    }

    def "a process is ended in one place only"() {
        expect:
        rule.check(classes)

        where:
        rule << [
            notCalled('exit', Main, 'io.retake.repl.cli.Training'),
            noClasses().that().resideOutsideOfPackage('io.retake.repl.cli').should().callMethod(Runtime, 'halt', int)
        ]
    }

    def "nothing but the command line writes to the process's own streams; Java at the prompt puts others in their place"() {
        expect:
        noClasses().that().resideOutsideOfPackage('io.retake.repl.cli').and().doNotHaveSimpleName('StandardStreams')
            .should().accessField(System, 'out').orShould().accessField(System, 'err').check(classes)
    }

    private static ArchRule notCalled(String method, Class<?> allowed, String alsoAllowed) {
        noClasses().that().doNotHaveFullyQualifiedName(allowed.name).and().doNotHaveFullyQualifiedName(alsoAllowed)
            .should().callMethod(System, method, int)
    }
}
