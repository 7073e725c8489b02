package io.retake.dsl.check;

import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.dsl.problem.Diagnostics;
import io.retake.dsl.problem.OneLine;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.ExportOption;
import io.retake.dsl.scope.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * Finds a missing comma or colon after a word of the language: {@code title 'Hello' to: 3.s} is {@code
 * title.'Hello'(to: 3.s)} to Groovy, and {@code trim from 1.s} is {@code trim.from(1.s)}. A word has no methods.
 */
public final class MissingSeparator {
    private MissingSeparator() {}

    /**
     * Reports a missing separator; returns whether there is one.
     *
     * @param isStatement whether a name can only begin a statement
     */
    public static boolean find(Expression expression, Predicate<String> isStatement, Diagnostics findings) {
        return expression instanceof PropertyExpression property
                ? between(property, isStatement, findings)
                : behind(expression, isStatement, findings);
    }

    /** Handles {@code upload 'a.mp4' 'b.mp4'}: to Groovy the second is a property of the first call's result. */
    private static boolean between(PropertyExpression property, Predicate<String> isStatement, Diagnostics findings) {
        boolean missing = property.getObjectExpression() instanceof MethodCallExpression call
                && call.isImplicitThis()
                && call.getLineNumber() == call.getLastLineNumber()
                && isStatement.test(String.valueOf(call.getMethodAsString()))
                && findings.blankBetween(call, property.getProperty());
        if (missing) {
            comma(property.getProperty(), findings);
        }
        return missing;
    }

    private static boolean behind(Expression expression, Predicate<String> isStatement, Diagnostics findings) {
        if (!(expression instanceof MethodCallExpression call)
                || call.isImplicitThis()
                || !(call.getObjectExpression() instanceof VariableExpression word)
                || !isStatement.test(word.getName())
                || call.getMethodAsString() == null
                || !findings.blankBetween(word, call.getMethod())) {
            return false;
        }
        String name = call.getMethodAsString();
        Optional<ASTNode> next = next(Call.of(call));
        if (takes(word.getName(), name)) {
            findings.add(
                    call.getMethod(),
                    ScriptMessages.text("syntax.no-colon", name),
                    ScriptMessages.text("syntax.no-colon-advice", name));
        } else if (next.isPresent()) {
            comma(next.get(), findings);
        } else {
            return false;
        }
        return true;
    }

    private static void comma(ASTNode before, Diagnostics findings) {
        findings.add(
                before,
                ScriptMessages.text("syntax.no-comma", OneLine.of(before.getText())),
                ScriptMessages.text("syntax.no-comma-advice"));
    }

    private static Optional<ASTNode> next(Call said) {
        return Stream.concat(
                        said.named().stream().map(entry -> (ASTNode) entry.getKeyExpression()),
                        said.positional().stream().map(value -> (ASTNode) value))
                .filter(node -> node.getLineNumber() > 0)
                .findFirst();
    }

    private static boolean takes(String word, String argument) {
        List<Operation> operations = Words.VERBS.contains(word) ? Vocabulary.verb(word) : List.of();
        boolean option = (word.equals("export") || word.equals("frame"))
                && ExportOption.of(argument).isPresent();
        return option
                || operations.stream()
                        .anyMatch(operation -> operation.argument(argument).isPresent());
    }
}
