package io.retake.repl.view.picture;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A still of the timeline.
 *
 * @param at its time
 * @param png the picture; not copied, so not to be changed
 * @param file where it is kept, for terminals that show no pictures
 */
@SuppressWarnings("ArrayRecordComponent") // a picture is compared by nobody, and is too large to copy
public record Frame(Duration at, byte[] png, Path file) {}
