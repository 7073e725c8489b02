/**
 * The vocabulary: every edit as an operation, the notations of its arguments, and its canonical sentence.
 *
 * <p>One list, {@link io.retake.core.vocabulary.Vocabulary}: verbs, help, completion, documentation, the sentence writer
 * and the sentence reader are derived from it.
 */
@NullMarked
package io.retake.core.vocabulary;

import org.jspecify.annotations.NullMarked;
