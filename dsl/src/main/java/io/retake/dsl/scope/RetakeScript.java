package io.retake.dsl.scope;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.lang.Script;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.SimpleType;
import io.retake.core.edit.value.Target;
import io.retake.core.protocol.Credits;
import io.retake.core.protocol.UploadedFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The base class of every script. A method of a script can use the session's verbs as well: they go to the session in
 * whose block it is called. Created and begun by the runner.
 */
public abstract class RetakeScript extends Script implements ScriptScope, SessionScope {
    private @Nullable Host host;
    private Map<String, ?> parameters = Map.of();

    /** The services that a script runs on. */
    public interface Host extends ScriptScope {
        /**
         * Returns the session whose block is running.
         *
         * @param verb for the message when there is none
         */
        SessionScope current(String verb);
    }

    /** Passes in the host and the parameters, before {@link #run()}. */
    public final void begin(Host on, Map<String, ?> values) {
        host = on;
        parameters = Map.copyOf(values);
    }

    /** Returns the value of a parameter; null for an optional one that was not given. Called by compiled code. */
    public final @Nullable Object parameter(String name) {
        return parameters.get(name);
    }

    private Host host() {
        if (host == null) {
            throw new IllegalStateException("only Retake can run a script");
        }
        return host;
    }

    @Override
    public <T extends @Nullable Object> T session(
            @DelegatesTo(value = SessionScope.class, strategy = Closure.DELEGATE_FIRST) Closure<T> block) {
        return host().session(block);
    }

    @Override
    public <T extends @Nullable Object> T session(
            String title,
            @DelegatesTo(value = SessionScope.class, strategy = Closure.DELEGATE_FIRST) Closure<T> block) {
        return host().session(title, block);
    }

    @Override
    public RecipeResult use(Map<String, ?> given, String recipe) {
        return host().use(given, recipe);
    }

    @Override
    public RecipeResult use(String recipe) {
        return host().use(recipe);
    }

    @Override
    public <T extends @Nullable Object> List<T> eachFile(
            List<Path> files,
            @ClosureParams(value = SimpleType.class, options = "java.nio.file.Path") Closure<T> work) {
        return host().eachFile(files, work);
    }

    @Override
    public Path sampleClip() {
        return host().sampleClip();
    }

    @Override
    public List<UploadedFile> upload(CharSequence... files) {
        return host().current("upload").upload(files);
    }

    @Override
    public List<UploadedFile> upload(Path... files) {
        return host().current("upload").upload(files);
    }

    @Override
    public List<UploadedFile> upload(List<?> files) {
        return host().current("upload").upload(files);
    }

    @Override
    public List<UploadedFile> upload(Map<String, ?> options, CharSequence... files) {
        return host().current("upload").upload(options, files);
    }

    @Override
    public List<UploadedFile> upload(Map<String, ?> options, Path... files) {
        return host().current("upload").upload(options, files);
    }

    @Override
    public List<UploadedFile> upload(Map<String, ?> options, Film... films) {
        return host().current("upload").upload(options, films);
    }

    @Override
    public List<UploadedFile> upload(Map<String, ?> options, List<?> files) {
        return host().current("upload").upload(options, files);
    }

    @Override
    public List<UploadedFile> upload(Film... films) {
        return host().current("upload").upload(films);
    }

    @Override
    public String edit(String sentence) {
        return host().current("edit").edit(sentence);
    }

    @Override
    public String edit(Map<String, ?> options, String sentence) {
        return host().current("edit").edit(options, sentence);
    }

    @Override
    public Film export(String format) {
        return host().current("export").export(format);
    }

    @Override
    public Film export(Map<String, ?> options, String format) {
        return host().current("export").export(options, format);
    }

    @Override
    public Film frame(Map<String, ?> options) {
        return host().current("frame").frame(options);
    }

    @Override
    public String timeline() {
        return host().current("timeline").timeline();
    }

    @Override
    public Credits credits() {
        return host().current("credits").credits();
    }

    @Override
    public List<Scene> scenes() {
        return host().current("scenes").scenes();
    }

    @Override
    public Diagnosis diagnose() {
        return host().current("diagnose").diagnose();
    }

    @Override
    public Diagnosis diagnose(Map<String, ?> options) {
        return host().current("diagnose").diagnose(options);
    }

    @Override
    public Target scene(int number) {
        return new Target.Scene(number);
    }

    @Override
    public String perform(String verb, Map<String, ?> named, Object... positional) {
        return host().current(verb).perform(verb, named, positional);
    }

    @Override
    public BackendInfo getBackend() {
        return host().getBackend();
    }

    @Override
    public void fail(Object why) {
        host().fail(why);
    }

    @Override
    public void fail(Object why, Object advice) {
        host().fail(why, advice);
    }

    @Override
    public List<StepTime> getSteps() {
        return host().getSteps();
    }

    @Override
    public void println(@Nullable Object text) {
        host().println(text);
    }

    @Override
    public void println() {
        host().println();
    }

    @Override
    public void print(@Nullable Object text) {
        host().print(text);
    }

    @Override
    public void sleep(Duration time) {
        host().sleep(time);
    }

    @Override
    public void sleep(long milliseconds) {
        host().sleep(milliseconds);
    }

    @Override
    public void printf(String pattern, Object[] values) {
        host().printf(pattern, values);
    }
}
