package io.retake.core.vocabulary;

import io.retake.core.edit.Edit;
import java.util.Optional;

/** Writes edits as canonical English sentences, for any backend, and reads them back exactly. Thread-safe. */
public final class Sentences {
    private Sentences() {}

    /** Writes the canonical sentence of an edit: {@code Trim from 0:02 to 0:12}. */
    public static String write(Edit edit) {
        return Vocabulary.of(edit).sentence(edit);
    }

    /** Reads an edit from its canonical sentence. Everyday wordings are left to the agent. */
    public static Optional<Edit> read(String sentence) {
        return Vocabulary.operations().stream()
                .map(operation -> operation.read(sentence))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns the edit of a canonical sentence; empty for one whose values aren't valid, too. */
    public static Optional<Edit> valid(String sentence) {
        try {
            return read(sentence);
        } catch (InvalidEdit | IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }
}
