package io.retake.core.edit.value;

/** The method that enlarges a picture. */
public enum UpscaleMethod {
    /** Neural where it is installed and the footage is sharp enough to gain by it, else fast. */
    AUTO,
    /** A filter, at about playing speed. */
    FAST,
    /** A neural network trained on pictures: more detail, and slow. */
    NEURAL
}
