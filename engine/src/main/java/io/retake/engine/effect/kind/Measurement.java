package io.retake.engine.effect.kind;

/** A figure that an effect needs before its filters can be written. */
public enum Measurement {
    /** The correction of a clip's colors. */
    COLOR,
    /** The path of a clip's camera. */
    CAMERA,
    /** The loudness of the whole. */
    LOUDNESS
}
