package io.retake.dsl.scope;

import io.retake.core.protocol.OutputQuality;
import io.retake.core.vocabulary.Argument;
import io.retake.core.vocabulary.Notations;
import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Suggestion;
import io.retake.core.vocabulary.Vocabulary;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of the language, all derived from the vocabulary and the scopes. */
public final class Words {
    /** Constants, each with its text: {@code crop}, {@code topLeft}, {@code auto}, {@code mp4}. */
    public static final Map<String, String> CONSTANTS = constants();

    /** The verbs of the vocabulary. */
    public static final Set<String> VERBS =
            Vocabulary.operations().stream().map(Operation::verb).collect(Collectors.toCollection(TreeSet::new));

    /** The methods of a session that are not edits. */
    public static final Set<String> SESSION = described(SessionScope.class);

    /** The compiled form of {@code use}. */
    public static final String COMPILED_USE = "useRecipe";

    /** The words for a part of the timeline, allowed wherever a value is. */
    public static final Set<String> PARTS = Set.of("clip", "scene", "clips", "allBut");

    /** The methods of a script outside of a session. */
    public static final Set<String> SCRIPT = described(ScriptScope.class);

    /** The units after a number. */
    public static final Set<String> UNITS = Arrays.stream(Units.class.getMethods())
            .map(Method::getName)
            .filter(name -> name.startsWith("get") && !name.equals("getClass"))
            .map(name -> name.substring(3))
            .map(name -> name.matches("[A-Z][a-z]*") ? name.toLowerCase(java.util.Locale.ROOT) : name)
            .collect(Collectors.toCollection(TreeSet::new));

    /** Numbers, one of which is in the range of any argument with a unit. */
    private static final List<Number> TRIED = List.of(1, 20, 1080, -14, 100_000);

