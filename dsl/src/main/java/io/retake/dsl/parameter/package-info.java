/** Parameters of scripts: their types, the values given to them, and the files those name. */
@NullMarked
package io.retake.dsl.parameter;

import org.jspecify.annotations.NullMarked;
