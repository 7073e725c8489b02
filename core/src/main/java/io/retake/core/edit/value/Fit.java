package io.retake.core.edit.value;

/** The way to fit a picture of another shape to the canvas. */
public enum Fit {
    /** Fills the canvas and crops the overhang. */
    CROP,
    /** Shows the whole picture on black. */
    PAD,
    /** Shows the whole picture on a blurred copy of itself. */
    BLUR
}
