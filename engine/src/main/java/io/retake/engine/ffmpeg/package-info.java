/** Finds or unpacks FFmpeg, checks it and queries its capabilities; makes files safe for it to open. */
@NullMarked
package io.retake.engine.ffmpeg;

import org.jspecify.annotations.NullMarked;
