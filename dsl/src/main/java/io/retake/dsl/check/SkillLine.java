package io.retake.dsl.check;

import io.retake.dsl.problem.Diagnostics;
import io.retake.dsl.problem.ScriptMessages;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code skill 'editor-remastered'} at the head of a script: the name it reports to backends. */
public final class SkillLine {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String EXAMPLE = ScriptMessages.text("skill.example");
    private final ScriptSymbols facts;
    private final Diagnostics findings;

    public SkillLine(ScriptSymbols facts, Diagnostics findings) {
        this.facts = facts;
        this.findings = findings;
    }

    /** Returns whether the statement is a skill line; reports its faults. */
    public boolean read(Statement statement) {
        if (!(statement instanceof ExpressionStatement expression)
                || !(expression.getExpression() instanceof MethodCallExpression call)
                || !call.isImplicitThis()
                || !"skill".equals(call.getMethodAsString())) {
            return false;
        }
        List<Expression> arguments = Call.of(call).positional();
        Optional<String> name = arguments.size() == 1 && arguments.get(0) instanceof ConstantExpression constant
                ? Optional.of(String.valueOf(constant.getValue()))
                        .filter(n -> NAME.matcher(n).matches())
                : Optional.empty();
        if (name.isEmpty()) {
            findings.add(call, ScriptMessages.text("skill.no-name"), EXAMPLE);
        } else if (facts.skill.isPresent()) {
            findings.add(call, ScriptMessages.text("skill.twice"), ScriptMessages.text("advice.keep-one"));
        }
        facts.skill = name;
        return true;
    }
}
