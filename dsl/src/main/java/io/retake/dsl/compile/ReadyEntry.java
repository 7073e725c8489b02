package io.retake.dsl.compile;

import io.retake.dsl.scope.PromptScript;
import io.retake.dsl.scope.RetakeScript;
import io.retake.dsl.scope.Stop;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled entry of a prompt, to be run once by one thread. */
public final class ReadyEntry {
    private final ReadyScript script;
    private final Map<String, @Nullable Object> variables;
    private final EntryLines lines;

    ReadyEntry(ReadyScript script, Map<String, @Nullable Object> variables, EntryLines lines) {
        this.script = script;
        this.variables = variables;
        this.lines = lines;
    }

    /** Returns the user's line of a stack frame; 0 when there is none. */
    public int lineOf(StackTraceElement frame) {
        return lines.of(script.lineOf(frame));
    }

    /** Returns the control that stops its code. */
    public Stop stop() {
        return script.stop();
    }

    /** Runs it in this thread, with its result and exceptions. Its declarations remain afterwards. */
    public @Nullable Object run(RetakeScript.Host host) {
        PromptScript entry = (PromptScript) script.instance();
        entry.begin(host, script.values());
        entry.goOn(variables);
        try {
            return entry.run();
        } finally {
            if (!stop().left()) {
                stop().atEnd(entry::handOver);
            }
        }
    }
}
