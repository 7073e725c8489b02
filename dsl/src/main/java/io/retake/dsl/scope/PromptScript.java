package io.retake.dsl.scope;

import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every entry of a prompt is: a script that goes on where the entries before it ended. Made by the compiler. */
public abstract class PromptScript extends RetakeScript {
    private final Map<String, Closure<?>> kept = new LinkedHashMap<>();
    private Map<String, @Nullable Object> variables = new LinkedHashMap<>();

    /** Gives it the variables, thread-safe, before it runs; what it changes, it changes there. */
    public final void goOn(Map<String, @Nullable Object> known) {
        variables = known;
    }

    /** The value of a variable that an earlier entry declared. Entries are compiled to it. */
    public final @Nullable Object variable(String name) {
        return variables.get(name);
    }

    /** Changes a variable that an earlier entry declared. Entries are compiled to it. */
    public final <T extends @Nullable Object> T variable(String name, T value) {
        variables.put(name, value);
        return value;
    }

    /** Says where the value of a declared variable can be read, now and at the end. Entries are compiled to it. */
    public final <T extends @Nullable Object> T keep(String name, Closure<T> reader) {
        kept.put(name, reader);
        return variable(name, reader.call());
    }

    /** The declared variables as they are at the end of the entry, or where it was stopped. */
    public final void handOver() {
        kept.forEach((name, reader) -> variable(name, reader.call()));
    }
}
