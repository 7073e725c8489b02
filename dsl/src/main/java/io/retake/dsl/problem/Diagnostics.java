package io.retake.dsl.problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;

/**
 * The problems found so far in one script; at most one per place, because the first one found there is the most
 * specific.
 */
public final class Diagnostics {
    private final ScriptSource source;
    private final List<String> lines;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Long> places = new HashSet<>();

    public Diagnostics(ScriptSource source) {
        this.source = source;
        this.lines = source.text().lines().toList();
    }

    public ScriptSource source() {
        return source;
    }

    public void add(ASTNode at, String message, String advice) {
        add(at.getLineNumber(), at.getColumnNumber(), message, advice);
    }

    /** Adds a problem; the column is the parser's, in code points. */
    public void add(int line, int column, String message, String advice) {
        String text = line < 1 || line > lines.size() ? "" : lines.get(line - 1);
        note(Math.max(0, line), ScriptSource.column(text, column), text, message, advice);
    }

    /** Adds a problem at an offset in the script's text. */
    public void addAt(int offset, String message, String advice) {
        String before = source.text().substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String text = line > lines.size() ? "" : lines.get(line - 1);
        note(line, offset - before.lastIndexOf('\n'), text, message, advice);
    }

    private void note(int line, int column, String text, String message, String advice) {
        if (places.add(((long) line << 32) + column)) {
            problems.add(new Problem(source.name(), line, column, message, advice, text));
        }
    }

    /** Returns whether only spaces separate two nodes of one line. */
    public boolean blankBetween(ASTNode before, ASTNode after) {
        int line = before.getLastLineNumber();
        if (line < 1 || line > lines.size() || after.getLineNumber() != line) {
            return false;
        }
        String text = lines.get(line - 1);
        int from = ScriptSource.column(text, before.getLastColumnNumber()) - 1;
        int to = ScriptSource.column(text, after.getColumnNumber()) - 1;
        return from < to && to <= text.length() && text.substring(from, to).isBlank();
    }

    public boolean none() {
        return problems.isEmpty();
    }

    public List<Problem> sorted() {
        return problems.stream().sorted().toList();
    }
}
