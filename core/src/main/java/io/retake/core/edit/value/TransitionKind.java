package io.retake.core.edit.value;

/** How one clip becomes the next. */
public enum TransitionKind {
    /** One fades into the other. */
    CROSSFADE,
    /** Through black. */
    DIP_TO_BLACK,
    /** Through white. */
    DIP_TO_WHITE,
    /** The next comes in behind a straight edge. */
    WIPE,
    /** The next pushes the last out. */
    SLIDE
}
