package io.retake.core.edit.value;

/** How much of something that has no natural unit. */
public enum Strength {
    /** A little; nothing of the original is lost. */
    LIGHT,
    /** What most footage wants. */
    MEDIUM,
    /** As much as there is. */
    STRONG
}
