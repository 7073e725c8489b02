/** Words a script can say, and the values it gets back: scopes, units, films, scenes. */
@NullMarked
package io.retake.dsl.scope;

import org.jspecify.annotations.NullMarked;
