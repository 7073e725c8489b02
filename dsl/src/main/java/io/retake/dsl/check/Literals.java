package io.retake.dsl.check;

import io.retake.core.edit.value.Target;
import io.retake.dsl.scope.Units;
import io.retake.dsl.scope.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * Evaluates values that are known from the text alone: {@code 'a.mp4'}, {@code 12.s}, {@code (-6).dB}, {@code clip(2)},
 * {@code scene(2)}, {@code clips(1, 3)}.
 */
final class Literals {
    private final ScriptSymbols facts;

    Literals(ScriptSymbols facts) {
        this.facts = facts;
    }

    /**
     * Returns the value; empty when it is known only at run time.
     *
     * @throws IllegalArgumentException when the literal is invalid ({@code 99999.p})
     */
    Optional<Object> value(Expression expression) {
        if (expression instanceof ConstantExpression constant) {
            return Optional.ofNullable(constant.getValue());
        }
        if (expression instanceof PropertyExpression property
                && value(property.getObjectExpression()).orElse(null) instanceof Number number
                && property.getPropertyAsString() != null) {
            return Words.withUnit(number, property.getPropertyAsString());
        }
        if (expression instanceof UnaryMinusExpression minus) {
            return value(minus.getExpression()).flatMap(Literals::negated);
        }
        if (expression instanceof VariableExpression variable && !facts.declares(variable.getName())) {
            return Optional.ofNullable(Words.CONSTANTS.get(variable.getName()));
        }
        if (expression instanceof ListExpression list) {
            return list(list.getExpressions());
        }
        return expression instanceof MethodCallExpression call ? part(call) : Optional.empty();
    }

    private Optional<Object> list(List<Expression> items) {
        List<Object> values = new ArrayList<>();
        for (Expression item : items) {
            Optional<Object> value = value(item);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }

    private Optional<Object> part(MethodCallExpression call) {
        String name = String.valueOf(call.getMethodAsString());
        boolean ours = call.isImplicitThis()
                && Words.PARTS.contains(name)
                && !facts.methods.contains(name)
                && !facts.variables.contains(name)
                && call.getArguments() instanceof TupleExpression;
        if (!ours) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        List<Expression> given = ((TupleExpression) call.getArguments()).getExpressions();
        given.forEach(number ->
                value(number).filter(Integer.class::isInstance).ifPresent(known -> numbers.add((Integer) known)));
        return numbers.size() == given.size() ? target(name, numbers) : Optional.empty();
    }

    private static Optional<Object> target(String name, List<Integer> numbers) {
        return switch (name) {
            case "clips" -> Optional.of(new Target.Clips(numbers));
            case "allBut" -> Optional.of(new Target.AllBut(numbers));
            default ->
                numbers.size() != 1
                        ? Optional.empty()
                        : Optional.of(
                                name.equals("clip")
                                        ? new Target.Clip(numbers.get(0))
                                        : new Target.Scene(numbers.get(0)));
        };
    }

    private static Optional<Object> negated(Object value) {
        if (value instanceof Integer number) {
            return Optional.of(-number);
        }
        if (value instanceof java.math.BigDecimal number) {
            return Optional.of(number.negate());
        }
        if (value instanceof java.time.Duration duration) {
            return Optional.of(Units.negative(duration));
        }
        if (value instanceof io.retake.core.edit.value.Percentage percentage) {
            return Optional.of(Units.negative(percentage));
        }
        return value instanceof io.retake.core.edit.value.Level level
                ? Optional.of(Units.negative(level))
                : Optional.empty();
    }
}
