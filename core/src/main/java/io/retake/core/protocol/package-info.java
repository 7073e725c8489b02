/**
 * What travels between a client and a backend, and what it means: paths, headers, codes, wire records, agent events,
 * and the reading of sentences that go either way. Used by both ends; opens no connection.
 */
@org.jspecify.annotations.NullMarked
package io.retake.core.protocol;
