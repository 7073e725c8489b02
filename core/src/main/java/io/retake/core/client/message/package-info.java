/** Sessions and the messages sent in them: one message is sent once, its reply collected as it streams. */
@NullMarked
package io.retake.core.client.message;

import org.jspecify.annotations.NullMarked;
