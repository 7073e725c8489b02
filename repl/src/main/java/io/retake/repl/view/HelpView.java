package io.retake.repl.view;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.vocabulary.Argument;
import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.dsl.scope.Words;
import io.retake.repl.message.ProgramMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Help on verbs, generated from the vocabulary. Immutable and thread-safe. */
public final class HelpView {
    private static final String INDENT = "  ";
    private final Theme theme;
    private final int columns;

    /** @param columns the width of the terminal */
    public HelpView(Theme theme, int columns) {
        this.theme = theme;
        this.columns = Math.max(20, columns);
    }

    /**
     * Returns every verb with its help, by group.
     *
     * @param others further words, such as upload and export, with their help
     */
    public List<String> verbs(Map<String, Words.Explained> others) {
        int width = Math.min(columns / 3, widest(others) + 2);
        List<String> lines = new ArrayList<>();
        for (Group group : Group.values()) {
            List<Operation> operations = Vocabulary.operations().stream()
                    .filter(operation -> operation.group() == group)
                    .toList();
            if (!operations.isEmpty()) {
                lines.add(theme.paint(Role.EMPHASIS, group.name().toLowerCase(Locale.ROOT)));
                operations.forEach(operation -> lines.addAll(entry(operation.toString(), operation.help(), width)));
            }
        }
        if (!others.isEmpty()) {
            lines.add(theme.paint(Role.EMPHASIS, ProgramMessages.text("help.session")));
            new TreeMap<>(others).forEach((word, explained) -> {
                lines.addAll(entry(word, explained.help(), width));
                wrapped("", explained.example(), INDENT.length() + width)
                        .forEach(line -> lines.add(theme.paint(Role.ASIDE, line)));
            });
        }
        return lines;
    }

    private static int widest(Map<String, Words.Explained> others) {
        int most = others.keySet().stream().mapToInt(String::length).max().orElse(0);
        return Vocabulary.operations().stream()
                .mapToInt(operation -> Math.max(most, operation.toString().length()))
                .max()
                .orElse(most);
    }

    private List<String> entry(String word, String help, int width) {
        return wrapped(INDENT + Columns.fill(word, width), help, INDENT.length() + width);
    }

    /** Returns a text that begins after {@code first} and is wrapped at the indent. */
    private List<String> wrapped(String first, String text, int indent) {
        return Wrapped.beside(Columns.fill(first, indent), text, columns - 1, indent);
    }

    /** Returns the help of one verb: its description, its three forms and its arguments. Empty for an unknown name. */
    public List<String> verb(String verb) {
        List<String> lines = new ArrayList<>();
        for (Operation operation : Vocabulary.verb(verb)) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(operation(operation));
        }
        return lines;
    }

    private List<String> operation(Operation operation) {
        Edit sample = operation.sample();
        List<String> lines = new ArrayList<>();
        lines.add(theme.paint(Role.EMPHASIS, operation.toString()));
        lines.addAll(wrapped(INDENT, operation.help(), INDENT.length()));
        lines.addAll(wrapped(INDENT + ProgramMessages.text("help.verb"), operation.example(), 13));
        lines.addAll(wrapped(
                INDENT + ProgramMessages.text("help.operation"),
                operation.json(sample).toString(),
                13));
        lines.addAll(wrapped(INDENT + ProgramMessages.text("help.sentence"), operation.sentence(sample), 13));
        int width = 2
                + operation.arguments().stream()
                        .mapToInt(argument -> argument.name().length())
                        .max()
                        .orElse(0);
        for (Argument argument : operation.arguments()) {
            lines.addAll(argument(argument, INDENT.length() + width));
        }
        return lines;
    }

    private List<String> argument(Argument argument, int indent) {
        String fallback = argument.fallback()
                .map(value -> argument.write(value))
                .map(value -> value.isBlank() ? "" : ProgramMessages.text("help.default", value))
                .orElse(ProgramMessages.text("help.required"));
        String place = argument.positional() ? ProgramMessages.text("help.first-argument") : "";
        List<String> lines =
                new ArrayList<>(wrapped(INDENT + argument.name(), argument.help() + place + fallback, indent));
        wrapped("", argument.notation().hint(), indent).forEach(line -> lines.add(theme.paint(Role.ASIDE, line)));
        return lines;
    }
}
