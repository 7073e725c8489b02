/** Edits of the order and length of clips: cut, insert, reorder, speed. */
@NullMarked
package io.retake.core.edit.arrange;

import org.jspecify.annotations.NullMarked;
