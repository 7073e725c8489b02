package io.retake.dsl.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.SpreadMapExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/**
 * Repairs a word of the language with a list or a map as its only value: {@code reorder [3, 1, 2]}. Groovy reads that
 * as indexing a variable, whatever follows it: {@code reorder [3, 1].reverse()} too. A word has no elements, so the
 * list is its argument.
 */
public final class ListFirst {
    private final Predicate<VariableExpression> isWord;
    private VariableExpression word = VariableExpression.THIS_EXPRESSION;
    private Optional<Expression> block = Optional.empty();

    private ListFirst(Predicate<VariableExpression> isWord) {
        this.isWord = isWord;
    }

    /** Returns the intended call; empty when the expression does not begin with such a word and a bracket. */
    public static Optional<MethodCallExpression> call(Expression whole, Predicate<VariableExpression> isWord) {
        ListFirst first = new ListFirst(isWord);
        return first.meant(whole).map(value -> first.call(whole, value));
    }

    private MethodCallExpression call(Expression whole, Expression value) {
        List<Expression> arguments = new ArrayList<>(List.of(value));
        block.ifPresent(arguments::add);
        ConstantExpression name = new ConstantExpression(word.getName());
        name.setSourcePosition(word);
        MethodCallExpression call = new MethodCallExpression(
                VariableExpression.THIS_EXPRESSION, name, new ArgumentListExpression(arguments));
        call.setImplicitThis(true);
        call.setSourcePosition(whole);
        return call;
    }

    /** Replaces the index expression at the beginning with the list. */
    private Optional<Expression> meant(Expression expression) {
        if (expression instanceof BinaryExpression binary) {
            return binary.getOperation().getType() == Types.LEFT_SQUARE_BRACKET ? element(binary) : operation(binary);
        }
        if (expression instanceof MethodCallExpression call && !call.isImplicitThis()) {
            return call(call);
        }
        if (expression instanceof PropertyExpression property) {
            return meant(property.getObjectExpression())
                    .map(object -> placed(
                            new PropertyExpression(object, property.getProperty(), property.isSafe()), property));
        }
        if (expression instanceof RangeExpression range) {
            return meant(range.getFrom())
                    .map(from -> placed(
                            new RangeExpression(from, range.getTo(), range.isExclusiveLeft(), range.isExclusiveRight()),
                            range));
        }
        if (expression instanceof CastExpression cast && cast.isCoerce()) {
            return meant(cast.getExpression())
                    .map(value -> placed(CastExpression.asExpression(cast.getType(), value), cast));
        }
        return expression instanceof TernaryExpression choice ? choice(choice) : Optional.empty();
    }

    private Optional<Expression> element(BinaryExpression element) {
        if (element.getLeftExpression() instanceof VariableExpression variable && isWord.test(variable)) {
            word = variable;
            return Optional.of(placed(list(element.getRightExpression()), element.getRightExpression()));
        }
        return operation(element);
    }

    /** Builds the list: several values, or named ones, are a list of the parser's; a single value stands alone. */
    private static Expression list(Expression index) {
        if (index instanceof SpreadMapExpression spread) {
            boolean empty = spread.getExpression() instanceof MapExpression map
                    && map.getMapEntryExpressions().isEmpty();
            return empty ? spread.getExpression() : new MapExpression(new ArrayList<>(List.of(entry(spread))));
        }
        if (!(index instanceof ListExpression list)) {
            return new ListExpression(new ArrayList<>(List.of(index)));
        }
        boolean named = list.getExpressions().stream()
                .anyMatch(item -> item instanceof MapEntryExpression || item instanceof SpreadMapExpression);
        if (named) {
            return new MapExpression(new ArrayList<>(
                    list.getExpressions().stream().map(ListFirst::entry).toList()));
        }
        boolean onlySpread = list.getLineNumber() < 1;
        return list.isWrapped() || onlySpread ? list : new ListExpression(new ArrayList<>(List.of(list)));
    }

    private static MapEntryExpression entry(Expression item) {
        return item instanceof SpreadMapExpression spread
                ? new MapEntryExpression(spread, spread.getExpression())
                : (MapEntryExpression) item;
    }

    private Optional<Expression> operation(BinaryExpression binary) {
        boolean assigns = Types.ofType(binary.getOperation().getType(), Types.ASSIGNMENT_OPERATOR);
        return assigns
                ? Optional.empty()
                : meant(binary.getLeftExpression())
                        .map(left -> placed(
                                new BinaryExpression(left, binary.getOperation(), binary.getRightExpression()),
                                binary));
    }

    private Optional<Expression> call(MethodCallExpression call) {
        Optional<Expression> object = meant(call.getObjectExpression());
        if (object.isEmpty()) {
            return object;
        }
        // eachFile [a, b] { … }: to Groovy, what is at that place is called with the block.
        boolean withBlock = "call".equals(call.getMethodAsString())
                && call.getArguments() instanceof TupleExpression arguments
                && arguments.getExpressions().size() == 1
                && arguments.getExpression(0) instanceof ClosureExpression;
        if (withBlock && isElement(call.getObjectExpression())) {
            block = Optional.of(((TupleExpression) call.getArguments()).getExpression(0));
            return object;
        }
        MethodCallExpression meant = new MethodCallExpression(object.get(), call.getMethod(), call.getArguments());
        meant.setSafe(call.isSafe());
        meant.setSpreadSafe(call.isSpreadSafe());
        meant.setImplicitThis(false);
        return Optional.of(placed(meant, call));
    }

    private boolean isElement(Expression expression) {
        return expression instanceof BinaryExpression element
                && element.getLeftExpression() instanceof VariableExpression variable
                && isWord.test(variable);
    }

    private Optional<Expression> choice(TernaryExpression choice) {
        if (choice instanceof ElvisOperatorExpression elvis) {
            return meant(elvis.getTrueExpression())
                    .map(value -> placed(new ElvisOperatorExpression(value, elvis.getFalseExpression()), elvis));
        }
        return meant(choice.getBooleanExpression().getExpression())
                .map(value -> placed(
                        new TernaryExpression(
                                new BooleanExpression(value), choice.getTrueExpression(), choice.getFalseExpression()),
                        choice));
    }

    private static <E extends Expression> E placed(E made, Expression at) {
        made.setSourcePosition(at);
        return made;
    }
}
