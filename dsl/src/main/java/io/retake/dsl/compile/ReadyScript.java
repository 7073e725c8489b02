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
 * A script in a class loader of its own, to be run once by one thread. Nothing but the running script holds its classes.
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

    /** What it says about itself. */
    public Description description() {
        return script.description();
    }

    /** The values of its parameters. */
    public Map<String, Object> values() {
        return Map.copyOf(values);
    }

    /** The files that it names for exports, its recipes' too, as far as that is known before it runs. */
    public List<NamedOutput> outputs() {
        return outputs;
    }

    /** The line that the person wrote and a frame of a stack is of; 0 when it is of none. */
    public int lineOf(StackTraceElement frame) {
        return script.classes().containsKey(frame.getClassName()) ? Math.max(0, frame.getLineNumber()) : 0;
    }

    /** What stops its code. */
    public Stop stop() {
        return loader.stop();
    }

    /** It is stopped with the script that uses it. */
    public void stopWith(Stop user) {
        loader.stopWith(user);
    }

    /** Runs it in this thread; returns what it returns and throws what it throws. */
    public @Nullable Object run(RetakeScript.Host host) {
        RetakeScript instance = instance();
        instance.begin(host, values);
        return instance.run();
    }

    /** Makes Groovy forget its classes, which its global registry would otherwise keep until memory is short. */
    public void forget() {
        for (String name : script.classes().keySet()) {
            Class<?> type = loader.loaded(name);
            if (type != null) {
                InvokerHelper.removeClass(type);
            }
        }
    }

    /** The loader of its classes. */
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
