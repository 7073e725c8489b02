/**
 * Reads media files: their structure, streams, times and ends, and the causes of failures.
 * Everything that hands a user's file to FFmpeg goes through {@link io.retake.engine.ffmpeg.SafeInput}; everything
 * that starts a process goes through {@link io.retake.engine.process.Processes}.
 */
@NullMarked
package io.retake.engine.media;

import org.jspecify.annotations.NullMarked;
