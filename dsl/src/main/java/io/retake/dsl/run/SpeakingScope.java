package io.retake.dsl.run;

import io.retake.dsl.DslException;
import io.retake.dsl.language.Place;
import io.retake.dsl.language.Scope;
import io.retake.dsl.language.StepTime;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a script and a session's block both can: speak, and ask what was done so far. */
abstract class SpeakingScope implements Scope {
    final RunContext run;
    final Console console;

    SpeakingScope(RunContext run, Console console) {
        this.run = run;
        this.console = console;
    }

    @Override
    public Place getBackend() {
        return new Place(run.connection.name(), run.connection.local());
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
