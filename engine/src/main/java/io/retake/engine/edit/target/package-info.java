/** Finds what an edit is about: targets in numbers, objects, footage by name. */
@NullMarked
package io.retake.engine.edit.target;

import org.jspecify.annotations.NullMarked;
