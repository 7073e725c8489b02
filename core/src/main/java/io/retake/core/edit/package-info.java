/**
 * The vocabulary: every edit as an immutable operation, the notations of its arguments, and its canonical sentence.
 *
 * <p>One list: the permitted records of {@link io.retake.core.edit.Edit}. Verbs, help, completion, documentation, the
 * sentence writer and the sentence reader are derived from it.
 */
@NullMarked
package io.retake.core.edit;

import org.jspecify.annotations.NullMarked;
