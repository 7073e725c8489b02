/** What words can refer to: the timeline as the user sees it. */
@NullMarked
package io.retake.nlu.situation;

import org.jspecify.annotations.NullMarked;
