package io.retake.engine.media;

import java.time.Duration;

/**
 * One sound stream of a media file.
 *
 * @param codec FFmpeg's name, such as aac
 * @param sampleRate samples a second
 * @param channels how many
 * @param start where it begins in the file's own time
 */
public record AudioInfo(String codec, int sampleRate, int channels, Duration start) {}
