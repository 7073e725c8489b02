package io.retake.core.edit.value;

/** How a picture is made larger. */
public enum UpscaleMethod {
    /** The neural one where it is there and the footage is sharp enough to gain by it, else the fast one. */
    AUTO,
    /** By a filter, in the time that playing takes. */
    FAST,
    /** By a network that was trained on pictures: more detail, and slow. */
    NEURAL
}
