/**
 * The rules that the cloud enforces and an engine on this machine doesn't, for developers of clients: {@code retake serve}
 * turns each on by itself. An engine without any loads nothing of this package.
 */
@org.jspecify.annotations.NullMarked
package io.retake.engine.http.cloud;
