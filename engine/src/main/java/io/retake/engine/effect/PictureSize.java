package io.retake.engine.effect;

/** A size in pixels, not yet rounded to what a canvas can have. */
public record PictureSize(double width, double height) {}
