package io.retake.dsl.run;

import io.retake.dsl.event.Console;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.scope.BackendInfo;
import io.retake.dsl.scope.Scope;
import io.retake.dsl.scope.StepTime;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The common part of a script and a session block: output, and the steps so far. */
abstract class SpeakingScope implements Scope {
    final RunContext run;
    final Console console;

    SpeakingScope(RunContext run, Console console) {
        this.run = run;
        this.console = console;
    }

    @Override
    public BackendInfo getBackend() {
        return new BackendInfo(run.connection.name(), run.connection.local());
    }

    @Override
    public void fail(Object why) {
        fail(why, "");
    }

    @Override
    public void fail(Object why, Object advice) {
        throw new DslException(String.valueOf(why), String.valueOf(advice));
    }

    @Override
    public List<StepTime> getSteps() {
        return run.steps();
    }

    @Override
    public void println(@Nullable Object text) {
        console.println(text);
    }

    @Override
    public void println() {
        console.println();
    }

    @Override
    public void print(@Nullable Object text) {
        console.print(text);
    }

    @Override
    public void sleep(Duration time) {
        sleep(time.toMillis());
    }

    @Override
    public void sleep(long milliseconds) {
        run.stop.sleep(milliseconds);
    }

    @Override
    public void printf(String pattern, Object[] values) {
        console.printf(pattern, values);
    }
}
