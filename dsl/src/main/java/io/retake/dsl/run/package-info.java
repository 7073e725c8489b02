/** Runs: execute steps in order, report events, and record in the journal what a resume needs. */
@NullMarked
package io.retake.dsl.run;

import org.jspecify.annotations.NullMarked;
