package io.retake.core.edit.value;

/** The kind of transition between clips. */
public enum TransitionKind {
    /** One clip fades into the other. */
    CROSSFADE,
    /** Through black. */
    DIP_TO_BLACK,
    /** Through white. */
    DIP_TO_WHITE,
    /** A straight edge reveals the next clip. */
    WIPE,
    /** The next clip pushes the last one out. */
    SLIDE
}
