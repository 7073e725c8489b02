package io.retake.dsl.check;

import java.util.Arrays;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/** Collects the names that a script declares itself, so that they take precedence over words of the language. */
public final class DeclaredNames extends ClassCodeVisitorSupport {
    private final ScriptUnit unit;

    public DeclaredNames(ScriptUnit unit) {
        this.unit = unit;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    @Override
    public void visitClass(ClassNode node) {
        super.visitClass(node);
    }

    @Override
    public void visitField(FieldNode node) {
        unit.facts.variables.add(node.getName());
        super.visitField(node);
    }

    @Override
    public void visitMethod(MethodNode node) {
        if (!node.getName().equals("run") && !node.getName().equals("main")) {
            unit.facts.methods.add(node.getName());
            parameters(node.getParameters());
        }
        super.visitMethod(node);
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        if (closure.getParameters() != null) {
            parameters(closure.getParameters());
        }
        super.visitClosureExpression(closure);
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        if (loop.getValueVariable() != null) {
            unit.facts.variables.add(loop.getValueVariable().getName());
        }
        super.visitForLoop(loop);
    }

    @Override
    public void visitCatchStatement(CatchStatement statement) {
        unit.facts.variables.add(statement.getVariable().getName());
        super.visitCatchStatement(statement);
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        if (declaration.getLeftExpression() instanceof VariableExpression one) {
            unit.facts.variables.add(one.getName());
        } else if (declaration.getLeftExpression() instanceof TupleExpression several) {
            several.getExpressions().stream()
                    .filter(VariableExpression.class::isInstance)
                    .forEach(v -> unit.facts.variables.add(((VariableExpression) v).getName()));
        }
        super.visitDeclarationExpression(declaration);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression binary) {
        if (Types.ofType(binary.getOperation().getType(), Types.ASSIGNMENT_OPERATOR)) {
            assigned(binary.getLeftExpression());
        }
        super.visitBinaryExpression(binary);
    }

    @Override
    public void visitPostfixExpression(PostfixExpression expression) {
        assigned(expression.getExpression());
        super.visitPostfixExpression(expression);
    }

    @Override
    public void visitPrefixExpression(PrefixExpression expression) {
        assigned(expression.getExpression());
        super.visitPrefixExpression(expression);
    }

    private void assigned(Expression place) {
        if (place instanceof VariableExpression variable) {
            unit.facts.assigned.add(variable.getName());
        } else if (place instanceof TupleExpression several) {
            several.getExpressions().forEach(this::assigned);
        }
    }

    private void parameters(Parameter[] parameters) {
        Arrays.stream(parameters).forEach(p -> unit.facts.variables.add(p.getName()));
    }
}
