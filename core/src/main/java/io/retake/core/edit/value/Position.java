package io.retake.core.edit.value;

/** Where text stands, inside the safe margins. */
public enum Position {
    /** In the middle. */
    CENTER,
    /** At the top. */
    TOP,
    /** At the bottom. */
    BOTTOM,
    /** In the lower third, to the left: where names stand. */
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
