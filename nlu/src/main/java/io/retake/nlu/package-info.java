/** Plain words to operations: a message and a situation give requests, each an operation of the vocabulary. Pure. */
@NullMarked
package io.retake.nlu;

import org.jspecify.annotations.NullMarked;
