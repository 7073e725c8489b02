package io.retake.dsl.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A script or its arguments are wrong; nothing has run. */
public final class InvalidScript extends DslException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    /** Creates an exception with all problems, in the order of the script; at least one. */
    public InvalidScript(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), "");
        this.problems = problems.stream().sorted().toList();
    }

    /** Returns this exception under the name by which the user knows the script. */
    InvalidScript in(String script) {
        return new InvalidScript(problems.stream()
                .map(p -> new Problem(script, p.line(), p.column(), p.message(), p.advice(), p.source()))
                .toList());
    }

    /** Returns all problems, in the order of the script. */
    public List<Problem> problems() {
        return problems;
    }
}
