package io.retake.core.edit.value;

/** The position of text, inside the safe margins. */
public enum Position {
    /** Centered. */
    CENTER,
    /** At the top. */
    TOP,
    /** At the bottom. */
    BOTTOM,
    /** In the lower third, at the left: the usual place for names. */
    LOWER_THIRD,
    /** At the top left. */
    TOP_LEFT,
    /** At the top right. */
    TOP_RIGHT,
    /** At the bottom left. */
    BOTTOM_LEFT,
    /** At the bottom right. */
    BOTTOM_RIGHT
}
