package io.retake.dsl.compile;

import io.retake.core.vocabulary.Vocabulary;
import io.retake.dsl.check.Call;
import io.retake.dsl.check.DeclaredNames;
import io.retake.dsl.check.ExportCheck;
import io.retake.dsl.check.ForbiddenConstructs;
import io.retake.dsl.check.ListFirst;
import io.retake.dsl.check.MisplacedUnit;
import io.retake.dsl.check.MissingSeparator;
import io.retake.dsl.check.NamedLiterals;
import io.retake.dsl.check.OutputLiterals;
import io.retake.dsl.check.ParamsBlock;
import io.retake.dsl.check.ScriptSymbols;
import io.retake.dsl.check.ScriptUnit;
import io.retake.dsl.check.SkillLine;
import io.retake.dsl.check.StrayComma;
import io.retake.dsl.check.TargetWords;
import io.retake.dsl.check.VerbCheck;
import io.retake.dsl.parameter.Parameter;
import io.retake.dsl.parameter.ParameterType;
import io.retake.dsl.problem.Diagnostics;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.Units;
import io.retake.dsl.scope.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.tools.GenericsUtils;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Token;
import org.codehaus.groovy.syntax.TokenUtil;
import org.codehaus.groovy.syntax.Types;

/**
 * Translates the words of the language into plain calls, right after parsing: {@code trim from: 2.s} becomes {@code
 * perform('trim', [from: 2.s])}, {@code mp4} becomes {@code 'mp4'}, a parameter's name becomes its value. The result is
 * Groovy that compiles statically, without dynamic calls to resolve at start. Checks everything that is known on the
 * way.
 */
final class Translator extends ClassCodeExpressionTransformer {
    /** Words of a session that are values where a value is expected, without parentheses. */
    private static final Set<String> READ = Set.of("timeline", "credits", "scenes", "diagnose");

    private final ScriptUnit unit;
    private final ScriptSymbols facts;
    private final Diagnostics findings;
    private final VerbCheck verbs;
    private final ExportCheck exports;
    private final NamedLiterals named;
    private final TargetWords targets;
    private final LargeBlocks blocks;
    private boolean top;

