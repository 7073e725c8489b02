package io.retake.nlu.value;

import java.util.List;

/**
 * Something on the timeline that a message names.
 *
 * @param kind what it is
 * @param text its canonical name: {@code clip 2}, {@code the music}
 * @param spans when it is to be seen or heard, as far as that is known
 */
public record Part(PartKind kind, String text, List<Span> spans) {
    /** Copies the list. */
    public Part {
        spans = List.copyOf(spans);
    }

    /** Returns whether it names something only by what was named before. */
    public boolean isPronoun() {
        return kind == PartKind.IT || kind == PartKind.THERE;
    }
}
