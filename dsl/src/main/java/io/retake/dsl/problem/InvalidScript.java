package io.retake.dsl.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A script, or what was given to it, is wrong; nothing has run. */
public final class InvalidScript extends DslException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    /** Everything that is wrong, in the order of the script; at least one thing. */
    public InvalidScript(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), "");
        this.problems = problems.stream().sorted().toList();
    }

    /** The same under the name by which a person knows the script. */
    InvalidScript in(String script) {
        return new InvalidScript(problems.stream()
                .map(p -> new Problem(script, p.line(), p.column(), p.message(), p.advice(), p.source()))
                .toList());
    }

    /** Everything that is wrong, in the order of the script. */
    public List<Problem> problems() {
        return problems;
    }
}
