/** Names of exported files: unique, claimed between processes, and never the name of footage. */
@NullMarked
package io.retake.dsl.output;

import org.jspecify.annotations.NullMarked;