    private static final Set<String> STATEMENTS = all();
    private static final List<String> EXPORT = Arrays.stream(ExportOption.values())
            .map(option -> option.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final Set<String> CALLED = called();

    private Words() {}

    private static Set<String> all() {
        Set<String> words = new TreeSet<>(VERBS);
        words.addAll(SESSION);
        words.addAll(SCRIPT);
        return java.util.Collections.unmodifiableSet(words);
    }

    private static Set<String> called() {
        Set<String> words = new TreeSet<>(VERBS);
        Stream.of(SessionScope.class, ScriptScope.class)
                .flatMap(scope -> Arrays.stream(scope.getMethods()))
                .filter(method -> method.getParameterCount() > 0)
                .map(Method::getName)
                .forEach(words::add);
        return words;
    }

    /** Returns all words that can begin a statement. */
    public static Set<String> statements() {
        return STATEMENTS;
    }

    /** The description of a word, and an example. */
    public record Explained(String help, String example) {}

    /** Returns the description and the example separately. */
    public static Optional<Explained> explained(String word) {
        return Stream.of(SessionScope.class, ScriptScope.class)
                .flatMap(scope -> Arrays.stream(scope.getMethods()))
                .filter(m -> m.isAnnotationPresent(Help.class))
                .filter(m -> m.getName().equals(word) || m.getName().equalsIgnoreCase("get" + word))
                .map(m -> m.getAnnotation(Help.class))
                .map(help -> new Explained(help.value(), help.example()))
                .findFirst();
    }

    /** Returns an example of a statement; the word itself where none is known. */
    public static String example(String statement) {
        return explained(statement)
                .map(Explained::example)
                .orElseGet(() -> VERBS.contains(statement)
                        ? Vocabulary.verb(statement).get(0).example()
                        : statement);
    }

    /** Returns whether a bare word stands for a value: {@code crop}, {@code topLeft}, {@code auto}, {@code mp4}. */
    public static boolean isConstant(String word) {
        return CONSTANTS.containsKey(word);
    }

    /** Returns the names of the arguments of a word. */
    public static List<String> arguments(String word) {
        if (word.equals("export") || word.equals("frame")) {
            return EXPORT;
        }
        return Vocabulary.verb(word).stream()
                .flatMap(operation -> operation.arguments().stream())
                .map(Argument::name)
                .toList();
    }

    /** Returns the bare words that can be an argument of a word. */
    public static List<String> choices(String word) {
        if (word.equals("export")) {
            return Exports.KINDS;
        }
        return Vocabulary.verb(word).stream()
                .flatMap(operation -> Stream.concat(
                        operation.keyword().stream(),
                        operation.arguments().stream()
                                .filter(argument -> argument.notation().type().isEnum())
                                .flatMap(argument -> Arrays.stream(
                                                argument.notation().type().getEnumConstants())
                                        .map(argument.notation()::write)
                                        .map(Words::camel))))
                .toList();
    }

    /** Returns whether a word resembles a unit. */
    public static boolean isNearUnit(String word) {
        return Suggestion.of(
                        word, UNITS.stream().filter(unit -> unit.length() > 1).toList())
                .isPresent();
    }

    /** Returns whether a word is a unit: {@code s}, {@code percent}. */
    public static boolean isUnit(String word) {
        return UNITS.contains(word);
    }

    /** Returns the kinds of {@code export}: formats, and the presets of platforms. */
    public static List<String> exportKinds() {
        return Exports.KINDS;
    }

    /** Returns the bare word for a text: {@code topLeft} for {@code top left}; empty when there is none. */
    public static Optional<String> constantFor(String text) {
        return CONSTANTS.entrySet().stream()
                .filter(constant -> constant.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Returns the units whose values are accepted in a place, such as those of a time.
     *
     * @param fits whether a value ({@code 2.s} as a {@link java.time.Duration}) is accepted there
     */
    public static List<String> units(java.util.function.Predicate<Object> fits) {
        return UNITS.stream()
                .filter(unit -> TRIED.stream().anyMatch(number -> fits(number, unit, fits)))
                .toList();
    }

    private static boolean fits(Number number, String unit, java.util.function.Predicate<Object> fits) {
        try {
            return withUnit(number, unit).filter(fits).isPresent();
        } catch (IllegalArgumentException outOfRange) {
            return false;
        }
    }

    /** Returns whether a word begins a statement with values after it. */
    public static boolean takesList(String word) {
        return CALLED.contains(word);
    }

    /** Returns whether a word takes numbers with units. */
    public static boolean takesUnits(String word) {
        return VERBS.contains(word) || word.equals("export") || word.equals("frame");
    }

    /** Returns the value of a number with a unit; empty when there is no such unit. */
    public static Optional<Object> withUnit(Number number, String unit) {
        return Arrays.stream(Units.class.getMethods())
                .filter(m -> m.getName().equals("get" + unit)
                        || m.getName().equals("get" + Character.toUpperCase(unit.charAt(0)) + unit.substring(1)))
                .filter(m -> m.getParameterCount() == 1)
                .findFirst()
                .map(getter -> valueOf(getter, number));
    }

    private static Object valueOf(Method getter, Number number) {
        try {
            return getter.invoke(null, number);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getTargetException().getMessage(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> constants() {
        Map<String, String> words = new LinkedHashMap<>();
        Vocabulary.operations().forEach(o -> o.keyword().ifPresent(k -> words.put(k, k)));
        Notations.all().stream()
                .filter(n -> n.type().isEnum())
                .forEach(n -> Arrays.stream(n.type().getEnumConstants())
                        .map(n::write)
                        .forEach(text -> words.put(camel(text), text)));
        Stream.of(Exports.KINDS, OutputQuality.words()).flatMap(List::stream).forEach(w -> words.put(w, w));
        return Map.copyOf(words);
    }

    /** Returns words as one in camel case: {@code lowerThird}. */
    public static String camel(String text) {
        StringBuilder word = new StringBuilder();
        for (String part : text.split(" ", -1)) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }

    private static Set<String> described(Class<?> scope) {
        return Arrays.stream(scope.getMethods())
                .filter(m -> m.isAnnotationPresent(Help.class))
                .map(Method::getName)
                .map(name -> name.startsWith("get") ? Character.toLowerCase(name.charAt(3)) + name.substring(4) : name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
