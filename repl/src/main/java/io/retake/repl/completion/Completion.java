package io.retake.repl.completion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The choices at the end of a text, and the start of the word that a choice replaces. Immutable.
 *
 * @param word the index of the word's first character
 * @param choices the most likely first
 */
public record Completion(int word, List<Choice> choices) {
    /** Copies the list. */
    public Completion {
        choices = List.copyOf(choices);
    }

    /** Completes a statement. */
    public static Completion statement(String before, CompletionContext known, Path folder) {
        CursorContext spot = CursorContext.of(before);
        String typed = before.substring(spot.word());
        List<Choice> choices = new Statements(known, folder).at(spot, typed);
        return new Completion(spot.word(), fitting(spot.quote() == '"' ? doubled(choices) : choices, typed));
    }

    /** Completes a sentence; a single word may still become a statement. */
    public static Completion words(String before, CompletionContext known, Path folder) {
        int word = PlainWords.word(before, known);
        List<Choice> choices = fitting(PlainWords.choices(known), before.substring(word));
        Completion statement = statement(before, known, folder);
        return choices.isEmpty() || (before.substring(word).isBlank() && !statement.choices.isEmpty())
                ? statement
                : new Completion(word, choices);
    }

    /** Completes only file and clip names: for a line that is marked as a sentence. */
    public static Completion names(String before, CompletionContext known) {
        int word = PlainWords.word(before, known);
        return new Completion(word, fitting(PlainWords.choices(known), before.substring(word)));
    }

    /** Returns the choices that begin with the typed text, or, if none does, those that contain it. No duplicates. */
    public static List<Choice> fitting(List<Choice> choices, String typed) {
        List<Choice> fitting =
                choices.stream().filter(choice -> choice.begins(typed)).toList();
        List<Choice> found = new ArrayList<>();
        for (Choice choice : fitting.isEmpty()
                ? choices.stream().filter(c -> c.contains(typed)).toList()
                : fitting) {
            if (found.stream().noneMatch(c -> c.value().equals(choice.value()))) {
                found.add(choice);
            }
        }
        return found;
    }

    /** Converts string choices to double quotes and drops the others, which can't follow a quote. */
    private static List<Choice> doubled(List<Choice> choices) {
        return choices.stream()
                .filter(choice -> choice.value().startsWith("'"))
                .map(choice -> new Choice(open(choice), choice.shown(), choice.about(), choice.group(), choice.ends()))
                .toList();
    }

    private static String open(Choice choice) {
        boolean closed = choice.value().endsWith("'") && choice.value().length() > 1;
        String text = StringLiterals.typed(
                closed ? choice.value().substring(0, choice.value().length() - 1) : choice.value());
        String quoted = StringLiterals.quoted(text, '"');
        return closed ? quoted : quoted.substring(0, quoted.length() - 1);
    }
}
