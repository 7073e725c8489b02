package io.retake.repl.completion;

import io.retake.core.vocabulary.Notation;
import io.retake.repl.message.ProgramMessages;
import java.util.List;
import java.util.stream.Collectors;

/** Short descriptions of argument types. */
public final class ArgumentTypes {
    private static final String SUCH_AS = " such as ";
    private static final String ONE_OF = "one of ";

    private ArgumentTypes() {}

    /** Returns the type's name with examples, such as {@code time, 2.s or '0:12.5'}; for a choice its words. */
    public static String of(Notation<?> notation) {
        return notation.type() == Boolean.class ? ProgramMessages.text("completion.boolean") : of(notation.hint());
    }

    /** Does the same for a hint alone. */
    public static String of(String hint) {
        if (hint.startsWith(ONE_OF)) {
            return hint.substring(ONE_OF.length()).replace(", ", "|");
        }
        int such = hint.indexOf(SUCH_AS);
        String name = (such < 0 ? hint : hint.substring(0, such)).replaceFirst("^an? ", "");
        List<Choice> examples = ArgumentValues.examples(hint);
        return name.replaceFirst(",$", "")
                + (examples.isEmpty()
                        ? ""
                        : examples.stream().limit(2).map(Choice::value).collect(Collectors.joining(" or ", ", ", "")));
    }
}
