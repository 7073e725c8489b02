package io.retake.dsl.compile;

import io.retake.dsl.check.DeclaredMethod;
import io.retake.dsl.check.PromptDeclarations;
import io.retake.dsl.problem.ScriptSource;
import java.util.Map;
import java.util.TreeMap;

/**
 * The lines of an entry of a prompt as a person counts them. Behind its own text it is compiled with methods of earlier
 * entries: a line of theirs is known where both stand in the same file. Immutable.
 */
final class EntryLines {
    private final int own;
    private final TreeMap<Integer, Integer> offsets = new TreeMap<>();

    /** Of an entry that is compiled with what stands now. */
    EntryLines(ScriptSource entry, PromptDeclarations standing) {
        this.own = (int) entry.text().chars().filter(c -> c == '\n').count() + 1;
        int line = own + standing.imports.size() + 1;
        for (DeclaredMethod method : standing.methods.values()) {
            boolean here = method.source().equals(entry.name());
            offsets.put(line, here ? method.line() - line : -1);
            line += method.lines();
        }
    }

    /** The line of that number in the compiled text; 0 when the person knows it by none. */
    int of(int compiled) {
        if (compiled <= own) {
            return compiled;
        }
        Map.Entry<Integer, Integer> method = offsets.floorEntry(compiled);
        return method == null || method.getValue() == -1 ? 0 : compiled + method.getValue();
    }
}
