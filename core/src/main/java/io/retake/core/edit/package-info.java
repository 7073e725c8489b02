/** Declarations that an edit is made of: {@link io.retake.core.edit.Edit}, its verb, arguments and group. */
@NullMarked
package io.retake.core.edit;

import org.jspecify.annotations.NullMarked;
