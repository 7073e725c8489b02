/** Steps: what a statement of a script asks for, as immutable values that know their own inputs. */
@NullMarked
package io.retake.dsl.plan;

import org.jspecify.annotations.NullMarked;
