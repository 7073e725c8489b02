/** The compiler of scripts and prompt entries, and its cache. */
@NullMarked
package io.retake.dsl.compile;

import org.jspecify.annotations.NullMarked;
