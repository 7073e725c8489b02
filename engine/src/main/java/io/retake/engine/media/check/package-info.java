/**
 * Checks a file's structure without FFmpeg: whether it is what its name says, whether all of it is
 * there, and whether something in it would unfold to far more than it is. Reads headers and lengths; of a still also its
 * checksums. Depends on nothing else, so that hostile bytes meet as little code as can be.
 */
@NullMarked
package io.retake.engine.media.check;

import org.jspecify.annotations.NullMarked;
