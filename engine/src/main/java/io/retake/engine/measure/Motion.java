package io.retake.engine.measure;

/**
 * How the picture moved: what was at p, from the middle, is now at p scaled, turned and shifted.
 *
 * @param x shift to the right, as a share of the width
 * @param y shift down, as a share of the width
 * @param angle radians clockwise
 * @param zoom natural logarithm of the scale
 */
record Motion(double x, double y, double angle, double zoom) {
    static final Motion NONE = new Motion(0, 0, 0, 0);

    Motion plus(Motion other) {
        return new Motion(x + other.x, y + other.y, angle + other.angle, zoom + other.zoom);
    }

    Motion minus(Motion other) {
        return new Motion(x - other.x, y - other.y, angle - other.angle, zoom - other.zoom);
    }

    Motion times(double factor) {
        return new Motion(x * factor, y * factor, angle * factor, zoom * factor);
    }

    /** How far it moves a corner, which lies this far from the middle; both as shares of the width. */
    double reach(double corner) {
        return Math.hypot(x, y) + corner * (Math.abs(angle) + Math.abs(zoom));
    }
}
