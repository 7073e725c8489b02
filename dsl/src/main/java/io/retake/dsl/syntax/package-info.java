/** Syntax errors, located and explained in terms of the script. */
@NullMarked
package io.retake.dsl.syntax;

import org.jspecify.annotations.NullMarked;
