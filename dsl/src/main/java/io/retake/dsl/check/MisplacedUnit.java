package io.retake.dsl.check;

import io.retake.dsl.scope.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;

/**
 * Repairs a unit that Groovy parsed as a property of the whole call: {@code upscale 1080p} is {@code upscale(1080).p}
 * to it, since its lexer ends the number before the letter, {@code upscale size: 1080p} is {@code upscale(size:
 * 1080).p}, and {@code volume (-6).dB} is {@code volume(-6).dB}. A verb's result has no unit, so the unit belongs to
 * the last number.
 */
public final class MisplacedUnit {
    private MisplacedUnit() {}

    /** Returns the intended call; empty when the property is not such a unit. */
    public static Optional<Expression> repaired(PropertyExpression property) {
        String unit = property.getPropertyAsString();
        if (unit == null
                || !Words.UNITS.contains(unit)
                || !(property.getObjectExpression() instanceof MethodCallExpression call)
                || !call.isImplicitThis()
                || !Words.takesUnits(String.valueOf(call.getMethodAsString()))) {
            return Optional.empty();
        }
        Call said = Call.of(call);
        Optional<MapEntryExpression> named = said.named().stream()
                .max(Comparator.comparing(entry -> entry.getValueExpression(), MisplacedUnit::byPlace));
        Optional<Expression> positional = said.positional().stream().max(MisplacedUnit::byPlace);
        boolean byName = named.isPresent()
                && (positional.isEmpty() || byPlace(named.get().getValueExpression(), positional.get()) > 0);
        return byName
                ? inNamed(call, named.get(), property)
                : positional.flatMap(last -> inPositional(call, said, last, property));
    }

    private static Optional<Expression> inNamed(
            MethodCallExpression call, MapEntryExpression entry, PropertyExpression property) {
        Expression last = entry.getValueExpression();
        if (!isNumber(last)) {
            return Optional.empty();
        }
        entry.setValueExpression(withUnit(last, property));
        return Optional.of(call);
    }

    private static Optional<Expression> inPositional(
            MethodCallExpression call, Call said, Expression last, PropertyExpression property) {
        if (!isNumber(last) || !said.named().isEmpty()) {
            return Optional.empty();
        }
        List<Expression> meant = new ArrayList<>(said.positional());
        meant.set(meant.size() - 1, withUnit(last, property));
        MethodCallExpression fixed = new MethodCallExpression(
                call.getObjectExpression(), call.getMethod(), new ArgumentListExpression(meant));
        fixed.setImplicitThis(true);
        fixed.setSourcePosition(call);
        return Optional.of(fixed);
    }

    private static Expression withUnit(Expression number, PropertyExpression property) {
        PropertyExpression unit = new PropertyExpression(number, property.getProperty());
        unit.setSourcePosition(number);
        return unit;
    }

    private static boolean isNumber(Expression value) {
        Expression unsigned = value instanceof UnaryMinusExpression minus ? minus.getExpression() : value;
        return unsigned instanceof ConstantExpression constant && constant.getValue() instanceof Number;
    }

    private static int byPlace(Expression a, Expression b) {
        return Comparator.comparingInt(Expression::getLineNumber)
                .thenComparingInt(Expression::getColumnNumber)
                .compare(a, b);
    }
}
