/** Edits of what is on the timeline already: changed, moved, replaced, duplicated, or free of an effect again. */
@NullMarked
package io.retake.core.edit.object;

import org.jspecify.annotations.NullMarked;
