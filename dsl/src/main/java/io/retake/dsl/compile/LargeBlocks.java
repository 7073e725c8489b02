package io.retake.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.VariableScope;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.syntax.Types;

/**
 * Splits very large blocks into closures that are called one after the other: Java limits a method to 64 KB of compiled
 * code, which some seven hundred verbs fill. Moves only statements that declare and assign nothing, so that every name
 * keeps its meaning.
 */
final class LargeBlocks {
    private static final int MOST = 100;
    private static final Set<String> OF_THE_CLOSURE = Set.of("owner", "delegate", "resolveStrategy");

    private final Set<String> assigned;

    /** Creates a splitter for a script that assigns these variables, which could have another type in a closure. */
    LargeBlocks(Set<String> assigned) {
        this.assigned = assigned;
    }

    /** Splits the block if it is too large; keeps its last statement, since its value may be the block's. */
    void cut(BlockStatement block) {
        while (block.getStatements().size() > MOST) {
            List<Statement> cut = cut(block.getStatements());
            if (cut.size() == block.getStatements().size()) {
                return;
            }
            block.getStatements().clear();
            block.getStatements().addAll(cut);
        }
    }

    private List<Statement> cut(List<Statement> statements) {
        List<Statement> cut = new ArrayList<>();
        List<Statement> together = new ArrayList<>();
        Statement last = statements.get(statements.size() - 1);
        for (Statement statement : statements.subList(0, statements.size() - 1)) {
            boolean moves = canMove(statement);
            if (!moves || together.size() == MOST) {
                flush(together, cut);
            }
            (moves ? together : cut).add(statement);
        }
        flush(together, cut);
        cut.add(last);
        return cut;
    }

    private static void flush(List<Statement> together, List<Statement> cut) {
        if (together.size() < MOST / 4) {
            cut.addAll(together);
        } else {
            cut.add(called(together));
        }
        together.clear();
    }

    private static Statement called(List<Statement> statements) {
        Statement first = statements.get(0);
        // Null makes a closure without parameters; an empty list would give it an implicit 'it'.
        ClosureExpression closure =
                new ClosureExpression(null, new BlockStatement(new ArrayList<>(statements), new VariableScope()));
        closure.setVariableScope(new VariableScope());
        closure.setSourcePosition(first);
        MethodCallExpression call = new MethodCallExpression(closure, "call", ArgumentListExpression.EMPTY_ARGUMENTS);
        call.setSourcePosition(first);
        ExpressionStatement statement = new ExpressionStatement(call);
        statement.setSourcePosition(first);
        return statement;
    }

    private boolean canMove(Statement statement) {
        if (!(statement instanceof ExpressionStatement) || statement.getStatementLabels() != null) {
            return false;
        }
        Fixed fixed = new Fixed();
        statement.visit(fixed);
        return !fixed.found;
    }

    /** Finds statements whose meaning would change in a closure. */
    private final class Fixed extends CodeVisitorSupport {
        private boolean found;

        @Override
        public void visitDeclarationExpression(DeclarationExpression declaration) {
            found = true;
        }

        @Override
        public void visitBinaryExpression(BinaryExpression binary) {
            found |= Types.ofType(binary.getOperation().getType(), Types.ASSIGNMENT_OPERATOR);
            super.visitBinaryExpression(binary);
        }

        @Override
        public void visitPostfixExpression(PostfixExpression expression) {
            found = true;
        }

        @Override
        public void visitPrefixExpression(PrefixExpression expression) {
            found = true;
        }

        @Override
        public void visitVariableExpression(VariableExpression variable) {
            String name = variable.getName();
            found |= OF_THE_CLOSURE.contains(name) || assigned.contains(name) || variable.isSuperExpression();
        }
    }
}
