package io.retake.repl.completion;

import io.retake.core.vocabulary.Notation;
import io.retake.repl.message.ProgramMessages;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Short descriptions of argument types. */
public final class ArgumentTypes {
    /** Begins the examples of a hint, in English and Chinese. */
    static final Pattern SUCH_AS = Pattern.compile(",? such as |，?例如 ?");

    private static final Pattern ONE_OF = Pattern.compile("one of |以下之一：");

    private ArgumentTypes() {}

    /** Returns the type's name with examples, such as {@code time, 2.s or '0:12.5'}; for a choice its words. */
    public static String of(Notation<?> notation) {
        return notation.type() == Boolean.class ? ProgramMessages.text("completion.boolean") : of(notation.hint());
    }

    /** Does the same for a hint alone. */
    public static String of(String hint) {
        Matcher choice = ONE_OF.matcher(hint);
        if (choice.lookingAt()) {
            return hint.substring(choice.end()).replace(", ", "|");
        }
        Matcher such = SUCH_AS.matcher(hint);
        String name = (such.find() ? hint.substring(0, such.start()) : hint).replaceFirst("^an? ", "");
        List<Choice> examples = ArgumentValues.examples(hint);
        return name
                + (examples.isEmpty()
                        ? ""
                        : examples.stream()
                                .limit(2)
                                .map(Choice::value)
                                .collect(Collectors.joining(ProgramMessages.text("completion.or"), ", ", "")));
    }
}
