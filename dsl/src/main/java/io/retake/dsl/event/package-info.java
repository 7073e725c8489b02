/** Events of a run, and their JSON. */
@NullMarked
package io.retake.dsl.event;

import org.jspecify.annotations.NullMarked;
