package io.retake.dsl.check;

import io.retake.dsl.scope.ExportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/** Collects the file names of exports that are known before the script runs. */
public final class OutputLiterals {
    private final ScriptSymbols facts;

    OutputLiterals(ScriptSymbols facts) {
        this.facts = facts;
    }

    /** Adds the {@code to:} of an export in this format, if it is known. */
    void note(List<MapEntryExpression> options, String extension) {
        Optional<MapEntryExpression> to = option(options, ExportOption.TO);
        List<OutputLiteral.Part> parts = new ArrayList<>();
        if (to.isPresent() && parts(to.get().getValueExpression(), parts)) {
            Expression at = to.get().getValueExpression();
            facts.outputs.add(
                    new OutputLiteral(parts, extension, replaces(options), at.getLineNumber(), at.getColumnNumber()));
        }
    }

    private static Optional<MapEntryExpression> option(List<MapEntryExpression> options, ExportOption option) {
        return options.stream()
                .filter(entry -> entry.getKeyExpression().getText().equals(option.word()))
                .findFirst();
    }

    /** Returns whether {@code replace:} is given and is not the literal false. */
    private static boolean replaces(List<MapEntryExpression> options) {
        return option(options, ExportOption.REPLACE)
                .map(MapEntryExpression::getValueExpression)
                .filter(value ->
                        !(value instanceof ConstantExpression constant && Boolean.FALSE.equals(constant.getValue())))
                .isPresent();
    }

    /** Splits a name into parts; returns false when it is known only at run time. */
    private boolean parts(Expression name, List<OutputLiteral.Part> parts) {
        if (name instanceof ConstantExpression constant && constant.getValue() instanceof String text) {
            return parts.add(new OutputLiteral.Part(false, text));
        }
        if (name instanceof VariableExpression variable) {
            String parameter = variable.getName();
            return facts.parameters.containsKey(parameter)
                    && !facts.variables.contains(parameter)
                    && parts.add(new OutputLiteral.Part(true, parameter));
        }
        if (name instanceof BinaryExpression sum && sum.getOperation().getType() == Types.PLUS) {
            return parts(sum.getLeftExpression(), parts) && parts(sum.getRightExpression(), parts);
        }
        return name instanceof GStringExpression text && parts(text, parts);
    }

    private boolean parts(GStringExpression text, List<OutputLiteral.Part> parts) {
        for (int i = 0; i < text.getStrings().size(); i++) {
            boolean known = parts(text.getStrings().get(i), parts)
                    && (i >= text.getValues().size() || parts(text.getValues().get(i), parts));
            if (!known) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether a script creates, moves or removes files itself, so that the files before the run say nothing about
     * those at an export.
     */
    public static boolean handlesFiles(SourceUnit unit, ClassNode script) {
        FileCalls calls = new FileCalls(unit);
        calls.visitClass(script);
        return calls.found;
    }

    /** Finds calls of methods that change the contents of folders. */
    private static final class FileCalls extends ClassCodeVisitorSupport {
        private static final Set<String> METHODS = Set.of(
                "mkdir",
                "mkdirs",
                "createDirectory",
                "createDirectories",
                "createParentDirectories",
                "delete",
                "deleteDir",
                "deleteIfExists",
                "renameTo",
                "move",
                "exec");
        private final SourceUnit unit;
        private boolean found;

        FileCalls(SourceUnit unit) {
            this.unit = unit;
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return unit;
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            String name = String.valueOf(call.getMethodAsString());
            found |= !call.isImplicitThis() && (METHODS.contains(name) || isProcess(name, call));
            super.visitMethodCallExpression(call);
        }

        /** Returns whether it is {@code 'mkdir out'.execute()}, and not the method of an executor. */
        private static boolean isProcess(String name, MethodCallExpression call) {
            return name.equals("execute")
                    && call.getArguments() instanceof TupleExpression arguments
                    && arguments.getExpressions().isEmpty();
        }
    }
}
