package io.retake.core.protocol;

import java.util.Set;

/** placeholder */
public record GuiTranslation(String text, Set<Action> actions) {
    /** What an instruction for a window means in a terminal. */
    public enum Action {
        EXPORT,
        STATE,
        EDIT,
        SUMMARY,
        CREDITS,
        UPLOAD
    }
}
