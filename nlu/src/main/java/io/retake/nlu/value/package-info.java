/** What phrases mean: numbers, times, ranges, amounts, targets. */
@NullMarked
package io.retake.nlu.value;

import org.jspecify.annotations.NullMarked;
