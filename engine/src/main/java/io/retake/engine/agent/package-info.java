/**
 * The local agent: reads the user's sentences, edits the project's timeline, and reports the outcome of each clause.
 * Applying is pure; nothing here opens a file or a connection.
 */
@NullMarked
package io.retake.engine.agent;

import org.jspecify.annotations.NullMarked;
