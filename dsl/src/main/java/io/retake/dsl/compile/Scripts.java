package io.retake.dsl.compile;

import io.retake.core.FileNames;
import io.retake.core.protocol.LocalPromise;
import io.retake.core.protocol.Route;
import io.retake.core.protocol.Routing;
import io.retake.core.protocol.SpokenRequest;
import io.retake.core.vocabulary.Suggestion;
import io.retake.dsl.check.EditLiteral;
import io.retake.dsl.check.FileLiteral;
import io.retake.dsl.check.ScriptLiterals;
import io.retake.dsl.parameter.Description;
import io.retake.dsl.parameter.MediaFiles;
import io.retake.dsl.parameter.ParameterType;
import io.retake.dsl.parameter.Parameters;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.problem.Problem;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.problem.ScriptSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks scripts and prepares them to run: compiled now, or from the cache. Thread-safe. */
public final class Scripts {
    private final ClassLoader parent;
    private final ScriptCache cache;
    private final Recipes recipes;
    private @Nullable ScriptCompiler compiler;

    /**
     * Creates scripts that see the classes of this loader, cached in this folder.
     *
     * @param cacheFolder need not exist; when it cannot be written, nothing is cached
     */
    public Scripts(ClassLoader parent, Path cacheFolder) {
        this(parent, new ScriptCache(cacheFolder, cacheFolder), new Recipes(List.of()));
    }

    /**
     * Creates scripts that may use these recipes.
     *
     * @param cacheFolder Retake's cache; scripts have a folder of their own in it
     */
    public Scripts(ClassLoader parent, Path cacheFolder, Recipes recipes) {
        this(parent, new ScriptCache(cacheFolder, cacheFolder.resolve("scripts")), recipes);
    }

    private Scripts(ClassLoader parent, ScriptCache cache, Recipes recipes) {
        this.parent = parent;
        this.cache = cache;
        this.recipes = recipes;
    }

    /** Returns the recipes that scripts may use. */
    public Recipes recipes() {
        return recipes;
    }

    /** Returns all problems of a script, in order. */
    public List<Problem> check(ScriptSource source, Path workingFolder) {
        return check(source, workingFolder, outputs -> List.of());
    }

    /**
     * Returns all problems of a script, with those of the files that it names for exports.
     *
     * @param outputCheck finds the problems of those files
     */
    public List<Problem> check(
            ScriptSource source, Path workingFolder, Function<List<NamedOutput>, List<Problem>> outputCheck) {
        try {
            CompiledScript script = compiled(source, mentions -> missing(mentions, source, workingFolder));
            List<Problem> problems = new ArrayList<>(missing(script, source, workingFolder));
            problems.addAll(outputCheck.apply(outputs(script, source, Map.of(), workingFolder)));
            problems.sort(null);
            return problems;
        } catch (InvalidScript wrong) {
            return wrong.problems();
        }
    }

    private List<NamedOutput> outputs(
            CompiledScript script, ScriptSource source, Map<String, ?> values, Path workingFolder) {
        return new ScriptOutputs(recipes, recipe -> compiled(recipe, mentions -> List.of()), workingFolder)
                .of(script, source, values);
    }

    /**
     * Returns warnings for the parts of a script's literal sentences that will not be understood, in order; empty when
     * it does not compile.
     *
     * @param reader returns the parts of a sentence that are not understood, each with the reason, given the names of a
     *     session's media
     */
    public List<Problem> warnings(ScriptSource source, BiFunction<String, List<String>, Map<String, String>> reader) {
        CompiledScript script;
        try {
            script = compiled(source, mentions -> List.of());
        } catch (InvalidScript wrong) {
            return List.of();
        }
        List<String> files = script.files().stream()
                .map(file -> file.name().substring(file.name().lastIndexOf('/') + 1))
                .toList();
        List<Problem> warnings = new ArrayList<>();
        for (EditLiteral edit : script.mentions().edits()) {
            if (Routing.of(edit.sentence()) == Route.MESSAGE) {
                reader.apply(SpokenRequest.of(edit.sentence()).edit(), files)
                        .forEach((words, why) -> warnings.add(new Problem(
                                source.name(),
                                edit.line(),
                                edit.column(),
                                ScriptMessages.text("sentence.not-understood", words),
                                why,
                                source.line(edit.line()))));
            }
        }
        return warnings;
    }

    /**
     * Returns the literal sentences of a script that demand that footage stays on this machine, as problems for a
     * backend elsewhere.
     *
     * @throws InvalidScript when it does not compile
     */
    public List<Problem> promises(ScriptSource source, String backend) {
        return compiled(source, mentions -> List.of()).mentions().edits().stream()
                .flatMap(edit -> LocalPromise.words(edit.sentence()).stream()
                        .map(words -> new Problem(
                                source.name(),
                                edit.line(),
                                edit.column(),
                                ScriptMessages.text("local.not-kept", words, backend),
                                ScriptMessages.text("local.not-kept-advice"),
                                source.line(edit.line()))))
                .toList();
    }

    /**
     * Describes a script without running it.
     *
     * @throws InvalidScript when it does not compile
     */
    public Description describe(ScriptSource source) {
        return compiled(source, mentions -> List.of()).description();
    }

