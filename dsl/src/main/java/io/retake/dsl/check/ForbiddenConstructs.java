package io.retake.dsl.check;

import io.retake.dsl.problem.Diagnostics;
import io.retake.dsl.problem.ScriptMessages;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.jspecify.annotations.Nullable;

/** Reports Groovy constructs that a script must not use, before it runs, in every class of the script. */
public final class ForbiddenConstructs extends ClassCodeVisitorSupport {
    private static final Set<String> GRAPES = Set.of("Grab", "Grapes", "GrabConfig", "GrabResolver", "GrabExclude");
    private static final Set<String> ENDS = Set.of("exit", "halt");
    private final ScriptUnit unit;

    private ForbiddenConstructs(ScriptUnit unit) {
        this.unit = unit;
    }

    /** Checks the head of the file once, and this class. */
    public static void check(ScriptUnit unit, ClassNode node) {
        ForbiddenConstructs refusals = new ForbiddenConstructs(unit);
        ModuleNode module = unit.getAST();
        if (module.getPackage() != null) {
            unit.findings.add(
                    module.getPackage(),
                    ScriptMessages.text("script.package"),
                    ScriptMessages.text("script.package-advice"));
        }
        refusals.visitAnnotations(module.getPackage());
        refusals.visitImports(module);
        refusals.visitClass(node);
        if (node.isScript()) {
            node.getMethods("main").stream()
                    .filter(method -> method.getLineNumber() > 0)
                    .filter(method -> module.getStatementBlock().getStatements().size() < 2)
                    .forEach(refusals::uncalled);
        }
    }

    /** Reports a method {@code main} without a call of it, which Groovy would run for its name. */
    private void uncalled(MethodNode main) {
        boolean nothingElse = unit.getAST().getStatementBlock().getStatements().stream()
                .allMatch(statement -> statement.getLineNumber() < 1);
        if (nothingElse) {
            unit.findings.add(
                    main,
                    ScriptMessages.text("script.main-uncalled"),
                    ScriptMessages.text("script.main-uncalled-advice"));
        }
    }

    /** Reports a call that the type checker has resolved to a forbidden method. */
    static void call(ScriptUnit unit, ASTNode at, MethodNode method) {
        String owner = method.getDeclaringClass().getName();
        boolean ends = owner.equals("java.lang.System") || owner.equals("java.lang.Runtime");
        if (ends && ENDS.contains(method.getName())) {
            exit(unit.findings, at, owner.substring("java.lang.".length()) + "." + method.getName());
        } else if (owner.equals("groovy.grape.Grape")) {
            grape(unit.findings, at, "Grape");
        }
    }

    /** Reports a call that ends the process. */
    static void exit(Diagnostics findings, ASTNode at, String what) {
        findings.add(
                at,
                ScriptMessages.text("script.ends-program", what),
                ScriptMessages.text("script.ends-program-advice"));
    }

    private static void grape(Diagnostics findings, ASTNode at, String what) {
        findings.add(at, ScriptMessages.text("script.download", what), ScriptMessages.text("script.download-advice"));
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    @Override
    public void visitAnnotations(@Nullable AnnotatedNode node) {
        if (node == null) {
            return;
        }
        for (AnnotationNode annotation : node.getAnnotations()) {
            String name = annotation.getClassNode().getNameWithoutPackage();
            if (GRAPES.contains(name)) {
                grape(unit.findings, annotation, "@" + name);
            } else if (name.equals("ASTTest")) {
                unit.findings.add(
                        annotation, ScriptMessages.text("script.ast-test"), ScriptMessages.text("advice.remove"));
            } else if (name.equals("BaseScript") && annotation.getLineNumber() > 0) { // the compiler adds its own
                unit.findings.add(
                        annotation, ScriptMessages.text("script.base-class"), ScriptMessages.text("advice.remove"));
            }
        }
        node.getAnnotations()
                .removeIf(annotation ->
                        annotation.getClassNode().getNameWithoutPackage().equals("ASTTest"));
        super.visitAnnotations(node);
    }

    /** Checks calls also where types are not checked; the type checker finds methods under other names. */
    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        ender(call.getObjectExpression(), call.getMethodAsString()).ifPresent(what -> exit(unit.findings, call, what));
        super.visitMethodCallExpression(call);
    }

    @Override
    public void visitMethodPointerExpression(MethodPointerExpression pointer) {
        ender(pointer.getExpression(), pointer.getMethodName().getText())
                .ifPresent(what -> exit(unit.findings, pointer, what));
        super.visitMethodPointerExpression(pointer);
    }

    private static Optional<String> ender(Expression owner, @Nullable String method) {
        if (method == null || !ENDS.contains(method)) {
            return Optional.empty();
        }
        String object = owner.getText();
        boolean runtime = object.matches("(?:java\\.lang\\.)?Runtime(?:\\.runtime|\\.getRuntime\\(\\))");
        boolean system = object.equals("System") || object.equals("java.lang.System");
        return runtime ? Optional.of("Runtime." + method) : system ? Optional.of("System." + method) : Optional.empty();
    }
}
