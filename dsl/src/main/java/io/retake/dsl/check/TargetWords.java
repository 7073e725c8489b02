package io.retake.dsl.check;

import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Place;
import io.retake.core.edit.value.Target;
import io.retake.core.vocabulary.Argument;
import io.retake.core.vocabulary.Notations;
import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.dsl.scope.Binder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * Reads the words for objects where a verb takes a target: {@code on: title(1)}, {@code on: music}. Elsewhere these
 * words are verbs ({@code title 'Ada'}); a verb in the place of a target would mean nothing.
 */
public final class TargetWords {
    /** The compiled form of {@code title(n)} in the place of a target. */
    public static final String COMPILED_OBJECT = "object";

    private static final Map<String, ObjectKind> OBJECTS = Map.of(
            "title", ObjectKind.TITLE,
            "lowerThird", ObjectKind.LOWER_THIRD,
            "overlay", ObjectKind.OVERLAY,
            "transition", ObjectKind.TRANSITION);

    private static final Map<String, String> WORDS = Map.of(
            "titles", "titles",
            "lowerThirds", "lower thirds",
            "overlays", "overlays",
            "transitions", "transitions",
            "captions", "the captions",
            "music", "the music",
            "sound", "the sound",
            "video", "the video",
            "text", "the text");

    private final ScriptSymbols facts;

    public TargetWords(ScriptSymbols facts) {
        this.facts = facts;
    }

    /** Returns the words that stand for targets, without those that take a number or a text. */
    public static Map<String, String> words() {
        return WORDS;
    }

    /** Returns the call of a verb with its targets as values. */
    public Call in(String verb, Call call) {
        List<MapEntryExpression> named = call.named().stream()
                .map(entry -> type(verb, entry.getKeyExpression().getText())
                        .flatMap(type -> value(type, entry.getValueExpression()))
                        .map(value -> entry(entry, value))
                        .orElse(entry))
                .toList();
        List<Argument> places = Binder.places(Binder.operation(verb, null));
        List<Expression> positional = new ArrayList<>(call.positional());
        for (int i = 0; i < Math.min(places.size(), positional.size()); i++) {
            Expression given = positional.get(i);
            positional.set(i, value(places.get(i).notation().type(), given).orElse(given));
        }
        return new Call(named, List.copyOf(positional));
    }

    private static Optional<Class<?>> type(String verb, String argument) {
        return Vocabulary.verb(verb).stream()
                .map((Operation operation) -> operation.argument(argument))
                .flatMap(Optional::stream)
                .findFirst()
                .map(found -> found.notation().type());
    }

    private static MapEntryExpression entry(MapEntryExpression before, Expression value) {
        MapEntryExpression entry = new MapEntryExpression(before.getKeyExpression(), value);
        entry.setSourcePosition(before);
        return entry;
    }

    private Optional<Expression> value(Class<?> type, Expression given) {
        Optional<Expression> value = Optional.empty();
        if (type == Place.class && given instanceof VariableExpression word && !facts.declares(word.getName())) {
            value = Optional.of(word.getName())
                    .filter(name -> name.equals("first") || name.equals("last"))
                    .map(ConstantExpression::new);
        }
        if (type == Target.class) {
            value = target(given);
        }
        value.ifPresent(made -> made.setSourcePosition(given));
        return value;
    }

    private Optional<Expression> target(Expression given) {
        if (given instanceof VariableExpression word && !facts.declares(word.getName())) {
            return Optional.ofNullable(WORDS.get(word.getName())).map(ConstantExpression::new);
        }
        if (given instanceof MethodCallExpression call
                && call.isImplicitThis()
                && !facts.methods.contains(String.valueOf(call.getMethodAsString()))
                && call.getArguments() instanceof TupleExpression arguments
                && arguments.getExpressions().size() == 1) {
            return Optional.ofNullable(OBJECTS.get(String.valueOf(call.getMethodAsString())))
                    .map(kind -> object(kind, arguments.getExpression(0)));
        }
        return Optional.empty();
    }

    private static Expression object(ObjectKind kind, Expression which) {
        if (which instanceof ConstantExpression constant
                && (constant.getValue() instanceof Integer || constant.getValue() instanceof String)) {
            String text = constant.getValue() instanceof String words
                    ? Notations.TEXT.write(words)
                    : String.valueOf(constant.getValue());
            return new ConstantExpression(kind.word() + " " + text);
        }
        MethodCallExpression call = new MethodCallExpression(
                VariableExpression.THIS_EXPRESSION,
                COMPILED_OBJECT,
                new ArgumentListExpression(new ConstantExpression(kind.word()), which));
        call.setImplicitThis(true);
        return call;
    }
}
