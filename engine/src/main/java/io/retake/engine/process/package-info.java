/** Child processes: started here and nowhere else, with limits on memory and time, and never left behind. */
@NullMarked
package io.retake.engine.process;

import org.jspecify.annotations.NullMarked;
