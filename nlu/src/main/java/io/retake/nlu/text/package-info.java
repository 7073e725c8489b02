/** Messages as words. */
@NullMarked
package io.retake.nlu.text;

import org.jspecify.annotations.NullMarked;
