/** Playing and previewing a timeline: short renders, an external player, or frames in the terminal. */
@NullMarked
package io.retake.repl.shell.playback;

import org.jspecify.annotations.NullMarked;
