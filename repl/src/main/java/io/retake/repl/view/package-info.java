/** The output for users: one theme, progress, tables, problems. It formats events as text and makes no decisions. */
@NullMarked
package io.retake.repl.view;

import org.jspecify.annotations.NullMarked;
