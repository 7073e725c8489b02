/** Connections of a run to its backend: the embedded engine or a remote one. */
@NullMarked
package io.retake.dsl.connection;

import org.jspecify.annotations.NullMarked;
