package io.retake.dsl.compile;

import io.retake.dsl.check.PromptDeclarations;
import io.retake.dsl.check.ScriptSymbols;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.VariableScope;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.syntax.Types;

/**
 * Preserves the variables that an entry declares: after each declaration it inserts a call that registers a closure,
 * from which the value can be read when the entry ends, whatever it was changed to. An assignment to an undeclared name
 * is a declaration.
 */
final class PromptVariables {
    private final ScriptSymbols facts;
    private final PromptDeclarations standing;

    PromptVariables(ScriptSymbols facts, PromptDeclarations standing) {
        this.facts = facts;
        this.standing = standing;
    }

    void keep(BlockStatement entry) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : entry.getStatements()) {
            statements.add(statement);
            if (statement instanceof ExpressionStatement said) {
                declared(said);
                if (said.getExpression() instanceof DeclarationExpression declaration) {
                    names(declaration).forEach(name -> statements.add(kept(name, declaration)));
                }
            }
        }
        entry.getStatements().clear();
        entry.getStatements().addAll(statements);
    }

    private void declared(ExpressionStatement statement) {
        if (statement.getExpression() instanceof BinaryExpression assignment
                && !(assignment instanceof DeclarationExpression)
                && assignment.getOperation().getType() == Types.EQUAL
                && assignment.getLeftExpression() instanceof VariableExpression name
                && !standing.variables.containsKey(name.getName())
                && !facts.names.contains(name.getName())) {
            facts.names.add(name.getName());
            DeclarationExpression declaration =
                    new DeclarationExpression(name, assignment.getOperation(), assignment.getRightExpression());
            declaration.setSourcePosition(assignment);
            statement.setExpression(declaration);
        }
    }

    private List<VariableExpression> names(DeclarationExpression declaration) {
        List<VariableExpression> names = new ArrayList<>();
        if (declaration.getLeftExpression() instanceof VariableExpression one) {
            names.add(one);
        } else if (declaration.getLeftExpression() instanceof TupleExpression several) {
            several.getExpressions().stream()
                    .filter(VariableExpression.class::isInstance)
                    .forEach(name -> names.add((VariableExpression) name));
        }
        names.forEach(name -> {
            facts.names.add(name.getName());
            facts.kept.put(name.getName(), name);
        });
        return names;
    }

    private static Statement kept(VariableExpression variable, ASTNode at) {
        ReturnStatement value = new ReturnStatement(new VariableExpression(variable.getName()));
        ClosureExpression reader = new ClosureExpression(Parameter.EMPTY_ARRAY, value);
        reader.setVariableScope(new VariableScope());
        reader.setSourcePosition(at);
        Expression keep = new MethodCallExpression(
                VariableExpression.THIS_EXPRESSION,
                "keep",
                new ArgumentListExpression(new ConstantExpression(variable.getName()), reader));
        ((MethodCallExpression) keep).setImplicitThis(true);
        keep.setSourcePosition(at);
        ExpressionStatement statement = new ExpressionStatement(keep);
        statement.setSourcePosition(at);
        return statement;
    }
}
