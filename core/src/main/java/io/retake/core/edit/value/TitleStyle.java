package io.retake.core.edit.value;

/** How text is drawn. */
public enum TitleStyle {
    /** White with a dark outline: readable on anything. */
    OUTLINE,
    /** White on a translucent dark box. */
    BOX,
    /** White, nothing else. */
    PLAIN
}
