package io.retake.dsl.scope;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Defines the classes of one script. Its unique name appears in every stack frame of this script. */
public final class ScriptLoader extends ClassLoader {
    private static final AtomicLong MADE = new AtomicLong();
    private final Map<String, byte[]> classes;
    private volatile Stop stop = new Stop();

    public ScriptLoader(Map<String, byte[]> classes, ClassLoader parent) {
        super("script-" + MADE.incrementAndGet(), parent);
        this.classes = classes;
        stop.stops(getName());
    }

    /** Returns the control that stops its code, in any thread. */
    public Stop stop() {
        return stop;
    }

    public void stopWith(Stop other) {
        other.stops(getName());
        stop = other;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Nullable
    public Class<?> loaded(String name) {
        return findLoadedClass(name);
    }
}
