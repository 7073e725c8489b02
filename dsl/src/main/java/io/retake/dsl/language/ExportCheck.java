package io.retake.dsl.language;

import io.retake.core.edit.Suggestion;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Checks {@code export mp4, to: 'out.mp4', quality: high} as far as it is known before the run. */
final class ExportCheck {
    private static final String EXAMPLE = "for example: export mp4, to: 'out.mp4', quality: high";
    private final Facts facts;
    private final Findings findings;

    ExportCheck(Facts facts, Findings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    void check(Call call, ASTNode at) {
        if (call.positional().isEmpty()) {
            findings.add(at, "'export' needs a format: one of " + String.join(", ", Words.FORMATS), EXAMPLE);
        } else {
            oneOf("format", call.positional().get(0), Words.FORMATS);
        }
        for (MapEntryExpression option : call.named()) {
            if (option.getKeyExpression() instanceof ConstantExpression key) {
                option(String.valueOf(key.getValue()), key, option.getValueExpression());
            }
        }
    }

    private void option(String name, ASTNode at, Expression value) {
        if (!Words.EXPORT_OPTIONS.contains(name)) {
            findings.add(at, "'export' has no argument '" + name + "'" + meant(name, Words.EXPORT_OPTIONS), EXAMPLE);
        } else if (name.equals("quality")) {
            oneOf("quality", value, Words.QUALITIES);
        }
    }

    private void oneOf(String what, Expression given, List<String> choices) {
        Optional<String> word = word(given);
        if (word.isPresent() && !choices.contains(word.get())) {
            findings.add(
                    given,
                    "unknown export " + what + " '" + word.get() + "'" + meant(word.get(), choices),
                    "one of " + String.join(", ", choices));
        }
    }

    private Optional<String> word(Expression given) {
        if (given instanceof ConstantExpression constant) {
            return Optional.of(String.valueOf(constant.getValue()));
        }
        return given instanceof VariableExpression variable && !facts.declares(variable.getName())
                ? Optional.of(variable.getName())
                : Optional.empty();
    }

    private static String meant(String word, List<String> known) {
        return Suggestion.of(word, known).map(s -> "; did you mean " + s + "?").orElse("");
    }
}
