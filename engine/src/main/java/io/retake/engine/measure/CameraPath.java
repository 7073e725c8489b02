package io.retake.engine.measure;

import io.retake.core.edit.value.Strength;
import io.retake.engine.media.Rational;

/** The path of a medium's camera, frame by frame. Immutable. */
public final class CameraPath {
    /** The time constant, in seconds, that separates intended motion (slower) from shake (faster). */
    private static final double MEANT = 0.5;

    private final Motion[] places;
    /** Frames that begin a stretch: after a cut, or where the camera was lost. */
    private final boolean[] starts;

    private final Rational rate;
    private final double aspect;

    private CameraPath(Motion[] places, boolean[] starts, Rational rate, double aspect) {
        this.places = places;
        this.starts = starts;
        this.rate = rate;
        this.aspect = aspect;
    }

    /** @param aspect the picture's width to its height */
    static CameraPath of(double[] numbers, Rational rate, double aspect) {
        int frames = numbers.length / MotionFinder.EACH;
        Motion[] places = new Motion[frames];
        boolean[] starts = new boolean[frames];
        Motion at = Motion.NONE;
        for (int i = 0; i < frames; i++) {
            int n = i * MotionFinder.EACH;
            at = at.plus(new Motion(numbers[n], numbers[n + 1], numbers[n + 2], numbers[n + 3]));
            places[i] = at;
            starts[i] = numbers[n + 4] < 0.5;
        }
        return new CameraPath(places, starts, rate, aspect);
    }

    /** Returns the frame rate. */
    public Rational rate() {
        return rate;
    }

    /** Returns the number of frames. */
    public int frames() {
        return places.length;
    }

    double aspect() {
        return aspect;
    }

    /** Returns the distance of a corner from the center, as a share of the width. */
    double corner() {
        return 0.5 * Math.hypot(1, 1 / aspect);
    }

    Motion place(int frame) {
        return places[frame];
    }

    /** Returns the shake: the RMS distance of the corners from the intended path, as a share of the width. */
    public double shake() {
        Motion[] meant = smoothed(0, places.length, MEANT * rate.value());
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            double reach = places[i].minus(meant[i]).reach(corner());
            sum += reach * reach;
        }
        return places.length == 0 ? 0 : Math.sqrt(sum / places.length);
    }

    /** Returns the stabilization of a part of it. */
    public Steadying steadied(int from, int to, Strength strength) {
        return Steadying.of(this, from, to, strength);
    }

    /** The places from one frame to before another, each averaged with those around it within its stretch. */
    Motion[] smoothed(int from, int to, double sigma) {
        Motion[] smooth = new Motion[to - from];
        for (int start = from; start < to; ) {
            int end = start + 1;
            while (end < to && !starts[end]) {
                end++;
            }
            smooth(start, end, from, sigma, smooth);
            start = end;
        }
        return smooth;
    }

    private void smooth(int start, int end, int offset, double sigma, Motion[] out) {
        double[][] parts = new double[4][end - start];
        for (int i = start; i < end; i++) {
            parts[0][i - start] = places[i].x();
            parts[1][i - start] = places[i].y();
            parts[2][i - start] = places[i].angle();
            parts[3][i - start] = places[i].zoom();
        }
        for (int k = 0; k < parts.length; k++) {
            parts[k] = Numbers.smoothed(parts[k], sigma);
        }
        for (int i = start; i < end; i++) {
            int n = i - start;
            out[i - offset] = new Motion(parts[0][n], parts[1][n], parts[2][n], parts[3][n]);
        }
    }
}
