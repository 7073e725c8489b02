package io.retake.repl.arguments;

import io.retake.dsl.parameter.NoValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The arguments that are no options of the run: the script, and its parameters. Where parameters stand before the script,
 * a word behind a name may be its value or the script itself; then the one that can be a script is.
 */
final class ScriptWords {
    private final List<Word> words = new ArrayList<>();
    private @Nullable String name;
    private boolean open;

    /**
     * A name without its value, a value, or a word by itself.
     *
     * @param name the parameter that it names or may belong to; null for none
     * @param text null for a name without a value
     * @param kind how sure it is that it is the parameter's value
     */
    private record Word(@Nullable String name, @Nullable String text, Kind kind) {}

    private enum Kind {
        NAME,
        /** {@code --name=value}. */
        ATTACHED,
        /** Right behind a name. */
        BEHIND,
        FREE
    }

    /** What comes next belongs to no name that was before. */
    void interrupt() {
        open = false;
        name = null;
    }

    /** Whether an argument that begins like an option is a name or a value here. */
    boolean takesValue(String argument) {
        return open || isName(argument);
    }

    void take(String argument) {
        if (isName(argument)) {
            int equals = argument.indexOf('=');
            open = equals < 0;
            name = argument.substring(2, open ? argument.length() : equals);
            words.add(new Word(name, open ? null : argument.substring(equals + 1), open ? Kind.NAME : Kind.ATTACHED));
        } else {
            words.add(new Word(name, argument, open ? Kind.BEHIND : Kind.FREE));
            open = false;
        }
    }

    private static boolean isName(String argument) {
        return argument.length() > 2 && argument.startsWith("--") && argument.charAt(2) != '=';
    }

    /** Finds the script, and takes it out of the words. */
    Optional<String> script(Predicate<String> isScript) {
        Word script = named(isScript);
        words.remove(script); // the first that is equal to it, and they are found in that order
        return Optional.ofNullable(script).map(Word::text);
    }

    private @Nullable Word named(Predicate<String> isScript) {
        Word free = null;
        Word behind = null;
        for (Word word : words) {
            boolean candidate = word.kind == Kind.FREE || word.kind == Kind.BEHIND;
            if (!candidate || word.text == null) {
                continue;
            }
            if (word.name == null) {
                return word;
            }
            boolean fits = isScript.test(word.text);
            if (fits && word.kind == Kind.FREE) {
                return word;
            }
            behind = behind == null && fits ? word : behind;
            free = free == null && word.kind == Kind.FREE ? word : free;
        }
        return behind == null ? free : behind;
    }

    /** By name: a text, several, or that there is none. */
    Map<String, Object> parameters() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.name == null) {
                throw new ArgumentProblem(
                        "'" + word.text + "' is not the value of any parameter",
                        "write parameters as --name value; 'retake run SCRIPT --help' lists them");
            }
            boolean followed = i + 1 < words.size() && words.get(i + 1).kind == Kind.BEHIND;
            if (word.text != null) {
                texts.computeIfAbsent(word.name, n -> new ArrayList<>()).add(word.text);
            } else if (!followed) {
                parameters.put(word.name, NoValue.GIVEN);
            }
        }
        texts.forEach((of, all) -> put(parameters, of, all));
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, List<String> texts) {
        if (parameters.put(name, texts.size() == 1 ? texts.get(0) : List.copyOf(texts)) != null) {
            throw new ArgumentProblem("--" + name + " is given both with a value and without one", "give it once");
        }
    }
}
