package io.retake.dsl.language

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What is told of scripts that are compiled and not run. */
abstract class ChecksSpecification extends Specification {
    @TempDir
    Path folder

    Scripts scripts

    def setup() {
        scripts = new Scripts(getClass().classLoader, folder.resolve('cache'))
    }

    protected List<Problem> problems(String script) {
        scripts.check(ScriptSource.text('film.groovy', script), folder)
    }
}
