/** Text of FFmpeg filters that several packages write: numbers and color conversions. */
@NullMarked
package io.retake.engine.filter;

import org.jspecify.annotations.NullMarked;
