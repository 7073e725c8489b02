package io.retake.dsl.check

import io.retake.dsl.compile.Scripts
import io.retake.dsl.problem.Problem
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Base of the checks on scripts that are compiled and not run. */
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
