/** What can be asked for: frames, and how a message fills them. */
@NullMarked
package io.retake.nlu.frame;

import org.jspecify.annotations.NullMarked;
