package io.retake.dsl.language;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry of a prompt, to be run once by one thread. */
public final class ReadyEntry {
    private final ReadyScript script;
    private final Map<String, @Nullable Object> variables;

    ReadyEntry(ReadyScript script, Map<String, @Nullable Object> variables) {
        this.script = script;
        this.variables = variables;
    }

    /** Whether a class, by its name, is one of this entry's: a line of a stack trace that the person wrote. */
    public boolean owns(String className) {
        return script.owns(className);
    }

    /** Runs it in this thread; returns what it returns and throws what it throws. What it declared stands afterwards. */
    public @Nullable Object run(RetakeScript.Host host) {
        PromptScript entry = (PromptScript) script.instance();
        entry.begin(host, script.values());
        entry.goOn(variables);
        try {
            return entry.run();
        } finally {
            entry.handOver();
        }
    }
}
