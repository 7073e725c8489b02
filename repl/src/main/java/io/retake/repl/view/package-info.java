/** What a person sees: one theme, progress, tables, problems. It reads events and writes text; it decides nothing. */
@NullMarked
package io.retake.repl.view;

import org.jspecify.annotations.NullMarked;
