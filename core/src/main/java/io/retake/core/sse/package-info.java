/**
 * Server-sent events after the WHATWG HTML standard, section "Server-sent events": a reader and a writer that know
 * nothing about what the events mean.
 */
@org.jspecify.annotations.NullMarked
package io.retake.core.sse;
