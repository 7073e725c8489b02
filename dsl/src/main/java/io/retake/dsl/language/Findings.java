package io.retake.dsl.language;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;

/** The problems found so far in one script. At most one at a place: the first one found there knows best. */
final class Findings {
    private final ScriptSource source;
    private final List<Problem> problems = new ArrayList<>();

    Findings(ScriptSource source) {
        this.source = source;
    }

    ScriptSource source() {
        return source;
    }

    void add(ASTNode at, String message, String advice) {
        add(at.getLineNumber(), at.getColumnNumber(), message, advice);
    }

    void add(int line, int column, String message, String advice) {
        int known = Math.max(0, line);
        boolean told = problems.stream().anyMatch(p -> p.line() == known && p.column() == Math.max(0, column));
        if (!told) {
            problems.add(new Problem(source.name(), known, Math.max(0, column), message, advice, source.line(known)));
        }
    }

    boolean none() {
        return problems.isEmpty();
    }

    List<Problem> sorted() {
        return problems.stream().sorted().toList();
    }
}
