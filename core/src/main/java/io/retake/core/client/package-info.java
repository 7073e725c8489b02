/**
 * The core client: one {@link io.retake.core.client.RetakeClient} calls one backend, in blocking calls that may come
 * from any thread. Retry policy lives here and nowhere else: a message is sent once, whatever happens.
 */
@org.jspecify.annotations.NullMarked
package io.retake.core.client;
