package io.retake.dsl.compile;

import io.retake.core.vocabulary.Suggestion;
import io.retake.dsl.check.KnownOutputs;
import io.retake.dsl.check.ScriptLiterals;
import io.retake.dsl.check.UseLiteral;
import io.retake.dsl.parameter.Description;
import io.retake.dsl.parameter.MediaFiles;
import io.retake.dsl.parameter.Parameter;
import io.retake.dsl.parameter.ParameterType;
import io.retake.dsl.parameter.Parameters;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.problem.Problem;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.problem.ScriptSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks {@code use 'remaster', input: file} against the recipe's description. */
final class UseCheck {
    private final ScriptSource source;
    private final Path workingFolder;
    private final Scripts scripts;
    private final Set<Path> users;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Creates a check.
     *
     * @param users the recipes that use each other down to this script
     */
    UseCheck(ScriptSource source, Path workingFolder, Scripts scripts, Set<Path> users) {
        this.source = source;
        this.workingFolder = workingFolder;
        this.scripts = scripts;
        this.users = users;
    }

    List<Problem> problems(ScriptLiterals mentions) {
        mentions.uses().forEach(use -> check(use, mentions));
        return problems;
    }

    private void check(UseLiteral use, ScriptLiterals mentions) {
        Optional<Path> folder = source.file().map(Path::getParent);
        Optional<Path> file = scripts.recipes().find(use.name(), folder);
        if (file.isEmpty()) {
            add(
                    use.line(),
                    use.column(),
                    scripts.recipes().unknown(use.name(), folder),
                    ScriptMessages.text("recipe.unknown-advice"));
            return;
        }
        try {
            ScriptSource recipe = ScriptSource.file(file.get(), workingFolder);
            check(use, scripts.describe(recipe), mentions);
            scripts.missing(recipe, workingFolder, users).stream()
                    .findFirst()
                    .ifPresent(problem -> unusable(use, problem));
        } catch (InvalidScript wrong) {
            unusable(use, wrong.problems().get(0));
        }
    }

    private void unusable(UseLiteral use, Problem problem) {
        add(use.line(), use.column(), ScriptMessages.text("recipe.unusable", use.name(), problem), "");
    }

    private void check(UseLiteral use, Description recipe, ScriptLiterals mentions) {
        List<String> known = recipe.parameters().stream().map(Parameter::name).toList();
        for (UseLiteral.Given given : use.given()) {
            if (!known.contains(given.name())) {
                add(
                        given.line(),
                        given.column(),
                        ScriptMessages.text(
                                "recipe.unknown-parameter",
                                use.name(),
                                given.name(),
                                Suggestion.of(given.name(), known)
                                        .map(s -> ScriptMessages.text("meant.plain", s))
                                        .orElse("")),
                        known.isEmpty()
                                ? ScriptMessages.text("parameter.none")
                                : ScriptMessages.text("recipe.parameters", String.join(", ", known)));
            }
        }
        for (Parameter parameter : recipe.parameters()) {
            Optional<UseLiteral.Given> given = use.given().stream()
                    .filter(g -> g.name().equals(parameter.name()))
                    .findFirst();
            if (use.complete() && parameter.required() && given.isEmpty()) {
                add(
                        use.line(),
                        use.column(),
                        ScriptMessages.text("recipe.parameter-missing", use.name(), parameter.name(), parameter.hint()),
                        ScriptMessages.text("recipe.parameter-missing-advice", use.name(), parameter.name()));
            }
            given.flatMap(UseLiteral.Given::value).ifPresent(value -> check(use, recipe, parameter, value, mentions));
        }
    }

    /** Checks a value by reading it as the recipe will. */
    private void check(
            UseLiteral use, Description recipe, Parameter parameter, UseLiteral.Value value, ScriptLiterals mentions) {
        boolean file = parameter.type() == ParameterType.FILE || parameter.type() == ParameterType.FILES;
        if (file && made(value.value(), use, mentions)) {
            return;
        }
        MediaFiles files = new MediaFiles(source, workingFolder);
        String option = "--" + parameter.name() + ": ";
        new Parameters(recipe, files, files)
                .wrong(parameter, value.value())
                .ifPresent(wrong -> add(
                        value.line(),
                        value.column(),
                        ScriptMessages.text(
                                "recipe.wrong-parameter",
                                use.name(),
                                parameter.name(),
                                (wrong.message().startsWith(option)
                                        ? wrong.message().substring(option.length())
                                        : wrong.message())),
                        wrong.advice()));
    }

    /**
     * Returns whether a file may be made before the recipe needs it, by the script or by a recipe that it used earlier.
     */
    private boolean made(Object value, UseLiteral use, ScriptLiterals mentions) {
        List<?> names = value instanceof List<?> several ? several : List.of(value);
        return names.stream()
                .map(String::valueOf)
                .anyMatch(name -> mentions.products().mayBe(name)
                        || earlier(use, mentions).anyMatch(other -> mayMake(other, name)));
    }

    private static Stream<UseLiteral> earlier(UseLiteral use, ScriptLiterals mentions) {
        return mentions.uses().stream()
                .filter(other ->
                        other.line() < use.line() || (other.line() == use.line() && other.column() < use.column()));
    }

    /** Returns whether a recipe may make this file: it names its films by its arguments, or after its input. */
    private boolean mayMake(UseLiteral other, String name) {
        return !other.complete()
                || other.given().stream()
                        .anyMatch(given -> given.value()
                                .map(value -> value.value() instanceof String text && mayMake(other, given, text, name))
                                .orElse(true));
    }

    private boolean mayMake(UseLiteral other, UseLiteral.Given given, String text, String name) {
        String last = KnownOutputs.last(text);
        if (last.equals(KnownOutputs.last(name))) {
            return !scripts.takesFile(source, other.name(), given.name());
        }
        int dot = last.lastIndexOf('.');
        return dot > 0 && KnownOutputs.isAfter(name, last.substring(0, dot));
    }

    private void add(int line, int column, String message, String advice) {
        String text = source.line(line);
        problems.add(new Problem(source.name(), line, ScriptSource.column(text, column), message, advice, text));
    }
}
