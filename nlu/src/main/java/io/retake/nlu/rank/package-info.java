/** Which of several readings is meant, and whether it is certain enough: learned from labelled requests. */
@NullMarked
package io.retake.nlu.rank;

import org.jspecify.annotations.NullMarked;
