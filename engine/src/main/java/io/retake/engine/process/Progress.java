package io.retake.engine.process;

import java.time.Duration;

/**
 * The progress of a run.
 *
 * @param frame pictures written
 * @param time the length written
 * @param speed media time over time on the wall; 0 when not known yet
 * @param last whether this is the final report
 */
public record Progress(long frame, Duration time, double speed, boolean last) {}
