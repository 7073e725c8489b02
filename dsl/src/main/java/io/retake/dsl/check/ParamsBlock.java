package io.retake.dsl.check;

import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Level;
import io.retake.core.edit.value.Percentage;
import io.retake.core.vocabulary.Notations;
import io.retake.core.vocabulary.Suggestion;
import io.retake.dsl.parameter.Parameter;
import io.retake.dsl.parameter.ParameterType;
import io.retake.dsl.problem.Diagnostics;
import io.retake.dsl.problem.ScriptMessages;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * Reads {@code params { input file, help: 'the clip'; height 1080, help: 'lines' }} without running it: a type word
 * declares a required value, a literal is the default and gives the type, a list of texts is a choice whose first is
 * the default.
 */
public final class ParamsBlock {
    private static final String EXAMPLE = ScriptMessages.text("parameter.example");
    private static final List<String> OPTIONS = List.of("help", "optional", "default");
    private final ScriptSymbols facts;
    private final Diagnostics findings;
    private final Literals literals;

    public ParamsBlock(ScriptSymbols facts, Diagnostics findings) {
        this.facts = facts;
        this.findings = findings;
        this.literals = new Literals(facts);
    }

    /** Returns the block of a {@code params} statement. */
    public static Optional<ClosureExpression> in(Statement statement) {
        if (statement instanceof ExpressionStatement expression
                && expression.getExpression() instanceof MethodCallExpression call
                && call.isImplicitThis()
                && "params".equals(call.getMethodAsString())) {
            List<Expression> arguments = Call.of(call).positional();
            return arguments.size() == 1 && arguments.get(0) instanceof ClosureExpression block
                    ? Optional.of(block)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    public void read(ClosureExpression block) {
        List<Statement> statements =
                block.getCode() instanceof BlockStatement code ? code.getStatements() : List.of(block.getCode());
        for (Statement statement : statements) {
            Optional<MethodCallExpression> declared = statement instanceof ExpressionStatement said
                    ? ListFirst.call(said.getExpression(), word -> true).or(() -> call(said.getExpression()))
                    : Optional.empty();
            if (declared.isPresent() && declared.get().getMethodAsString() != null) {
                MethodCallExpression call = declared.get();
                declare(call.getMethodAsString(), Call.of(call), call);
            } else {
                findings.add(statement, ScriptMessages.text("parameter.no-declaration"), EXAMPLE);
            }
        }
    }

    private static Optional<MethodCallExpression> call(Expression said) {
        return said instanceof MethodCallExpression call && call.isImplicitThis()
                ? Optional.of(call)
                : Optional.empty();
    }

    private void declare(String name, Call call, ASTNode at) {
        Map<String, Object> options = options(call);
        if (Parameter.RESERVED.contains(name)) {
            findings.add(
                    at,
                    ScriptMessages.text("parameter.reserved", name, name),
                    ScriptMessages.text("advice.other-name"));
        }
        if (call.positional().size() != 1) {
            findings.add(at, ScriptMessages.text("parameter.no-type", name), EXAMPLE);
            return;
        }
        try {
            Parameter parameter = parameter(name, call.positional().get(0), options, at.getLineNumber());
            if (facts.parameters.putIfAbsent(name, parameter) != null) {
                findings.add(at, ScriptMessages.text("parameter.twice", name), ScriptMessages.text("advice.keep-one"));
            }
        } catch (IllegalArgumentException wrong) {
            findings.add(
                    call.positional().get(0),
                    ScriptMessages.text("parameter.wrong", name, String.valueOf(wrong.getMessage())),
                    EXAMPLE);
        }
    }

    private Map<String, Object> options(Call call) {
        Map<String, Object> options = new HashMap<>();
        for (MapEntryExpression entry : call.named()) {
            String name = entry.getKeyExpression() instanceof ConstantExpression key
                    ? String.valueOf(key.getValue())
                    : entry.getKeyExpression().getText();
            Optional<Object> value = literals.value(entry.getValueExpression());
            if (!OPTIONS.contains(name)) {
                String meant = Suggestion.of(name, OPTIONS)
                        .map(s -> ScriptMessages.text("meant.quoted", s))
                        .orElse("");
                findings.add(
                        entry.getKeyExpression(),
                        ScriptMessages.text("parameter.unknown-option", name, meant),
                        ScriptMessages.text("parameter.unknown-option-advice"));
            } else if (value.isEmpty()) {
                findings.add(entry.getValueExpression(), ScriptMessages.text("parameter.no-literal", name), EXAMPLE);
            } else {
                options.put(name, value.get());
            }
        }
        return options;
    }

    private Parameter parameter(String name, Expression given, Map<String, Object> options, int line) {
        String help = String.valueOf(options.getOrDefault("help", ""));
        boolean optional = Boolean.TRUE.equals(options.get("optional"));
        Object preset = options.get("default");
        if (given instanceof VariableExpression word) {
            ParameterType type = ParameterType.named(word.getName()).orElseThrow(() -> unknownType(word.getName()));
            Optional<String> fallback = Optional.ofNullable(preset).map(p -> text(type.read(p)));
            return new Parameter(name, type, help, fallback, fallback.isEmpty() && !optional, List.of(), line);
        }
        Object value = literals.value(given)
                .orElseThrow(() -> new IllegalArgumentException(ScriptMessages.text("parameter.default-no-literal")));
        if (value instanceof List<?> words && !words.isEmpty()) {
            List<String> choices = words.stream().map(String::valueOf).toList();
            String first = preset == null ? choices.get(0) : preset.toString();
            return new Parameter(name, ParameterType.CHOICE, help, Optional.of(first), false, choices, line);
        }
        return new Parameter(name, typeOf(value), help, Optional.of(text(value)), false, List.of(), line);
    }

    private static IllegalArgumentException unknownType(String word) {
        String meant = Suggestion.of(word, ParameterType.words())
                .map(s -> ScriptMessages.text("meant.plain", s))
                .orElse("");
        return new IllegalArgumentException(
                ScriptMessages.text("parameter.unknown-type", word, meant, String.join(", ", ParameterType.words())));
    }

    private static ParameterType typeOf(Object value) {
        if (value instanceof Integer) {
            return ParameterType.INTEGER;
        }
        if (value instanceof BigDecimal) {
            return ParameterType.DECIMAL;
        }
        if (value instanceof Boolean) {
            return ParameterType.FLAG;
        }
        if (value instanceof Duration) {
            return ParameterType.DURATION;
        }
        if (value instanceof FrameSize) {
            return ParameterType.SIZE;
        }
        if (value instanceof Level || value instanceof Percentage) {
            return ParameterType.LEVEL;
        }
        if (value instanceof String) {
            return ParameterType.TEXT;
        }
        throw new IllegalArgumentException(
                ScriptMessages.text("parameter.unfit-default", value.getClass().getSimpleName()));
    }

    private static String text(Object value) {
        if (value instanceof Duration) {
            return Notations.LENGTH.write(value);
        }
        if (value instanceof FrameSize) {
            return Notations.SIZE.write(value);
        }
        return value instanceof Level || value instanceof Percentage
                ? Notations.LEVEL.write(Notations.LEVEL.from(value))
                : value.toString();
    }
}
