/** Operations on versions of the timeline, and those that only look at it. */
@NullMarked
package io.retake.core.edit.session;

import org.jspecify.annotations.NullMarked;
