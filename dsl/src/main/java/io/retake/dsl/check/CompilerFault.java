package io.retake.dsl.check;

import groovyjarjarasm.asm.ClassTooLargeException;
import groovyjarjarasm.asm.MethodTooLargeException;
import io.retake.dsl.problem.OneLine;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.syntax.Tokens;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.CompileUnit;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.jspecify.annotations.Nullable;

/** Reports a failure of the compiler itself as a problem of the script, as close to its place as can be determined. */
public final class CompilerFault {
    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");
    private static final String SMALLER = ScriptMessages.text("compile.too-large-advice");

    private CompilerFault() {}

    public static void add(Throwable fault, ScriptUnit script) {
        if (fault instanceof StackOverflowError) {
            tooDeep(script);
        } else if (fault instanceof MethodTooLargeException large) {
            tooLarge(large, script);
        } else if (fault instanceof ClassTooLargeException) {
            script.findings.add(1, 1, ScriptMessages.text("compile.too-large"), SMALLER);
        } else if (String.valueOf(fault.getMessage()).contains("UTF8 string too large")) {
            ASTNode at = longest(script);
            script.findings.add(
                    line(at),
                    column(at),
                    ScriptMessages.text("compile.long-text"),
                    ScriptMessages.text("compile.long-text-advice"));
        } else if (fault.getCause() != null && isKnown(fault.getCause())) {
            add(fault.getCause(), script);
        } else {
            unknown(fault, script);
        }
    }

    private static void tooDeep(ScriptUnit script) {
        String message = ScriptMessages.text("compile.too-deep");
        String advice = ScriptMessages.text("advice.split");
        ASTNode at = script.compiling;
        if (at == null) {
            script.findings.addAt(new Tokens(script.findings.source().text()).deepest(), message, advice);
        } else {
            script.findings.add(line(at), column(at), message, advice);
        }
    }

    private static boolean isKnown(Throwable cause) {
        return cause instanceof StackOverflowError
                || cause instanceof MethodTooLargeException
                || cause instanceof ClassTooLargeException
                || String.valueOf(cause.getMessage()).contains("UTF8 string too large");
    }

    private static void unknown(Throwable fault, ScriptUnit script) {
        Matcher place = PLACE.matcher(String.valueOf(fault.getMessage()));
        boolean known = place.find();
        ASTNode at = script.compiling;
        script.findings.add(
                known ? Integer.parseInt(place.group(1)) : Math.max(1, line(at)),
                known ? Integer.parseInt(place.group(2)) : Math.max(1, column(at)),
                ScriptMessages.text("compile.failed", OneLine.of(what(fault), 160)),
                ScriptMessages.text("compile.failed-advice"));
    }

    /** Describes the first cause; the exceptions around it say only that the compiler failed. */
    private static String what(Throwable fault) {
        Throwable first = fault;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first instanceof GroovyBugError bug
                ? bug.getBugText()
                : first.getClass().getSimpleName() + (first.getMessage() == null ? "" : ": " + first.getMessage());
    }

    private static void tooLarge(MethodTooLargeException large, ScriptUnit script) {
        String name = large.getClassName().replace('/', '.');
        CompileUnit unit = script.getAST().getUnit();
        ClassNode type = Optional.ofNullable(unit.getClass(name)).orElseGet(() -> unit.getGeneratedInnerClass(name));
        Optional<Statement> code = Optional.ofNullable(type)
                .flatMap(t -> t.getMethods().stream()
                        .filter(method -> method.getName().equals(large.getMethodName()))
                        .map(MethodNode::getCode)
                        .max(Comparator.comparingInt(CompilerFault::length)));
        ASTNode at = code.map(CompilerFault::largest)
                .filter(node -> node.getLineNumber() > 0)
                .orElse(type);
        script.findings.add(
                Math.max(1, line(at)),
                Math.max(1, column(at)),
                ScriptMessages.text("compile.large-block", large.getCodeSize() / 1024),
                ScriptMessages.text("compile.large-block-advice"));
    }

    /** Returns the statement that makes up most of a block, if one does; else the block. */
    private static ASTNode largest(Statement code) {
        if (!(code instanceof BlockStatement block) || block.getStatements().isEmpty()) {
            return code;
        }
        int whole =
                block.getStatements().stream().mapToInt(CompilerFault::length).sum();
        Statement most = block.getStatements().stream()
                .max(Comparator.comparingInt(CompilerFault::length))
                .orElseThrow();
        return 2 * length(most) > whole ? largest(most) : block.getStatements().get(0);
    }

    /** Returns the approximate number of texts, numbers and names in a node. */
    private static int length(@Nullable ASTNode node) {
        int[] parts = {1};
        if (node != null) {
            node.visit(new CodeVisitorSupport() {
                @Override
                public void visitConstantExpression(ConstantExpression constant) {
                    parts[0]++;
                }
            });
        }
        return parts[0];
    }

    private static @Nullable ASTNode longest(ScriptUnit script) {
        ConstantExpression[] longest = new ConstantExpression[1];
        for (ClassNode type : script.getAST().getClasses()) {
            type.visitContents(new org.codehaus.groovy.ast.ClassCodeVisitorSupport() {
                @Override
                protected org.codehaus.groovy.control.SourceUnit getSourceUnit() {
                    return script;
                }

                @Override
                public void visitConstantExpression(ConstantExpression constant) {
                    int length = constant.getText().length();
                    if (longest[0] == null || length > longest[0].getText().length()) {
                        longest[0] = constant;
                    }
                }
            });
        }
        return longest[0];
    }

    private static int line(@Nullable ASTNode node) {
        return node == null ? 0 : node.getLineNumber();
    }

    private static int column(@Nullable ASTNode node) {
        return node == null ? 0 : node.getColumnNumber();
    }
}
