package io.retake.engine.agent;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Sentences;
import java.util.List;
import java.util.Optional;

/** Reads a message into clauses. */
final class Reader {
    /** Longer than any sentence of a person; a canonical sentence with the longest title is shorter. */
    static final int MOST_CHARACTERS = 5000;

    private Reader() {}

    static List<Clause> read(String message, Project project) {
        String text = message.strip();
        if (text.length() > MOST_CHARACTERS) {
            return List.of(new Clause.NotUnderstood(
                    text.substring(0, 60),
                    Phrase.of(
                            "The message has %s characters; at most %s are read. Say it in several messages.",
                            "消息有 %s 个字符，最多读取 %s 个。请分几条消息来说。", text.length(), MOST_CHARACTERS)));
        }
        Optional<Edit> canonical = Sentences.read(text);
        return canonical
                .<List<Clause>>map(edit -> List.of(new Clause.Understood(text, List.of(edit))))
                .orElseGet(() -> List.of(
                        new Clause.NotUnderstood(text, Phrase.of("Not understood: \"%s\".", "没有理解：“%s”。", text))));
    }
}
