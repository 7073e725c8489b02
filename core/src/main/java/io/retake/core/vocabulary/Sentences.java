package io.retake.core.vocabulary;

import io.retake.core.edit.Edit;
import java.util.Optional;

/** The canonical English sentences: written for any backend, and read back exactly. Thread-safe. */
public final class Sentences {
    private Sentences() {}

    /** The one sentence of an edit: {@code Trim from 0:02 to 0:12}. */
    public static String write(Edit edit) {
        return Vocabulary.of(edit).sentence(edit);
    }

    /** The edit whose canonical sentence this is. Everyday wordings are not read here; that is the agent's work. */
    public static Optional<Edit> read(String sentence) {
        return Vocabulary.operations().stream()
                .map(operation -> operation.read(sentence))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
