/** Projects and their timelines: cutting, closing gaps, reordering, what a target selects. Knows no sentences. */
@NullMarked
package io.retake.engine.timeline;

import org.jspecify.annotations.NullMarked;
