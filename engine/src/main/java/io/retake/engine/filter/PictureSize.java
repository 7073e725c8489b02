package io.retake.engine.filter;

/** A size in pixels, not yet rounded to what a canvas can have. */
public record PictureSize(double width, double height) {}
