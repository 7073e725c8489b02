package io.retake.dsl;

import io.retake.dsl.event.RunEvent;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.problem.Problem;
import io.retake.dsl.problem.ScriptSource;
import io.retake.dsl.run.Run;
import io.retake.dsl.run.RunResult;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts by JSR 223: the bindings of the engine's scope are the parameters, {@code println} writes to the
 * context's writer, and {@code eval} returns the script's result. Interrupting the evaluating thread cancels the run.
 * Closing the engine closes the embedded engine.
 */
public final class RetakeScriptEngine extends AbstractScriptEngine implements Compilable, AutoCloseable {
    private final ScriptEngineFactory factory;
    private @Nullable Retake retake;

    RetakeScriptEngine(ScriptEngineFactory factory) {
        this.factory = factory;
    }

    /**
     * Returns the instance that runs the scripts: a default one, unless a host sets another before the first script.
     */
    public synchronized Retake retake() {
        if (retake == null) {
            retake = Retake.builder().build();
        }
        return retake;
    }

    /** Sets the instance for further scripts; closing the engine closes it. */
    public synchronized void runOn(Retake value) {
        retake = value;
    }

    @Override
    public @Nullable Object eval(String script, ScriptContext context) throws ScriptException {
        try {
            Run run = retake().run(source(script, context), parameters(context), printing(context));
            return value(run);
        } catch (InvalidScript invalid) {
            throw wrong(invalid);
        }
    }

    @Override
    public @Nullable Object eval(Reader script, ScriptContext context) throws ScriptException {
        return eval(text(script), context);
    }

    @Override
    public CompiledScript compile(String script) throws ScriptException {
        List<Problem> problems = retake().check(source(script, getContext()));
        if (!problems.isEmpty()) {
            throw wrong(new InvalidScript(problems));
        }
        return new Checked(script);
    }

    @Override
    public CompiledScript compile(Reader script) throws ScriptException {
        return compile(text(script));
    }

    @Override
    public Bindings createBindings() {
        return new SimpleBindings();
    }

    @Override
    public ScriptEngineFactory getFactory() {
        return factory;
    }

    @Override
    public synchronized void close() {
        if (retake != null) {
            retake.close();
        }
    }

    private static ScriptSource source(String script, ScriptContext context) {
        Object name = context.getAttribute(ScriptEngine.FILENAME);
        return name == null ? ScriptSource.text(script) : ScriptSource.text(name.toString(), script);
    }

    private static Map<String, ?> parameters(ScriptContext context) {
        return context.getBindings(ScriptContext.ENGINE_SCOPE).entrySet().stream()
                .filter(e -> !e.getKey().startsWith("javax.script.") && e.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static RunListener printing(ScriptContext context) {
        return event -> {
            if (event instanceof RunEvent.Said said && said.by() == RunEvent.Speaker.SCRIPT) {
                try {
                    Writer out = context.getWriter();
                    out.write(said.text() + System.lineSeparator());
                    out.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static @Nullable Object value(Run run) throws ScriptException {
        try {
            RunResult result = run.await();
            if (result.failure().isPresent()) {
                throw failed(result.failure().get());
            }
            return result.value().orElse(null);
        } catch (InterruptedException e) {
            run.cancel();
            Thread.currentThread().interrupt();
            throw new ScriptException(e);
        }
    }

    private static ScriptException failed(RunEvent.Failed failure) {
        String message = failure.message() + (failure.advice().isEmpty() ? "" : "; " + failure.advice());
        ScriptException exception = new ScriptException(message, failure.script(), failure.line());
        failure.cause().ifPresent(exception::initCause);
        return exception;
    }

    private static ScriptException wrong(InvalidScript invalid) {
        Problem first = invalid.problems().get(0);
        ScriptException exception =
                new ScriptException(invalid.getMessage(), first.script(), first.line(), first.column());
        exception.initCause(invalid);
        return exception;
    }

    private static String text(Reader reader) throws ScriptException {
        StringWriter text = new StringWriter();
        try {
            reader.transferTo(text);
        } catch (IOException e) {
            throw new ScriptException(e);
        }
        return text.toString();
    }

    /** A checked script; its class files are in the cache. */
    private final class Checked extends CompiledScript {
        private final String script;

        Checked(String script) {
            this.script = script;
        }

        @Override
        public @Nullable Object eval(ScriptContext context) throws ScriptException {
            return RetakeScriptEngine.this.eval(script, context);
        }

        @Override
        public ScriptEngine getEngine() {
            return RetakeScriptEngine.this;
        }
    }
}
