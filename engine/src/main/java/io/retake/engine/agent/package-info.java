/**
 * The local agent: reads what a person says, changes the project's timeline, and tells clause by clause what it did.
 * Applying is pure; nothing here opens a file or a connection.
 */
@NullMarked
package io.retake.engine.agent;

import org.jspecify.annotations.NullMarked;
