/** Pictures and sound in a terminal: graphics where it has them, blocks of characters elsewhere. Pure Java, no AWT. */
@NullMarked
package io.retake.repl.view.picture;

import org.jspecify.annotations.NullMarked;
