package io.retake.repl.shell;

import io.retake.core.edit.Argument;
import io.retake.core.edit.Operation;
import io.retake.core.edit.Vocabulary;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The arguments of the verb that is being typed, in a line under it. */
final class Tips {
    private static final Pattern VERB = Pattern.compile("(?s)(?:.*[;{\\n])?\\s*(\\p{L}+)[\\s(](.*)");

    private Tips() {}

    static String of(String before, Theme theme, int columns) {
        Matcher said = VERB.matcher(before);
        if (!said.matches()) {
            return "";
        }
        List<Operation> operations = Vocabulary.verb(said.group(1));
        if (operations.isEmpty() || operations.get(0).arguments().isEmpty()) {
            return "";
        }
        String tip = operations.get(0).arguments().stream()
                .map(Tips::argument)
                .collect(Collectors.joining(", ", "  " + said.group(1) + " ", ""));
        return theme.paint(Role.ASIDE, io.retake.repl.view.Columns.fit(tip, columns - 1, theme.unicode() ? "…" : ".."));
    }

    private static String argument(Argument argument) {
        String name = argument.positional() ? "<" + argument.name() + ">" : argument.name() + ":";
        return argument.required() ? name : "[" + name + "]";
    }
}
