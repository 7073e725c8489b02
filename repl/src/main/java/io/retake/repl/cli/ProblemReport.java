package io.retake.repl.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.retake.dsl.problem.Problem;
import io.retake.repl.view.ProblemView;
import io.retake.repl.view.Theme;
import java.io.PrintStream;
import java.util.List;

/** Prints the problems of a script, as text or as lines of JSON. */
final class ProblemReport {
    private final ProcessEnvironment around;
    private final boolean json;

    ProblemReport(ProcessEnvironment around, boolean json) {
        this.around = around;
        this.json = json;
    }

    /** Prints problems as text to the stream; JSON always goes to standard output. */
    void show(PrintStream stream, Theme theme, List<Problem> problems) {
        if (json) {
            problems.forEach(problem -> around.out().println(line("problem", problem)));
        } else {
            new ProblemView(stream, theme).show(problems);
        }
    }

    /** Prints warnings the same way. */
    void warn(PrintStream stream, Theme theme, List<Problem> warnings) {
        if (json) {
            warnings.forEach(warning -> around.out().println(line("warning", warning)));
        } else {
            new ProblemView(stream, theme).warn(warnings);
        }
    }

    private static String line(String event, Problem problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("event", event)
                .put("script", problem.script())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("message", problem.message())
                .put("advice", problem.advice())
                .toString();
    }
}
