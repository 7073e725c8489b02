package io.retake.repl.arguments;

import io.retake.dsl.parameter.NoValue;
import io.retake.repl.message.ProgramMessages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Collects the arguments that aren't options of the run: the script and its parameters. If parameters come before the
 * script, a word after a name may be its value or the script; it is the script if it can be one.
 */
final class ScriptWords {
    private final List<Word> words = new ArrayList<>();
    private @Nullable String name;
    private boolean open;

    /**
     * A name without its value, a value, or a free word.
     *
     * @param name the parameter that the word names or may belong to; null for none
     * @param text null for a name without a value
     * @param position the word's position, which says how surely it is the parameter's value
     */
    private record Word(@Nullable String name, @Nullable String text, WordPosition position) {}

    private enum WordPosition {
        NAME,
        /** {@code --name=value}. */
        ATTACHED,
        /** Directly after a name. */
        BEHIND,
        FREE
    }

    /** Ends the current name: the next word isn't its value. */
    void interrupt() {
        open = false;
        name = null;
    }

    /** Whether an argument that looks like an option is a parameter name or a value here. */
    boolean takesValue(String argument) {
        return open || isName(argument);
    }

    void take(String argument) {
        if (isName(argument)) {
            int equals = argument.indexOf('=');
            open = equals < 0;
            name = argument.substring(2, open ? argument.length() : equals);
            words.add(new Word(
                    name,
                    open ? null : argument.substring(equals + 1),
                    open ? WordPosition.NAME : WordPosition.ATTACHED));
        } else {
            words.add(new Word(name, argument, open ? WordPosition.BEHIND : WordPosition.FREE));
            open = false;
        }
    }

    private static boolean isName(String argument) {
        return argument.length() > 2 && argument.startsWith("--") && argument.charAt(2) != '=';
    }

    /** Finds the script and removes it from the words. */
    Optional<String> script(Predicate<String> isScript) {
        Word script = named(isScript);
        words.remove(script); // removes the first equal word, which is the one found
        return Optional.ofNullable(script).map(Word::text);
    }

    private @Nullable Word named(Predicate<String> isScript) {
        Word free = null;
        Word behind = null;
        for (Word word : words) {
            boolean candidate = word.position == WordPosition.FREE || word.position == WordPosition.BEHIND;
            if (!candidate || word.text == null) {
                continue;
            }
            if (word.name == null) {
                return word;
            }
            boolean fits = isScript.test(word.text);
            if (fits && word.position == WordPosition.FREE) {
                return word;
            }
            behind = behind == null && fits ? word : behind;
            free = free == null && word.position == WordPosition.FREE ? word : free;
        }
        return behind == null ? free : behind;
    }

    /** Returns the parameters by name: a text, a list of texts, or {@link NoValue#GIVEN}. */
    Map<String, Object> parameters() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.name == null) {
                throw new ArgumentProblem(
                        ProgramMessages.text("parameter.stray-value", String.valueOf(word.text)),
                        ProgramMessages.text("parameter.stray-value-advice"));
            }
            boolean followed = i + 1 < words.size() && words.get(i + 1).position == WordPosition.BEHIND;
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
            throw new ArgumentProblem(
                    ProgramMessages.text("parameter.with-and-without-value", name),
                    ProgramMessages.text("arguments.give-once"));
        }
    }
}
