/** The FFmpeg in use: found or unpacked, checked, asked what it can do; and files as it may open them. */
@NullMarked
package io.retake.engine.ffmpeg;

import org.jspecify.annotations.NullMarked;
