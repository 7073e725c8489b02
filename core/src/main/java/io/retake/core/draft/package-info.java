/**
 * The timeline as immutable values over its JSON, and its summary. Keys that are not known here are kept, in place,
 * whatever changes around them.
 */
@NullMarked
package io.retake.core.draft;

import org.jspecify.annotations.NullMarked;
