/** Text as FFmpeg can draw it: fonts, line breaks, right-to-left scripts. */
@NullMarked
package io.retake.engine.render.text;

import org.jspecify.annotations.NullMarked;
