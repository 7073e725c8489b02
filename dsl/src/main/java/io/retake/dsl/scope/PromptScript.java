package io.retake.dsl.scope;

import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The base class of every entry of a prompt: a script that continues where the entries before it ended. Instantiated by
 * compiled code.
 */
public abstract class PromptScript extends RetakeScript {
    private final Map<String, Closure<?>> kept = new LinkedHashMap<>();
    private Map<String, @Nullable Object> variables = new LinkedHashMap<>();

    /** Passes in the variables, thread-safe, before it runs; it changes them in place. */
    public final void goOn(Map<String, @Nullable Object> known) {
        variables = known;
    }

    /** Returns the value of a variable that an earlier entry declared. Called by compiled code. */
    public final @Nullable Object variable(String name) {
        return variables.get(name);
    }

    /** Changes a variable that an earlier entry declared. Called by compiled code. */
    public final <T extends @Nullable Object> T variable(String name, T value) {
        variables.put(name, value);
        return value;
    }

    /** Registers a reader for the value of a declared variable, now and at the end. Called by compiled code. */
    public final <T extends @Nullable Object> T keep(String name, Closure<T> reader) {
        kept.put(name, reader);
        return variable(name, reader.call());
    }

    /** Stores the declared variables, as of the end of the entry, or of its stop. */
    public final void handOver() {
        kept.forEach((name, reader) -> variable(name, reader.call()));
    }
}
