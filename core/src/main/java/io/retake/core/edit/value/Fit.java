package io.retake.core.edit.value;

/** What happens to a picture that has another shape than the canvas. */
public enum Fit {
    /** It fills the canvas; what hangs over is cut. */
    CROP,
    /** All of it is seen; the rest is black. */
    PAD,
    /** All of it is seen, before a blurred copy of itself. */
    BLUR
}
