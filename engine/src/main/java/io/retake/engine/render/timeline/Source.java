package io.retake.engine.render.timeline;

import io.retake.engine.media.MediaInfo;
import java.nio.file.Path;

/** A medium that a timeline uses: where it is and what is in it. */
public record Source(Path file, MediaInfo info) {}
