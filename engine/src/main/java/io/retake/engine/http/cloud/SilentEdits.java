package io.retake.engine.http.cloud;

/**
 * Chooses the edits that close without text: a share of them, spread evenly, so that tests can count on it.
 * Thread-safe.
 */
final class SilentEdits {
    private final double share;
    private double due;

    SilentEdits(double share) {
        this.share = share;
    }

    synchronized boolean next() {
        due += share;
        if (due < 1 - 1e-9) {
            return false;
        }
        due -= 1;
        return true;
    }
}
