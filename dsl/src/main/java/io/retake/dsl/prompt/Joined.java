package io.retake.dsl.prompt;

import groovy.lang.Closure;
import io.retake.dsl.scope.BackendInfo;
import io.retake.dsl.scope.RecipeResult;
import io.retake.dsl.scope.RetakeScript;
import io.retake.dsl.scope.SessionScope;
import io.retake.dsl.scope.StepTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A host that runs all session blocks in the open session. */
final class Joined implements RetakeScript.Host {
    private final RetakeScript.Host host;
    private final SessionScope session;

    Joined(RetakeScript.Host host, SessionScope session) {
        this.host = host;
        this.session = session;
    }

    @Override
    public SessionScope current(String verb) {
        return session;
    }

    @Override
    public <T extends @Nullable Object> T session(Closure<T> block) {
        block.setDelegate(session);
        block.setResolveStrategy(Closure.DELEGATE_FIRST);
        return block.call();
    }

    @Override
    public <T extends @Nullable Object> T session(String title, Closure<T> block) {
        return session(block);
    }

    @Override
    public RecipeResult use(String recipe) {
        return host.use(recipe);
    }

    @Override
    public RecipeResult use(Map<String, ?> parameters, String recipe) {
        return host.use(parameters, recipe);
    }

    @Override
    public <T extends @Nullable Object> List<T> eachFile(List<Path> files, Closure<T> work) {
        return host.eachFile(files, work);
    }

    @Override
    public Path sampleClip() {
        return host.sampleClip();
    }

    @Override
    public List<StepTime> getSteps() {
        return host.getSteps();
    }

    @Override
    public BackendInfo getBackend() {
        return host.getBackend();
    }

    @Override
    public void fail(Object why) {
        host.fail(why);
    }

    @Override
    public void fail(Object why, Object advice) {
        host.fail(why, advice);
    }

    @Override
    public void println(@Nullable Object text) {
        host.println(text);
    }

    @Override
    public void println() {
        host.println();
    }

    @Override
    public void print(@Nullable Object text) {
        host.print(text);
    }

    @Override
    public void sleep(Duration time) {
        host.sleep(time);
    }

    @Override
    public void sleep(long milliseconds) {
        host.sleep(milliseconds);
    }

    @Override
    public void printf(String pattern, Object[] values) {
        host.printf(pattern, values);
    }
}
