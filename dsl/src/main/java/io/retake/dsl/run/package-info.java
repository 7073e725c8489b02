/** Runs: executing steps in order, telling what happens, and writing down what must be found again. */
@NullMarked
package io.retake.dsl.run;

import org.jspecify.annotations.NullMarked;
