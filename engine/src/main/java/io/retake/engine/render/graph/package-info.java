/** The filter graph of one FFmpeg run: a pure function of the timeline, the output and what was measured. */
@NullMarked
package io.retake.engine.render.graph;

import org.jspecify.annotations.NullMarked;
