package io.retake.core.edit.value;

/** The style of text. */
public enum TitleStyle {
    /** White with a dark outline: readable on anything. */
    OUTLINE,
    /** White on a translucent dark box. */
    BOX,
    /** White, without decoration. */
    PLAIN
}
