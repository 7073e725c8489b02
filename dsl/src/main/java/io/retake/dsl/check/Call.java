package io.retake.dsl.check;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;

/**
 * A call in a script, with named and positional arguments.
 *
 * @param named the named arguments; empty for none
 * @param positional the positional arguments
 */
public record Call(List<MapEntryExpression> named, List<Expression> positional) {

    public static Call of(MethodCallExpression call) {
        List<MapEntryExpression> named = new ArrayList<>();
        List<Expression> positional = new ArrayList<>();
        if (call.getArguments() instanceof TupleExpression arguments) {
            for (Expression argument : arguments.getExpressions()) {
                if (argument instanceof MapExpression map && positional.isEmpty() && named.isEmpty()) {
                    named.addAll(map.getMapEntryExpressions());
                } else {
                    positional.add(argument);
                }
            }
        }
        return new Call(List.copyOf(named), List.copyOf(positional));
    }
}
