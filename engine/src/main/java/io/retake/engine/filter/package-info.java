/** FFmpeg filters as values: filters, pads, chains and graphs, with their text; numbers and color conversions. */
@NullMarked
package io.retake.engine.filter;

import org.jspecify.annotations.NullMarked;
