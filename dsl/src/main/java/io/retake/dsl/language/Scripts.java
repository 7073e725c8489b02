package io.retake.dsl.language;

import io.retake.core.edit.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Checks scripts and makes them ready to run: compiled now, or as they were compiled before. Thread-safe.
 */
public final class Scripts {
    private final ClassLoader parent;
    private final ScriptCache cache;
    private final Recipes recipes;
    private @Nullable ScriptCompiler compiler;

    /**
     * Scripts that see the classes of this loader, kept in this folder once compiled.
     *
     * @param cacheFolder need not exist; when it can't be written nothing is kept
     */
    public Scripts(ClassLoader parent, Path cacheFolder) {
        this(parent, new ScriptCache(cacheFolder, cacheFolder), new Recipes(List.of()));
    }

    /**
     * The same, with the recipes that scripts may use.
     *
     * @param cacheFolder of everything that Retake can make again; scripts have a folder of their own in it
     */
    public Scripts(ClassLoader parent, Path cacheFolder, Recipes recipes) {
        this(parent, new ScriptCache(cacheFolder, cacheFolder.resolve("scripts")), recipes);
    }

    private Scripts(ClassLoader parent, ScriptCache cache, Recipes recipes) {
        this.parent = parent;
        this.cache = cache;
        this.recipes = recipes;
    }

    /** The recipes that scripts may use. */
    public Recipes recipes() {
        return recipes;
    }

    /** Everything that is wrong with a script, in its order; empty when nothing is. */
    public List<Problem> check(ScriptSource source, Path workingFolder) {
        try {
            return missing(
                    compiled(source, (files, uses) -> missing(files, uses, source, workingFolder)),
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
        return compiled(source, (files, uses) -> List.of()).description();
    }

    /**
     * A script ready to run once, with its parameters' values.
     *
     * @throws InvalidScript when the script or a parameter is wrong, or a file that it names is missing
     */
    public ReadyScript ready(ScriptSource source, Map<String, ?> given, Path workingFolder) {
        return ready(source, given, workingFolder, new MediaFiles(source, workingFolder));
    }

    /** The same for a recipe: the files that are given to it are looked for where its user looks for them. */
    public ReadyScript ready(ScriptSource source, Map<String, ?> given, Path workingFolder, MediaFiles givenFiles) {
        CompiledScript script = compiled(source, (files, uses) -> missing(files, uses, source, workingFolder));
        List<Problem> problems = new ArrayList<>(missing(script, source, workingFolder));
        try {
            Map<String, Object> values = new Parameters(script.description(), givenFiles).read(given);
            if (problems.isEmpty()) {
                return new ReadyScript(script, parent, values);
            }
        } catch (InvalidScript wrong) {
            problems.addAll(wrong.problems());
        }
        throw new InvalidScript(problems);
    }

    private CompiledScript compiled(
            ScriptSource source, BiFunction<List<FileLiteral>, List<UseLiteral>, List<Problem>> missing) {
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
        compiler().compile(ScriptSource.text("session { edit 'warm up' }"), (files, uses) -> List.of());
    }

    private synchronized ScriptCompiler compiler() {
        if (compiler == null) {
            compiler = new ScriptCompiler(parent);
        }
        return compiler;
    }

    private List<Problem> missing(CompiledScript script, ScriptSource source, Path workingFolder) {
        return missing(script.files(), script.uses(), source, workingFolder);
    }

    List<Problem> missing(List<FileLiteral> files, List<UseLiteral> uses, ScriptSource source, Path workingFolder) {
        List<Problem> problems = new ArrayList<>(missing(files, source, workingFolder));
        problems.addAll(new UseCheck(source, recipes, this::describe).problems(uses));
        problems.sort(null);
        return problems;
    }

    private static List<Problem> missing(List<FileLiteral> literals, ScriptSource source, Path workingFolder) {
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
