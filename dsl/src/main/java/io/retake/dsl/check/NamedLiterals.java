package io.retake.dsl.check;

import io.retake.core.protocol.MediaType;
import io.retake.core.vocabulary.Argument;
import io.retake.dsl.parameter.MediaFiles;
import io.retake.dsl.problem.Diagnostics;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.Binder;
import io.retake.dsl.scope.EditOptions;
import io.retake.dsl.scope.UploadOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;

/** Notes the files and recipes that a script names by literals, so that they are checked before it runs. */
public final class NamedLiterals {
    private final ScriptSymbols facts;
    private final Diagnostics findings;
    private final Literals literals;

    public NamedLiterals(ScriptSymbols facts, Diagnostics findings) {
        this.facts = facts;
        this.findings = findings;
        this.literals = new Literals(facts);
    }

    public void uploads(Call said) {
        for (MapEntryExpression entry : said.named()) {
            if (entry.getKeyExpression() instanceof ConstantExpression key
                    && !UploadOptions.PLACE.equals(key.getValue())) {
                findings.add(key, UploadOptions.unknown(String.valueOf(key.getValue())), UploadOptions.EXAMPLE);
            } else if (entry.getValueExpression() instanceof ConstantExpression given
                    && !(given.getValue() instanceof Boolean)) {
                findings.add(given, UploadOptions.wrong(given.getText()), UploadOptions.EXAMPLE);
            }
        }
        files(said);
    }

    private void files(Call said) {
        for (Expression file : said.positional()) {
            if (file instanceof ListExpression several) {
                files(new Call(List.of(), several.getExpressions()));
            } else if (file instanceof ConstantExpression constant && constant.getValue() instanceof String name) {
                file("upload", name, file);
            } else {
                facts.otherUploads = true;
            }
        }
    }

    /** Notes the sentence of an {@code edit} that is required, and checks its option. */
    public void sentence(Call said) {
        boolean optional = false;
        for (MapEntryExpression entry : said.named()) {
            if (entry.getKeyExpression() instanceof ConstantExpression key
                    && !EditOptions.OPTIONAL.equals(key.getValue())) {
                findings.add(key, EditOptions.unknown(String.valueOf(key.getValue())), EditOptions.EXAMPLE);
            }
            boolean constant = entry.getValueExpression() instanceof ConstantExpression;
            if (entry.getValueExpression() instanceof ConstantExpression given
                    && !(given.getValue() instanceof Boolean)) {
                findings.add(given, EditOptions.wrong(given.getText()), EditOptions.EXAMPLE);
            }
            optional |= !constant || entry.getValueExpression().getText().equals("true");
        }
        if (!optional
                && said.positional().size() == 1
                && said.positional().get(0) instanceof ConstantExpression text
                && text.getValue() instanceof String sentence) {
            facts.edits.add(new EditLiteral(sentence, text.getLineNumber(), text.getColumnNumber()));
        }
    }

    /** Notes the recipe of {@code use}, and its arguments. */
    public void recipe(Call said, MethodCallExpression call) {
        if (said.positional().size() != 1
                || !(said.positional().get(0) instanceof ConstantExpression constant)
                || !(constant.getValue() instanceof String name)) {
            return;
        }
        List<UseLiteral.Given> given = new ArrayList<>();
        for (MapEntryExpression entry : said.named()) {
            if (entry.getKeyExpression() instanceof ConstantExpression key) {
                given.add(new UseLiteral.Given(
                        String.valueOf(key.getValue()),
                        key.getLineNumber(),
                        key.getColumnNumber(),
                        value(entry.getValueExpression())));
            }
        }
        facts.uses.add(new UseLiteral(
                name, given, given.size() == said.named().size(), call.getLineNumber(), call.getColumnNumber()));
    }

    private Optional<UseLiteral.Value> value(Expression given) {
        try {
            return literals.value(given)
                    .filter(LiteralValues::known)
                    .map(value -> new UseLiteral.Value(value, given.getLineNumber(), given.getColumnNumber()));
        } catch (IllegalArgumentException wrong) {
            findings.add(given, String.valueOf(wrong.getMessage()), "");
            return Optional.empty();
        }
    }

    /** Notes the name of {@code export}; without one the export is named after its session. */
    public void output(Call said) {
        said.named().stream()
                .filter(entry -> entry.getKeyExpression().getText().equals("to"))
                .forEach(entry -> noted(entry.getValueExpression(), facts.products));
    }

    /** Notes the title of {@code session}; without one it has the script's. */
    public void title(Call said) {
        if (said.positional().size() > 1) {
            noted(said.positional().get(0), facts.titles);
        }
    }

    private void noted(Expression name, List<String> names) {
        if (name instanceof ConstantExpression constant && constant.getValue() instanceof String text) {
            names.add(text);
        } else {
            facts.otherProducts = true;
        }
    }

    /** Notes arguments of a verb that the vocabulary declares as files. */
    public void files(String verb, Call said) {
        List<Argument> places = Binder.places(Binder.operation(verb, null));
        if (!places.isEmpty() && places.get(0).file() && !said.positional().isEmpty()) {
            Expression first = said.positional().get(0);
            if (first instanceof ConstantExpression constant && constant.getValue() instanceof String name) {
                file(verb, name, first);
            }
        }
        List<Argument> arguments = Binder.operation(verb, null).arguments();
        for (MapEntryExpression entry : said.named()) {
            boolean named = arguments.stream()
                    .anyMatch(a ->
                            a.file() && a.name().equals(entry.getKeyExpression().getText()));
            if (named
                    && entry.getValueExpression() instanceof ConstantExpression constant
                    && constant.getValue() instanceof String name) {
                file(verb, name, constant);
            }
        }
    }

    private void file(String verb, String name, Expression at) {
        if (MediaFiles.isAddress(name)) {
            return;
        }
        if (MediaType.ofName(name).isEmpty() && !MediaFiles.isPattern(name) && verb.equals("upload")) {
            findings.add(
                    at,
                    ScriptMessages.text("file.other-type", name),
                    ScriptMessages.text("file.other-type-advice", MediaType.accepted()));
            return;
        }
        facts.files.add(new FileLiteral(name, verb, at.getLineNumber(), at.getColumnNumber()));
    }
}
