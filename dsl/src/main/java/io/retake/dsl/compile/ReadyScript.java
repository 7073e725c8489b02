package io.retake.dsl.compile;

import io.retake.dsl.parameter.Description;
import io.retake.dsl.scope.RetakeScript;
import io.retake.dsl.scope.ScriptLoader;
import io.retake.dsl.scope.Stop;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/**
 * A script in a class loader of its own, to be run once by one thread. Only the running script references its classes.
 */
public final class ReadyScript {
    private final CompiledScript script;
    private final ScriptLoader loader;
    private final Map<String, Object> values;
    private final List<NamedOutput> outputs;

    ReadyScript(CompiledScript script, ClassLoader parent, Map<String, Object> values) {
        this(script, parent, values, List.of());
    }

    ReadyScript(CompiledScript script, ClassLoader parent, Map<String, Object> values, List<NamedOutput> outputs) {
        this.outputs = List.copyOf(outputs);
        this.script = script;
        this.loader = new ScriptLoader(script.classes(), parent);
        this.values = values;
    }

    /** Returns its description. */
    public Description description() {
        return script.description();
    }

    /** Returns the values of its parameters. */
    public Map<String, Object> values() {
        return Map.copyOf(values);
    }

    /** Returns the files that it and its recipes name for exports, as far as they are known before it runs. */
    public List<NamedOutput> outputs() {
        return outputs;
    }

    /** Returns the user's line of a stack frame; 0 when there is none. */
    public int lineOf(StackTraceElement frame) {
        return script.classes().containsKey(frame.getClassName()) ? Math.max(0, frame.getLineNumber()) : 0;
    }

    /** Returns the control that stops its code. */
    public Stop stop() {
        return loader.stop();
    }

    /** Stops it together with the script that uses it. */
    public void stopWith(Stop user) {
        loader.stopWith(user);
    }

    /** Runs it in this thread, with its result and exceptions. */
    public @Nullable Object run(RetakeScript.Host host) {
        RetakeScript instance = instance();
        instance.begin(host, values);
        return instance.run();
    }

    /** Removes its classes from Groovy's global registry, which would otherwise keep them until memory is short. */
    public void forget() {
        for (String name : script.classes().keySet()) {
            Class<?> type = loader.loaded(name);
            if (type != null) {
                InvokerHelper.removeClass(type);
            }
        }
    }

    /** Returns the loader of its classes. */
    ClassLoader loader() {
        return loader;
    }

    RetakeScript instance() {
        try {
            return (RetakeScript) loader.loadClass(script.mainClass())
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
