/** The entry point: reads messages. */
@NullMarked
package io.retake.nlu.parse;

import org.jspecify.annotations.NullMarked;
