/** Values that edits take as arguments: moments, levels, targets, sizes. Immutable; each refuses what is out of range. */
@NullMarked
package io.retake.core.edit.value;

import org.jspecify.annotations.NullMarked;
