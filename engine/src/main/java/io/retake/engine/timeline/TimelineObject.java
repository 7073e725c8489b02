package io.retake.engine.timeline;

import io.retake.core.draft.Segment;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.protocol.TerminalText;
import io.retake.engine.phrase.Phrase;

/**
 * An object on a timeline: a title, a lower third, an overlay or a transition.
 *
 * @param number counted from 1 among those of its kind
 * @param segment its segment; of a transition the clip that comes in
 */
public record TimelineObject(ObjectKind kind, int number, Segment segment) {
    private static final int MOST_CHARACTERS = 40;

    /** Returns its name for the middle of a sentence: {@code title 1 "Summer"}. */
    public Phrase name() {
        return kind == ObjectKind.TRANSITION
                ? Phrase.of("object.transition-between", number, number + 1)
                : Phrase.of("object.named", word(kind), number, label());
    }

    /** Returns its place in a list of its kind: {@code 1 "Summer"}. */
    Phrase entry() {
        return kind == ObjectKind.TRANSITION
                ? Phrase.of("object.entry-transition", number, number, number + 1)
                : Phrase.of("object.entry", number, label());
    }

    private String label() {
        String text = segment.text().or(segment::title).orElse("");
        return TerminalText.excerpt(text.replaceAll("\\s+", " "), MOST_CHARACTERS);
    }

    /** Returns when it is seen. */
    public TimeRange span() {
        return TimeRange.of(segment);
    }

    /** Returns a kind's name, in the middle of a sentence. */
    public static Phrase word(ObjectKind kind) {
        return switch (kind) {
            case CLIP -> Phrase.of("object.clip");
            case SCENE -> Phrase.of("object.scene");
            case TITLE -> Phrase.of("object.title");
            case LOWER_THIRD -> Phrase.of("object.lower-third");
            case OVERLAY -> Phrase.of("object.overlay");
            case TRANSITION -> Phrase.of("object.transition");
        };
    }

    /** Returns the name of several of a kind, in the middle of a sentence. */
    public static Phrase words(ObjectKind kind) {
        return switch (kind) {
            case CLIP -> Phrase.of("object.clips");
            case SCENE -> Phrase.of("object.scenes");
            case TITLE -> Phrase.of("object.titles");
            case LOWER_THIRD -> Phrase.of("object.lower-thirds");
            case OVERLAY -> Phrase.of("object.overlays");
            case TRANSITION -> Phrase.of("object.transitions");
        };
    }
}
