package io.retake.engine.effect.kind;

/** The order of the effects of a clip. Within a stage they stay in the order in which they were asked for. */
public enum Stage {
    /** Deinterlacing. */
    FIELDS,
    /** Denoising, before anything enlarges noise. */
    NOISE,
    /** Stabilization. */
    CAMERA,
    /** Crops, rotations and flips. */
    GEOMETRY,
    /** Measured color correction. */
    CORRECTION,
    /** Color grades by value. */
    GRADE,
    /** A color table or a look. */
    TABLE,
    /** Grayscale. */
    MONOCHROME,
    /** Sharpening. */
    SHARPNESS,
    /** Zoom. */
    ZOOM,
    /** Lens effects on the finished frame. */
    LENS,
    /** Film stock effects. */
    FILM,
    /** Opacity of the finished picture. */
    OPACITY,
    /** Effects whose place in the order doesn't matter. */
    ANY
}
