package io.retake.engine.render.timeline;

import io.retake.engine.media.MediaInfo;
import java.nio.file.Path;

/** A medium that a timeline uses: its file and its contents. */
public record Source(Path file, MediaInfo info) {}
