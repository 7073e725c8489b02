package io.retake.repl.shell.terminal;

import io.retake.core.vocabulary.Argument;
import io.retake.core.vocabulary.Operation;
import io.retake.dsl.prompt.Reading;
import io.retake.repl.completion.ArgumentTypes;
import io.retake.repl.completion.CursorContext;
import io.retake.repl.completion.Statements;
import io.retake.repl.view.Columns;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows the arguments of the verb being typed in two lines below it: the signature with the argument at the cursor
 * emphasized, and the help of that argument.
 */
public final class ArgumentHints {
    private static final String INDENT = "  ";
    private final Theme theme;
    private final int columns;

    private ArgumentHints(Theme theme, int columns) {
        this.theme = theme;
        this.columns = Math.max(8, columns - 1);
    }

    /**
     * Returns the hint; empty if there is none.
     *
     * @param before the text before the cursor
     * @param kind the kind of the line
     */
    public static String of(String before, Reading.Kind kind, Theme theme, int columns) {
        CursorContext spot = CursorContext.of(before);
        List<Operation> operations = Statements.meant(spot);
        boolean statement = kind == Reading.Kind.STATEMENT || !before.matches("(?s).*\\S\\s+\\S+\\s.*");
        if (!statement || kind == Reading.Kind.COMMAND || operations.isEmpty() || isForced(before)) {
            return "";
        }
        Operation operation = operations.get(0);
        return operation.arguments().isEmpty() ? "" : new ArgumentHints(theme, columns).of(operation, spot);
    }

    private static boolean isForced(String before) {
        return before.stripLeading().startsWith("'") || before.stripLeading().startsWith(">");
    }

    private String of(Operation operation, CursorContext spot) {
        Optional<Argument> here = here(operation, spot);
        String about = here.map(a -> a.name() + "  " + ArgumentTypes.of(a.notation()) + "  " + a.help())
                .orElse(operation.help());
        return signature(operation, spot, here) + "\n"
                + theme.paint(Role.ASIDE, INDENT + Columns.head(about, columns - INDENT.length(), theme.ellipsis()));
    }

    private static Optional<Argument> here(Operation operation, CursorContext spot) {
        return spot.name().isEmpty() ? Statements.positional(operation, spot) : operation.argument(spot.name());
    }

    /** Returns as many arguments as there is room for, always including the one at the cursor. */
    private String signature(Operation operation, CursorContext spot, Optional<Argument> here) {
        List<Argument> left = new ArrayList<>(operation.arguments());
        left.removeIf(a -> !here.equals(Optional.of(a)) && spot.given(a.name()));
        String verb = INDENT + operation;
        int room = columns - Columns.width(verb) - 3;
        while (left.size() > 1 && width(left) > room) {
            int last = left.size() - 1;
            left.remove(here.equals(Optional.of(left.get(last))) ? last - 1 : last);
        }
        StringBuilder line = new StringBuilder(theme.paint(Role.ASIDE, verb));
        for (Argument argument : left) {
            boolean at = here.equals(Optional.of(argument));
            line.append(' ').append(theme.paint(at ? Role.EMPHASIS : Role.ASIDE, marked(argument, at)));
        }
        return left.size() < operation.arguments().size() - given(operation, spot)
                ? line + " " + theme.paint(Role.ASIDE, theme.ellipsis())
                : line.toString();
    }

    private static int given(Operation operation, CursorContext spot) {
        return (int)
                operation.arguments().stream().filter(a -> spot.given(a.name())).count();
    }

    private int width(List<Argument> arguments) {
        return arguments.stream()
                .mapToInt(argument -> Columns.width(marked(argument, true)) + 1)
                .sum();
    }

    /** Marks the argument at the cursor with asterisks if there are no colors. */
    private String marked(Argument argument, boolean here) {
        String written = argument(argument);
        return here && !theme.colour() ? "*" + written + "*" : written;
    }

    private static String argument(Argument argument) {
        String name = argument.positional() ? "<" + argument.name() + ">" : argument.name() + ":";
        return argument.required() ? name : "[" + name + "]";
    }
}
