/** The texts of the command line and the prompt; they are in two bundles, English and Chinese. */
@NullMarked
package io.retake.repl.message;

import org.jspecify.annotations.NullMarked;
