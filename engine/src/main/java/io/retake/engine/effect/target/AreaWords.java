package io.retake.engine.effect.target;

import io.retake.core.edit.value.Area;
import io.retake.engine.phrase.Phrase;

/** Names areas of the picture for answers. */
public final class AreaWords {
    private AreaWords() {}

    /** Returns the name in the middle of a sentence: {@code the left half}. */
    public static Phrase of(Area area) {
        return switch (area.text()) {
            case "whole picture" -> Phrase.of("area.whole");
            case "left half" -> Phrase.of("area.left-half");
            case "right half" -> Phrase.of("area.right-half");
            case "top half" -> Phrase.of("area.top-half");
            case "bottom half" -> Phrase.of("area.bottom-half");
            case "top left" -> Phrase.of("area.top-left");
            case "top right" -> Phrase.of("area.top-right");
            case "bottom left" -> Phrase.of("area.bottom-left");
            case "bottom right" -> Phrase.of("area.bottom-right");
            case "center" -> Phrase.of("area.center");
            default -> Phrase.of("area.rectangle", area.text());
        };
    }
}
