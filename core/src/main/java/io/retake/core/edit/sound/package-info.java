/** Edits of the sound: level, music, loudness, cleaning, sync. */
@NullMarked
package io.retake.core.edit.sound;

import org.jspecify.annotations.NullMarked;
