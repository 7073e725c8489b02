package io.retake.repl.shell

import io.retake.repl.LoadedClasses
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The classes loaded between the start of the process and the first key; bench/prompt measures the time. */
@Requires({ !os.windows })
class PromptStartSpec extends Specification {
    @TempDir
    @Shared
    Path folder
    @Shared
    List<String> loaded

    def setupSpec() {
        loaded = LoadedClasses.beforeThePrompt(folder, [])
    }

    def "the prompt shows itself before #what"() {
        expect:
        loaded.findAll { line -> names.any { line.startsWith(it) } } == []

        where:
        what                              | names
        'the compiler'                    | ['groovy', 'org.codehaus.groovy.', 'org.apache.groovy.']
        'the vocabulary and its language' | ['io.retake.core.vocabulary.Vocabulary', 'io.retake.dsl.scope.', 'io.retake.dsl.compile.']
        'the engine and its server'       | ['io.retake.engine.', 'org.eclipse.jetty.', 'org.slf4j.']
        'the client'                      | ['io.retake.core.client.', 'okhttp3.', 'okio.', 'kotlin.']
        'JSON'                            | ['com.fasterxml.']
        'the command line'                | ['picocli.']
        'any process'                     | ['java.lang.ProcessBuilder'] // the JDK 25 reads its environment by ProcessImpl
        'any commands'                    | ['io.retake.repl.shell.Commands', 'io.retake.repl.shell.PromptCompleter']
    }

    def "the prompt loads few classes of its own"() {
        expect:
        loaded.any { it.startsWith('org.jline.terminal.impl.jni.JniUnixSysTerminal') }
        loaded.findAll { it.startsWith('io.retake.') && !it.contains('$$Lambda') }.size() < 70
    }
}
