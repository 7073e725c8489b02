/**
 * The room of FFmpeg: finding and unpacking it, starting its processes and ending them, reading what a media file is.
 * Everything that hands a user's file to FFmpeg goes through {@link io.retake.engine.ffmpeg.SafeInput}; everything
 * that starts a process goes through {@link io.retake.engine.process.Processes}.
 */
@NullMarked
package io.retake.engine.media;

import org.jspecify.annotations.NullMarked;
