/** The timeline as a person sees it: bars over a ruler, a table, and what changed between two versions. */
@NullMarked
package io.retake.repl.view.timeline;

import org.jspecify.annotations.NullMarked;
