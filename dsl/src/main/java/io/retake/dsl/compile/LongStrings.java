package io.retake.dsl.compile;

import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;

/** Builds a text longer than the 65535 bytes of a class file constant from shorter ones at run time. */
final class LongStrings {
    /** The maximum length of a part; each character takes three bytes at most. */
    private static final int LETTERS = 20_000;

    private LongStrings() {}

    static Expression of(ConstantExpression constant) {
        if (!(constant.getValue() instanceof String text) || text.length() <= LETTERS) {
            return constant;
        }
        Expression whole = part(text, 0, constant);
        for (int from = LETTERS; from < text.length(); from += LETTERS) {
            MethodCallExpression longer =
                    new MethodCallExpression(whole, "concat", new ArgumentListExpression(part(text, from, constant)));
            longer.setSourcePosition(constant);
            whole = longer;
        }
        return whole;
    }

    private static ConstantExpression part(String text, int from, ConstantExpression at) {
        ConstantExpression part = new ConstantExpression(text.substring(from, Math.min(text.length(), from + LETTERS)));
        part.setSourcePosition(at);
        return part;
    }
}