    /**
     * Prepares a script to run once with these parameters; given files are resolved against the working folder.
     *
     * @throws InvalidScript when the script or a parameter is wrong, or a file that it names is missing
     */
    public ReadyScript ready(ScriptSource source, Map<String, ?> given, Path workingFolder) {
        return ready(source, given, workingFolder, MediaFiles.in(workingFolder));
    }

    /** Prepares a recipe; the files given to it are resolved as in the script that uses it. */
    public ReadyScript ready(ScriptSource source, Map<String, ?> given, Path workingFolder, MediaFiles givenFiles) {
        return ready(source, given, workingFolder, givenFiles, outputs -> List.of());
    }

    /** Prepares a script, if its files for exports have no problems. */
    public ReadyScript ready(
            ScriptSource source,
            Map<String, ?> given,
            Path workingFolder,
            MediaFiles givenFiles,
            Function<List<NamedOutput>, List<Problem>> outputCheck) {
        CompiledScript script = compiled(source, mentions -> missing(mentions, source, workingFolder));
        List<Problem> problems = new ArrayList<>(missing(script, source, workingFolder));
        try {
            MediaFiles own = new MediaFiles(source, workingFolder);
            Map<String, Object> values = new Parameters(script.description(), givenFiles, own).read(given);
            List<NamedOutput> outputs = outputs(script, source, values, workingFolder);
            problems.addAll(outputCheck.apply(outputs));
            if (problems.isEmpty()) {
                return new ReadyScript(script, parent, values, outputs);
            }
        } catch (InvalidScript wrong) {
            problems.addAll(wrong.problems());
        }
        throw new InvalidScript(problems);
    }

    private CompiledScript compiled(ScriptSource source, Function<ScriptLiterals, List<Problem>> missing) {
        Optional<CompiledScript> known = cache.find(source);
        if (known.isPresent()) {
            return known.get();
        }
        CompiledScript made = compiler().compile(source, missing);
        cache.keep(source, made);
        return made;
    }

    /** Loads Groovy's compiler and compiles a sample, so that a first script need not wait for it. */
    public void warmUp() {
        compiler().compile(ScriptSource.text("session { edit 'warm up' }"), mentions -> List.of());
    }

    private synchronized ScriptCompiler compiler() {
        if (compiler == null) {
            compiler = new ScriptCompiler(parent);
        }
        return compiler;
    }

    private List<Problem> missing(CompiledScript script, ScriptSource source, Path workingFolder) {
        return missing(script.mentions(), source, workingFolder);
    }

    List<Problem> missing(ScriptLiterals mentions, ScriptSource source, Path workingFolder) {
        return missing(mentions, source, workingFolder, Set.of());
    }

    /**
     * Returns the missing files of a recipe; empty for one that uses itself, directly or not, which fails at run time.
     */
    List<Problem> missing(ScriptSource recipe, Path workingFolder, Set<Path> users) {
        Optional<Path> file = recipe.file();
        if (file.isEmpty() || users.contains(file.get())) {
            return List.of();
        }
        Set<Path> more = new HashSet<>(users);
        more.add(file.get());
        return missing(compiled(recipe, mentions -> List.of()).mentions(), recipe, workingFolder, more);
    }

    private List<Problem> missing(ScriptLiterals mentions, ScriptSource source, Path workingFolder, Set<Path> users) {
        List<FileLiteral> files = mentions.files().stream()
                .filter(file -> !mentions.products().named(file.name()))
                .toList();
        List<Problem> problems = new ArrayList<>(missing(files, source, workingFolder));
        problems.addAll(new UseCheck(source, workingFolder, this, users).problems(mentions));
        problems.sort(null);
        return problems;
    }

    /** Returns whether a recipe's parameter is a file; false for a recipe that cannot be read. */
    boolean takesFile(ScriptSource user, String recipe, String parameter) {
        try {
            return recipes.find(recipe, user.file().map(Path::getParent)).stream()
                    .flatMap(file -> describe(ScriptSource.file(file)).parameters().stream())
                    .filter(known -> known.name().equals(parameter))
                    .anyMatch(known -> known.type() == ParameterType.FILE || known.type() == ParameterType.FILES);
        } catch (DslException unreadable) {
            return false;
        }
    }

    private static List<Problem> missing(List<FileLiteral> literals, ScriptSource source, Path workingFolder) {
        MediaFiles files = new MediaFiles(source, workingFolder);
        List<Problem> problems = new ArrayList<>();
        for (FileLiteral file : literals) {
            boolean there =
                    MediaFiles.isPattern(file.name()) || files.find(file.name()).isPresent();
            if (!there) {
                Optional<String> locale = FileNames.hint(file.name());
                String meant = Suggestion.of(file.name(), files.near())
                        .filter(near -> locale.isEmpty()) // a suggestion would be displayed as question marks
                        .map(s -> ScriptMessages.text("meant.quoted", s))
                        .orElse("");
                problems.add(new Problem(
                        source.name(),
                        file.line(),
                        ScriptSource.column(source.line(file.line()), file.column()),
                        ScriptMessages.text("file.missing", file.name(), files.places()) + meant,
                        locale.orElse(meant.isEmpty() ? ScriptMessages.text("file.missing-advice") : ""),
                        source.line(file.line())));
            }
        }
        return problems;
    }
}
