/** Errors of scripts: where a script comes from, what is wrong with it, and the exceptions that carry it. */
@NullMarked
package io.retake.dsl.problem;

import org.jspecify.annotations.NullMarked;
