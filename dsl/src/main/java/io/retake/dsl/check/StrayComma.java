package io.retake.dsl.check;

import io.retake.dsl.problem.Diagnostics;
import io.retake.dsl.problem.ScriptMessages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Finds a comma at the end of a line that makes the next line's statement one more argument. */
public final class StrayComma {
    private StrayComma() {}

    /**
     * Reports a stray comma.
     *
     * @param isStatement whether a name can only begin a statement
     */
    public static void find(MethodCallExpression call, Predicate<String> isStatement, Diagnostics findings) {
        Optional<VariableExpression> word = values(call).stream()
                .filter(VariableExpression.class::isInstance)
                .map(VariableExpression.class::cast)
                .filter(value -> isStatement.test(value.getName()))
                .findFirst();
        word.ifPresent(statement -> values(call).stream()
                .filter(value -> value.getLastLineNumber() < statement.getLineNumber())
                .reduce((first, last) -> last)
                .ifPresent(before -> tell(before, statement, findings)));
    }

    private static void tell(ASTNode before, VariableExpression statement, Diagnostics findings) {
        findings.add(
                before.getLastLineNumber(),
                before.getLastColumnNumber(),
                ScriptMessages.text("syntax.extra-comma", statement.getName()),
                ScriptMessages.text("syntax.extra-comma-advice"));
    }

    private static List<Expression> values(MethodCallExpression call) {
        Call said = Call.of(call);
        return Stream.concat(
                        said.named().stream().map(MapEntryExpression::getValueExpression), said.positional().stream())
                .sorted(Comparator.comparingInt(Expression::getLineNumber))
                .toList();
    }
}
