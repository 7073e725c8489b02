/** The timeline for users: bars below a ruler, a table, and the changes between two versions. */
@NullMarked
package io.retake.repl.view.timeline;

import org.jspecify.annotations.NullMarked;
