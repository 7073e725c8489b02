/**
 * Measures a medium's picture and sound with small decoding passes (FFmpeg streams
 * small frames or few samples through a pipe; nothing is held but results) and kept by content hash. All times are from
 * the file's beginning, as the render counts them. {@link io.retake.engine.measure.Meter} is the entry point.
 */
@NullMarked
package io.retake.engine.measure;

import org.jspecify.annotations.NullMarked;
