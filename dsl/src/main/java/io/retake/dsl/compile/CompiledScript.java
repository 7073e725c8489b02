package io.retake.dsl.compile;

import io.retake.dsl.check.FileLiteral;
import io.retake.dsl.check.OutputLiteral;
import io.retake.dsl.check.ScriptLiterals;
import io.retake.dsl.check.UseLiteral;
import io.retake.dsl.parameter.Description;
import java.util.List;
import java.util.Map;

/**
 * A script that compiled without a problem: class files and metadata. Immutable.
 *
 * @param mainClass the name of the script's class
 * @param classes all its classes by name
 * @param description its doc text and parameters
 * @param mentions the names that it contains literally
 */
record CompiledScript(String mainClass, Map<String, byte[]> classes, Description description, ScriptLiterals mentions) {
    CompiledScript {
        classes = Map.copyOf(classes);
    }

    List<FileLiteral> files() {
        return mentions.files();
    }

    List<UseLiteral> uses() {
        return mentions.uses();
    }

    List<OutputLiteral> outputs() {
        return mentions.outputs();
    }
}
