package io.retake.repl.completion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What can stand at the end of a text, and where the word begins that it takes the place of. Immutable.
 *
 * @param word the index of the word's first letter
 * @param choices the most likely first
 */
public record Completion(int word, List<Choice> choices) {
    /** Copies the list. */
    public Completion {
        choices = List.copyOf(choices);
    }

    /** Of a statement. */
    public static Completion statement(String before, CompletionContext known, Path folder) {
        CursorContext spot = CursorContext.of(before);
        String typed = before.substring(spot.word());
        List<Choice> choices = new Statements(known, folder).at(spot, typed);
        return new Completion(spot.word(), fitting(spot.quote() == '"' ? doubled(choices) : choices, typed));
    }

    /** Of plain words; a single word may become a statement yet. */
    public static Completion words(String before, CompletionContext known, Path folder) {
        int word = PlainWords.word(before, known);
        List<Choice> choices = fitting(PlainWords.choices(known), before.substring(word));
        Completion statement = statement(before, known, folder);
        return choices.isEmpty() || (before.substring(word).isBlank() && !statement.choices.isEmpty())
                ? statement
                : new Completion(word, choices);
    }

    /** Only names: of a line that is plain words whatever it says. */
    public static Completion names(String before, CompletionContext known) {
        int word = PlainWords.word(before, known);
        return new Completion(word, fitting(PlainWords.choices(known), before.substring(word)));
    }

    /** What goes on from what is typed; when nothing does, what has it anywhere. Each once. */
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

    /** StringLiterals in double quotes; what is no text can't stand behind one. */
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
