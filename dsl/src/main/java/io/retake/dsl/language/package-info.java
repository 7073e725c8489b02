/** The language of scripts: what can be said (scopes and units), the compiler, and what is checked before anything runs. */
@NullMarked
package io.retake.dsl.language;

import org.jspecify.annotations.NullMarked;
