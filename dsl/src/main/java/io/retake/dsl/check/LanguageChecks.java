package io.retake.dsl.check;

import io.retake.core.vocabulary.Suggestion;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.ScriptScope;
import io.retake.dsl.scope.SessionScope;
import io.retake.dsl.scope.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.transform.stc.AbstractTypeCheckingExtension;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Reports what Groovy's static type checker does not know, in the language's own terms. Named in an annotation on every
 * script, so it must be public; it is not part of the API. Treats everything unknown as dynamic after reporting it, so
 * that the checker continues and reports all problems together.
 */
public final class LanguageChecks extends AbstractTypeCheckingExtension {
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("plus", "+"),
            Map.entry("minus", "-"),
            Map.entry("multiply", "*"),
            Map.entry("div", "/"),
            Map.entry("remainder", "%"),
            Map.entry("mod", "%"),
            Map.entry("power", "**"),
            Map.entry("getAt", "[…]"),
            Map.entry("putAt", "[…] ="),
            Map.entry("compareTo", "<=>"),
            Map.entry("leftShift", "<<"),
            Map.entry("rightShift", ">>"),
            Map.entry("next", "++"),
            Map.entry("previous", "--"),
            Map.entry("bitwiseNegate", "~"));

    /** Called by the compiler, once for each class it checks. */
    public LanguageChecks(StaticTypeCheckingVisitor visitor) {
        super(visitor);
    }

    @Override
    public boolean beforeMethodCall(MethodCall call) {
        if (context.getSource() instanceof ScriptUnit unit && ((ASTNode) call).getLineNumber() > 0) {
            unit.compiling = (ASTNode) call;
        }
        return false;
    }

    @Override
    public boolean beforeVisitMethod(MethodNode node) {
        if (context.getSource() instanceof ScriptUnit unit && node.getLineNumber() > 0) {
            unit.compiling = node;
        }
        return false;
    }

    @Override
    public void onMethodSelection(Expression call, MethodNode method) {
        if (context.getSource() instanceof ScriptUnit unit) {
            ForbiddenConstructs.call(unit, call, method);
        }
    }

    @Override
    public List<MethodNode> handleMissingMethod(
            ClassNode receiver,
            String name,
            ArgumentListExpression arguments,
            ClassNode[] types,
            @Nullable MethodCall call) {
        if (!(context.getSource() instanceof ScriptUnit unit)) {
            return List.of();
        }
        if (call == null) { // the method of this.&trim
            unit.findings.add(
                    unit.place(null),
                    ScriptMessages.text("method.no-reference", name),
                    ScriptMessages.text("method.no-reference-advice", name));
            return List.of(newMethod(name, ClassHelper.dynamicType()));
        }
        // An operator on something that was reported already: a call that nobody wrote.
        boolean follows = ((ASTNode) call).getLineNumber() < 1 && !unit.findings.none();
        if (follows) {
            return List.of(newMethod(name, ClassHelper.dynamicType()));
        }
        String operator = OPERATORS.get(name);
        if (operator != null && ((ASTNode) call).getLineNumber() < 1) {
            BinaryExpression between = context.getEnclosingBinaryExpression();
            unit.findings.add(
                    unit.place(between),
                    types.length == 0
                            ? ScriptMessages.text("operator.none-for", operator, receiver.getNameWithoutPackage())
                            : ScriptMessages.text(
                                    "operator.none-between", operator, receiver.getNameWithoutPackage(), shown(types)),
                    "");
            return List.of(newMethod(name, ClassHelper.dynamicType()));
        }
        boolean implicit = call instanceof MethodCallExpression expression && expression.isImplicitThis();
        if (implicit) {
            statement(unit, name.equals(Words.COMPILED_USE) ? "use" : name, types, unit.place((ASTNode) call));
        } else {
            member(unit, receiver, name + "(" + shown(types) + ")", name, unit.place((ASTNode) call));
        }
        return List.of(newMethod(name, ClassHelper.dynamicType()));
    }

    private static void statement(ScriptUnit unit, String name, ClassNode[] types, ASTNode at) {
        List<String> forms = forms(name);
        if (!forms.isEmpty()) {
            unit.findings.add(
                    at,
                    ScriptMessages.text(
                            "method.other-values",
                            name,
                            String.join(ScriptMessages.text("list.or"), forms),
                            shown(types)),
                    ScriptMessages.text("advice.example", Words.example(name)));
            return;
        }
        List<String> own = unit.getAST().getClasses().stream()
                .filter(ClassNode::isScript)
                .flatMap(script -> script.getMethods(name).stream())
                .map(method -> "(" + shown(types(method)) + ")")
                .toList();
        if (!own.isEmpty()) {
            unit.findings.add(
                    at,
                    ScriptMessages.text(
                            "method.other-values",
                            name,
                            String.join(ScriptMessages.text("list.or"), own),
                            shown(types)),
                    ScriptMessages.text("method.other-values-advice"));
            return;
        }
        if (name.equals("exit") || name.equals("quit")) {
            ForbiddenConstructs.exit(unit.findings, at, name);
            return;
        }
        Set<String> known = new TreeSet<>(Words.statements());
        known.addAll(unit.facts.methods);
        String meant = Suggestion.of(name, known)
                .map(s -> ScriptMessages.text("meant.quoted", s))
                .orElse("");
        unit.findings.add(at, ScriptMessages.text("verb.unknown", name, meant), advice(meant));
    }

    private static ClassNode[] types(MethodNode method) {
        return Arrays.stream(method.getParameters()).map(p -> p.getType()).toArray(ClassNode[]::new);
    }

    private static String advice(String meant) {
        return meant.isEmpty() ? ScriptMessages.text("verb.unknown-advice") : "";
    }

    private static List<String> forms(String name) {
        return List.of(SessionScope.class, ScriptScope.class).stream()
                .flatMap(scope -> Arrays.stream(scope.getMethods()))
                .filter(m -> m.getName().equals(name) && !name.equals("perform"))
                .map(m -> "("
                        + Arrays.stream(m.getParameterTypes())
                                .map(LanguageChecks::shown)
                                .collect(Collectors.joining(", "))
                        + ")")
                .distinct()
                .sorted()
                .toList();
    }

    private static String shown(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "CharSequence[]" -> "texts";
            case "Path[]" -> "files";
            case "Film[]" -> "films";
            case "String" -> "text";
            case "Closure" -> "{ block }";
            case "Map" -> "options";
            default -> type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static String shown(ClassNode[] types) {
        return Arrays.stream(types).map(t -> t.getNameWithoutPackage()).collect(Collectors.joining(", "));
    }

    private static void member(ScriptUnit unit, ClassNode owner, String shown, String name, ASTNode at) {
        Set<String> known = owner.getAllDeclaredMethods().stream()
                .map(MethodNode::getName)
                .filter(n -> n.matches("[a-zA-Z]\\w*"))
                .collect(Collectors.toCollection(TreeSet::new));
        String meant = Suggestion.of(name, known)
                .filter(s -> !s.equals(name))
                .map(s -> ScriptMessages.text("meant.quoted", s))
                .orElse("");
        unit.findings.add(
                at,
                ScriptMessages.text("method.unknown", owner.getNameWithoutPackage(), shown, meant),
                owner.equals(ClassHelper.OBJECT_TYPE) ? ScriptMessages.text("method.unknown-advice") : "");
    }

    @Override
    public boolean handleUnresolvedVariableExpression(VariableExpression variable) {
        if (!(context.getSource() instanceof ScriptUnit unit)) {
            return false;
        }
        String name = variable.getName();
        if (Words.statements().contains(name) || unit.facts.methods.contains(name)) {
            unit.findings.add(
                    variable,
                    ScriptMessages.text("verb.no-value", name),
                    ScriptMessages.text("verb.no-value-advice", name));
        } else {
            unknown(unit, variable);
        }
        if (outsideMethods()) {
            return false;
        }
        makeDynamic(variable, ClassHelper.dynamicType());
        return true;
    }

    private static void unknown(ScriptUnit unit, VariableExpression variable) {
        Set<String> known = new TreeSet<>(Words.CONSTANTS.keySet());
        known.addAll(unit.facts.variables);
        known.addAll(unit.facts.parameters.keySet());
        known.addAll(unit.facts.standing);
        known.addAll(Words.statements());
        String meant = Suggestion.of(variable.getName(), known)
                .filter(s -> !s.equals(variable.getName()))
                .map(s -> ScriptMessages.text("meant.quoted", s))
                .orElse("");
        unit.findings.add(
                variable,
                ScriptMessages.text("word.unknown", variable.getName(), meant),
                meant.isEmpty() ? ScriptMessages.text("word.unknown-advice") : "");
    }

    /** Returns whether the code is in a field initializer, where nothing can be deferred to run time. */
    private boolean outsideMethods() {
        return context.getEnclosingMethod() == null;
    }

    @Override
    public boolean handleUnresolvedProperty(PropertyExpression property) {
        if (!(context.getSource() instanceof ScriptUnit unit)) {
            return false;
        }
        ClassNode owner = getType(property.getObjectExpression());
        String name = property.getPropertyAsString();
        if (name != null) {
            unknown(unit, owner, name, property);
        } else if (property.getLineNumber() > 0) { // the compiler adds properties to a nested class
            unit.findings.add(
                    property,
                    ScriptMessages.text("property.computed", owner.getNameWithoutPackage()),
                    ScriptMessages.text("property.computed-advice"));
        }
        if (outsideMethods()) {
            return false;
        }
        makeDynamic(property, ClassHelper.dynamicType());
        return true;
    }

    private static void unknown(ScriptUnit unit, ClassNode owner, String name, PropertyExpression property) {
        boolean number = ClassHelper.isNumberType(owner) || owner.isDerivedFrom(ClassHelper.Number_TYPE);
        Set<String> known = number
                ? Words.UNITS
                : owner.getAllDeclaredMethods().stream()
                        .map(MethodNode::getName)
                        .filter(n -> n.matches("get[A-Z]\\w*"))
                        .map(n -> Character.toLowerCase(n.charAt(3)) + n.substring(4))
                        .collect(Collectors.toCollection(TreeSet::new));
        String meant = Suggestion.of(name, known)
                .map(s -> ScriptMessages.text("meant.quoted", s))
                .orElse("");
        unit.findings.add(
                property.getProperty(),
                number
                        ? ScriptMessages.text("unit.unknown", name, meant)
                        : ScriptMessages.text("property.unknown", owner.getNameWithoutPackage(), name, meant),
                number
                        ? ScriptMessages.text("unit.unknown-advice", String.join(", ", Words.UNITS))
                        : owner.equals(ClassHelper.OBJECT_TYPE) ? ScriptMessages.text("property.unknown-advice") : "");
    }
}
