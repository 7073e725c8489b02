package io.retake.dsl.language;

import io.retake.core.edit.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks scripts and makes them ready to run: compiled now, or as they were compiled before. Thread-safe.
 */
public final class Scripts {
    private final ClassLoader parent;
    private final ScriptCache cache;
    private @Nullable ScriptCompiler compiler;

    /**
     * Scripts that see the classes of this loader, kept in this folder once compiled.
     *
     * @param cacheFolder need not exist; when it can't be written nothing is kept
     */
    public Scripts(ClassLoader parent, Path cacheFolder) {
        this.parent = parent;
        this.cache = new ScriptCache(cacheFolder);
    }

    /** Everything that is wrong with a script, in its order; empty when nothing is. */
    public List<Problem> check(ScriptSource source, Path workingFolder) {
        try {
            return missing(
                    compiled(source, files -> missing(files, source, workingFolder))
                            .files(),
                    source,
                    workingFolder);
        } catch (InvalidScript wrong) {
            return wrong.problems();
        }
    }

    /**
     * What a script says about itself, without running it.
     *
     * @throws InvalidScript when it can't be compiled
     */
    public Description describe(ScriptSource source) {
        return compiled(source, files -> List.of()).description();
    }

    /**
     * A script ready to run once, with its parameters' values.
     *
     * @throws InvalidScript when the script or a parameter is wrong, or a file that it names is missing
     */
    public ReadyScript ready(ScriptSource source, Map<String, ?> given, Path workingFolder) {
        CompiledScript script = compiled(source, files -> missing(files, source, workingFolder));
        List<Problem> problems = new ArrayList<>(missing(script.files(), source, workingFolder));
        try {
            Map<String, Object> values =
                    new Parameters(script.description(), new MediaFiles(source, workingFolder)).read(given);
            if (problems.isEmpty()) {
                return new ReadyScript(script, parent, values);
            }
        } catch (InvalidScript wrong) {
            problems.addAll(wrong.problems());
        }
        throw new InvalidScript(problems);
    }

    private CompiledScript compiled(ScriptSource source, Function<List<FileLiteral>, List<Problem>> missing) {
        Optional<CompiledScript> known = cache.find(source);
        if (known.isPresent()) {
            return known.get();
        }
        CompiledScript made = compiler().compile(source, missing);
        cache.keep(source, made);
        return made;
    }

    /** Loads Groovy's compiler and tries it, so that a first script need not wait for it. */
    public void warmUp() {
        compiler().compile(ScriptSource.text("session { edit 'warm up' }"), files -> List.of());
    }

    private synchronized ScriptCompiler compiler() {
        if (compiler == null) {
            compiler = new ScriptCompiler(parent);
        }
        return compiler;
    }

    static List<Problem> missing(List<FileLiteral> literals, ScriptSource source, Path workingFolder) {
        MediaFiles files = new MediaFiles(source, workingFolder);
        List<Problem> problems = new ArrayList<>();
        for (FileLiteral file : literals) {
            boolean there =
                    MediaFiles.isPattern(file.name()) || files.find(file.name()).isPresent();
            if (!there) {
                String meant = Suggestion.of(file.name(), files.near())
                        .map(s -> "; did you mean '" + s + "'?")
                        .orElse("");
                problems.add(new Problem(
                        source.name(),
                        file.line(),
                        file.column(),
                        "there is no file '" + file.name() + "' " + files.places() + meant,
                        meant.isEmpty() ? "check the name, or move the file there" : "",
                        source.line(file.line())));
            }
        }
        return problems;
    }
}
