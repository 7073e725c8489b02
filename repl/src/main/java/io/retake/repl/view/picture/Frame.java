package io.retake.repl.view.picture;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A still of the timeline.
 *
 * @param at its time
 * @param png the picture; not copied, so don't modify it
 * @param file the file of the picture, for terminals that can't show it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
public record Frame(Duration at, byte[] png, Path file) {}
