/** Checks on parsed scripts: verbs, exports, literals, forbidden constructs. Nothing here runs a script. */
@NullMarked
package io.retake.dsl.check;

import org.jspecify.annotations.NullMarked;
