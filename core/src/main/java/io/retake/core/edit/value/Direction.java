package io.retake.core.edit.value;

/** Along which axis a picture is mirrored. */
public enum Direction {
    /** Left becomes right. */
    HORIZONTAL,
    /** Top becomes bottom. */
    VERTICAL
}
