/** The journal of runs: written before each call, read again by resume and by the prompt. */
@NullMarked
package io.retake.dsl.journal;

import org.jspecify.annotations.NullMarked;
