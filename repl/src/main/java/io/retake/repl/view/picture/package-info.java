/** Pictures and waveforms in a terminal: graphics if supported, otherwise block characters. Pure Java, no AWT. */
@NullMarked
package io.retake.repl.view.picture;

import org.jspecify.annotations.NullMarked;
