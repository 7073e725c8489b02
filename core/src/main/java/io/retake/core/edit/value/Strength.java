package io.retake.core.edit.value;

/** The strength of an effect without a natural unit. */
public enum Strength {
    /** Subtle; loses nothing of the original. */
    LIGHT,
    /** Suits most footage. */
    MEDIUM,
    /** The maximum. */
    STRONG
}
