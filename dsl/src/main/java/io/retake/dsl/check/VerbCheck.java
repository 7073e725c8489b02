package io.retake.dsl.check;

import io.retake.core.RetakeException;
import io.retake.core.vocabulary.Argument;
import io.retake.core.vocabulary.InvalidEdit;
import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Suggestion;
import io.retake.dsl.problem.Diagnostics;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.Binder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Checks a verb of the vocabulary against its declaration, as far as its arguments are known before the run. */
public final class VerbCheck {
    private final ScriptSymbols facts;
    private final Diagnostics findings;
    private final Literals literals;

    public VerbCheck(ScriptSymbols facts, Diagnostics findings) {
        this.facts = facts;
        this.findings = findings;
        this.literals = new Literals(facts);
    }

    public void check(String verb, Call call, ASTNode at) {
        Optional<Object> first = call.positional().isEmpty()
                ? Optional.empty()
                : known(call.positional().get(0));
        Operation operation = Binder.operation(verb, first.orElse(null));
        List<Expression> values = operation.keyword().isPresent()
                ? call.positional()
                        .subList(
                                Math.min(1, call.positional().size()),
                                call.positional().size())
                : call.positional();
        CallArguments arguments = new CallArguments();
        boolean sound = byPlace(operation, values, arguments);
        sound &= byName(operation, call.named(), arguments);
        if (sound && arguments.complete) {
            bind(operation, arguments, at);
        } else if (sound && !arguments.spread) {
            required(operation, arguments, at);
        }
    }

    private boolean byPlace(Operation operation, List<Expression> values, CallArguments arguments) {
        List<Argument> places = Binder.places(operation);
        boolean sound = true;
        for (int i = 0; i < values.size(); i++) {
            if (i < places.size()) {
                sound &= value(operation, places.get(i), values.get(i), arguments);
            } else {
                RetakeException wrong = Binder.tooMany(operation, values.get(i).getText());
                findings.add(values.get(i), wrong.getMessage(), wrong.advice());
                sound = false;
            }
        }
        return sound;
    }

    private boolean byName(Operation operation, List<MapEntryExpression> entries, CallArguments arguments) {
        boolean sound = true;
        for (MapEntryExpression entry : entries) {
            if (!(entry.getKeyExpression() instanceof ConstantExpression key)) {
                arguments.spread = true;
                arguments.complete = false;
                continue;
            }
            String name = String.valueOf(key.getValue());
            Optional<Argument> argument = operation.argument(name);
            if (argument.isEmpty()) {
                unknown(operation, name, key);
                sound = false;
            } else {
                sound &= value(operation, argument.get(), entry.getValueExpression(), arguments);
            }
        }
        return sound;
    }

    private void unknown(Operation operation, String name, ASTNode at) {
        try {
            operation.bind(Map.of(name, ""));
        } catch (InvalidEdit wrong) {
            findings.add(at, wrong.getMessage(), wrong.advice());
        }
    }

    private boolean value(Operation operation, Argument argument, Expression given, CallArguments arguments) {
        if (arguments.nodes.putIfAbsent(argument.name(), given) != null) {
            findings.add(
                    given,
                    ScriptMessages.text("argument.twice", operation, argument.name()),
                    ScriptMessages.text("advice.give-once"));
            return false;
        }
        try {
            Optional<Object> value = literals.value(given);
            value.ifPresent(v ->
                    arguments.values.put(argument.name(), argument.notation().from(v)));
            arguments.complete &= value.isPresent();
            return value.isPresent() || knownWord(operation, argument, given);
        } catch (IllegalArgumentException wrong) {
            findings.add(
                    given,
                    ScriptMessages.text(
                            "argument.wrong", operation, argument.name(), String.valueOf(wrong.getMessage())),
                    ScriptMessages.text("advice.example", operation.example()));
            return false;
        }
    }

    /** Checks a bare word that is neither a constant nor declared: most likely a mistyped word of this argument. */
    private boolean knownWord(Operation operation, Argument argument, Expression given) {
        if (!(given instanceof VariableExpression word)
                || word.isThisExpression()
                || word.getName().equals("it")
                || facts.declares(word.getName())) {
            return true;
        }
        List<String> choices = new ArrayList<>();
        if (argument.notation().type().isEnum()) {
            for (Object constant : argument.notation().type().getEnumConstants()) {
                choices.add(argument.notation().write(constant));
            }
        }
        String meant = Suggestion.of(word.getName(), choices)
                .map(s -> ScriptMessages.text("meant.plain", s))
                .orElse("");
        findings.add(
                given,
                ScriptMessages.text("argument.unknown-word", operation, argument.name(), word.getName(), meant),
                ScriptMessages.text("argument.expected", argument.notation().hint()));
        return false;
    }

    private void bind(Operation operation, CallArguments arguments, ASTNode at) {
        try {
            operation.bind(arguments.values);
        } catch (RetakeException wrong) {
            ASTNode where = wrong instanceof InvalidEdit invalid
                    ? invalid.argument().<ASTNode>map(arguments.nodes::get).orElse(at)
                    : at;
            findings.add(where, wrong.getMessage(), wrong.advice());
        }
    }

    private void required(Operation operation, CallArguments arguments, ASTNode at) {
        for (Argument argument : operation.arguments()) {
            if (argument.required() && !arguments.nodes.containsKey(argument.name())) {
                findings.add(
                        at,
                        ScriptMessages.text(
                                "argument.missing",
                                operation,
                                argument.name(),
                                argument.notation().hint()),
                        ScriptMessages.text("advice.example", operation.example()));
            }
        }
    }

    private Optional<Object> known(Expression expression) {
        try {
            return literals.value(expression);
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /** The known arguments of one call. */
    private static final class CallArguments {
        final Map<String, Object> values = new LinkedHashMap<>();
        final Map<String, ASTNode> nodes = new LinkedHashMap<>();
        boolean complete = true;
        boolean spread;
    }
}
