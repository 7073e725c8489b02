package io.retake.dsl.compile;

import io.retake.dsl.check.DeclaredMethod;
import io.retake.dsl.check.PromptDeclarations;
import io.retake.dsl.problem.ScriptSource;
import java.util.Map;
import java.util.TreeMap;

/**
 * The line numbers of a prompt's entry as the user counts them. An entry is compiled with the methods of earlier
 * entries after its own text; their lines are known if both are in the same file. Immutable.
 */
final class EntryLines {
    private final int own;
    private final TreeMap<Integer, Integer> offsets = new TreeMap<>();

    /** Creates the lines of an entry that is compiled with the current declarations. */
    EntryLines(ScriptSource entry, PromptDeclarations standing) {
        this.own = (int) entry.text().chars().filter(c -> c == '\n').count() + 1;
        int line = own + standing.imports.size() + 1;
        for (DeclaredMethod method : standing.methods.values()) {
            boolean here = method.source().equals(entry.name());
            offsets.put(line, here ? method.line() - line : -1);
            line += method.lines();
        }
    }

    /** Maps a line of the compiled text; 0 when the user knows it by none. */
    int of(int compiled) {
        if (compiled <= own) {
            return compiled;
        }
        Map.Entry<Integer, Integer> method = offsets.floorEntry(compiled);
        return method == null || method.getValue() == -1 ? 0 : compiled + method.getValue();
    }
}
