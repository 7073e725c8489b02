/** Edits of the picture: size and shape, color, restoration, overlays, titles, transitions. */
@NullMarked
package io.retake.core.edit.picture;

import org.jspecify.annotations.NullMarked;
