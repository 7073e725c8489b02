/** Pictures and waveforms in a terminal: graphics if supported, otherwise block characters. The only package that uses AWT. */
@NullMarked
package io.retake.repl.view.picture;

import org.jspecify.annotations.NullMarked;
