/**
 * Plain words to operations: a message and a situation give requests, each an operation of the vocabulary. Pure. This
 * package has the situation; {@link io.retake.nlu.parse} reads.
 */
@NullMarked
package io.retake.nlu;

import org.jspecify.annotations.NullMarked;