    Translator(ScriptUnit unit) {
        this.unit = unit;
        this.facts = unit.facts;
        this.findings = unit.findings;
        this.verbs = new VerbCheck(facts, findings);
        this.exports = new ExportCheck(facts, findings);
        this.named = new NamedLiterals(facts, findings);
        this.targets = new TargetWords(facts);
        this.blocks = new LargeBlocks(facts.assigned);
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    /** Removes the parts that are read without running from the script: the {@code params} block, and the skill. */
    void readHead(BlockStatement script) {
        List<Statement> rest = new ArrayList<>();
        for (Statement statement : script.getStatements()) {
            Optional<ClosureExpression> block = ParamsBlock.in(statement);
            if (block.isPresent()) {
                new ParamsBlock(facts, findings).read(block.get());
            } else if (!new SkillLine(facts, findings).read(statement)) {
                rest.add(statement);
            }
        }
        script.getStatements().clear();
        script.getStatements().addAll(rest);
    }

    @Override
    public void visitMethod(MethodNode node) {
        top = node.isScriptBody() && unit.standing.isEmpty();
        super.visitMethod(node);
        top = false;
    }

    @Override
    public void visitBlockStatement(BlockStatement block) {
        super.visitBlockStatement(block);
        blocks.cut(block);
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        unit.compiling = statement;
        if (statement.getExpression() instanceof VariableExpression word
                && Words.statements().contains(word.getName())
                && !facts.declares(word.getName())) {
            statement.setExpression(callOf(word));
        }
        if (statement.getExpression() instanceof BinaryExpression minus
                && minus.getOperation().getType() == Types.MINUS
                && minus.getLeftExpression() instanceof VariableExpression word
                && Words.VERBS.contains(word.getName())
                && !facts.declares(word.getName())) {
            statement.setExpression(negative(word, minus));
        }
        super.visitExpressionStatement(statement);
    }

    @Override
    public @org.jspecify.annotations.Nullable Expression transform(
            @org.jspecify.annotations.Nullable Expression expression) {
        if (expression instanceof ClosureExpression closure) {
            return inside(closure);
        }
        Optional<MethodCallExpression> listFirst =
                expression == null ? Optional.empty() : ListFirst.call(expression, this::takesList);
        if (listFirst.isPresent()) {
            return call(listFirst.get());
        }
        if (expression != null
                && (changes(expression) || MissingSeparator.find(expression, this::isStatement, findings))) {
            return placed(new ConstantExpression(null), expression);
        }
        if (expression instanceof MethodCallExpression call && call.isImplicitThis()) {
            return call(call);
        }
        if (expression instanceof ConstantExpression constant) {
            return LongStrings.of(constant);
        }
        if (expression instanceof BinaryExpression binary && assigns(binary)) {
            return assignment(binary);
        }
        if (expression instanceof UnaryMinusExpression minus
                && !(minus.getExpression() instanceof ConstantExpression)) {
            return negated(minus);
        }
        if (expression instanceof PropertyExpression property) {
            return MisplacedUnit.repaired(property).map(this::transform).orElseGet(() -> super.transform(property));
        }
        return expression instanceof VariableExpression variable ? word(variable) : super.transform(expression);
    }

    private boolean isStatement(String word) {
        return Words.statements().contains(word) && !facts.declares(word) && !facts.methods.contains(word);
    }

    /** Returns whether a list after a word is its argument; words that are values have elements. */
    private boolean takesList(VariableExpression word) {
        String name = word.getName();
        return Words.takesList(name) && !READ.contains(name) && !facts.declares(name) && !facts.methods.contains(name);
    }

    /** Returns whether an expression is like {@code reorder[1]++}, which assigns to a word. */
    private boolean changes(Expression expression) {
        Expression place = expression instanceof PostfixExpression after
                ? after.getExpression()
                : expression instanceof PrefixExpression before ? before.getExpression() : null;
        return place != null && refused(place);
    }

    private boolean refused(Expression place) {
        Optional<MethodCallExpression> word = ListFirst.call(place, this::takesList);
        word.ifPresent(call -> findings.add(
                place,
                ScriptMessages.text("verb.no-value", call.getMethodAsString()),
                ScriptMessages.text("advice.example", Words.example(call.getMethodAsString()))));
        return word.isPresent();
    }

    private Expression inside(ClosureExpression closure) {
        boolean before = top;
        top = false;
        visitClosureExpression(closure);
        top = before;
        return closure;
    }

    /** Builds a call that reads or changes a variable of an earlier entry. */
    private static MethodCallExpression variable(Expression at, Expression... arguments) {
        MethodCallExpression call = new MethodCallExpression(
                VariableExpression.THIS_EXPRESSION, "variable", new ArgumentListExpression(arguments));
        call.setImplicitThis(true);
        return placed(call, at);
    }

    /** Translates {@code x = 5} and {@code x += 5}, where an earlier entry declared x. */
    private Optional<Expression> standing(BinaryExpression assignment) {
        if (assignment instanceof DeclarationExpression
                || !(assignment.getLeftExpression() instanceof VariableExpression name)
                || unit.standing(name.getName()).isEmpty()) {
            return Optional.empty();
        }
        Token operator = assignment.getOperation();
        Expression value = assignment.getRightExpression();
        if (operator.getType() != Types.EQUAL) {
            int plain = TokenUtil.removeAssignment(operator.getType());
            value = placed(
                    new BinaryExpression(
                            name, Token.newSymbol(plain, operator.getStartLine(), operator.getStartColumn()), value),
                    assignment);
        }
        Expression changed = Objects.requireNonNull(transform(value));
        facts.kept.put(name.getName(), changed);
        return Optional.of(variable(assignment, new ConstantExpression(name.getName()), changed));
    }

    /** Translates an assignment; its left side is not a value, so words there are not replaced. */
    private Expression assignment(BinaryExpression expression) {
        Optional<Expression> standing = standing(expression);
        if (standing.isPresent()) {
            return standing.get();
        }
        expression.setRightExpression(transform(expression.getRightExpression()));
        if (refused(expression.getLeftExpression())) {
            return placed(new ConstantExpression(null), expression);
        }
        if (!(expression.getLeftExpression() instanceof VariableExpression)
                && !(expression instanceof DeclarationExpression)) {
            expression.setLeftExpression(transform(expression.getLeftExpression()));
        }
        return expression;
    }

    private static boolean assigns(BinaryExpression expression) {
        return expression instanceof DeclarationExpression
                || Types.ofType(expression.getOperation().getType(), Types.ASSIGNMENT_OPERATOR);
    }

    private Expression word(VariableExpression variable) {
        String name = variable.getName();
        if (variable.isThisExpression() || variable.isSuperExpression() || facts.variables.contains(name)) {
            return variable;
        }
        Parameter parameter = facts.parameters.get(name);
        if (parameter != null) {
            Expression call = new MethodCallExpression(
                    VariableExpression.THIS_EXPRESSION,
                    "parameter",
                    new ArgumentListExpression(new ConstantExpression(name)));
            ((MethodCallExpression) call).setImplicitThis(true);
            call.setSourcePosition(variable);
            return placed(new CastExpression(typeOf(parameter), call), variable);
        }
        Optional<ClassNode> standing = unit.standing(name);
        if (standing.isPresent()) {
            return placed(
                    new CastExpression(standing.get(), variable(variable, new ConstantExpression(name))), variable);
        }
        if (Words.CONSTANTS.containsKey(name)) {
            return placed(new ConstantExpression(Words.CONSTANTS.get(name)), variable);
        }
        return READ.contains(name) ? call(callOf(variable)) : variable;
    }

    private static ClassNode typeOf(Parameter parameter) {
        ClassNode type = ClassHelper.make(parameter.type().javaType());
        return parameter.type() == ParameterType.FILES
                ? GenericsUtils.makeClassSafeWithGenerics(type, new GenericsType(ClassHelper.make(Path.class)))
                : type;
    }

    /**
     * Translates {@code -20.percent} and {@code -x}: Groovy resolves the sign's method at run time, where it cannot see
     * the units.
     */
    private Expression negated(UnaryMinusExpression minus) {
        return placed(
                new MethodCallExpression(
                        new ClassExpression(ClassHelper.make(Units.class)),
                        "negative",
                        new ArgumentListExpression(transform(minus.getExpression()))),
                minus);
    }

    /** Translates {@code volume -6.dB}: a subtraction to Groovy, where a verb can only take a negative value. */
    private static MethodCallExpression negative(VariableExpression word, BinaryExpression minus) {
        Expression value = placed(new UnaryMinusExpression(minus.getRightExpression()), minus.getRightExpression());
        MethodCallExpression call = callOf(word);
        call.setArguments(new ArgumentListExpression(value));
        return placed(call, minus);
    }

    private static MethodCallExpression callOf(VariableExpression word) {
        MethodCallExpression call = new MethodCallExpression(
                VariableExpression.THIS_EXPRESSION,
                placed(new ConstantExpression(word.getName()), word),
                new ArgumentListExpression());
        call.setImplicitThis(true);
        return placed(call, word);
    }

    private Expression call(MethodCallExpression call) {
        String name = call.getMethodAsString();
        if (name == null || facts.methods.contains(name) || facts.variables.contains(name)) {
            return super.transform(call);
        }
        StrayComma.find(call, this::isStatement, findings);
        boolean verb = Words.VERBS.contains(name);
        boolean session = Words.SESSION.contains(name) && !Words.SCRIPT.contains(name);
        if (top && (verb || session) && !Words.PARTS.contains(name)) {
            findings.add(
                    call,
                    ScriptMessages.text("session.none-around", name),
                    ScriptMessages.text(
                            "session.none-around-advice",
                            (verb ? Vocabulary.verb(name).get(0).example() : name + " …")));
        }
        Call said = Call.of(call);
        switch (name) {
            case "upload" -> named.uploads(said);
            case "session" -> named.title(said);
            case "edit" -> named.sentence(said);
            case "export" -> {
                exports.check(said, call);
                named.output(said);
                return placed(exported(call), call);
            }
            case "use" -> {
                named.recipe(said, call);
                // Groovy gives every object a method of that name; in a session's block that one would be called.
                call.setMethod(placed(new ConstantExpression(Words.COMPILED_USE), call.getMethod()));
            }
            case "frame" -> {
                exports.frame(said);
                named.output(said);
                return super.transform(call);
            }
            default -> {}
        }
        if (verb && session) {
            verbs.check(name, new Call(targets.in(name, said).named(), List.of()), call);
            return super.transform(call);
        }
        return verb ? perform(name, said, call) : super.transform(call);
    }

    /**
     * Translates words in the place of a format to texts, also unknown ones, which are reported and must not be
     * reported twice.
     */
    private MethodCallExpression exported(MethodCallExpression call) {
        List<Expression> arguments = new ArrayList<>();
        if (call.getArguments() instanceof TupleExpression tuple) {
            for (Expression argument : tuple.getExpressions()) {
                boolean word = argument instanceof VariableExpression variable && !facts.declares(variable.getName());
                arguments.add(
                        word ? placed(new ConstantExpression(argument.getText()), argument) : transform(argument));
            }
        }
        MethodCallExpression exported = new MethodCallExpression(
                call.getObjectExpression(), call.getMethod(), new ArgumentListExpression(arguments));
        exported.setImplicitThis(true);
        return exported;
    }

    private Expression perform(String verb, Call written, MethodCallExpression call) {
        Call said = targets.in(verb, written);
        verbs.check(verb, said, call);
        named.files(verb, said);
        List<Expression> arguments = new ArrayList<>();
        arguments.add(new ConstantExpression(verb));
        arguments.add(super.transform(new MapExpression(new ArrayList<>(said.named()))));
        said.positional().forEach(value -> arguments.add(transform(value)));
        MethodCallExpression perform = new MethodCallExpression(
                VariableExpression.THIS_EXPRESSION,
                placed(new ConstantExpression("perform"), call.getMethod()),
                new ArgumentListExpression(arguments));
        perform.setImplicitThis(true);
        return placed(perform, call);
    }

    private static <E extends Expression> E placed(E made, Expression at) {
        made.setSourcePosition(at);
        return made;
    }

    /** Runs it over a script's class; leaves other classes in the file, which are plain Groovy, unchanged. */
    static void translate(ScriptUnit unit, ClassNode node) {
        ForbiddenConstructs.check(unit, node);
        if (!node.isScript()) {
            return;
        }
        Translator translator = new Translator(unit);
        // The params block is not code: its words are not declarations, and nothing in it must be
        // translated.
        Optional.ofNullable(node.getDeclaredMethod("run", org.codehaus.groovy.ast.Parameter.EMPTY_ARRAY))
                .map(MethodNode::getCode)
                .filter(BlockStatement.class::isInstance)
                .ifPresent(code -> translator.readHead((BlockStatement) code));
        unit.standing.ifPresent(standing -> EntryCompiler.prepare(unit, node, standing));
        new DeclaredNames(unit).visitClass(node);
        unit.facts.handlesFiles = OutputLiterals.handlesFiles(unit, node);
        translator.visitClass(node);
    }
}
