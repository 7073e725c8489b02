/** Syntax errors, located and explained in the terms of the person who wrote the script. */
@NullMarked
package io.retake.dsl.syntax;

import org.jspecify.annotations.NullMarked;
