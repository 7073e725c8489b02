package io.retake.core.edit.value;

/** The axis along which a picture is mirrored. */
public enum Direction {
    /** Left becomes right. */
    HORIZONTAL,
    /** Top becomes bottom. */
    VERTICAL
}
