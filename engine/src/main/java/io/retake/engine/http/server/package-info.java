/** The HTTP server: connections, bodies, routing, limits. Knows nothing of sessions or media. */
@NullMarked
package io.retake.engine.http.server;

import org.jspecify.annotations.NullMarked;
