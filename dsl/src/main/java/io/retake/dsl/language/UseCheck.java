package io.retake.dsl.language;

import io.retake.core.edit.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Checks {@code use 'remaster', input: file} against what the recipe says about itself. */
final class UseCheck {
    private final ScriptSource source;
    private final Recipes recipes;
    private final Function<ScriptSource, Description> describe;
    private final List<Problem> problems = new ArrayList<>();

    UseCheck(ScriptSource source, Recipes recipes, Function<ScriptSource, Description> describe) {
        this.source = source;
        this.recipes = recipes;
        this.describe = describe;
    }

    List<Problem> problems(List<UseLiteral> uses) {
        uses.forEach(this::check);
        return problems;
    }

    private void check(UseLiteral use) {
        Optional<Path> folder = source.file().map(Path::getParent);
        Optional<Path> file = recipes.find(use.name(), folder);
        if (file.isEmpty()) {
            add(use.line(), use.column(), recipes.unknown(use.name(), folder), "retake recipes lists them");
            return;
        }
        try {
            check(use, describe.apply(ScriptSource.file(file.get())));
        } catch (InvalidScript wrong) {
            add(
                    use.line(),
                    use.column(),
                    "the recipe '" + use.name() + "' can't be used: "
                            + wrong.problems().get(0),
                    "");
        }
    }

    private void check(UseLiteral use, Description recipe) {
        List<String> known = recipe.parameters().stream().map(Parameter::name).toList();
        for (UseLiteral.Given given : use.given()) {
            if (!known.contains(given.name())) {
                add(
                        given.line(),
                        given.column(),
                        "the recipe '" + use.name() + "' has no parameter '" + given.name() + "'"
                                + Suggestion.of(given.name(), known)
                                        .map(s -> "; did you mean " + s + "?")
                                        .orElse(""),
                        known.isEmpty() ? "it takes none" : "it takes " + String.join(", ", known));
            }
        }
        for (Parameter parameter : recipe.parameters()) {
            boolean given = use.given().stream().anyMatch(g -> g.name().equals(parameter.name()));
            if (use.complete() && parameter.required() && !given) {
                add(
                        use.line(),
                        use.column(),
                        "the recipe '" + use.name() + "' needs " + parameter.name() + ": " + parameter.hint(),
                        "for example: use '" + use.name() + "', " + parameter.name() + ": …");
            }
        }
    }

    private void add(int line, int column, String message, String advice) {
        problems.add(new Problem(source.name(), line, column, message, advice, source.line(line)));
    }
}
