/** The embedded backend: the same HTTP API as the cloud's, on loopback, rendering with FFmpeg. */
@NullMarked
package io.retake.engine;

import org.jspecify.annotations.NullMarked;
