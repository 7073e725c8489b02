/** Settings and errors shared by the engine and the programs that start it. */
@NullMarked
package io.retake.engine.api;

import org.jspecify.annotations.NullMarked;
