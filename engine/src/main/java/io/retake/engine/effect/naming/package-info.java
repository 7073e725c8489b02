/** What users call effects, and the values of effects by the names of arguments. */
@NullMarked
package io.retake.engine.effect.naming;

import org.jspecify.annotations.NullMarked;
