/**
 * Renders a timeline to a file: a pure plan (inputs and one filter graph), then one FFmpeg run, checked and renamed
 * into place.
 */
@NullMarked
package io.retake.engine.render;

import org.jspecify.annotations.NullMarked;
