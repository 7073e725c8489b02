/** Edits: one rule for each operation of the vocabulary, applied to a project. Pure, apart from measurements. */
@NullMarked
package io.retake.engine.edit;

import org.jspecify.annotations.NullMarked;
