package io.retake.engine.filter;

import io.retake.core.draft.Canvas;
import java.time.Duration;

/** A clip, or the whole timeline, as the filters of a {@code PictureEffect} see it. Lengths are frames of the export. */
public interface PictureStretch {
    /** Returns the size of the picture. */
    Canvas canvas();

    /** Returns the length of all of it. */
    long frames();

    /** Returns how many frames of it come before those that are shown here. */
    long before();

    /** Returns how many frames of it are shown here. */
    long shown();

    /** Whether one frame is made, and frames have the time they are at instead of being counted from the first shown. */
    boolean isStill();

    /** Returns the frame nearest to a time. */
    long frame(Duration time);

    /** Returns where a frame begins, in seconds as FFmpeg reads them. */
    String seconds(long frame);

    /** Returns the correction that {@code Measurement.COLOR} gave. */
    ColorCorrection correction();

    /** Returns the name of the color table with that content hash, in the folder FFmpeg runs in. */
    String table(String hash);
}
