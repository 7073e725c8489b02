/** A draft resolved for one render: assets looked up, times on the frame grid, layers flattened. */
@NullMarked
package io.retake.engine.render.timeline;

import org.jspecify.annotations.NullMarked;
