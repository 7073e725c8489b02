package io.retake.repl.jshell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Runs snippets in this process, each in a thread of its own. The JDK's local execution can't stop a compiled loop on
 * Java 17, nor any loop on 20 and 21, and it reports only the class name of what was thrown, not the throwable.
 */
final class InProcessExecution extends DirectExecutionControl {
    private static final String NAME = "retake-snippet";
    private final StopRequest.Group all = new StopRequest.Group("retake-snippets");
    private StopRequest.@Nullable Group last;
    private boolean stopping;
    private @Nullable Throwable thrown;

    /** Returns a provider that always supplies this instance. */
    ExecutionControlProvider provider() {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                return InProcessExecution.this;
            }
        };
    }

    /** Returns the throwable of the last snippet, if it threw one. */
    synchronized Optional<Throwable> thrown() {
        return Optional.ofNullable(thrown);
    }

    /** Clears the stop flag: snippets run again until {@link #stop}. */
    synchronized void begin() {
        stopping = false;
    }

    synchronized boolean stopping() {
        return stopping;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(Stream.of(classes)
                .map(each -> new ClassBytecodes(each.name(), StopChecks.into(each.bytecodes())))
                .toArray(ClassBytecodes[]::new));
    }

    @Override
    protected String invoke(Method method) throws Exception {
        Invocation invocation = new Invocation(method);
        Thread thread = new Thread(group(), invocation, NAME);
        thread.setDaemon(true);
        thread.start();
        thread.join();
        return invocation.value();
    }

    /** Creates a thread group for a snippet and the threads that it starts. */
    @SuppressWarnings({"removal", "deprecation"}) // on Java 17 a group that is not a daemon stays for good
    private synchronized ThreadGroup group() throws StoppedException {
        if (stopping) {
            throw new StoppedException();
        }
        StopRequest.Group group = new StopRequest.Group(all, NAME);
        group.setDaemon(true);
        last = group;
        return group;
    }

    /** Stops the running snippet and the threads that it started. */
    @Override
    public synchronized void stop() {
        stopping = true;
        if (last != null) {
            last.halt();
        }
    }

    /** Stops all remaining threads of all snippets. */
    @Override
    public synchronized void close() {
        stopping = true;
        all.halt();
    }

    private synchronized void thrown(@Nullable Throwable what) {
        thrown = what;
    }

    /** One call of a snippet, in its thread. */
    private final class Invocation implements Runnable {
        private final Method method;
        private @Nullable String value;
        private @Nullable Exception failure;

        Invocation(Method method) {
            this.method = method;
        }

        @Override
        public void run() {
            thrown(null);
            try {
                value = valueString(method.invoke(null));
            } catch (InvocationTargetException e) {
                thrown(e.getCause());
                failure = stopping() ? new StoppedException() : e;
            } catch (IllegalAccessException e) {
                failure = e;
            } catch (Throwable fromItsText) { // thrown by the value's own toString
                thrown(fromItsText);
                failure = stopping() ? new StoppedException() : new InvocationTargetException(fromItsText);
            }
        }

        String value() throws Exception {
            if (failure != null) {
                throw failure;
            }
            return String.valueOf(value);
        }
    }
}
