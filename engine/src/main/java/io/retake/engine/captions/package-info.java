/** Files of captions: what is said when, read from SubRip and WebVTT by our own readers, whatever the bytes are. */
@NullMarked
package io.retake.engine.captions;

import org.jspecify.annotations.NullMarked;
