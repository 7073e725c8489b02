/**
 * What the rest of Retake stands on: the timeline, the vocabulary of edits, the wire protocol and the client that
 * speaks it. No terminal, no Groovy, no FFmpeg. {@link io.retake.core.RetakeException} is the root of everything this
 * module throws on purpose.
 */
@org.jspecify.annotations.NullMarked
package io.retake.core;
