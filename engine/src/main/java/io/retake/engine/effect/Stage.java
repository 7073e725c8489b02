package io.retake.engine.effect;

/** The order of the effects of a clip. Within a stage they stay in the order in which they were asked for. */
public enum Stage {
    /** Whole frames of fields. */
    FIELDS,
    /** Noise goes before anything enlarges it. */
    NOISE,
    /** A steadier camera. */
    CAMERA,
    /** Crops, turns and mirrors. */
    GEOMETRY,
    /** Colors corrected by measurement. */
    CORRECTION,
    /** Colors graded by value. */
    GRADE,
    /** A color table. */
    TABLE,
    /** Color taken out. */
    MONOCHROME,
    /** Crisper edges. */
    SHARPNESS,
    /** The part of the picture that the frame shows. */
    ZOOM,
    /** Lens effects on the finished frame. */
    LENS,
    /** Film stock effects. */
    FILM,
    /** Everything whose place makes no difference to the others. */
    ANY
}
